"""Step 2: when the letter is needed, when it is due, and when to ask."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lordesk.domain import deadlines
from lordesk.kinds import DateStatus, Severity
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.notice import Notice
from ui.widgets.optional_date import OptionalDate
from ui.widgets.text import Label
from ui.wizard import defaults
from ui.wizard.columns import Columns
from ui.wizard.plan_pane import PlanPane
from ui.wizard.step import Step
from ui.wizard.timeline import Mark, Timeline
from ui.wording.dates import day_count, row_date, short_date
from ui.wording.findings import finding_words
from ui.wording.kinds import word
from ui.wording.seasons import publisher

if TYPE_CHECKING:
    from lordesk.rows.finding import Finding, Place
    from ui.desk import Desk
    from ui.wizard.session import Session

_FIELD_OF = {"soft-after-hard": "soft", "ask-after-due": "ask"}


class TimingStep(Step):
    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            session,
            self.tr("Timing"),
            self.tr("Four to eight weeks is kind. The writer is told the earlier date."),
            parent=parent,
        )
        self._build()
        self._connect()

    # --- what the wizard calls --------------------------------------------------------------------

    def side(self) -> QWidget:
        return self._plan

    def first_field(self) -> QWidget:
        return self._hard

    def load(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        state = self.session.state
        for editor, on in (
            (self._hard, state.hard_on),
            (self._soft, state.soft_on),
            (self._ask, state.ask_on),
        ):
            if editor.day() != on:
                editor.set_day(on)
        self._suggest()
        self._show_help()
        findings = self.session.timing_findings()
        self._show_errors(findings)
        self._show_warnings(findings)
        self._timeline.set_marks(self._marks())
        self._line_card.setVisible(len(self._timeline.marks) > 1)
        self._plan.show_plan(self.session)

    def summary(self) -> str:
        state = self.session.state
        if state.soft_on is None:
            return self.tr("No date yet")
        if state.ask_on is None:
            return self.tr("Due {day}").format(day=short_date(state.soft_on, self.session.today))
        text = self.tr("Due {day} · {days}")
        left = max(0, (state.soft_on - max(state.ask_on, self.session.today)).days)
        day = short_date(state.soft_on, self.session.today)
        return text.format(day=day, days=day_count(left))

    def may_leave(self) -> bool:
        blocking = [f for f in self.session.timing_findings() if f.severity is Severity.BLOCKS]
        if blocking:
            self._fields[_field_of(blocking[0])].editor.setFocus()
            return False
        return True

    def reveal(self, place: Place | None) -> None:
        found = [f for f in self.session.timing_findings() if f.severity is Severity.BLOCKS]
        self._fields[_field_of(found[0]) if found else "soft"].editor.setFocus()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look, today = self._look, self.session.today
        self._plan = PlanPane(look)
        names = (self.tr("Application date"), self.tr("Letter due"), self.tr("Ask by"))
        far = today + timedelta(weeks=10)
        self._hard = OptionalDate(look, names[0], far)
        self._soft = OptionalDate(look, names[1], far - timedelta(days=14))
        self._ask = OptionalDate(look, names[2], today)
        self._fields = {
            "hard": Field(look, names[0], self._hard),
            "soft": Field(look, names[1], self._soft),
            "ask": Field(look, names[2], self._ask),
        }
        self.form.addWidget(Columns(look, list(self._fields.values())))
        self._line_card = Card(look, padding=11)
        line = QVBoxLayout()
        line.setSpacing(4)
        line.addWidget(Label(look, self.tr("On one line"), "label"))
        self._timeline = Timeline(look)
        line.addWidget(self._timeline)
        self._line_card.body.addLayout(line)
        self.form.addWidget(self._line_card)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(8)
        self.form.addLayout(self._warnings)

    def _connect(self) -> None:
        self._hard.picked.connect(self._on_hard_picked)
        self._soft.picked.connect(self._on_soft_picked)
        self._ask.picked.connect(self._on_ask_picked)

    # --- showing ----------------------------------------------------------------------------------

    def _suggest(self) -> None:
        state, today = self.session.state, self.session.today
        lead = self._desk.settings.values.soft_days
        if state.hard_on is not None:
            self._soft.suggest(deadlines.soft_date(state.hard_on, lead))
        if state.soft_on is not None:
            self._ask.suggest(deadlines.planned_ask(state.soft_on, today))

    def _show_help(self) -> None:
        state = self.session.state
        self._fields["hard"].set_help(self._hard_help())
        soft = ""
        if state.soft_on is not None and state.hard_on is not None:
            days = (state.hard_on - state.soft_on).days
            soft = self.tr("%n day(s) before the application date. The writer is told this one.",
                           "", days)  # fmt: skip
        self._fields["soft"].set_help(soft)
        ask = ""
        if state.soft_on is not None:
            best = deadlines.best_ask_by(state.soft_on)
            text = (
                self.tr("Eight weeks before would be {day}.")
                if best >= self.session.today
                else self.tr("Eight weeks before was {day}. Today is the next best day.")
            )
            ask = text.format(day=row_date(best, self.session.today))
        self._fields["ask"].set_help(ask)

    def _hard_help(self) -> str:
        application, state = self.session.application, self.session.state
        if state.hard_on is None:
            return self.tr("The day on which the letter has to be usable.")
        if application is None or application.hard_on != state.hard_on:
            return self.tr("Your own date.")
        if application.hard_status is DateStatus.OWN or not application.hard_source:
            return word(application.hard_status)[:1].upper() + word(application.hard_status)[1:]
        text = self.tr("{status}, from {source}")
        status = word(application.hard_status)
        source = publisher(application.hard_source)
        return text.format(status=status[:1].upper() + status[1:], source=source)

    def _show_errors(self, findings: list[Finding]) -> None:
        told: dict[str, str] = {}
        for finding in findings:
            if finding.severity is Severity.BLOCKS:
                words = finding_words(finding)
                text = self.tr("{title}. {detail}")
                told.setdefault(
                    _field_of(finding), text.format(title=words.title, detail=words.detail)
                )
        for name, field in self._fields.items():
            if field.error() != told.get(name, ""):
                field.set_error(told.get(name, ""))

    def _show_warnings(self, findings: list[Finding]) -> None:
        shown = [f for f in findings if f.severity is not Severity.BLOCKS]
        while self._warnings.count() > len(shown):
            item = self._warnings.takeAt(self._warnings.count() - 1)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, finding in enumerate(shown):
            words = finding_words(finding)
            kind = "warning" if finding.severity is Severity.ACKNOWLEDGE else "neutral"
            item = self._warnings.itemAt(number)
            notice = item.widget() if item else None
            if isinstance(notice, Notice):
                notice.set(kind, words.title, words.detail)
            else:
                self._warnings.addWidget(Notice(self._look, kind, words.title, words.detail))

    def _marks(self) -> list[Mark]:
        state = self.session.state
        marks = []
        if state.ask_on is not None:
            marks.append(Mark(state.ask_on, self.tr("Ask"), "send", "accent-text", "accent-soft"))
        for follow_up in self.session.follow_ups(state.ask_on):
            name = word(follow_up.kind)
            mark = Mark(follow_up.on, name, "bell", "text-secondary", "neutral-soft", major=False)
            marks.append(mark)
        if state.soft_on is not None:
            due = self.tr("Letter due")
            marks.append(Mark(state.soft_on, due, "file-text", "on-accent", "accent"))
        if state.hard_on is not None:
            marks.append(Mark(state.hard_on, self.tr("Application"), "flag", "on-ink", "ink"))
        return marks

    # --- what the user does -----------------------------------------------------------------------

    def _on_hard_picked(self, on: date | None) -> None:
        self.session.state.hard_on = on
        application = self.session.application
        if application is None or application.hard_on != on:
            self.session.state.hard_time = None
        defaults.compute_dates(self.session)
        self.session.touch()

    def _on_soft_picked(self, on: date | None) -> None:
        self.session.state.soft_on, self.session.state.soft_own = on, True
        defaults.compute_dates(self.session)
        self.session.touch()

    def _on_ask_picked(self, on: date | None) -> None:
        self.session.state.ask_on, self.session.state.ask_own = on, True
        self.session.touch()


def _field_of(finding: Finding) -> str:
    return _FIELD_OF.get(finding.code) or str(finding.data.get("date", "soft"))
