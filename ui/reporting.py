"""Where the window says what went wrong: above whatever is in sight."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QBoxLayout, QWidget

    from lordesk.errors import LordeskError
    from ui.desk import Desk
    from ui.report_bar import ReportBar


class Reporting(QObject):
    """`column` is asked at each error for the layout that has what is in sight."""

    def __init__(self, desk: Desk, column: Callable[[], QBoxLayout], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = desk.look
        self._column = column
        desk.voice.reported.connect(self._on_reported)

    @cached_property
    def bar(self) -> ReportBar:
        """Made by the first error."""
        from ui.report_bar import ReportBar

        return ReportBar(self._look)

    def show_crash(self, kind: str, report: Path | None) -> None:
        self._column().insertWidget(0, self.bar)
        self.bar.show_crash(kind, report)

    def hide(self) -> None:
        """What was said goes with the place that it was said about."""
        if "bar" in vars(self):
            self.bar.hide()

    def _on_reported(self, error: LordeskError) -> None:
        self._column().insertWidget(0, self.bar)
        self.bar.show_error(error)
