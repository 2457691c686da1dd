"""The day of a move, and what the writer answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lordesk.errors import LordeskError
from lordesk.kinds import MoveCause, Stage
from ui.dialogs.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.fields import TextArea
from ui.widgets.pickers import DateField
from ui.wording.kinds import word
from ui.wording.requests import stage_question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.rows.letters import LetterRow
    from lordesk.services.requests import RequestService
    from ui.desk import Desk

_PERSONAL = (Stage.ASKED, Stage.THANKED)
"""The user did this outside LoRDesk: in person, by phone, by another mail program."""


class StageDialog(Dialog):
    """Asks for the day of a move and makes it."""

    moved = Signal(object)

    def __init__(
        self,
        desk: Desk,
        requests: RequestService,
        letter: LetterRow,
        stage: Stage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, stage_question(stage, letter.mentor_short), 420, parent)
        self._requests = requests
        self._letter = letter
        self._stage = stage
        self._day = DateField(desk.look)
        self._day.set_day(desk.clock.today())
        self._field = Field(desk.look, self.tr("Date"), self._day)
        self.body.addWidget(self._field)
        main = self.add_buttons(self.tr("Move to {stage}").format(stage=word(stage)))
        main.setFocus()

    def _save(self) -> None:
        day = self._day.day()
        if day > self._desk.clock.today():
            self._field.set_error(self.tr("This day is still ahead. Choose today or earlier."))
            return
        cause = MoveCause.IN_PERSON if self._stage in _PERSONAL else MoveCause.USER
        try:
            self._requests.move(self._letter.request_id, self._stage, day, cause)
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self.moved.emit(self._stage)


class ReplyDialog(Dialog):
    """The user tells of a reply, in its words or their own."""

    def __init__(
        self,
        desk: Desk,
        requests: RequestService,
        letter: LetterRow,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Reply from {mentor}").format(mentor=letter.mentor_short)
        super().__init__(desk, title, 480, parent)
        self._requests = requests
        self._letter = letter
        self._text = TextArea(desk.look, rows=4)
        self._day = DateField(desk.look)
        self._day.set_day(desk.clock.today())
        self._field = Field(desk.look, self.tr("What did they say?"), self._text)
        self.body.addWidget(self._field)
        self.body.addWidget(Field(desk.look, self.tr("Date"), self._day))
        self.add_buttons(self.tr("Record the reply"))

    def _save(self) -> None:
        text = self._text.toPlainText().strip()
        if not text:
            self._field.set_error(self.tr("Write a few words, so that you can find it again."))
            return
        try:
            self._requests.record_reply(self._letter.request_id, text, self._day.day())
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()
