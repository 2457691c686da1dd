"""PySide6 must not use up the counts of None, True and False, as Python before 3.12 keeps them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = 500


class Sender(QObject):
    sent = Signal(int)


def _name(sender: Sender) -> None:
    sender.setObjectName("desk")


def _emit(sender: Sender) -> None:
    sender.sent.emit(1)


def _parent(sender: Sender) -> None:
    sender.parent()


@pytest.mark.parametrize("call", [_name, _emit, _parent])
@pytest.mark.parametrize("value", [None, True, False])
def test_a_call_of_qt_leaves_the_count_of_a_constant_alone(
    call: Callable[[Sender], None], value: object
) -> None:
    sender = Sender()
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        call(sender)
    assert abs(sys.getrefcount(value) - before) < CALLS // 10
