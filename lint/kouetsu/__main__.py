"""``python -m kouetsu``."""

from __future__ import annotations

import sys

from kouetsu.cli import main

sys.exit(main())
