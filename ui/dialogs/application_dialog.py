"""An application: what for, through which service, by when. The rules propose, the user decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from lordesk.domain import proposals
from lordesk.errors import InvalidInputError, LordeskError
from lordesk.kinds import ApplicationKind, DateStatus
from ui.dialogs.application_form import ApplicationForm
from ui.widgets.text import as_tip
from ui.wording import applications as words
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from lordesk.domain.proposals import Proposal
    from lordesk.rows.letters import ApplicationRow
    from lordesk.services.applications import ApplicationService
    from lordesk.services.rules import RuleService
    from ui.desk import Desk


class ApplicationDialog(ApplicationForm):
    """Adds an application, or changes the one of `row`; `saved` carries its id.

    What the user has typed is never replaced by a new proposal.
    """

    saved = Signal(int)

    def __init__(
        self,
        desk: Desk,
        applications: ApplicationService,
        rules: RuleService,
        row: ApplicationRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Add application") if row is None else self.tr("Edit application")
        super().__init__(desk, title, rules, parent)
        self._applications = applications
        self._row = row
        self._own: set[str] = set()
        self._proposal: Proposal | None = None
        if row is None:
            self._on_kind_activated()
        else:
            self._fill(row)
        self.add_buttons(self.tr("Add application") if row is None else self.tr("Save"))
        self._connect()
        (self._kind if row is None else self._name).setFocus()

    def _connect(self) -> None:
        self._kind.activated.connect(self._on_kind_activated)
        self._service.activated.connect(self._on_service_activated)
        self._season.activated.connect(self._propose)
        self._season_line.editingFinished.connect(self._propose)
        self._specialty.textEdited.connect(self._on_specialty_edited)
        self._specialty.editingFinished.connect(self._on_specialty_edited)
        self._completer.activated.connect(self._on_specialty_edited)
        self._name.textEdited.connect(self._on_name_edited)
        self._hard.picked.connect(self._on_hard_changed)
        self._soft.picked.connect(self._on_soft_changed)

    def _fill(self, row: ApplicationRow) -> None:
        self._own = {"name", "hard", "soft", "service"}
        self._kind.setCurrentIndex(list(ApplicationKind).index(row.kind))
        self._service.setCurrentIndex(self._service.findData(row.service))
        self._specialty.setText(row.specialty)
        self._show_kind()
        self._season.setEditText(row.season)
        self._name.setText(row.name)
        self._detail.setText(row.detail)
        self._hard.set_day(row.hard_on)
        self._soft.set_day(row.letters_by)
        self._fill_goals(row.goals)
        self._propose()

    # --- proposing --------------------------------------------------------------------------------

    def _on_kind_activated(self) -> None:
        if "service" not in self._own:
            self._choose_service()
        self._renew_season()

    def _on_service_activated(self) -> None:
        self._own.add("service")
        self._renew_season()

    def _on_specialty_edited(self) -> None:
        if "service" in self._own:
            self._propose()
            return
        before = self._chosen_service()
        self._choose_service()
        if self._chosen_service() is before:
            self._propose()
        else:
            self._renew_season()

    def _choose_service(self) -> None:
        service = proposals.usual_service(
            self._chosen_kind(), self._specialty.text(), self._rules.specialties
        )
        self._service.setCurrentIndex(self._service.findData(service))

    def _renew_season(self) -> None:
        self._show_kind()
        today = self._desk.clock.today()
        service = self._chosen_service()
        season = proposals.current_season(service, self._rules.seasons, today)
        self._season.setEditText(season.season if season else "")
        self._propose()

    def _propose(self) -> None:
        """Show the dates of the season and the usual letters; what is the user's own stays."""
        today = self._desk.clock.today()
        self._proposal = proposals.propose(
            self._chosen_kind(),
            self._chosen_service(),
            self._season.currentText().strip(),
            self._specialty.text(),
            services=self._rules.services,
            specialties=self._rules.specialties,
            seasons=self._rules.seasons,
            today=today,
        )
        hard = self._proposal.hard
        if "hard" not in self._own:
            self._hard.set_day(hard.on if hard else None)
        if "soft" not in self._own:
            self._propose_soft(today)
        if "name" not in self._own:
            self._name.setText(self._usual_name())
        self._show_facts()

    def _propose_soft(self, today: date) -> None:
        hard = self._hard.day()
        days = self._desk.settings.values.soft_days
        self._soft.set_day(proposals.letters_by(hard, days, today) if hard else None)

    def _usual_name(self) -> str:
        kind = self._chosen_kind()
        specialty = self._specialty.text().strip()
        if kind in (ApplicationKind.RESIDENCY, ApplicationKind.AWAY_ROTATION) and specialty:
            return specialty
        if kind is ApplicationKind.MEDICAL_SCHOOL and self._chosen_service() is not None:
            return f"{self._service.currentText()} {self._season.currentText()}".strip()
        return ""

    # --- what is said about it --------------------------------------------------------------------

    def _show_facts(self) -> None:
        self._show_hard()
        self._show_soft()
        proposal = self._proposal
        if self._row is not None or proposal is None:
            self._usual.hide()
            return
        titles = [slot.title for slot in proposal.slots]
        self._usual.setText(words.usual_letters(titles, proposal.cap))
        if proposal.rule is not None:
            self._usual.setToolTip(as_tip(words.source(proposal.rule.origin.source)))

    def _show_hard(self) -> None:
        """Confirmed or projected, with the source in the tooltip; else that the day is past."""
        day, known = self._hard.day(), self._known_status()
        if day is not None and day < self._desk.clock.today():
            self._hard_field.set_help(self.tr("This day has passed."))
        elif day is not None and known is not None:
            self._hard_field.set_help(words.date_status(known[0]))
        else:
            self._hard_field.set_help("")
        self._hard_field.setToolTip(as_tip(words.source(known[1])) if known and known[1] else "")

    def _show_soft(self) -> None:
        hard, soft = self._hard.day(), self._soft.day()
        field = self._soft_field
        if soft is not None and hard is not None and soft > hard:
            problem = InvalidInputError(field_name="letters_by", problem="due-after-deadline")
            field.set_error(sentence(problem))
            return
        field.set_error("")
        past = soft is not None and soft < self._desk.clock.today()
        field.set_help(self.tr("This day has passed.") if past else "")

    def _known_status(self) -> tuple[DateStatus, str] | None:
        """How sure the date is and where it comes from; a date of the user's own has neither."""
        day = self._hard.day()
        hard = self._proposal.hard if self._proposal else None
        if hard is not None and day == hard.on:
            return hard.status, hard.origin.source
        row = self._row
        if row is not None and day == row.hard_on and row.hard_status is not DateStatus.OWN:
            return row.hard_status, row.hard_source
        return None

    def _on_name_edited(self, text: str) -> None:
        self._name_field.set_error("")
        if text.strip():
            self._own.add("name")
        else:
            self._own.discard("name")

    def _on_hard_changed(self) -> None:
        self._own.add("hard")
        if "soft" not in self._own:
            self._propose_soft(self._desk.clock.today())
        self._show_facts()

    def _on_soft_changed(self) -> None:
        self._own.add("soft")
        self._show_soft()

    # --- saving -----------------------------------------------------------------------------------

    def _dates(self) -> dict[str, Any]:
        """The hour and zone belong to the day that they came with."""
        day, known = self._hard.day(), self._known_status()
        status, source = known or (DateStatus.OWN, "")
        hard = self._proposal.hard if self._proposal else None
        row = self._row
        at, zone = None, ""
        if row is not None and day == row.hard_on:
            at, zone = row.hard_time, row.hard_zone
        elif hard is not None and day == hard.on:
            at, zone = hard.at, hard.zone
        return {
            "hard_on": day,
            "hard_time": at,
            "hard_zone": zone,
            "hard_status": status,
            "hard_source": source,
            "letters_by": self._soft.day(),
        }

    def _facts(self) -> dict[str, Any]:
        specialty = "" if self._specialty_field.isHidden() else self._specialty.text().strip()
        return {
            "detail": self._detail.text().strip(),
            "service": self._chosen_service(),
            "season": self._season.currentText().strip(),
            "specialty": specialty,
            "goals": self._goal_values(),
            **self._dates(),
        }

    def _save(self) -> None:
        self._propose()
        try:
            application_id = self._store()
        except InvalidInputError as error:
            self._show_error(error)
            return
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()
        self.saved.emit(application_id)

    def _store(self) -> int:
        facts, proposal = self._facts(), self._proposal
        assert proposal is not None
        if self._row is None:
            return self._applications.add(
                self._name.text(),
                self._chosen_kind(),
                slots=proposal.slots,
                dates=proposal.events,
                cap=proposal.cap,
                **facts,
            )
        kind = self._chosen_kind()
        if facts["service"] is not self._row.service:
            facts["cap"] = proposal.cap
        self._applications.update(self._row.id, name=self._name.text(), kind=kind, **facts)
        return self._row.id

    def _show_error(self, error: InvalidInputError) -> None:
        if error.field_name == "name":
            self._name_field.set_error(sentence(error))
            self._name.setFocus()
        else:
            self._soft_field.set_error(sentence(error))
            self._soft.setFocus()
