"""Every bench can still be started: what it measures moves on without it."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

BENCHES = sorted(
    path.stem for path in Path("bench").glob("*.py") if path.stem not in ("__init__", "workspace")
)


@pytest.mark.parametrize("name", BENCHES)
def test_a_bench_finds_all_that_it_measures(name: str) -> None:
    assert callable(importlib.import_module(f"bench.{name}").main)
