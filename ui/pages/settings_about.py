"""Settings, About: the version, what LoRDesk never does, and whose work is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from lordesk.rows.about import LibraryRow
from ui.actions import ActionId
from ui.dialogs.license_dialog import LicenseDialog
from ui.pages.settings_section import Section
from ui.widgets.buttons import Button
from ui.widgets.nav import BrandMark
from ui.widgets.text import IconLabel, Label
from ui.wording import settings as words

if TYPE_CHECKING:
    from lordesk.services.about import AboutService
    from ui.desk import Desk


class AboutSection(Section):
    def __init__(self, desk: Desk, about: AboutService, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("About"), parent=parent)
        self._about = about
        self._build_head()
        self._build_never()
        self._build_licenses()
        self.column.addStretch(1)
        task = desk.tasks.start(about.libraries)
        task.succeeded.connect(self._on_libraries_succeeded)

    def first(self) -> QWidget:
        return self._shortcuts

    def _build_head(self) -> None:
        look = self._look
        name = self.tr("LoRDesk {version}").format(version=QApplication.applicationVersion())
        parts = self.tr("Qt {qt} · Python {python} · SQLite {sqlite}").format(
            qt=qVersion(),
            python=self._about.python_version(),
            sqlite=self._about.sqlite_version(),
        )
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Label(look, name.strip(), "heading", selectable=True))
        texts.addWidget(Label(look, parts, "small", "text-secondary", selectable=True, tnum=True))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(BrandMark(look, 36))
        row.addLayout(texts, 1)
        self._shortcuts = Button(look, self.tr("Shortcut list"), icon="keyboard")
        self._shortcuts.clicked.connect(self._on_shortcuts_clicked)
        self.add_row(self.add_card(), holder, self._shortcuts)

    def _build_never(self) -> None:
        self.add_heading(self.tr("LoRDesk will never"))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for text in words.never():
            row = QHBoxLayout()
            row.setSpacing(8)
            icon = IconLabel(self._look, "shield-check", 16, "text-secondary")
            lead = QVBoxLayout()
            lead.setContentsMargins(0, 2, 0, 0)
            lead.addWidget(icon)
            lead.addStretch(1)
            row.addLayout(lead)
            row.addWidget(Label(self._look, text, "body", wrap=True), 1)
            column.addLayout(row)
        self.add_row(self.add_card(), holder)

    def _build_licenses(self) -> None:
        self.add_heading(self.tr("With thanks to"))
        self._licenses = self.add_card()
        self._font = self._license_button("Inter")
        self._icons = self._license_button("Lucide")
        self._font.clicked.connect(self._on_font_clicked)
        self._icons.clicked.connect(self._on_icons_clicked)
        for name, what, button in (
            ("Inter", self.tr("The typeface, SIL Open Font License 1.1"), self._font),
            ("Lucide", self.tr("The icons, ISC License"), self._icons),
        ):
            self.add_row(self._licenses, self.two_lines(name, what), button)

    def _license_button(self, name: str) -> Button:
        button = Button(self._look, self.tr("License"), size="small")
        button.setAccessibleName(self.tr("License of {name}").format(name=name))
        return button

    def _on_libraries_succeeded(self, rows: object) -> None:
        assert isinstance(rows, list)
        for row in rows:
            assert isinstance(row, LibraryRow)
            self.add_row(
                self._licenses,
                Label(self._look, f"{row.name} {row.version}".strip(), "bodyMedium"),
                Label(self._look, row.license, "small", "text-secondary"),
            )

    def _on_shortcuts_clicked(self) -> None:
        self._desk.actions.get(ActionId.SHORTCUTS).trigger()

    def _on_font_clicked(self) -> None:
        LicenseDialog(self._desk, "Inter", self._about.font_license(), self).open()

    def _on_icons_clicked(self) -> None:
        LicenseDialog(self._desk, "Lucide", self._about.icon_license(), self).open()
