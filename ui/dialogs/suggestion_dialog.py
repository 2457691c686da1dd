"""The suggested assignment before it is applied: what would change at each target, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lordesk.errors import LordeskError
from ui.dialogs.dialog import Dialog
from ui.widgets.card import Card
from ui.widgets.text import Label
from ui.wording import applications, suggestions

if TYPE_CHECKING:
    from lordesk.domain.coverage_view import View
    from lordesk.rows.coverage import Suggestion, TargetSuggestion
    from lordesk.services.applications import ApplicationService
    from ui.desk import Desk
    from ui.widgets.look import Look


class _Change(QWidget):
    """A target with its changes and their reasons."""

    def __init__(self, look: Look, name: str, changes: str, reasons: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{name}: {changes}")
        self.setAccessibleDescription(reasons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(0)
        column.addWidget(Label(look, name, "bodyMedium", wrap=True))
        column.addWidget(Label(look, changes, "body", wrap=True))
        column.addWidget(Label(look, reasons, "small", "text-secondary", wrap=True))


class SuggestionDialog(Dialog):
    """All of it is applied as one step, or none."""

    def __init__(
        self,
        desk: Desk,
        service: ApplicationService,
        view: View,
        suggested: Suggestion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, self.tr("Suggested assignment"), 560, parent)
        self._applications = service
        self._view = view
        self._suggested = suggested
        self._build()

    def _build(self) -> None:
        look, suggested = self._look, self._suggested
        schools = applications.is_schools(self._view.facts.application)
        head = suggestions.head(suggested, schools)
        self.body.addWidget(Label(look, head, "body", "text-secondary", wrap=True))
        left_out = suggestions.left_out(suggested, self._view.letters)
        if left_out:
            self.body.addWidget(Label(look, left_out, "body", "warning-text", wrap=True))
        changed = [each for each in suggested.targets if each.add or each.remove]
        if not changed:
            self.body.addWidget(Label(look, suggestions.nothing(), "bodyMedium", wrap=True))
            self.add_buttons(self.tr("Close"), cancel=self.tr("Cancel"))
            return
        card = Card(look)
        for change in changed:
            card.add_row(self._line(change), 16)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.add_form(form)
        self.add_buttons(self.tr("Apply %n change(s)", "", suggested.changes))

    def _line(self, change: TargetSuggestion) -> _Change:
        targets = self._view.facts.targets
        name = next(target.name for target in targets if target.id == change.target_id)
        said = suggestions.changes(change, self._view.letters)
        return _Change(self._look, name, said, suggestions.reasons(change))

    def _save(self) -> None:
        if not self._suggested.changes:
            self.accept()
            return
        try:
            self._applications.apply_suggestion(self._view.facts.application.id, self._suggested)
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()
