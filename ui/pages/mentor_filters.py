"""The search field of the mentors and its chips, which fold into one where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from lordesk.kinds import MentorRole, Stage
from ui.actions import key_text
from ui.itemmodels.mentor_table import MentorFilter
from ui.widgets.check_menu import CheckMenu
from ui.widgets.chips import MenuChip
from ui.widgets.fields import SearchField
from ui.wording.kinds import word
from ui.wording.stages import stage_pill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lordesk.rows.people import MentorListRow
    from ui.widgets.look import Look

_ACTIVE, _ARCHIVED, _QUIET, _IN_TOUCH = "active", "archived", "quiet", "in-touch"


class MentorFilters(QWidget):
    searched = Signal(str)
    filtered = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.search = SearchField(look, self.tr("Search mentors"), key_text("Ctrl+F"))
        self._menus = {
            "role": CheckMenu(self.tr("Role"), self),
            "status": CheckMenu(self.tr("Status"), self),
            "specialty": CheckMenu(self.tr("Specialty"), self),
        }
        self._chips = {
            name: MenuChip(look, menu.title(), menu) for name, menu in self._menus.items()
        }
        self._all_menu = QMenu(self)
        for menu in self._menus.values():
            self._all_menu.addMenu(menu)
        self._all_menu.addSeparator()
        self._clear = self._all_menu.addAction(self.tr("Clear filters"))
        self._folded = MenuChip(look, self.tr("Filters"), self._all_menu, leading="list-filter")
        self._fill_menus()
        self._arrange()
        self._connect()
        self.reset()

    # --- what is asked for ------------------------------------------------------------------------

    def current(self) -> MentorFilter:
        states = self._menus["status"].checked()
        archived = {state == _ARCHIVED for state in states if state in (_ACTIVE, _ARCHIVED)}
        stages = {state for state in states if isinstance(state, Stage)}
        return MentorFilter(
            roles=frozenset(cast("set[MentorRole]", self._menus["role"].checked())),
            specialties=frozenset(cast("set[str]", self._menus["specialty"].checked())),
            archived=frozenset(archived),
            stages=frozenset({*stages, None} if _IN_TOUCH in states else stages),
            quiet=_QUIET in states,
        )

    def set_rows(self, rows: Iterable[MentorListRow]) -> None:
        """Offer the roles and specialties that there are."""
        found = list(rows)
        roles = {row.role for row in found}
        specialties = {row.specialty for row in found if row.specialty}
        self._menus["role"].set_choices((r, word(r)) for r in MentorRole if r in roles)
        self._menus["specialty"].set_choices(
            (name, name) for name in sorted(specialties, key=str.casefold)
        )
        self._show_chips()

    def reset(self) -> None:
        """As at the start: those who are not archived."""
        self.clear()
        self._menus["status"].set_checked([_ACTIVE])
        self._show_chips()

    def clear(self) -> None:
        for menu in self._menus.values():
            menu.set_checked(())
        self._show_chips()

    # --- inside -----------------------------------------------------------------------------------

    def fold(self, folded: bool) -> None:
        """One chip stands for all three where the list is narrow."""
        for chip in self._chips.values():
            chip.setVisible(not folded)
        self._folded.setVisible(folded)
        self.search.setPlaceholderText(self.tr("Search") if folded else self.tr("Search mentors"))
        self.search.set_hint("" if folded else key_text("Ctrl+F"))

    def _fill_menus(self) -> None:
        stages = [(stage, word(stage)) for stage in Stage]
        self._menus["status"].set_choices(
            [
                (_ACTIVE, self.tr("Active")),
                (_ARCHIVED, self.tr("Archived")),
                (None, ""),
                (_IN_TOUCH, stage_pill(None).word),
                *stages,
                (None, ""),
                (_QUIET, self.tr("Going quiet")),
            ]
        )

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        for chip in (*self._chips.values(), self._folded):
            row.addWidget(chip)

    def _connect(self) -> None:
        self.search.textEdited.connect(self.searched)
        for menu in self._menus.values():
            menu.picked.connect(self._on_picked)
        self._chips["role"].cleared.connect(self._on_role_cleared)
        self._chips["status"].cleared.connect(self._on_status_cleared)
        self._chips["specialty"].cleared.connect(self._on_specialty_cleared)
        self._folded.cleared.connect(self._on_all_cleared)
        self._clear.triggered.connect(self._on_all_cleared)

    def _on_picked(self) -> None:
        self._show_chips()
        self.filtered.emit()

    def _on_role_cleared(self) -> None:
        self._clear_one("role")

    def _on_status_cleared(self) -> None:
        self._clear_one("status")

    def _on_specialty_cleared(self) -> None:
        self._clear_one("specialty")

    def _clear_one(self, name: str) -> None:
        self._menus[name].set_checked(())
        self._on_picked()

    def _on_all_cleared(self) -> None:
        self.clear()
        self.filtered.emit()

    def _show_chips(self) -> None:
        names = {
            "role": self.tr("Role"),
            "status": self.tr("Status"),
            "specialty": self.tr("Specialty"),
        }
        active = 0
        for name, chip in self._chips.items():
            words = self._menus[name].words()
            active += bool(words)
            if len(words) == 1:
                shown = words[0].lower() if name == "status" else words[0]
                text = self.tr("{name}: {value}").format(name=names[name], value=shown)
            elif words:
                text = self.tr("{name}: {value}").format(name=names[name], value=len(words))
            else:
                text = names[name]
            chip.set_active(bool(words), text)
        text = self.tr("Filters: {count}").format(count=active) if active else self.tr("Filters")
        self._folded.set_active(bool(active), text)
        self._clear.setEnabled(bool(active))
