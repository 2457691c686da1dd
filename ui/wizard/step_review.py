"""Step 5: the open checks first, then what passes; how it leaves; what comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import Severity
from ui.widgets.avatar import Avatar, tint_of
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import ElidedLabel, Label
from ui.widgets.toast import announce
from ui.wizard.check_row import CheckRow, clear
from ui.wizard.fixes import button_words, is_about_you, where
from ui.wizard.plan_pane import PlanList
from ui.wizard.preview import SidePane
from ui.wizard.read_dialog import ReadDialog
from ui.wizard.session import key_of
from ui.wizard.state import Way
from ui.wizard.step import TIGHT, Step
from ui.wizard.way_card import WayCard
from ui.wording.errors import details, sentence

if TYPE_CHECKING:
    from datetime import date, time

    from lordesk.errors import LordeskError
    from lordesk.rows.finding import Finding
    from ui.desk import Desk
    from ui.wizard.session import Session


class ReviewStep(Step):
    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, session.tr("Review and send"), "", TIGHT, parent)
        self._findings: list[Finding] = []
        self._rows: list[CheckRow] = []
        self._shown: list[tuple[Finding, bool]] = []
        self._build()
        self._connect()

    # --- what the wizard calls --------------------------------------------------------------------

    def side(self) -> QWidget:
        return self._side

    def first_field(self) -> QWidget:
        return self._ways.current()

    def load(self) -> None:
        self._problem.hide()
        self._handed.hide()
        self._ways.load(self.session)
        self.refresh()

    def refresh(self) -> None:
        self._findings = self.session.findings()
        self._ways.refresh(self.session)
        self._plan.show_plan(self.session, [])
        self._show_message()
        self._show_checks()
        self.set_lead(self._lead_words())

    def summary(self) -> str:
        if self.session.state.reached < 4 or not self._findings:
            return self.tr("Not sent yet")
        left = self._to_look_at()
        return self.tr("%n thing(s) to look at", "", left) if left else self.tr("Ready to send")

    def _to_look_at(self) -> int:
        """Checks that stop it or want the user's word; the rail and the heading tell this number.

        Hints and what passes are none, and what stops a mail stops no talk in person.
        """
        blocks = sum(finding.severity is Severity.BLOCKS for finding in self._findings)
        unseen = len(self.session.open_acknowledgements_in(self._findings))
        return unseen if self.session.state.way is Way.IN_PERSON else blocks + unseen

    def ready(self) -> bool:
        """False where a check stops it or was not looked at; the focus goes there then, and what
        is missing is said there.
        """
        row = self._in_the_way()
        if row is None:
            return True
        said = row.show_missing()
        (row.box or row.button or self._read).setFocus()
        self.pane.ensureWidgetVisible(row)
        announce(row, f"{row.words.title}. {said}")
        return False

    def _in_the_way(self) -> CheckRow | None:
        """The first check that keeps the message here."""
        way = self.session.state.way
        if way is Way.IN_PERSON:
            return None
        for row in self._rows:
            unseen = row.box is not None and not row.box.isChecked() and way is not Way.TEST
            if row.finding.severity is Severity.BLOCKS or unseen:
                return row
        return None

    def fail(self, error: LordeskError) -> None:
        """Say what came in the way; the code is in the tooltip."""
        self._problem.set("danger", sentence(error))
        self._problem.setToolTip(details(error))
        self._problem.show()

    def tell(self, fact: str, consequence: str = "") -> None:
        """What has been done, where the wizard stays open."""
        self._problem.hide()
        self._handed.set("accent", fact, consequence)
        self._handed.show()

    def checks(self) -> list[CheckRow]:
        return list(self._rows)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._problem, self._handed = Notice(look, "danger"), Notice(look, "accent")
        for notice in (self._problem, self._handed):
            notice.hide()
            self.form.addWidget(notice)
        self._avatar = Avatar(look, "", 0, 32)
        self._subject = Label(look, style="bodyStrong", wrap=True)
        self._subject.setMinimumWidth(1)  # one endless word breaks instead of widening the pane
        self._to = ElidedLabel(look, style="small", color="text-secondary")
        self._read = Button(look, self.tr("Read it"), icon="eye", size="small")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._subject)
        words.addWidget(self._to)
        line = QHBoxLayout()
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(12)
        line.addWidget(self._avatar)
        line.addLayout(words, 1)
        line.addWidget(self._read)
        message = Card(look)
        message.body.addLayout(line)
        self._checks = Card(look)
        self.form.addWidget(message)
        self.form.addWidget(self._checks)
        self._side = self._build_side()

    def _build_side(self) -> SidePane:
        look = self._look
        side = SidePane(look)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(25, 24, 24, 24)
        column.setSpacing(10)
        column.addWidget(Label(look, self.tr("How to send"), "heading"))
        self._ways = WayCard(look)
        column.addWidget(self._ways)
        column.addSpacing(14)
        self._plan = PlanList(look)
        column.addWidget(self._plan)
        column.addStretch(1)
        outer = QVBoxLayout(side)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(ScrollPane(content))
        return side

    def _connect(self) -> None:
        self._read.clicked.connect(self._on_read_clicked)
        self._ways.way_chosen.connect(self._on_way_chosen)
        self._ways.time_changed.connect(self._on_time_changed)
        self._ways.asked_on_changed.connect(self._on_asked_on_changed)
        self._ways.settings_requested.connect(self._on_mail_wanted)

    # --- showing ----------------------------------------------------------------------------------

    def _show_message(self) -> None:
        draft, mentor = self.session.message(), self.session.mentor
        if draft is None or mentor is None:
            return
        self._avatar.set(mentor.initials, tint_of(mentor.id))
        self._subject.setText(draft.subject)
        text = self.tr("To {name} · %n attachment(s)", "", len(draft.files))
        self._to.setText(text.format(name=mentor.full_name))

    def _show_checks(self) -> None:
        looked = self.session.state.acknowledged
        shown = [(finding, key_of(finding) in looked) for finding in self._findings]
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._checks)
        self._rows = []
        for finding, looked_at in shown:
            row = CheckRow(self._look, finding, button_words(finding), looked_at)
            row.fix_clicked.connect(self._on_fix_clicked)
            row.acknowledged.connect(self._on_acknowledged)
            self._checks.add_row(row)
            self._rows.append(row)
        self._checks.setVisible(bool(shown))

    def _lead_words(self) -> str:
        left = self._to_look_at()
        if left:
            return self.tr("%n thing(s) to look at before this goes out.", "", left)
        total = len(self._findings)
        passed = sum(finding.severity is Severity.PASS for finding in self._findings)
        if passed == total:
            return self.tr("All %n check(s) pass.", "", total)
        text = self.tr(
            "{passed} of {total} checks pass. You can send with the open (one|ones).",
            "",
            total - passed,
        )
        return text.format(passed=passed, total=total)

    # --- what the user does -----------------------------------------------------------------------

    def _on_read_clicked(self) -> None:
        draft = self.session.message()
        if draft is not None:
            ReadDialog(self._desk, draft, self).open()

    def _on_mail_wanted(self) -> None:
        self.settings_requested.emit("mail")

    def _on_fix_clicked(self, finding: Finding) -> None:
        if is_about_you(finding):
            self.settings_requested.emit("you")
            return
        step, place = where(finding, self.session.state)
        self.fix_requested.emit(step, place)

    def _on_acknowledged(self, key: str, looked_at: bool) -> None:
        state = self.session.state
        state.acknowledged = state.acknowledged | {key} if looked_at else state.acknowledged - {key}
        self.session.touch(rewrites=False)
        for row in self._rows:
            if key_of(row.finding) == key and row.box is not None:
                row.box.setFocus()

    def _on_way_chosen(self, way: Way) -> None:
        self.session.state.way = way
        self.session.touch(rewrites=False)

    def _on_time_changed(self, on: date, at: time) -> None:
        self.session.state.schedule_on, self.session.state.schedule_at = on, at
        self.session.touch(rewrites=False)

    def _on_asked_on_changed(self, on: date) -> None:
        self.session.state.asked_on = on
        self.session.touch(rewrites=False)
