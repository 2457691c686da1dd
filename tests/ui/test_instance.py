"""Two starts on one home are one program."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket

from ui.instance import MOST_BYTES, Instance, server_name

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


def test_homes_and_users_have_names_of_their_own(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
    assert server_name(tmp_path / "a") == server_name(tmp_path / "a")


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
    socket = QLocalSocket()
    socket.connectToServer(server_name(tmp_path))
    assert socket.waitForConnected(2000)
    with qtbot.assertNotEmitted(first.asked), qtbot.waitSignal(socket.disconnected):
        socket.write(b"x" * (MOST_BYTES * 4))
