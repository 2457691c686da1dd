"""A program or school: what it asks for, by when, and whether the user has applied there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lordesk.domain import assignments
from lordesk.domain.requirements import apart
from lordesk.domain.status import IN_STAGES
from lordesk.errors import InvalidInputError, LordeskError
from lordesk.kinds import SlotNeed
from ui.dialogs.dialog import Dialog
from ui.dialogs.form_parts import beside
from ui.widgets.checks import CheckBox
from ui.widgets.chips import Chip
from ui.widgets.field import Field
from ui.widgets.fields import TextField
from ui.widgets.flow import FlowLayout
from ui.widgets.notice import Notice
from ui.widgets.optional_date import OptionalDate
from ui.widgets.pickers import NumberField
from ui.widgets.text import Label
from ui.wording import applications as words
from ui.wording import applying, seasons
from ui.wording.errors import sentence
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.domain.coverage_view import View
    from lordesk.rows.letters import LetterRow, TargetRow
    from lordesk.services.applications import ApplicationService
    from ui.desk import Desk

_MOST = 20


class TargetDialog(Dialog):
    """Adds a target to an application, or changes `target`."""

    def __init__(
        self,
        desk: Desk,
        applications: ApplicationService,
        view: View,
        least: int,
        target: TargetRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`least` is how many letters such a target usually needs."""
        application = view.facts.application
        schools = words.is_schools(application)
        super().__init__(desk, words.target_title(schools, target is None), 520, parent)
        self._applications = applications
        self._view = view
        self._application = application
        self._target = target
        self._here = [] if target else [x for x in view.standing.values() if x.stage in IN_STAGES]
        self._build()
        self._fill(least)
        self._check_deadline()
        self._usual = words.target_words(schools)[2] if target is None else self.tr("Save")
        self._main = self.add_buttons(self._usual)
        self._name.textEdited.connect(self._on_name_edited)
        self._least.valueChanged.connect(self._on_number_changed)
        self._cap.valueChanged.connect(self._on_number_changed)
        for chip in self._needs.values():
            chip.toggled.connect(self._on_number_changed)
        self._deadline.picked.connect(self._check_deadline)
        self._applied.picked.connect(self._check_applied)
        self._also.toggled.connect(self._check_applied)
        self._name.setFocus()

    def _build(self) -> None:
        look = self._look
        today = self._desk.clock.today()
        self._name = TextField(look)
        self._place = TextField(look, self.tr("City"))
        self._name_field = Field(look, self.tr("Name"), self._name)
        self._least, self._cap = NumberField(look), NumberField(look)
        self._least.setRange(0, _MOST)
        self._cap.setRange(0, _MOST)
        self._cap.setSpecialValueText(self.tr("No limit"))
        self._least_field = Field(look, self.tr("Letters needed"), self._least)
        names = (self.tr("Deadline"), self.tr("Applied on"))
        self._deadline, self._applied = (OptionalDate(look, name, today) for name in names)
        self._deadline_field = Field(look, names[0], self._deadline)
        self._applied_field = Field(look, names[1], self._applied)
        self._needs = {
            need: Chip(look, word(need)) for need in SlotNeed if need is not SlotNeed.ANY
        }
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(beside(self._name_field, Field(look, self.tr("Place"), self._place)))
        column.addLayout(beside(self._least_field, Field(look, self.tr("At most"), self._cap)))
        column.addWidget(Label(look, self.tr("Among them"), "label"))
        column.addSpacing(-8)
        chips = QWidget()
        flow = FlowLayout(chips)
        for chip in self._needs.values():
            flow.addWidget(chip)
        column.addWidget(chips)
        column.addLayout(beside(self._deadline_field, self._applied_field))
        self._also = CheckBox(look, applying.late_letters([x.mentor_short for x in self._here]))
        self._also.setChecked(True)
        column.addWidget(self._also)
        self._also.setVisible(bool(self._here))
        self.add_form(form)
        self._locks = Notice(look, "warning", icon="lock", compact=True)
        self._locks.hide()
        self.add_below(self._locks)

    def _fill(self, least: int) -> None:
        target = self._target
        if target is None:
            self._least.setValue(least)
            self._cap.setValue(self._application.cap or 0)
            return
        self._name.setText(target.name)
        self._place.setText(target.place)
        self._least.setValue(target.min_letters)
        self._cap.setValue(target.cap or 0)
        for need, chip in self._needs.items():
            chip.setChecked(need in target.needs)
        self._deadline.set_day(target.deadline_on)
        self._applied.set_day(target.applied_on)

    # --- what is odd ------------------------------------------------------------------------------

    def _on_name_edited(self) -> None:
        self._name_field.set_error("")

    def _on_number_changed(self) -> None:
        """More letters than fit are refused where they are chosen."""
        needs = [need for need, chip in self._needs.items() if chip.isChecked()]
        cap, wanted = self._cap.value(), max(self._least.value(), apart(needs))
        error = ""
        if cap and wanted > cap:
            numbers = wanted == self._least.value()
            problem = "more-than-cap" if numbers else "needs-more-than-cap"
            refused = InvalidInputError(
                field_name="min_letters", problem=problem, value=str(cap if numbers else wanted)
            )
            error = sentence(refused)
        self._least_field.set_error(error)

    def _check_deadline(self) -> None:
        day = self._deadline.day()
        season = self._view.facts.rules.season
        said = self.tr("Only where it has its own.")
        if day is not None and season is not None and not season[0] <= day <= season[1]:
            said = seasons.out_of_season(day, season)
        elif day is not None and day < self._desk.clock.today():
            said = self.tr("This day has passed.")
        self._deadline_field.set_help(said)

    def _check_applied(self) -> None:
        """Applying locks the letters at the service, which is said before and not after."""
        self._applied_field.set_error("")
        before = None if self._target is None else self._target.applied_on
        locks = self._applied.day() is not None and before is None
        if locks:
            self._locks.set("warning", *self._said(), icon="lock")
        if locks == self._locks.isHidden():
            self._locks.setVisible(locks)
            self.fit_height()
        self._main.setText(self.tr("Save and lock") if locks else self._usual)

    def _said(self) -> tuple[str, str]:
        """What applying would lock, and what is to be mended before."""
        if self._target is None:
            return applying.locks(len(self._chosen()), 0), ""
        found = assignments.before_applying(self._view, self._target)
        told = [finding for finding in found if finding.code == "applying-locks"]
        rest = [finding for finding in found if finding.code != "applying-locks"]
        return applying.warnings(told), applying.warnings(rest)

    def _chosen(self) -> list[LetterRow]:
        """The letters that a new target gets at once: those that are in, as many as it takes."""
        if not self._here or not self._also.isChecked():
            return []
        most = self._cap.value()
        return self._here[:most] if most else self._here

    # --- saving -----------------------------------------------------------------------------------

    def _values(self) -> dict[str, Any]:
        return {
            "name": self._name.text(),
            "place": self._place.text(),
            "min_letters": self._least.value(),
            "needs": [need for need, chip in self._needs.items() if chip.isChecked()],
            "cap": self._cap.value() or None,
            "deadline_on": self._deadline.day(),
            "applied_on": self._applied.day(),
            "assign": [letter.id for letter in self._chosen()],
        }

    def _save(self) -> None:
        applied = self._applied.day()
        if applied is not None and applied > self._desk.clock.today():
            self._applied_field.set_error(
                self.tr("This day is still ahead. Choose today or earlier.")
            )
            return
        self._applied_field.set_error("")
        self._on_number_changed()
        if self._name.text().strip() and self._least_field.error():
            self._least.setFocus()
            return
        try:
            self._applications.save_target(
                self._application.id,
                None if self._target is None else self._target.id,
                **self._values(),
            )
        except InvalidInputError as error:
            self._show(error)
            return
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()

    def _show(self, error: InvalidInputError) -> None:
        if error.field_name == "name":
            self._name_field.set_error(sentence(error))
            self._name.setFocus()
        else:
            self._least_field.set_error(sentence(error))
            self._least.setFocus()
