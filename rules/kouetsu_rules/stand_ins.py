"""Addresses that stand in for one that is still to come: of any picture, of no advertiser."""

from __future__ import annotations

STAND_IN_HOSTS = (
    r"(?:via\.placeholder\.com|placehold\.(?:co|it|jp)|dummyimage\.com|placekitten\.com"
    r"|picsum\.photos|loremflickr\.com|fakeimg\.pl|placebear\.com|placeimg\.com)"
)
NO_ADVERTISER = r"https?://px\.a8\.net/(?!svt/ejp\?a8mat=).+"
"""Without the number of an advertiser this host leads nowhere."""
