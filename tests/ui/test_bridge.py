"""The core's news reaches the screen on the GUI thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from lordesk.events import Bus, Changed
from ui.bridge import Bridge, merged

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MENTOR = Changed(frozenset({"mentor"}), frozenset({1}))


def test_news_of_this_thread_passes_at_once(qtbot: QtBot) -> None:
    bus, heard = Bus(), []
    bridge = Bridge(bus)
    bridge.changed.connect(heard.append)
    bus.publish(MENTOR)
    assert heard == [MENTOR]
    bridge.close()
    bus.publish(MENTOR)
    assert heard == [MENTOR]


def test_news_of_a_job_arrives_here_as_one_event(qtbot: QtBot) -> None:
    bus, heard = Bus(), []
    bridge = Bridge(bus)
    bridge.changed.connect(lambda event: heard.append((event, threading.get_ident())))

    def write() -> None:
        for ident in range(100):
            bus.publish(Changed(frozenset({"letter"}), frozenset({ident}), "import"))

    worker = threading.Thread(target=write)
    with qtbot.waitSignal(bridge.changed):
        worker.start()
        worker.join()
    assert len(heard) == 1
    event, thread = heard[0]
    assert event == Changed(frozenset({"letter"}), frozenset(range(100)), "import")
    assert thread == threading.get_ident()


def test_a_whole_table_outweighs_single_rows() -> None:
    whole = Changed(frozenset({"letter"}), frozenset(), "a")
    assert merged([MENTOR, whole]) == Changed(frozenset({"mentor", "letter"}), frozenset(), "")
