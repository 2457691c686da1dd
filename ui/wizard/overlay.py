"""The wizard as what lies over the pages of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from lordesk.errors import MissingRowError
from lordesk.kinds import Page as PageKind
from ui.pages.page import Compose, Overlay
from ui.wizard.wizard import RequestWizard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.rows.mail import DraftRow
    from ui.desk import Desk
    from ui.wizard.services import WizardServices


class RequestOverlay(Overlay):
    """One for the whole session: it must be there when an undo takes a request back."""

    KIND = PageKind.REQUESTS
    HELP = "wizard"
    LASTING: ClassVar[bool] = True

    def __init__(self, desk: Desk, services: WizardServices) -> None:
        super().__init__(desk)
        self._services = services
        self.wizard = RequestWizard(desk, services)
        self.setWindowTitle(self.tr("New request"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.wizard)
        self.wizard.closed.connect(self.closed)
        self.wizard.settings_requested.connect(self._on_settings_requested)
        self.wizard.reopen_requested.connect(self._on_reopen_requested)

    def begin(self, compose: Compose) -> None:
        """A new request, one for a planned letter, or a saved draft."""
        if compose.draft_id is not None:
            try:
                self.wizard.resume(self._services.drafts.get(compose.draft_id))
            except MissingRowError as error:
                self._desk.report(error)
            else:
                return
        self.wizard.start(
            mentor_id=compose.mentor_id,
            letter_id=compose.letter_id,
            application_id=compose.application_id,
            slot_id=compose.slot_id,
        )

    def areas(self) -> list[QWidget]:
        return [self.wizard.current.first_field()]

    def may_leave(self) -> bool:
        """Where the draft is saved; whatever stands in a field with it."""
        return self.wizard.session.save()

    def _on_settings_requested(self, section: str) -> None:
        self.navigate_requested.emit(PageKind.SETTINGS, section)

    def _on_reopen_requested(self, draft: DraftRow) -> None:
        self.compose_requested.emit(Compose(draft_id=draft.id))
