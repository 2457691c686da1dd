"""The list of mentors by fit, with search and a way to add one in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from lordesk.domain.addresses import is_address
from lordesk.errors import InvalidInputError
from ui.delegates.mentor_choice import MentorChoiceDelegate
from ui.itemmodels.row_table_model import Column, RowTableModel
from ui.itemmodels.selection_keeper import SelectionKeeper
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.fields import SearchField, TextField
from ui.widgets.text import Label
from ui.wording import fit as fit_words
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from lordesk.rows.people import MentorListRow
    from lordesk.services.mentors import MentorService
    from ui.desk import Desk

_ROWS_SHOWN = 4


class MentorPicker(QWidget):
    """`picked` is emitted for what the user chooses."""

    picked = Signal(int)

    def __init__(self, desk: Desk, mentors: MentorService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = desk.look
        self._mentors = mentors
        self._application_id: int | None = None
        self._reasons: dict[int, str] = {}
        self._building = False
        self._build()
        self._connect()

    def load(self, application_id: int | None, mentor_id: int | None) -> None:
        """The best fit for the application first; what was searched for is over."""
        self._search.clear()
        self._model.set_search("")
        self._application_id = application_id
        self._reasons.clear()
        self._model.set_rows(self._mentors.rows(application_id))
        self.select(mentor_id)
        self._renew()

    def select(self, mentor_id: int | None) -> None:
        self._building = True
        index = self._model.index_of(mentor_id)
        self._view.setCurrentIndex(index)
        if index.isValid():
            self._view.scrollTo(index)
        else:
            self._view.clearSelection()
        self._building = False

    def chosen(self) -> MentorListRow | None:
        return self._model.row(self._view.currentIndex())

    def set_error(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))
        self._view.setAccessibleDescription(words)

    def error(self) -> str:
        return self._error.text()

    @property
    def search(self) -> SearchField:
        return self._search

    @property
    def view(self) -> QListView:
        return self._view

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._search = SearchField(look, self.tr("Search mentors"))
        self._add = Button(look, self.tr("Add mentor"), icon="user-plus")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._search, 1)
        head.addWidget(self._add)
        self._build_list()
        self._nobody = Label(look, "", color="text-secondary", wrap=True)
        self._nobody.setContentsMargins(16, 12, 16, 12)
        self._error = Label(look, "", "small", "danger-text", wrap=True)
        self._error.hide()
        card = Card(look)
        card.body.setContentsMargins(1, 5, 1, 5)
        card.body.addWidget(self._view)
        card.body.addWidget(self._nobody)
        self._build_new()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self._new, card, self._error):
            column.addWidget(part)

    def _build_list(self) -> None:
        self._model = RowTableModel(
            [Column(self.tr("Mentor"), _searched)],
            _key,
            self._spoken,
            self,
        )
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(MentorChoiceDelegate(self._look, self._reason, self._view))
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setAccessibleName(self.tr("Mentors by fit"))
        self._view.setProperty("ring_radius", -1)
        self._keeper = SelectionKeeper(self._model, self._view.selectionModel())

    def _build_new(self) -> None:
        look = self._look
        self._new = Card(look, padding=15)
        self._name = Field(look, self.tr("Name"), TextField(look, self.tr("Dr. Elena Marchetti")))
        self._email = Field(look, self.tr("Email (optional)"), TextField(look))
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self._name, 1)
        fields.addWidget(self._email, 1)
        self._save = Button(look, self.tr("Add"), "soft", size="small")
        self._cancel = Button(look, self.tr("Cancel"), "quiet", size="small", tone="text-secondary")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        self._new.body.setSpacing(12)
        self._new.body.addLayout(fields)
        self._new.body.addLayout(buttons)
        self._new.hide()

    def _connect(self) -> None:
        self._search.textEdited.connect(self._on_search_edited)
        self._search.left_downwards.connect(self._on_search_left)
        self._search.returnPressed.connect(self._on_search_returned)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._add.clicked.connect(self.open_new)
        self._save.clicked.connect(self._on_save_clicked)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        for field in (self._name, self._email):
            editor = field.editor
            if isinstance(editor, TextField):
                editor.returnPressed.connect(self._on_save_clicked)
        self._look.changed.connect(self._renew)

    def _renew(self) -> None:
        rows = len(self._model.rows)
        shown = max(1, min(_ROWS_SHOWN, rows))
        self._view.setFixedHeight(shown * self._look.px(56))
        self._view.setVisible(rows > 0)
        self._nobody.setVisible(rows == 0)
        if self._model.total == 0:
            self._nobody.setText(self.tr("Nobody here yet. Add the person who knows you best."))
        else:
            text = self.tr("No mentor matches “{words}”.")
            self._nobody.setText(text.format(words=self._search.text()))

    # --- what the user does -----------------------------------------------------------------------

    def open_new(self) -> None:
        """Name and address are enough to go on; the rest can come later."""
        self._new.show()
        self._name.editor.setFocus()

    def _on_search_edited(self, text: str) -> None:
        self._building = True
        self._model.set_search(text)
        self._building = False
        self._renew()

    def _on_search_left(self) -> None:
        self._view.setFocus()
        if not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._model.index(0, 0))

    def _on_search_returned(self) -> None:
        if self._model.rows:
            self._view.setCurrentIndex(self._model.index(0, 0))

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = self._model.row(current)
        if row is not None and not self._building:
            self._view.selectionModel().select(
                current, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.set_error("")
            self.picked.emit(row.id)

    def _on_cancel_clicked(self) -> None:
        self._new.hide()
        self._add.setFocus()

    def _on_save_clicked(self) -> None:
        name, email = _text(self._name), _text(self._email).strip()
        self._name.set_error("")
        self._email.set_error("")
        if email and not is_address(email):
            self._email.set_error(
                self.tr("“{address}” is not an email address.").format(address=email)
            )
            self._email.editor.setFocus()
            return
        try:
            mentor_id = self._mentors.add(name, email=email)
        except InvalidInputError as error:
            self._name.set_error(sentence(error))
            self._name.editor.setFocus()
            return
        for field in (self._name, self._email):
            editor = field.editor
            if isinstance(editor, TextField):
                editor.clear()
        self._new.hide()
        self.load(self._application_id, mentor_id)
        self._view.setFocus()
        self.set_error("")
        self.picked.emit(mentor_id)

    def _reason(self, row: MentorListRow) -> str:
        if row.id not in self._reasons:
            found = self._mentors.fit(row.id, self._application_id)
            self._reasons[row.id] = fit_words.reason(found)
        return self._reasons[row.id]

    def _spoken(self, row: MentorListRow) -> str:
        if row.fit is None:
            return self.tr("{name}. {reason}").format(name=row.full_name, reason=self._reason(row))
        text = self.tr("{name}, fit {fit} of 100. {reason}")
        return text.format(name=row.full_name, fit=row.fit, reason=self._reason(row))


def _searched(row: MentorListRow) -> str:
    return "\n".join((row.full_name, row.specialty, row.how_known, row.email))


def _key(row: MentorListRow) -> int:
    return row.id


def _text(field: Field) -> str:
    return field.editor.text() if isinstance(field.editor, TextField) else ""
