"""Hosts that serve any picture: a stand-in for one that is still to be made."""

from __future__ import annotations

STAND_IN_HOSTS = (
    r"(?:via\.placeholder\.com|placehold\.(?:co|it|jp)|dummyimage\.com|placekitten\.com"
    r"|picsum\.photos|loremflickr\.com|fakeimg\.pl|placebear\.com|placeimg\.com)"
)
