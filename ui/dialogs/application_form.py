"""The fields of an application, and what each can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from lordesk.domain import proposals
from lordesk.kinds import ApplicationKind, LetterService
from ui.dialogs.dialog import Dialog
from ui.dialogs.form_parts import beside
from ui.widgets.field import Field
from ui.widgets.fields import TextArea, TextField
from ui.widgets.optional_date import OptionalDate
from ui.widgets.pickers import ComboBox
from ui.widgets.text import Label
from ui.wording import goals
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lordesk.services.rules import RuleService
    from ui.desk import Desk


class ApplicationForm(Dialog):
    def __init__(
        self, desk: Desk, title: str, rules: RuleService, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, title, 560, parent)
        self._rules = rules
        self._build()

    def _build(self) -> None:
        look, today = self._look, self._desk.clock.today()
        self._kind, self._service = ComboBox(look), ComboBox(look)
        for kind in ApplicationKind:
            self._kind.addItem(word(kind), kind)
        self._service.addItem(self.tr("None"), None)
        for service in LetterService:
            self._service.addItem(word(service), service)
        self._season = ComboBox(look)
        self._season_line = QLineEdit()
        self._season.setLineEdit(self._season_line)
        self._specialty = TextField(look, self.tr("Internal medicine"))
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._specialty.setCompleter(self._completer)
        self._name, self._detail = TextField(look), TextField(look, self.tr("Optional"))
        names = (self.tr("Application date"), self.tr("Letters by"))
        self._hard, self._soft = (OptionalDate(look, name, today) for name in names)
        self._hard_field = Field(look, names[0], self._hard)
        self._soft_field = Field(look, names[1], self._soft)
        self._goals = {key: self._goal_combo(key) for key in goals.GOALS}
        self._values = TextArea(look, self.tr("What do your programs or schools value?"), rows=2)
        self._usual = Label(look, "", "small", "text-secondary", wrap=True)
        self._name_field = Field(look, self.tr("Name"), self._name)
        self._specialty_field = Field(look, self.tr("Specialty"), self._specialty)
        self.add_form(self._form())

    def _goal_combo(self, key: str) -> ComboBox:
        combo = ComboBox(self._look)
        for value, text in goals.choices(key):
            combo.addItem(text, value)
        return combo

    def _form(self) -> QWidget:
        look = self._look
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        kind = Field(look, self.tr("What for?"), self._kind)
        service = Field(look, self.tr("Letters go through"), self._service)
        season = Field(look, self.tr("Season"), self._season)
        column.addLayout(beside(kind, service))
        column.addLayout(beside(season, self._specialty_field))
        detail = Field(look, self.tr("Detail"), self._detail)
        column.addLayout(beside(self._name_field, detail))
        column.addLayout(beside(self._hard_field, self._soft_field))
        column.addWidget(self._usual)
        column.addSpacing(4)
        column.addWidget(Label(look, self.tr("Your goals"), "heading"))
        why = self.tr("Optional. They help to find who is missing and what to write.")
        column.addWidget(Label(look, why, "small", "text-secondary", wrap=True))
        first, second, third = (
            Field(look, goals.name(key), combo) for key, combo in self._goals.items()
        )
        column.addLayout(beside(first, second))
        values = Field(look, self.tr("What they value"), self._values)
        column.addLayout(beside(third, values))
        return form

    def _show_kind(self) -> None:
        """Which specialties and seasons are known for what is chosen."""
        kind = self._chosen_kind()
        known = [r.name for r in self._rules.specialties.values() if r.kind is kind]
        self._known.setStringList(known)
        service = self._chosen_service()
        self._season.clear()
        for season in proposals.seasons_of(service, self._rules.seasons):
            self._season.addItem(season.season)
        self._specialty_field.setVisible(
            kind in (ApplicationKind.RESIDENCY, ApplicationKind.AWAY_ROTATION)
        )

    def _chosen_kind(self) -> ApplicationKind:
        """Qt hands a string enumeration back as a bare string."""
        return ApplicationKind(self._kind.currentData())

    def _chosen_service(self) -> LetterService | None:
        chosen = self._service.currentData()
        return LetterService(chosen) if chosen else None

    def _fill_goals(self, goals: Mapping[str, str]) -> None:
        for key, combo in self._goals.items():
            combo.setCurrentIndex(max(0, combo.findData(goals.get(key, ""))))
        self._values.setPlainText(goals.get("values", ""))

    def _goal_values(self) -> dict[str, str]:
        goals = {key: str(combo.currentData() or "") for key, combo in self._goals.items()}
        goals["values"] = self._values.toPlainText().strip()
        return {key: value for key, value in goals.items() if value}
