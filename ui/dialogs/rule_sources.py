"""Every rule of an application with its source, and the user's own values over the shipped ones."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.errors import LordeskError, RulePackError
from ui.dialogs.dialog import Dialog
from ui.dialogs.rule_item import RuleItem
from ui.widgets.buttons import Button
from ui.widgets.card import Card, SectionHeader
from ui.widgets.notice import Notice
from ui.widgets.text import Label
from ui.wording import rules as words

if TYPE_CHECKING:
    from lordesk.rows.letters import ApplicationRow
    from lordesk.rows.rules import RuleConflict, RuleRow
    from lordesk.services.rules import RuleService
    from ui.desk import Desk
    from ui.widgets.look import Look


class _Question(Card):
    """A shipped value has changed under the user's: which one holds is asked here."""

    def __init__(self, look: Look, conflict: RuleConflict) -> None:
        super().__init__(look, "warning-soft", "warning-border", padding=12)
        fact, more = words.conflict(conflict)
        self.setAccessibleName(fact)
        self.keep = Button(look, self.tr("Keep mine"), size="small")
        self.keep.setVisible(conflict.fits)
        take = self.tr("Take the new value") if conflict.now is not None else self.tr("Remove mine")
        self.take = Button(look, take, size="small")
        self.body.addWidget(Label(look, fact, "bodyMedium", wrap=True))
        self.body.addWidget(Label(look, more, "small", "text-secondary", wrap=True))
        self.body.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.keep, self.take):
            button.setAutoDefault(False)
            button.setAccessibleDescription(f"{fact} {more}")
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)


class RuleSourcesDialog(Dialog):
    """Changes are saved at once, each as one step that can be undone."""

    def __init__(
        self,
        desk: Desk,
        rules: RuleService,
        application: ApplicationRow,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Rules and sources for {application}").format(application=application.name)
        super().__init__(desk, title, 640, parent)
        self._rules = rules
        self._application = application
        self._items: dict[tuple[str, str], RuleItem] = {}
        self._questions: dict[QWidget, RuleConflict] = {}
        self._build()

    def _build(self) -> None:
        look = self._look
        intro = self.tr("Sources can be out of date. What you change here holds from now on.")
        self.body.addWidget(Label(look, intro, "body", "text-secondary", wrap=True))
        rows = self._rules.sources_for(self._application)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(8)
        column.addLayout(self._asked)
        for pack in self._rules.broken:
            fact, more = words.broken(pack)
            column.addWidget(Notice(look, "warning", fact, more))
        for heading, group in groupby(rows, words.group):
            column.addWidget(SectionHeader(look, heading))
            column.addWidget(self._card(list(group)))
        if not rows:
            nothing = self.tr("No shipped rules are known for this application.")
            column.addWidget(Label(look, nothing, "body", "text-secondary", wrap=True))
        column.addStretch(1)
        self.add_form(content)
        self._add_close()
        self._ask()

    def _add_close(self) -> None:
        close = Button(self._look, self.tr("Close"))
        close.clicked.connect(self.accept)
        self._buttons.addWidget(close)
        close.setFocus()

    def _card(self, rows: list[RuleRow]) -> Card:
        card = Card(self._look)
        for row in rows:
            item = RuleItem(self._look, row)
            item.saved.connect(self._on_saved)
            item.reset.connect(self._on_reset)
            self._items[row.pack, row.path] = item
            card.add_row(item, 16)
        return card

    # --- conflicts --------------------------------------------------------------------------------

    def _ask(self) -> None:
        """The questions of this moment, in the place of those before."""
        for asked in self._questions:
            asked.hide()
            asked.deleteLater()
        self._questions.clear()
        for conflict in self._rules.conflicts():
            question = _Question(self._look, conflict)
            question.keep.clicked.connect(self._on_keep_clicked)
            question.take.clicked.connect(self._on_take_clicked)
            self._questions[question] = conflict
            self._asked.addWidget(question)

    def _on_keep_clicked(self) -> None:
        conflict = self._asked_by(self.sender())
        self._do(self._rules.keep, conflict.pack, conflict.path)

    def _on_take_clicked(self) -> None:
        conflict = self._asked_by(self.sender())
        self._do(self._rules.take, conflict.pack, conflict.path)

    def _asked_by(self, button: object) -> RuleConflict:
        return next(
            conflict
            for question, conflict in self._questions.items()
            if isinstance(question, _Question) and button in (question.keep, question.take)
        )

    # --- edits ------------------------------------------------------------------------------------

    def _on_saved(self, row: RuleRow, value: Any) -> None:
        try:
            self._rules.edit(row.pack, row.path, value)
        except RulePackError as error:
            self._items[row.pack, row.path].fail(error)
            return
        except LordeskError as error:
            self.fail(error)
            return
        self._show_again(row.pack, row.path)

    def _on_reset(self, row: RuleRow) -> None:
        self._do(self._rules.reset, row.pack, row.path)

    def _do(self, verb: Any, pack: str, path: str) -> None:
        try:
            verb(pack, path)
        except LordeskError as error:
            self.fail(error)
            return
        self._show_again(pack, path)

    def _show_again(self, pack: str, path: str) -> None:
        self.fail_with("")
        item = self._items.get((pack, path))
        if item is not None:
            item.set_row(self._rules.rule(pack, path))
            item.focus_edit()
        self._ask()
        self._desk.say()
