"""The command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Arguments(NamedTuple):
    home: Path | None = None
    demo: bool = False
    open: str = ""
    self_test: bool = False
    version: bool = False


def read_arguments(argv: list[str]) -> Arguments:
    """argparse is imported only where there is something to parse. Exits with 2 on nonsense."""
    home = os.environ.get("LORDESK_HOME")
    kept = Path(home) if home else None
    if not argv:
        return Arguments(home=kept)
    import argparse

    parser = argparse.ArgumentParser(
        prog="lordesk", description="Letters of recommendation, in time."
    )
    parser.add_argument("--home", type=Path, default=kept, help="keep data, config and logs here")
    parser.add_argument("--demo", action="store_true", help="a filled practice workspace")
    parser.add_argument("--open", default="", metavar="PAGE|URL", help="the page to show")
    parser.add_argument("--self-test", action="store_true", help="check this installation")
    parser.add_argument("--version", action="store_true", help="print the version")
    found = parser.parse_args(argv)
    return Arguments(found.home, found.demo, found.open, found.self_test, found.version)
