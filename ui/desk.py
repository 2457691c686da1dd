"""What every page, dialog and wizard step is handed; the services they use come one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.errors import LordeskError
    from lordesk.settings import SettingsFile
    from ui.actions import Actions
    from ui.boxes import Boxes
    from ui.bridge import Bridge
    from ui.tasks import Tasks
    from ui.widgets.look import Look


class Voice(QObject):
    """Carries what is to be said from where it happened to the window that shows it."""

    said = Signal(str, bool, int, bool)
    reported = Signal(object)


class Desk(NamedTuple):
    look: Look
    tasks: Tasks
    bridge: Bridge
    boxes: Boxes
    actions: Actions
    clock: Clock
    settings: SettingsFile
    voice: Voice

    def say(
        self, text: str = "", *, undo: bool = True, seconds: int = 8, countdown: bool = False
    ) -> None:
        """Show the undo bar. Without a text it says what the newest step did.

        With `countdown`, `{seconds}` in the text counts down.
        """
        self.voice.said.emit(text, undo, seconds, countdown)

    def report(self, error: LordeskError) -> None:
        """Show what went wrong as a sentence across the top of the page, with Details.

        Where a field is to blame, say it at the field instead.
        """
        self.voice.reported.emit(error)
