"""Two starts on one home are one program."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLockFile

from ui.instance import MOST_BYTES, Instance, wishes_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[Instance]:
    made = Instance(tmp_path)
    assert made.claim("")
    yield made
    made.release()


def second_start(data: Path, wish: str) -> subprocess.Popen[str]:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from ui.instance import Instance; app = QCoreApplication([]);"
        "print(Instance(Path(sys.argv[1])).claim(sys.argv[2]))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, str(data), wish],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_a_second_start_hands_over_its_wish(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
        second = second_start(tmp_path, "mentors")
    said, _ = second.communicate(timeout=20)
    assert asked.args == ["mentors"]
    assert said == "False\n"


def test_a_wish_that_was_heard_leaves_nothing_behind(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.asked, timeout=20_000):
        second = second_start(tmp_path, "calendar")
    second.communicate(timeout=20)
    assert list(wishes_in(tmp_path).iterdir()) == []


def test_a_start_while_the_first_one_ends_takes_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    ending = QLockFile(str(tmp_path / "lordesk.lock"))  # it no longer hears wishes
    assert ending.tryLock(0)
    second = second_start(tmp_path, "mentors")
    qtbot.waitUntil(lambda: any(wishes_in(tmp_path).glob("*.wish")), timeout=20_000)
    ending.unlock()
    said, _ = second.communicate(timeout=20)
    assert said == "True\n"
    assert list(wishes_in(tmp_path).iterdir()) == []


def test_a_wish_that_was_left_too_early_is_read_at_the_start(qtbot: QtBot, tmp_path: Path) -> None:
    wishes_in(tmp_path).mkdir()
    (wishes_in(tmp_path) / "1.wish").write_text("outbox", encoding="utf-8")
    late = Instance(tmp_path)
    with qtbot.waitSignal(late.asked) as asked:
        assert late.claim("")
    assert asked.args == ["outbox"]
    late.release()


def test_a_folder_of_wishes_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    wishes_in(tmp_path).write_text("in the way", encoding="utf-8")
    with pytest.raises(FileExistsError):
        Instance(tmp_path).claim("")


def test_another_home_is_another_program(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Instance(tmp_path / "other")
    assert other.claim("")
    other.release()


def test_after_the_end_the_next_start_is_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    before = Instance(tmp_path)
    assert before.claim("")
    before.release()
    after = Instance(tmp_path)
    assert after.claim("")
    after.release()


def test_what_a_killed_program_left_behind_is_cleared(qtbot: QtBot, tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from ui.instance import Instance; app = QCoreApplication([]);"
        "i = Instance(Path(sys.argv[1])); assert i.claim(''); os.kill(os.getpid(), 9)"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=env, check=False)
    assert killed.returncode == -9
    after = Instance(tmp_path)
    assert after.claim("")
    after.release()


def test_a_wish_that_is_too_long_is_dropped(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    left = wishes_in(tmp_path) / "1.wish"
    with qtbot.assertNotEmitted(first.asked):
        left.write_bytes(b"x" * (MOST_BYTES * 4))
        qtbot.waitUntil(lambda: not left.exists())
