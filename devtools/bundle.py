"""Makes the bundle that users get, packs it with its installer, and tries it."""

from __future__ import annotations


def build(arguments: list[str]) -> int:
    return 0
