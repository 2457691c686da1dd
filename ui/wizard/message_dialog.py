"""Writes a follow-up, a thank-you note or an update: the text, its checks, how it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import MessageKind, Severity, Tone
from ui.actions import ActionId
from ui.dialogs.about_you_dialog import AboutYouDialog
from ui.dialogs.dialog import Dialog
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.fields import TextArea
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollPane
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.wizard.check_row import CheckRow, clear
from ui.wizard.fixes import is_about_you
from ui.wizard.note_session import NoteSession
from ui.wizard.preview import Preview
from ui.wizard.sending import Sending, open_in_system
from ui.wizard.session import key_of
from ui.wizard.state import Way
from ui.wizard.way_card import WayCard
from ui.wording.errors import sentence
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time
    from pathlib import Path

    from lordesk.errors import LordeskError
    from lordesk.kinds import MaterialKind
    from lordesk.rows.finding import Finding
    from ui.desk import Desk
    from ui.wizard.sending import Left
    from ui.wizard.services import WizardServices

_WITH_NEWS = (MessageKind.OUTCOME, MessageKind.UPDATE)


class MessageDialog(Dialog):
    """`kind` None: what one would write at the letter's stage. Raises MissingRowError.

    `sent` carries what the undo bar says; the dialog shows that bar itself.
    """

    sent = Signal(str)

    def __init__(
        self,
        desk: Desk,
        services: WizardServices,
        kind: MessageKind | None = None,
        letter_id: int | None = None,
        mentor_id: int | None = None,
        files: tuple[MaterialKind, ...] = (),
        opener: Callable[[Path], bool] = open_in_system,
        parent: QWidget | None = None,
    ) -> None:
        if kind is None:
            kind = MessageKind.UPDATE
            if letter_id is not None:
                kind = services.messages.kind_for_now(services.letters.get(letter_id))
        self.session = NoteSession(desk, services, kind, letter_id, mentor_id, files)
        super().__init__(desk, "", 880, parent)
        self.session.setParent(self)
        self._services = services
        self._sending = Sending(self.session, opener, self)
        self._rows: list[CheckRow] = []
        self._shown: list[tuple[Finding, bool]] = []
        self._title.setText(self._title_words())
        self.setWindowTitle(self._title_words())
        self._build()
        self._connect()
        self._ways.load(self.session)
        self._preview.renew()
        self._renew()
        (self._news if not self._news_field.isHidden() else self._ways.current()).setFocus()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._preview = Preview(look, self.session)
        self._tones = self._services.templates.tones(self.session.kind)
        self._tone = Segmented(look, [word(tone) for tone in self._tones], self.tr("Tone"))
        self._tone.setVisible(len(self._tones) > 1)
        self._news = TextArea(look, self.tr("I matched at …"), rows=2)
        self._news_field = Field(look, self.tr("Your news"), self._news)
        self._news_field.setVisible(self.session.kind in _WITH_NEWS)
        self._ways = WayCard(look, self._in_person_words())
        self._told = Notice(look, "accent", compact=True)
        self._told.hide()
        self._checks = Card(look)
        content = QWidget()
        right = QVBoxLayout(content)
        right.setContentsMargins(0, 0, 4, 0)
        right.setSpacing(12)
        for part in (self._tone, self._news_field):
            right.addWidget(part)
        right.addWidget(Label(look, self.tr("How to send"), "heading"))
        right.addWidget(self._ways)
        right.addWidget(self._told)
        right.addWidget(self._checks)
        right.addStretch(1)
        self._pane = pane = ScrollPane(content)
        pane.setMinimumWidth(340)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._preview, 1)
        row.addWidget(pane)
        self.body.addLayout(row, 1)
        self.add_buttons(self.tr("Send now"))
        self.resize(880, min(600, look.px(560)))

    def _connect(self) -> None:
        self._tone.picked.connect(self._on_tone_picked)
        self._news.textChanged.connect(self._on_news_changed)
        self._ways.way_chosen.connect(self._on_way_chosen)
        self._ways.time_changed.connect(self._on_time_changed)
        self._ways.asked_on_changed.connect(self._on_day_changed)
        self._ways.settings_requested.connect(self._on_settings_requested)
        self.session.changed.connect(self._renew)
        self._sending.done.connect(self._on_done)
        self._sending.told.connect(self._on_told)
        self._sending.failed.connect(self._on_failed)

    def _title_words(self) -> str:
        mentor = self.session.mentor
        name = mentor.short_name if mentor else ""
        texts = {
            MessageKind.FOLLOW_UP: self.tr("Follow up with {name}"),
            MessageKind.DUE_FOLLOW_UP: self.tr("Follow up with {name}"),
            MessageKind.THANKS: self.tr("Thank {name}"),
            MessageKind.DECLINE_REPLY: self.tr("Answer {name}"),
            MessageKind.OUTCOME: self.tr("Tell {name} your news"),
            MessageKind.UPDATE: self.tr("Update for {name}"),
            MessageKind.COLD_START: self.tr("Get in touch with {name}"),
            MessageKind.ASK: self.tr("Ask {name}"),
        }
        return texts[self.session.kind].format(name=name)

    def _in_person_words(self) -> str:
        if self.session.kind is MessageKind.THANKS:
            return self.tr("I thanked in person")
        return self.tr("I told in person")

    # --- showing --------------------------------------------------------------------------------

    def _renew(self) -> None:
        findings = self.session.findings()
        self._ways.refresh(self.session)
        words, icon = self._sending.words()
        if self.primary is not None:
            self.primary.setText(words)
            self.primary.set_icon(icon)
        self._show_checks([f for f in findings if f.severity is not Severity.PASS])

    def _show_checks(self, findings: list[Finding]) -> None:
        """Only what is open: the text is in view."""
        looked = self.session.state.acknowledged
        shown = [(finding, key_of(finding) in looked) for finding in findings]
        if shown == self._shown and self._rows:
            return
        self._shown = shown
        clear(self._checks)
        self._rows = []
        for finding, looked_at in shown:
            words = self.tr("Fill in") if is_about_you(finding) else ""
            row = CheckRow(self._look, finding, words, looked_at)
            row.fix_clicked.connect(self._on_fix_clicked)
            row.acknowledged.connect(self._on_acknowledged)
            self._checks.add_row(row)
            self._rows.append(row)
        self._checks.setVisible(bool(shown))

    # --- what the user does -----------------------------------------------------------------------

    def _save(self) -> None:
        self.fail_with("")
        if self._sending.waits_for_answer or self._ready():
            self._sending.go()
            self._renew()

    def _ready(self) -> bool:
        if self.session.state.way is Way.IN_PERSON:
            return True
        findings = self.session.findings()
        if any(finding.severity is Severity.BLOCKS for finding in findings):
            self.fail_with(self.tr("Not sent: put right what is named at the right first."))
            self._pane.ensureWidgetVisible(self._checks)
            return False
        if self.session.open_acknowledgements_in(findings):
            self.fail_with(self.tr("Not sent: say that you looked at what is named at the right."))
            self._pane.ensureWidgetVisible(self._checks)
            return False
        return True

    def _on_tone_picked(self, index: int) -> None:
        self.session.state.tone = self._tones[index] if self._tones else Tone.WARM
        self.session.touch()

    def _on_news_changed(self) -> None:
        self.session.news = self._news.toPlainText()
        self.session.touch()

    def _on_way_chosen(self, way: Way) -> None:
        self.session.state.way = way
        self.session.touch(rewrites=False)

    def _on_time_changed(self, on: date, at: time) -> None:
        self.session.state.schedule_on, self.session.state.schedule_at = on, at
        self.session.touch(rewrites=False)

    def _on_day_changed(self, on: date) -> None:
        self.session.state.asked_on = on
        self.session.touch(rewrites=False)

    def _on_acknowledged(self, key: str, looked_at: bool) -> None:
        state = self.session.state
        state.acknowledged = state.acknowledged | {key} if looked_at else state.acknowledged - {key}
        self.session.touch(rewrites=False)

    def _on_fix_clicked(self) -> None:
        """Asked for on top of the dialog, so that the text under way stays as it is."""
        dialog = AboutYouDialog(self._desk, self._services.profile, self)
        dialog.accepted.connect(self._on_you_told)
        dialog.open()

    def _on_you_told(self) -> None:
        self.fail_with("")
        self.session.forget_rows()
        self.session.touch()

    def _on_settings_requested(self) -> None:
        self.reject()
        self._desk.actions.get(ActionId.OPEN_SETTINGS).trigger()

    def _on_told(self, fact: str, consequence: str) -> None:
        self._told.set("accent", fact, consequence)
        self._told.show()

    def _on_failed(self, error: LordeskError) -> None:
        self.fail_with(sentence(error))

    def _on_done(self, words: str, seconds: int, left: Left | None) -> None:
        self.accept()
        self.sent.emit(words)
        self._desk.say(words, undo=left is not None, seconds=seconds or 8, countdown=seconds > 0)
