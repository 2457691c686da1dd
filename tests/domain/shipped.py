"""The data files that ship with LoRDesk, read for the tests of the rules over them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).parents[2] / "resources"


def load(name: str) -> Any:
    return json.loads((RESOURCES / name).read_text(encoding="utf-8"))
