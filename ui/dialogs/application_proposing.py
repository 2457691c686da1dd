"""How the form of an application is filled from the rules, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import proposals, requirements
from lordesk.errors import InvalidInputError
from lordesk.kinds import ApplicationKind, DateStatus
from lordesk.rows.letters import ApplicationRow
from ui.dialogs.application_form import PRELIMINARY, ApplicationForm
from ui.dialogs.application_prefill import MarkedSlot
from ui.widgets.text import set_tip
from ui.wording import applications as words
from ui.wording import seasons
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from lordesk.domain.proposals import Proposal
    from lordesk.domain.rulepacks import SpecialtyRule
    from lordesk.kinds import LetterService
    from lordesk.rows.rules import RuleRow
    from lordesk.services.rules import RuleService
    from ui.desk import Desk


class ApplicationProposing(ApplicationForm):
    """`_own` names what the user has set and no proposal may replace.

    Letters and seasons that the user has set are kept by what they were set for, so that they come
    back with it.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        rules: RuleService,
        row: ApplicationRow | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(desk, title, rules, parent)
        self._row = row
        self._own: set[str] = set()
        self._seasons: dict[LetterService | None, str] = {}
        self._kept_slots: dict[str, tuple[MarkedSlot, ...]] = {}
        self._proposal: Proposal | None = None
        self._filling = False

    # --- what the user does -----------------------------------------------------------------------

    def _on_kind_activated(self) -> None:
        if "service" not in self._own:
            self._choose_service()
        self._renew_season()

    def _on_service_activated(self) -> None:
        self._own.add("service")
        if "school" not in self._own:
            self._show_school(self._as_row(""))
        self._renew_season()

    def _on_school_activated(self) -> None:
        self._own.add("school")
        self._on_specialty_edited()

    def _on_season_edited(self) -> None:
        self._own.add("season")
        self._seasons[self._chosen_service()] = self._season.currentText().strip()
        self._propose()

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

    def _on_cap_changed(self) -> None:
        if not self._filling:
            self._own.add("cap")
            self._show_cap()

    def _on_slots_edited(self) -> None:
        self._kept_slots[self._slots_key()] = self._slots.slots_shown()

    # --- proposing --------------------------------------------------------------------------------

    def _choose_service(self) -> None:
        service = proposals.usual_service(
            self._chosen_kind(), self._chosen_specialty(), self._rules.specialties
        )
        self._service.setCurrentIndex(self._service.findData(service))

    def _show_school(self, row: ApplicationRow) -> None:
        rule = requirements.specialty_rule(
            ApplicationKind.MEDICAL_SCHOOL, row.service, row.specialty, self._rules.specialties
        )
        if rule is not None and self._school.findData(rule.key) >= 0:
            self._school.setCurrentIndex(self._school.findData(rule.key))

    def _renew_season(self) -> None:
        """The season that the user has set for this service, else the one under way."""
        self._show_kind()
        service, today = self._chosen_service(), self._desk.clock.today()
        found = proposals.current_season(service, self._rules.seasons, today)
        usual = found.season if found else ""
        self._season.setEditText(self._seasons.get(service, usual))
        self._propose()

    def _propose(self) -> None:
        """Show the dates of the season and the usual letters; what is the user's own stays."""
        today = self._desk.clock.today()
        self._proposal = self._proposed(
            self._chosen_kind(),
            self._chosen_service(),
            self._season.currentText().strip(),
            self._chosen_specialty(),
        )
        hard = self._proposal.hard
        if "hard" not in self._own:
            self._hard.set_day(hard.on if hard else None)
        if "soft" not in self._own:
            self._propose_soft(today)
        if "name" not in self._own:
            self._name.setText(self._usual_name())
        if "cap" not in self._own:
            self._set_cap(self._proposal.cap)
        self._show_facts()
        self._show_prefilled()

    def _proposed(
        self, kind: ApplicationKind, service: LetterService | None, season: str, specialty: str
    ) -> Proposal:
        return proposals.propose(
            kind,
            service,
            season,
            specialty,
            services=self._rules.services,
            specialties=self._rules.specialties,
            seasons=self._rules.seasons,
            today=self._desk.clock.today(),
        )

    def _propose_soft(self, today: date) -> None:
        hard = self._hard.day()
        days = self._desk.settings.values.soft_days
        self._soft.set_day(proposals.letters_by(hard, days, today) if hard else None)

    def _set_cap(self, cap: int | None) -> None:
        self._filling = True
        self._cap.setValue(cap or 0)
        self._filling = False

    def _usual_name(self) -> str:
        kind = self._chosen_kind()
        specialty = self._specialty.text().strip()
        if kind in (ApplicationKind.RESIDENCY, ApplicationKind.AWAY_ROTATION) and specialty:
            return specialty
        if kind is ApplicationKind.MEDICAL_SCHOOL and self._chosen_service() is not None:
            return f"{self._service.currentText()} {self._season.currentText()}".strip()
        return ""

    # --- what is said about it --------------------------------------------------------------------

    def _as_row(self, specialty: str | None = None) -> ApplicationRow:
        """What the form says, for the rules that hold for it."""
        return ApplicationRow(
            id=self._row.id if self._row else 0,
            name=self._name.text().strip() or self._kind.currentText(),
            kind=self._chosen_kind(),
            service=self._chosen_service(),
            season=self._season.currentText().strip(),
            specialty=self._chosen_specialty() if specialty is None else specialty,
            goals={},
            hard_status=DateStatus.OWN,
        )

    def _show_facts(self) -> None:
        self._show_hard()
        self._show_soft()
        self._show_cap()

    def _season_span(self) -> tuple[date, date] | None:
        service, season = self._chosen_service(), self._season.currentText().strip()
        known = proposals.seasons_of(service, self._rules.seasons)
        days = [event.on for each in known if each.season == season for event in each.events]
        return (min(days), max(days)) if days else None

    def _odd(self, day: date | None) -> str:
        """A year that was mistyped, or a day that has passed."""
        span = self._season_span()
        if day is not None and span is not None and not span[0] <= day <= span[1]:
            return seasons.out_of_season(day, span)
        past = day is not None and day < self._desk.clock.today()
        return self.tr("This day has passed.") if past else ""

    def _show_hard(self) -> None:
        """Confirmed or projected, with the source in the tooltip; else that the day is odd."""
        day, known = self._hard.day(), self._known_status()
        mark = seasons.date_mark(*known) if day is not None and known is not None else ""
        self._hard_field.set_help(self._odd(day) or mark)
        set_tip(self._hard_field, words.source(known[1]) if known and known[1] else "")

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

    def _show_cap(self) -> None:
        proposed = self._proposal.cap if self._proposal else None
        rule = next((row for row in self._sourced() if row.key == "cap"), None)
        same = proposed is not None and self._cap.value() == proposed
        self._cap_field.set_help(seasons.rule_mark(rule) if same else "")
        set_tip(self._cap_field, words.source(rule.origin.source) if rule else "")

    def _sourced(self) -> tuple[RuleRow, ...]:
        return self._rules.sources_for(self._as_row())

    # --- letters and dates of a new one -----------------------------------------------------------

    def _slots_key(self) -> str:
        rule = self._proposal.rule if self._proposal else None
        return rule.key if rule else ""

    def _show_prefilled(self) -> None:
        """An application that is there has its letters and dates on the page."""
        proposal, new = self._proposal, self._row is None
        if proposal is None or not new:
            for widget in (
                self._letters_head,
                self._slots,
                self._dates_head,
                self._events,
                self._preliminary_field,
            ):
                widget.hide()
            return
        kept = self._kept_slots.get(self._slots_key())
        self._slots.show_slots(kept if kept is not None else self._usual_slots(proposal))
        marks = [seasons.date_mark(each.status, each.origin.source) for each in proposal.events]
        self._events.show_events(proposal.events, marks)
        self._dates_head.setVisible(bool(proposal.events))
        self._events.setVisible(bool(proposal.events))
        self._show_preliminary()

    def _usual_slots(self, proposal: Proposal) -> list[MarkedSlot]:
        found = (row for row in self._sourced() if row.pack == "specialties" and row.key == "need")
        marks = {row.beside.get("title"): seasons.rule_mark(row) for row in found}
        return [MarkedSlot(s.title, s.need, marks.get(s.title, "")) for s in proposal.slots]

    def _preliminary_rule(self) -> SpecialtyRule | None:
        """What is chosen beside a residency that is no preliminary year itself."""
        if self._row is not None or not self._may_have_preliminary():
            return None
        return self._rules.specialties.get(str(self._preliminary.currentData() or ""))

    def _may_have_preliminary(self) -> bool:
        residency = self._chosen_kind() is ApplicationKind.RESIDENCY
        return residency and self._slots_key() not in PRELIMINARY

    def _show_preliminary(self) -> None:
        field, rule = self._preliminary_field, self._preliminary_rule()
        field.setVisible(self._may_have_preliminary())
        own = self._proposal.rule if self._proposal else None
        if rule is not None:
            field.set_help(seasons.preliminary(rule.name, len(rule.slots)))
        elif own is not None and own.advanced:
            field.set_help(self.tr("This specialty needs one, with letters of its own."))
        else:
            field.set_help("")
