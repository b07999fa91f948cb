"""What the tests of the measure share."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_posts import write_data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small data folder of our own, shaped as the real one."""
    return write_data(tmp_path)
