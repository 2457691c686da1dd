"""`python -m tests.tour [--out DIR]`: both ways through the main job, each in its own program."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

WAYS = ("mouse", "keys")


def main() -> int:
    parser = argparse.ArgumentParser(prog="tour")
    parser.add_argument("--out", type=Path, default=Path("tour-pictures"))
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.way:
        return walk(arguments.way, arguments.out)
    failed = [way for way in WAYS if not _child(way, arguments.out)]
    sys.stdout.write(f"tour: {len(WAYS) - len(failed)} passed, {len(failed)} failed\n")
    return 1 if failed else 0


def _child(way: str, out: Path) -> bool:
    command = [sys.executable, "-m", "tests.tour", "--way", way, "--out", str(out)]
    return subprocess.run(command, check=False).returncode == 0


def walk(way: str, out: Path) -> int:
    """One way, from an empty home to the second start."""
    from lordesk.paths import paths_in
    from tests.tour import by_keys, by_mouse, checks, job, pictures
    from tests.tour.driver import MissedError, say
    from tests.tour.stage import Stage
    from ui.app import dress, make_application

    app = make_application()
    sys.stdout.write(f"By {way}\n")
    with tempfile.TemporaryDirectory(prefix="lordesk-tour-") as home:
        paths = paths_in(Path(home))
        stage = Stage(paths, dress(app, paths))
        try:
            stage.open()
            stage.window.resize(pictures.LARGE)
            job.run(by_mouse if way == "mouse" else by_keys, stage)
            if way == "mouse":
                pictures.take_all(stage, out)
            stage.close()
            stage.open()
            checks.same_after_restart(stage)
            say("after a new start everything is as it was")
            stage.close()
        except MissedError as missed:
            sys.stdout.write(f"  MISSED: {missed}\n")
            screen = app.primaryScreen()
            screen.grabWindow(0).save(str(out / f"missed-{way}.png"))
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
