"""The head of the pane: who it is, what can be done, and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.widgets.avatar import Avatar, tint_of
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.text import ElidedLabel, Label
from ui.wording.kinds import word
from ui.wording.next_steps import step_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap, QResizeEvent

    from lordesk.rows.people import MentorRow
    from ui.pages.mentor_pane.facts import MentorFacts
    from ui.widgets.look import Look


class PaneHead(QWidget):
    write_requested = Signal()
    edit_requested = Signal()
    log_requested = Signal()
    archive_requested = Signal()
    delete_requested = Signal()
    copy_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar(look, "", 0, 48)
        self._name = Label(look, "", "title", wrap=True)
        self._name.setMinimumWidth(1)  # a word that is too long is broken
        self._line = ElidedLabel(look, "", "small", "text-secondary")
        self._write = IconButton(look, "mail", self.tr("Write email"), icon_size=18)
        self._edit = IconButton(look, "pencil", self.tr("Edit"), icon_size=18)
        self._more = IconButton(look, "ellipsis", self.tr("More"), icon_size=18)
        self._menu = QMenu(self)
        self._menu.addAction(self.tr("Log contact")).triggered.connect(self.log_requested)
        self._copy = self._menu.addAction(self.tr("Copy address"))
        self._copy.triggered.connect(self.copy_requested)
        self._menu.addSeparator()
        self._archive = self._menu.addAction("")
        self._archive.triggered.connect(self.archive_requested)
        self._menu.addAction(self.tr("Delete")).triggered.connect(self.delete_requested)
        self._arrange()
        self._write.clicked.connect(self.write_requested)
        self._edit.clicked.connect(self.edit_requested)
        self._more.clicked.connect(self._on_more_clicked)

    def show_mentor(self, mentor: MentorRow, brief: bool, photo: QPixmap | None = None) -> None:
        self._avatar.set(mentor.initials, tint_of(mentor.id), photo)
        self._name.setText(mentor.full_name)
        known = mentor.how_known or word(mentor.role)
        facts = (known,) if brief else (known, mentor.specialty)
        self._line.setText(" · ".join(fact for fact in facts if fact))
        self._archive.setText(
            self.tr("Back to the list") if mentor.archived else self.tr("Archive")
        )
        self._copy.setEnabled(bool(mentor.email))

    def _arrange(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._line)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._avatar)
        row.addLayout(names, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self._write, self._edit, self._more):
            buttons.addWidget(button)
        row.addLayout(buttons)

    def _on_more_clicked(self) -> None:
        corner = self._more.rect().bottomRight()
        place = self._more.mapToGlobal(corner)
        place.setX(place.x() - self._menu.sizeHint().width())
        self._menu.popup(place)


_LEAST_WORDS = 150


class NextStepCard(Card):
    """The one thing to do next. A reminder can also be ticked off.

    The buttons go below the words where these would be left with too little room.
    """

    acted = Signal()
    done = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "accent-soft", None, radius=8, parent=parent)
        self._look = look
        self._when = Label(look, "", "micro", "accent-text", wrap=True)
        self._title = Label(look, "", "bodyStrong", wrap=True)
        self._button = Button(look, "", "primary")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._when)
        words.addWidget(self._title)
        self._done = IconButton(look, "check", self.tr("Done"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(13, 9, 11, 9)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._buttons.addWidget(self._done, 0, Qt.AlignmentFlag.AlignVCenter)
        self._buttons.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._buttons)
        self.body.addLayout(self._row)
        self._button.clicked.connect(self.acted)
        self._done.clicked.connect(self.done)

    def show_facts(self, facts: MentorFacts) -> None:
        step = facts.next_step
        self.setVisible(step is not None)
        if step is None:
            return
        words = step_words(step, facts.mentor.short_name, facts.today)
        self._done.setVisible(step.reminder is not None)
        self._when.setText(words.when)
        self._title.setText(words.title)
        self._button.setText(words.button)
        self._button.set_icon(words.icon)
        self._button.setAccessibleName(words.button)
        self._button.setAccessibleDescription(words.title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        left = self.width() - 36 - self._buttons.sizeHint().width()
        below = left < self._look.px(_LEAST_WORDS)
        way, right = QBoxLayout.Direction, Qt.AlignmentFlag.AlignRight
        self._row.setDirection(way.TopToBottom if below else way.LeftToRight)
        self._row.setAlignment(self._buttons, right if below else Qt.AlignmentFlag(0))
