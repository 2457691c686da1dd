"""An application: what for, through which service, by when. The rules propose, the user decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from lordesk.domain import proposals
from lordesk.errors import InvalidInputError, LordeskError
from lordesk.kinds import ApplicationKind, DateStatus
from ui.dialogs.application_proposing import ApplicationProposing
from ui.dialogs.rule_sources import RuleSourcesDialog
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.rows.letters import ApplicationRow
    from lordesk.services.applications import ApplicationService
    from lordesk.services.rules import RuleService
    from ui.desk import Desk


class ApplicationDialog(ApplicationProposing):
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
        super().__init__(desk, title, rules, row, parent)
        self._applications = applications
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
        self._school.activated.connect(self._on_school_activated)
        self._season.activated.connect(self._on_season_edited)
        self._season_line.textEdited.connect(self._on_season_edited)
        self._season_line.editingFinished.connect(self._propose)
        self._specialty.textEdited.connect(self._on_specialty_edited)
        self._specialty.editingFinished.connect(self._on_specialty_edited)
        self._completer.activated.connect(self._on_specialty_edited)
        self._name.textEdited.connect(self._on_name_edited)
        self._hard.picked.connect(self._on_hard_changed)
        self._soft.picked.connect(self._on_soft_changed)
        self._cap.valueChanged.connect(self._on_cap_changed)
        self._slots.edited.connect(self._on_slots_edited)
        self._preliminary.activated.connect(self._show_preliminary)
        self._sources.clicked.connect(self._show_sources)

    def _fill(self, row: ApplicationRow) -> None:
        self._own = {"name", "hard", "soft", "service", "school", "cap", "season"}
        self._kind.setCurrentIndex(list(ApplicationKind).index(row.kind))
        self._service.setCurrentIndex(self._service.findData(row.service))
        self._specialty.setText(row.specialty)
        self._show_school(row)
        self._show_kind()
        self._season.setEditText(row.season)
        self._seasons[row.service] = row.season
        self._name.setText(row.name)
        self._detail.setText(row.detail)
        self._hard.set_day(row.hard_on)
        self._soft.set_day(row.letters_by)
        self._set_cap(row.cap)
        self._fill_goals(row.goals)
        self._propose()
        if self._proposal is not None and row.cap == self._proposal.cap:
            self._own.discard("cap")  # as proposed, so it goes with the service

    # --- rules ------------------------------------------------------------------------------------

    def _show_sources(self) -> None:
        """A rule that is changed there changes what is proposed here."""
        dialog = RuleSourcesDialog(self._desk, self._rules, self._as_row(), self)
        dialog.finished.connect(self._propose)
        dialog.open()

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
        return {
            "name": self._name.text(),
            "kind": self._chosen_kind(),
            "detail": self._detail.text().strip(),
            "service": self._chosen_service(),
            "season": self._season.currentText().strip(),
            "specialty": self._chosen_specialty(),
            "goals": self._goal_values(),
            "cap": self._cap.value() or None,
            **self._dates(),
        }

    def _second(self, facts: dict[str, Any]) -> dict[str, Any] | None:
        """The application to a preliminary year, with letters and dates of its own service."""
        rule = self._preliminary_rule()
        if rule is None:
            return None
        today = self._desk.clock.today()
        seasons = self._rules.seasons
        found = proposals.current_season(rule.service, seasons, today)
        season = facts["season"] if rule.service is facts["service"] else ""
        season = season or (found.season if found else "")
        proposal = self._proposed(ApplicationKind.RESIDENCY, rule.service, season, rule.name)
        hard = proposal.hard
        days = self._desk.settings.values.soft_days
        return {
            "name": rule.name,
            "kind": ApplicationKind.RESIDENCY,
            "service": rule.service,
            "season": season,
            "specialty": rule.name,
            "goals": facts["goals"],
            "cap": proposal.cap,
            "slots": proposal.slots,
            "dates": proposal.events if rule.service is not facts["service"] else (),
            "hard_on": hard.on if hard else None,
            "hard_time": hard.at if hard else None,
            "hard_zone": hard.zone if hard else "",
            "hard_status": hard.status if hard else DateStatus.OWN,
            "hard_source": hard.origin.source if hard else "",
            "letters_by": proposals.letters_by(hard.on, days, today) if hard else None,
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
        facts = self._facts()
        if self._row is not None:
            self._applications.update(self._row.id, **facts)
            return self._row.id
        facts |= {"slots": self._slots.rules(), "dates": self._events.chosen()}
        second = self._second(facts)
        if second is None:
            return self._applications.add(**facts)
        return self._applications.add_with_preliminary(facts, second)

    def _show_error(self, error: InvalidInputError) -> None:
        if error.field_name == "name":
            self._name_field.set_error(sentence(error))
            self._name.setFocus()
        else:
            self._soft_field.set_error(sentence(error))
            self._soft.setFocus()
