"""What the window shows when it is asked for help: the page's text, or every shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.actions import ActionId

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.dialogs.help_dialog import HelpDialog
    from ui.pages.page import Page


class Helping(QObject):
    """`shown` tells the page in sight, `door` makes the help of a topic."""

    def __init__(
        self,
        desk: Desk,
        shown: Callable[[], Page | None],
        door: Callable[[str, QWidget], HelpDialog],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._shown = shown
        self._door = door
        self._window = window
        desk.actions.get(ActionId.HELP).triggered.connect(self._on_help_triggered)
        desk.actions.get(ActionId.SHORTCUTS).triggered.connect(self._on_shortcuts_triggered)

    def _on_help_triggered(self) -> None:
        page = self._shown()
        if page is None:
            return
        dialog = self._door(page.HELP or page.KIND.value, self._window)
        dialog.shortcuts_requested.connect(self._on_shortcuts_triggered)
        dialog.open()

    def _on_shortcuts_triggered(self) -> None:
        from ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._desk, self._window).open()
