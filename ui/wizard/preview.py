"""The message beside the form, as it would arrive; on request an editor for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.domain.request_plans import reading_minutes, word_count
from ui.widgets import draw
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.fields import TextField
from ui.widgets.flow import FlowLayout
from ui.widgets.notice import Notice
from ui.widgets.text import ElidedLabel, Hairline, IconLabel, Label
from ui.wizard.preview_text import PreviewText
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from lordesk.domain.request_plans import MessageDraft
    from ui.widgets.look import Look
    from ui.wizard.session import Session

RENEW_AFTER_MS = 20
"""Several changes are shown at once. What is typed was gathered before, and all of it is to show
within 150 ms.
"""


class SidePane(QWidget):
    """The sunken ground beside a form, with a line at its left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("sunken"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._look.color("border"))


class _Swatch(QWidget):
    """The tint itself, in front of what it means."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(14, 14)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        rect = QRectF(self.rect())
        draw.box(painter, self._look, rect, 3, "accent-soft-hover", "accent-border")


class Preview(SidePane):
    """`replaced` and `kept` answer the question that an option asks once the text was edited."""

    materials_requested = Signal()

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._session = session
        self._editing = False
        self._timer = QTimer(self, singleShot=True, interval=RENEW_AFTER_MS)
        self._timer.timeout.connect(self.renew)
        self._build()
        self._connect()

    # --- what the steps call ----------------------------------------------------------------------

    def renew_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def renew(self) -> None:
        """Show the message as it is now."""
        self._timer.stop()
        draft = self._session.message()
        problem = self._session.template_problem
        self._problem.setVisible(problem is not None)
        if problem is not None:
            self._problem.set("danger", sentence(problem))
        self._card.setVisible(draft is not None)
        self._edit.setEnabled(draft is not None)
        if draft is None:
            return
        self._show(draft)

    def set_editing(self, editing: bool) -> None:
        self._editing = editing
        if editing:
            draft = self._session.message()
            if draft is not None and not self._session.state.edited:
                self._session.edit_text(draft.subject, draft.body)
            self.renew()
        self._text.set_editable(editing)
        self._subject.setVisible(editing)
        self._subject_label.setVisible(not editing)
        self._renew_head()
        if editing:
            self._text.setFocus()

    @property
    def editing(self) -> bool:
        return self._editing

    def reveal(self, field: str, start: int, end: int) -> None:
        """Open the editor with that range of the subject or the body selected."""
        self.set_editing(True)
        if field == "subject":
            self._subject.setFocus()
            self._subject.setSelection(start, max(0, end - start))
        else:
            self._text.select(start, end)
            self._text.setFocus()

    def body(self) -> str:
        return self._text.body()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._words = ElidedLabel(look, style="small", color="text-secondary", tnum=True)
        self._edit = Button(look, self.tr("Edit text"), icon="pencil", size="small")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._words.setAlignment(right)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(look, self.tr("Preview"), "heading"))
        head.addWidget(self._words, 1)
        head.addWidget(self._edit)
        self._question = Notice(
            look,
            "accent",
            self.tr("You edited this text."),
            self.tr("Your last change is not in it."),
            self.tr("Write it again"),
            compact=True,
        )
        self._question.hide()
        self._problem = Notice(look, "danger", compact=True)
        self._problem.hide()
        self._card = Card(look)
        self._fill_card()
        self._legend = QWidget()
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(8)
        legend.addWidget(_Swatch(look))
        told = self.tr("Tinted words come from your answers. The tint is never sent.")
        legend.addWidget(Label(look, told, "small", "text-tertiary", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(25, 26, 24, 24)
        column.setSpacing(14)
        column.addLayout(head)
        for part in (self._question, self._problem, self._card, self._legend):
            column.addWidget(part)
        column.addStretch(1)

    def _fill_card(self) -> None:
        look = self._look
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 6, 20, 12)
        inner.setSpacing(0)
        self._to = ElidedLabel(look, style="smallMedium")
        self._cc = ElidedLabel(look, style="smallMedium")
        self._cc_row = self._head_row(self.tr("Cc"), self._cc)
        self._subject_label = Label(look, style="smallMedium", wrap=True)
        self._subject = TextField(look)
        self._subject.setAccessibleName(self.tr("Subject"))
        self._subject.hide()
        subject = QWidget()
        both = QVBoxLayout(subject)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._subject_label)
        both.addWidget(self._subject)
        for row in (
            self._head_row(self.tr("To"), self._to),
            self._cc_row,
            self._head_row(self.tr("Subject"), subject),
        ):
            inner.addWidget(row)
        inner.addSpacing(12)
        self._text = PreviewText(look)
        inner.addWidget(self._text, 1)
        self._card.body.addLayout(inner, 1)
        self._card.body.addWidget(self._build_foot())

    def _build_foot(self) -> QWidget:
        """The attached files, below a line."""
        look = self._look
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(Hairline(look))
        line = QHBoxLayout()
        line.setContentsMargins(20, 10, 20, 10)
        line.setSpacing(8)
        clip = QVBoxLayout()
        clip.setContentsMargins(0, 6, 0, 0)  # the middle of the first row of chips
        clip.addWidget(IconLabel(look, "paperclip", 16), 0, Qt.AlignmentFlag.AlignTop)
        clip.addStretch(1)
        line.addLayout(clip)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        line.addWidget(self._chips, 1)
        foot.addLayout(line)
        return self._foot

    def _head_row(self, name: str, value: QWidget) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(0, 7, 0, 7)
        line.setSpacing(0)
        label = Label(self._look, name, "small", "text-secondary")
        label.setFixedWidth(64)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(value, 1)
        column.addLayout(line)
        column.addWidget(Hairline(self._look))
        return row

    def _connect(self) -> None:
        self._edit.clicked.connect(self._on_edit_clicked)
        self._text.text_edited.connect(self._on_text_edited)
        self._subject.textEdited.connect(self._on_subject_edited)
        self._subject.editingFinished.connect(self._on_editing_finished)
        self._text.editing_finished.connect(self._on_editing_finished)
        self._question.clicked.connect(self._on_write_again)
        self._session.changed.connect(self.renew_soon)
        self._session.replace_asked.connect(self._on_replace_asked)

    # --- showing ----------------------------------------------------------------------------------

    def _show(self, draft: MessageDraft) -> None:
        missing = self.tr("No email address yet")
        self._to.setText(draft.to_address or missing)
        self._to.set_color("text" if draft.to_address else "danger-text")
        self._cc.setText(draft.cc_address)
        self._cc_row.setVisible(bool(draft.cc_address))
        self._subject_label.setText(draft.subject)
        if self._subject.text() != draft.subject:
            self._subject.setText(draft.subject)
        if not (self._editing and self._text.hasFocus()):
            self._text.show_text(draft.body, draft.spans)
        self._show_files(draft)
        self._renew_head()

    def _show_files(self, draft: MessageDraft) -> None:
        names = [file.name for file in draft.files]
        self._foot.setVisible(bool(names))
        if names == [chip.text() for chip in self._chips.findChildren(Chip)]:
            return
        while item := self._flow.takeAt(0):
            old = item.widget()
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        for name in names:
            chip = Chip(self._look, name, "file-text", checkable=False)
            chip.setAccessibleName(self.tr("Attached: {file}").format(file=name))
            chip.clicked.connect(self.materials_requested)
            self._flow.addWidget(chip)

    def _renew_head(self) -> None:
        edited = self._session.state.edited
        draft = self._session.message()
        words = word_count(draft.body) if draft else 0
        minutes = self.tr("%n minute(s)", "", reading_minutes(words))
        text = self.tr("%n word(s), {minutes}", "", words)
        self._words.setText(text.format(minutes=minutes))
        self._edit.setText(self.tr("Use my answers") if edited else self.tr("Edit text"))
        self._edit.set_icon("rotate-ccw" if edited else "pencil")
        self._legend.setVisible(not edited and draft is not None)
        if not edited:
            self._question.hide()

    # --- what the user does -----------------------------------------------------------------------

    def _on_edit_clicked(self) -> None:
        if not self._session.state.edited:
            self.set_editing(True)
        elif self._session.written() is not None and self._same_as_written():
            self._on_write_again()
        else:
            self._question.set(
                "warning",
                self.tr("Your own words would be replaced."),
                "",
                self.tr("Replace them"),
            )
            self._question.show()

    def _same_as_written(self) -> bool:
        written, state = self._session.written(), self._session.state
        return written is not None and (written.subject, written.body) == (
            state.subject,
            state.body,
        )

    def _on_replace_asked(self) -> None:
        self._question.set(
            "accent",
            self.tr("You edited this text, so it stays as it is."),
            "",
            self.tr("Write it again"),
        )
        self._question.show()

    def _on_write_again(self) -> None:
        self._question.hide()
        self.set_editing(False)
        self._session.write_again()
        self.renew()

    def _on_text_edited(self, body: str) -> None:
        self._session.edit_text(self._subject.text(), body)

    def _on_subject_edited(self, subject: str) -> None:
        self._session.edit_text(subject, self._text.body())

    def _on_editing_finished(self) -> None:
        if self._editing:
            state = self._session.state
            if (self._subject.text(), self._text.body()) != (state.subject, state.body):
                self._session.edit_text(self._subject.text(), self._text.body())
