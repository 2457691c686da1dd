#!/usr/bin/env python3
"""The project's commands, on any machine with Python 3.11 or later and nothing else.

python3 dev.py run [ARGUMENT ...]    start LoRDesk (without a display: the tour instead)
python3 dev.py demo [ARGUMENT ...]   start it on a filled practice workspace
python3 dev.py test [ARGUMENT ...]   run every test, or pytest with these arguments
python3 dev.py tour [--out DIR]      drive the real window through the main job, with pictures
python3 dev.py lint                  ruff and mypy
python3 dev.py bench [NAME ...]      measure the figures in bench/
python3 dev.py build                 make the bundle in dist/ and try it
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (this is what an older Python is told)
    sys.exit(
        "LoRDesk needs Python 3.11 or later; this is Python "
        f"{sys.version_info.major}.{sys.version_info.minor} ({sys.executable})."
    )

import argparse

from devtools import bundle, checks, program, testing
from devtools.terminal import StopError, say

COMMANDS = {
    "run": program.run,
    "demo": program.demo,
    "test": testing.test,
    "tour": program.tour,
    "lint": checks.lint,
    "bench": checks.bench,
    "build": bundle.build,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="python3 dev.py COMMAND [ARGUMENT ...]",
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGUMENT")
    chosen = parser.parse_args()
    try:
        return COMMANDS[chosen.command](chosen.arguments)
    except StopError as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
