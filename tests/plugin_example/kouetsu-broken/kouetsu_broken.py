"""A plugin that was written for a library that is not there."""

from __future__ import annotations

import a_module_that_nobody_has  # type: ignore[import-not-found]  # noqa: F401
