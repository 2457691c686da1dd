"""Finds what a page shows. Widgets added to a visible page are shown by a posted event."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

W = TypeVar("W", bound=QWidget)


def shown(page: QWidget, kind: type[W], wanted: Callable[[W], bool] | None = None) -> list[W]:
    """The visible widgets of a kind, in the order in which they were made."""
    QCoreApplication.sendPostedEvents()
    found = [widget for widget in page.findChildren(kind) if widget.isVisibleTo(page)]
    return found if wanted is None else [widget for widget in found if wanted(widget)]
