"""The fields of an application, and what each can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lordesk.domain import goals as aims
from lordesk.domain import proposals
from lordesk.kinds import ApplicationKind, LetterService
from ui.dialogs.application_prefill import DatesChoice, SlotsEditor
from ui.dialogs.dialog import Dialog
from ui.dialogs.form_parts import beside
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.fields import TextArea, TextField
from ui.widgets.optional_date import OptionalDate
from ui.widgets.pickers import ComboBox, NumberField
from ui.widgets.text import Label
from ui.wording import goals
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lordesk.domain.rulepacks import SpecialtyRule
    from lordesk.services.rules import RuleService
    from ui.desk import Desk

PRELIMINARY = ("preliminary_medicine", "preliminary_surgery", "transitional_year")
_WITH_SPECIALTY = (ApplicationKind.RESIDENCY, ApplicationKind.AWAY_ROTATION)
_MOST = 20


class ApplicationForm(Dialog):
    """What does not belong to the chosen kind is hidden and never emptied."""

    def __init__(
        self, desk: Desk, title: str, rules: RuleService, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, title, 560, parent)
        self._rules = rules
        self._build_basics()
        self._build_dates()
        self._build_letters()
        self._build_goals()
        self.add_form(self._form())

    # --- building ---------------------------------------------------------------------------------

    def _build_basics(self) -> None:
        look = self._look
        self._kind, self._service, self._school = ComboBox(look), ComboBox(look), ComboBox(look)
        for kind in ApplicationKind:
            self._kind.addItem(word(kind), kind)
        self._service.addItem(self.tr("None"), None)
        for service in LetterService:
            self._service.addItem(word(service), service)
        for rule in self._rules_of(ApplicationKind.MEDICAL_SCHOOL):
            self._school.addItem(rule.name, rule.key)
        self._season = ComboBox(look)
        self._season_line = QLineEdit()
        self._season.setLineEdit(self._season_line)
        self._specialty = TextField(look, self.tr("Internal medicine"))
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._specialty.setCompleter(self._completer)
        self._name, self._detail = TextField(look), TextField(look, self.tr("Optional"))
        self._name_field = Field(look, self.tr("Name"), self._name)
        self._specialty_field = Field(look, self.tr("Specialty"), self._specialty)
        self._school_field = Field(look, self.tr("Which schools"), self._school)

    def _build_dates(self) -> None:
        look, today = self._look, self._desk.clock.today()
        names = (self.tr("Application date"), self.tr("Letters by"))
        self._hard, self._soft = (OptionalDate(look, name, today) for name in names)
        self._hard_field = Field(look, names[0], self._hard)
        self._soft_field = Field(look, names[1], self._soft)

    def _build_letters(self) -> None:
        look = self._look
        self._cap = NumberField(look)
        self._cap.setRange(0, _MOST)
        self._cap.setSpecialValueText(self.tr("No limit"))
        self._cap_field = Field(look, self.tr("Letters at most"), self._cap)
        self._preliminary = ComboBox(look)
        self._preliminary.addItem(self.tr("None"), "")
        for key in PRELIMINARY:
            if key in self._rules.specialties:
                self._preliminary.addItem(self._rules.specialties[key].name, key)
        label = self.tr("Also a preliminary year")
        self._preliminary_field = Field(look, label, self._preliminary)
        self._slots = SlotsEditor(look)
        self._events = DatesChoice(look)
        self._sources = Button(look, self.tr("Where these come from"), "quiet", size="small")
        self._sources.setAutoDefault(False)

    def _build_goals(self) -> None:
        look = self._look
        self._goals = {key: self._goal_combo(key) for key in goals.GOALS}
        self._values = TextArea(look, self.tr("What do your programs or schools value?"), rows=2)

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
        which = beside(season, self._specialty_field)
        which.addWidget(self._school_field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(beside(kind, service))
        column.addLayout(which)
        detail = Field(look, self.tr("Detail"), self._detail)
        column.addLayout(beside(self._name_field, detail))
        column.addLayout(beside(self._hard_field, self._soft_field))
        column.addLayout(beside(self._cap_field, self._preliminary_field))
        self._add_prefilled(column)
        self._add_goals(column)
        return form

    def _add_prefilled(self, column: QVBoxLayout) -> None:
        look = self._look
        self._letters_head = Label(look, self.tr("Letters"), "heading")
        self._dates_head = Label(look, self.tr("Dates of the season"), "heading")
        head = QHBoxLayout()
        head.addWidget(self._letters_head)
        head.addStretch(1)
        head.addWidget(self._sources)
        column.addLayout(head)
        column.addWidget(self._slots)
        column.addWidget(self._dates_head)
        column.addWidget(self._events)

    def _add_goals(self, column: QVBoxLayout) -> None:
        look = self._look
        column.addWidget(Label(look, self.tr("Your goals"), "heading"))
        why = self.tr("Optional. They help to find who is missing and what to write.")
        column.addWidget(Label(look, why, "small", "text-secondary", wrap=True))
        fields = [Field(look, goals.name(key), combo) for key, combo in self._goals.items()]
        for left, right in zip(fields[::2], fields[1::2], strict=True):
            column.addLayout(beside(left, right))
        column.addWidget(Field(look, self.tr("What they value"), self._values))

    # --- what is chosen ---------------------------------------------------------------------------

    def _rules_of(self, kind: ApplicationKind) -> list[SpecialtyRule]:
        return [rule for rule in self._rules.specialties.values() if rule.kind is kind]

    def _show_kind(self) -> None:
        """Which specialties and seasons are known for what is chosen."""
        kind, season = self._chosen_kind(), self._season.currentText()
        self._known.setStringList([rule.name for rule in self._rules_of(kind)])
        self._season.clear()
        for each in proposals.seasons_of(self._chosen_service(), self._rules.seasons):
            self._season.addItem(each.season)
        self._season.setEditText(season)
        self._specialty_field.setVisible(kind in _WITH_SPECIALTY)
        self._school_field.setVisible(kind is ApplicationKind.MEDICAL_SCHOOL)

    def _chosen_kind(self) -> ApplicationKind:
        """Qt hands a string enumeration back as a bare string."""
        return ApplicationKind(self._kind.currentData())

    def _chosen_service(self) -> LetterService | None:
        chosen = self._service.currentData()
        return LetterService(chosen) if chosen else None

    def _chosen_specialty(self) -> str:
        """As the rules are looked up by it; schools are known by the name of their rule."""
        kind = self._chosen_kind()
        if kind is ApplicationKind.MEDICAL_SCHOOL:
            return self._school.currentText()
        return self._specialty.text().strip() if kind in _WITH_SPECIALTY else ""

    def _fill_goals(self, stored: Mapping[str, str]) -> None:
        known = aims.stored_goals(aims.read_goals(stored))
        for key, combo in self._goals.items():
            combo.setCurrentIndex(max(0, combo.findData(known.get(key, ""))))
        self._values.setPlainText(known.get("values", ""))

    def _goal_values(self) -> dict[str, str]:
        found = {key: str(combo.currentData() or "") for key, combo in self._goals.items()}
        found["values"] = self._values.toPlainText()
        return aims.stored_goals(aims.read_goals(found))
