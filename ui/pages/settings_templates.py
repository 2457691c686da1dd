"""Settings, Message style: the text of every kind of message, with its fields and a preview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from lordesk.domain import names, rendering
from lordesk.domain.fields import FIELDS
from lordesk.errors import LordeskError, TemplateProblemError
from lordesk.kinds import MessageKind, Tone
from ui.pages.settings_preview import TemplatePreview
from ui.pages.settings_section import Section
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.fields import TextArea, TextField
from ui.widgets.flow import FlowLayout
from ui.widgets.pickers import ComboBox
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.wording.errors import sentence
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.services.letters import LetterService
    from lordesk.services.mentors import MentorService
    from lordesk.services.messages import MessageService
    from lordesk.services.templates import TemplateService
    from ui.desk import Desk

_REST_MS = 700
"""So long after the last key the text is saved."""
_LOOK_MS = 120
"""So long after the last key the preview follows."""
_TONES = tuple(Tone)


class TemplatesSection(Section):
    TABLES = frozenset({"template", "mentor", "letter", "request", "profile"})

    def __init__(
        self,
        desk: Desk,
        templates: TemplateService,
        messages: MessageService,
        mentors: MentorService,
        letters: LetterService,
        parent: QWidget | None = None,
    ) -> None:
        note = self.tr("The words that each message begins with. You can still change every one.")
        super().__init__(desk, self.tr("Message style"), note, parent)
        self._templates = templates
        self._kind, self._tone = MessageKind.ASK, Tone.WARM
        self._row = templates.get(self._kind, self._tone)
        self._opened = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._soon = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._build()
        self._preview = TemplatePreview(self._look, messages, mentors, letters)
        self.column.addSpacing(20)
        self.column.addWidget(self._preview)
        self.column.addStretch(1)
        self._connect()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        look, card = self._look, self.add_card()
        self._kinds = ComboBox(look)
        for kind in MessageKind:
            self._kinds.addItem(word(kind), kind)
        self._tones = Segmented(look, [word(tone) for tone in _TONES], self.tr("Tone"))
        self._subject = TextField(look)
        self._text = TextArea(look, rows=14)
        self._subject_field = self.field(self.tr("Subject"), self._subject)
        self._text_field = self.field(self.tr("Text"), self._text)
        self._palette = QWidget()
        self._chips = FlowLayout(self._palette, 6, 6)
        self.add_row(card, self.field(self.tr("Message"), self._kinds))
        self._tone_row = self.add_row(card, self._build_tone())
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._subject_field)
        column.addWidget(self._text_field)
        column.addWidget(self._build_fields())
        self.add_row(card, fields)
        self._whose = Label(look, "", "small", "text-secondary")
        self._restore = Button(
            look, self.tr("Restore the built-in text"), icon="rotate-ccw", size="small"
        )
        self.add_row(card, self._whose, self._restore)
        self._edited: TextField | TextArea = self._text

    def _build_tone(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.label(self.tr("Tone")))
        row.addWidget(self._tones)
        row.addStretch(1)
        return holder

    def _build_fields(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.label(self.tr("Fields")), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._palette, 1)
        return holder

    def _connect(self) -> None:
        self._kinds.activated.connect(self._on_kind_activated)
        self._tones.picked.connect(self._on_tone_picked)
        self._subject.textEdited.connect(self._on_edited)
        self._subject.editingFinished.connect(self.save)
        self._text.textChanged.connect(self._on_edited)
        self._text.editing_finished.connect(self.save)
        self._subject.cursorPositionChanged.connect(self._on_subject_used)
        self._text.cursorPositionChanged.connect(self._on_text_used)
        self._restore.clicked.connect(self._on_restore_clicked)
        self._rest.timeout.connect(self.save)
        self._soon.timeout.connect(self._look_at_text)

    # --- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        self._preview.reload()
        if not self._opened:
            self._opened = True
            self._open()
            return
        row, before = self._templates.get(self._kind, self._tone), self._row
        self._row = row
        if (row.subject, row.body) != (before.subject, before.body):
            self._show_texts()
        self._show_whose()
        self._look_at_text()

    def _open(self) -> None:
        """Another kind or tone."""
        tones = self._templates.tones(self._kind)
        if self._tone not in tones:
            self._tone = tones[0]
        self._tone_row.setVisible(len(tones) > 1)
        self._tones.set_index(_TONES.index(self._tone))
        self._row = self._templates.get(self._kind, self._tone)
        self._show_texts()
        self._show_chips()
        self._show_whose()
        self._look_at_text()

    def _show_texts(self) -> None:
        self._rest.stop()
        with QSignalBlocker(self._text):
            self._text.setPlainText(self._row.body)
        self._subject.setText(self._row.subject)
        self._subject.setCursorPosition(0)

    def _show_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for name, meaning in FIELDS[self._kind].items():
            chip = Chip(self._look, name, icon="", checkable=False)
            chip.setToolTip(meaning)
            chip.setAccessibleName(self.tr("Insert {field}").format(field=name))
            chip.setAccessibleDescription(meaning)
            chip.setProperty("field", name)
            chip.clicked.connect(self._on_chip_clicked)
            self._chips.addWidget(chip)
            chip.show()
        self._palette.updateGeometry()

    def _show_whose(self) -> None:
        self._restore.setEnabled(not self._row.builtin)
        self._whose.setText(
            self.tr("This is the built-in text.")
            if self._row.builtin
            else self.tr("This is your text. The built-in one is kept.")
        )

    # --- checking and saving --------------------------------------------------------------------

    def _look_at_text(self) -> bool:
        """Check both texts and preview them; False where one cannot be used."""
        subject, body = self._subject.text(), self._text.toPlainText()
        self._text.setExtraSelections([])
        good = True
        for field, text in ((self._subject_field, subject), (self._text_field, body)):
            error = self._problem(text)
            field.set_error("" if error is None else _at_line(field is self._text_field, error))
            if error is not None:
                good = False
                if field is self._text_field:
                    self._mark_line(error.line)
        if good:
            self._preview.show_template(self._kind, subject, body)
        return good

    def _problem(self, text: str) -> TemplateProblemError | None:
        try:
            rendering.check_template(text, FIELDS[self._kind])
        except TemplateProblemError as error:
            return error
        return None if text.strip() else TemplateProblemError(problem="empty")

    def _mark_line(self, line: int) -> None:
        block = self._text.document().findBlockByNumber(line - 1)
        if line < 1 or not block.isValid():
            return
        mark = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setBackground(self._look.color("danger-soft"))
        look.setProperty(QTextFormat.Property.FullWidthSelection, True)
        mark.format = look
        mark.cursor = QTextCursor(block)
        self._text.setExtraSelections([mark])

    def save(self) -> None:
        """A text with a mistake is not saved; the last good one stays in use."""
        self._rest.stop()
        subject = names.clean_text(self._subject.text())
        body = names.clean_text(self._text.toPlainText(), one_line=False)
        if (subject, body) == (self._row.subject, self._row.body) or not self._look_at_text():
            return
        before = self._row
        self._row = replace(before, subject=subject, body=body, builtin=False)
        try:
            self._row = self._templates.save(self._kind, self._tone, subject, body)
        except LordeskError as error:
            self._row = before
            self._text_field.set_error(sentence(error))
        self._show_whose()

    # --- reacting -------------------------------------------------------------------------------

    def _on_kind_activated(self) -> None:
        self.save()
        self._kind = MessageKind(self._kinds.currentData())
        self._open()

    def _on_tone_picked(self, index: int) -> None:
        self.save()
        if _TONES[index] in self._templates.tones(self._kind):
            self._tone = _TONES[index]
        self._open()

    def _on_edited(self) -> None:
        self._rest.start()
        self._soon.start()

    def _on_subject_used(self) -> None:
        self._edited = self._subject

    def _on_text_used(self) -> None:
        self._edited = self._text

    def _on_chip_clicked(self) -> None:
        sender = self.sender()
        if not isinstance(sender, Chip):
            return
        text = "{{ " + str(sender.property("field")) + " }}"
        if isinstance(self._edited, TextArea):
            self._edited.insertPlainText(text)
        else:
            self._edited.insert(text)
            self._on_edited()
        self._edited.setFocus()

    def _on_restore_clicked(self) -> None:
        self._rest.stop()
        try:
            self._templates.restore(self._kind, self._tone)
        except LordeskError as error:
            self._desk.report(error)
            return
        self._open()
        self._desk.say()


def _at_line(body: bool, error: TemplateProblemError) -> str:
    words = sentence(error)
    if not body or error.line < 1 or str(error.line) in words:
        return words
    text = QCoreApplication.translate("TemplatesSection", "Line {line}: {problem}")
    return text.format(line=error.line, problem=words)
