"""Two starts on one home are one program."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket

from ui import wire_pipe, wire_socket
from ui.instance import MOST_BYTES, Instance, server_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

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
    caller = QLocalSocket()
    caller.connectToServer(server_name(tmp_path))
    assert caller.waitForConnected(2000)
    with qtbot.assertNotEmitted(first.asked), qtbot.waitSignal(caller.disconnected):
        caller.write(b"x" * (MOST_BYTES * 4))


@pytest.mark.parametrize("wire", [wire_pipe, wire_socket], ids=["pipe", "socket"])
def test_a_line_comes_over_either_wire(qtbot: QtBot, tmp_path: Path, wire: ModuleType) -> None:
    """Windows has the pipe and the others the socket; both work here, under the same names."""
    name = server_name(tmp_path)
    listener = wire.Listener(name, MOST_BYTES)
    listener.listen()
    code = (
        "import sys; from importlib import import_module;"
        "from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "print(import_module(sys.argv[1]).hand_over(sys.argv[2], b'mentors\\n', 2000))"
    )
    try:
        with qtbot.waitSignal(listener.heard, timeout=20_000) as heard:
            caller = subprocess.Popen(
                [sys.executable, "-c", code, wire.__name__, name],
                stdout=subprocess.PIPE,
                text=True,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            )
        assert caller.communicate(timeout=20)[0] == "True\n"
        assert heard.args == [b"mentors"]
    finally:
        listener.close()
    assert not wire.hand_over(name, b"mentors\n", 100)


def test_a_name_is_for_its_user_alone_and_goes_with_the_program(tmp_path: Path) -> None:
    instance = Instance(tmp_path)
    assert instance.claim("")
    path = Path(tempfile.gettempdir()) / server_name(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    instance.release()
    assert not path.exists()


def test_a_caller_that_hangs_up_in_the_middle_says_nothing(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(first.asked, wait=200), socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(Path(tempfile.gettempdir()) / server_name(tmp_path)))
        caller.sendall(b"ment")
    with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
        second = second_start(tmp_path, "calendar")
    assert asked.args == ["calendar"]
    second.communicate(timeout=20)


def test_a_start_needs_no_network_library() -> None:
    code = "import sys, ui.program; print('PySide6.QtNetwork' in sys.modules)"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    said = subprocess.run(
        [sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True
    )
    assert said.stdout == "False\n"
