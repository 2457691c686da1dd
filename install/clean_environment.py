"""Runs first in the bundle: programs that LoRDesk opens must not load the bundle's libraries.

The bundle's starter puts its own folder on LD_LIBRARY_PATH. Our process has read it by now; a
browser or a mail app started later would inherit it and load our libraries instead of its own.
"""

from __future__ import annotations

import os

_original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _original is not None:
    os.environ["LD_LIBRARY_PATH"] = _original
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
