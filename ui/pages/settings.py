"""Settings: sections at the left, a form that saves at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lordesk.kinds import Page as PageKind
from lordesk.rows.late import dataclass
from ui.pages.page import Page
from ui.pages.settings_about import AboutSection
from ui.pages.settings_appearance import AppearanceSection
from ui.pages.settings_data import DataSection
from ui.pages.settings_mail import MailSection
from ui.pages.settings_templates import TemplatesSection
from ui.pages.settings_you import YouSection
from ui.widgets.nav import NavItem
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import Hairline, Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from lordesk.mail.accounts import AccountService
    from lordesk.paths import Paths
    from lordesk.services.about import AboutService
    from lordesk.services.backups import BackupService
    from lordesk.services.letters import LetterService
    from lordesk.services.mentors import MentorService
    from lordesk.services.messages import MessageService
    from lordesk.services.profile import ProfileService
    from lordesk.services.sample import SampleService
    from lordesk.services.templates import TemplateService
    from ui.desk import Desk
    from ui.pages.settings_section import Section

_LIST = 208
_LIST_GROWN = 186
"""What large text needs for the longest name of a section."""
_NARROW = 1000


@dataclass(frozen=True, kw_only=True)
class SettingsServices:
    profile: ProfileService
    accounts: AccountService
    templates: TemplateService
    messages: MessageService
    mentors: MentorService
    letters: LetterService
    backups: BackupService
    sample: SampleService
    about: AboutService
    paths: Paths


class _SectionItem(NavItem):
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(36))


class SettingsPage(Page):
    KIND = PageKind.SETTINGS
    TABLES = (
        YouSection.TABLES
        | MailSection.TABLES
        | TemplatesSection.TABLES
        | AppearanceSection.TABLES
        | DataSection.TABLES
    )

    def __init__(
        self, desk: Desk, services: SettingsServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._services = services
        self._made: dict[str, Section] = {}
        self._set_up()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._makers: dict[str, Callable[[], Section]] = {
            "you": self._make_you,
            "mail": self._make_mail,
            "templates": self._make_templates,
            "appearance": partial(AppearanceSection, self._desk),
            "data": self._make_data,
            "about": partial(AboutSection, self._desk, self._services.about),
        }
        column = QVBoxLayout()
        column.setContentsMargins(12, 24, 12, 12)
        column.setSpacing(2)
        title = Label(look, self.tr("Settings"), "display")
        title.setContentsMargins(12, 0, 0, 16)
        column.addWidget(title)
        self._group = QButtonGroup(self)
        self._items: dict[str, NavItem] = {}
        for name, icon, text in (
            ("you", "user", self.tr("You")),
            ("mail", "at-sign", self.tr("Mail account")),
            ("templates", "feather", self.tr("Message style")),
            ("appearance", "palette", self.tr("Appearance")),
            ("data", "hard-drive", self.tr("Data and backup")),
            ("about", "info", self.tr("About")),
        ):
            item = _SectionItem(look, icon, text, soft=True)
            self._group.addButton(item, len(self._items))
            self._items[name] = item
            column.addWidget(item)
        column.addStretch(1)
        self._list = QWidget()
        self._list.setLayout(column)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(Hairline(look, vertical=True))
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._group.idToggled.connect(self._on_section_toggled)
        self._look.changed.connect(self._fit)
        self._fit()

    def _make_you(self) -> Section:
        return YouSection(self._desk, self._services.profile, self._services.accounts)

    def _make_mail(self) -> Section:
        s = self._services
        return MailSection(self._desk, s.accounts, s.profile)

    def _make_templates(self) -> Section:
        s = self._services
        return TemplatesSection(self._desk, s.templates, s.messages, s.mentors, s.letters)

    def _make_data(self) -> Section:
        s = self._services
        return DataSection(self._desk, s.paths, s.backups, s.sample, s.accounts)

    # --- showing --------------------------------------------------------------------------------

    @property
    def section(self) -> Section | None:
        """The section that is open."""
        name = self._name()
        return self._made.get(name) if name else None

    def reload(self) -> None:
        if self._group.checkedId() < 0:
            self._items["you"].setChecked(True)
        elif self.section is not None:
            self.section.reload()

    def open_target(self, target: object) -> None:
        """A section by its name, or its word on the screen."""
        if target in self._items:
            self._items[str(target)].setChecked(True)

    def areas(self) -> list[QWidget]:
        checked = self._group.checkedButton()
        inside = self.section.first() if self.section else None
        return [checked or self._items["you"], *([inside] if inside else [])]

    def _name(self) -> str | None:
        index = self._group.checkedId()
        return list(self._items)[index] if index >= 0 else None

    def _on_section_toggled(self, index: int, checked: bool) -> None:
        name = list(self._items)[index]
        if not checked:
            if name in self._made:
                self._made[name].save()
            return
        if name not in self._made:
            section = self._makers[name]()
            self._made[name] = section
            pane = ScrollPane(section)
            section.setProperty("pane", self._stack.addWidget(pane))
            self._fit()
        self._made[name].reload()
        self._stack.setCurrentIndex(int(self._made[name].property("pane")))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.section is not None:
            self.section.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._list.setFixedWidth(max(_LIST, self._look.px(_LIST_GROWN)) - 1)
        for section in self._made.values():
            section.set_narrow(self.width() < _NARROW)
