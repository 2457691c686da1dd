"""Settings: its sections, and those that only read or switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from lordesk.errors import BackupFailedError
from ui.dialogs.license_dialog import LicenseDialog
from ui.pages.settings import SettingsPage, SettingsServices
from ui.theme import Mode
from ui.widgets.buttons import Button
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk, Voice
    from ui.pages.settings_section import Section
    from ui.tasks import ImmediateRunner
    from ui.widgets.look import Look

SECTIONS = ("you", "mail", "templates", "appearance", "data", "about")


def services(core: Core) -> SettingsServices:
    return SettingsServices(
        profile=core.profile,
        accounts=core.accounts,
        templates=core.templates,
        messages=core.messages,
        mentors=core.mentors,
        letters=core.letters,
        backups=core.backups,
        sample=core.sample,
        about=core.about,
        paths=core.paths,
    )


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> SettingsPage:
    made = SettingsPage(desk, services(core))
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    return made


@pytest.fixture
def plain_look(look: Look) -> Iterator[Look]:
    yield look
    look.themes.set_mode(Mode.SYSTEM)
    look.themes.set_text_scale(1.0)
    look.themes.set_reduce_motion(False)


def opened(page: SettingsPage, name: str, tasks: ImmediateRunner) -> Section:
    page.open_target(name)
    tasks.settle()
    assert page.section is not None
    return page.section


def words(section: Section) -> list[str]:
    return [label.text() for label in section.findChildren(Label) if label.text()]


def button(section: Section, text: str) -> Button:
    return next(b for b in section.findChildren(Button) if b.text() == text)


@pytest.mark.parametrize("name", SECTIONS)
def test_every_control_of_a_section_has_a_name(
    page: SettingsPage, tasks: ImmediateRunner, name: str
) -> None:
    section = opened(page, name, tasks)
    for kind in (QLineEdit, QPlainTextEdit, QAbstractButton):
        for control in section.findChildren(kind):
            if control.focusPolicy() != Qt.FocusPolicy.NoFocus and not control.isHidden():
                assert control.accessibleName() or control.text(), control
    for combo in section.findChildren(QComboBox):
        buddies = [label for label in section.findChildren(Label) if label.buddy() is combo]
        assert buddies, combo


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_fits_the_small_window(
    page: SettingsPage, tasks: ImmediateRunner, name: str
) -> None:
    page.resize(968, 640)
    section = opened(page, name, tasks)
    assert section.minimumSizeHint().width() <= 968 - 208


def test_the_first_section_is_you_and_a_target_opens_another(
    page: SettingsPage, tasks: ImmediateRunner
) -> None:
    assert page._items["you"].isChecked()
    opened(page, "mail", tasks)
    assert page._items["mail"].isChecked()
    assert not page._items["you"].isChecked()
    page.open_target("nowhere")
    assert page._items["mail"].isChecked()


def test_theme_and_text_size_apply_at_once_and_are_kept(
    page: SettingsPage, core: Core, tasks: ImmediateRunner, plain_look: Look
) -> None:
    section = opened(page, "appearance", tasks)
    theme, size = section.findChildren(Segmented)
    theme._group.button(2).click()
    assert plain_look.themes.mode is Mode.DARK
    size._group.button(3).click()
    assert plain_look.theme.text_scale == 1.3
    section._motion.click()
    assert plain_look.themes.reduce_motion
    values = core.settings.values
    assert (values.scheme, values.text_scale, values.reduce_motion) == ("dark", 1.3, True)


def test_a_backup_is_made_and_listed(
    qtbot: QtBot, page: SettingsPage, core: Core, tasks: ImmediateRunner, voice: Voice
) -> None:
    section = opened(page, "data", tasks)
    assert "No backup yet. The first one takes a moment." in words(section)
    with qtbot.waitSignal(voice.said) as said:
        button(section, "Back up now").click()
    assert said.args[0] == "Backup made and checked."
    assert len(core.backups.rows()) == 1
    assert "Made by you" in words(section)
    assert button(section, "Back up now").isEnabled()


def test_a_backup_that_fails_says_so_where_it_was_asked_for(
    page: SettingsPage, core: Core, tasks: ImmediateRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(reason: str, schema: int | None = None) -> None:
        raise BackupFailedError(path=core.paths.backups)

    section = opened(page, "data", tasks)
    monkeypatch.setattr(core.backups, "make", no_room)
    button(section, "Back up now").click()
    tasks.settle()
    assert section._trouble.isVisible()
    assert section._trouble.accessibleName().startswith("The backup could not be made")


def test_sample_data_can_be_added_and_removed(
    qtbot: QtBot, page: SettingsPage, core: Core, tasks: ImmediateRunner, voice: Voice
) -> None:
    section = opened(page, "data", tasks)
    with qtbot.waitSignal(voice.said):
        button(section, "Add sample data").click()
    assert core.sample.present()
    with qtbot.waitSignal(voice.said):
        button(section, "Remove sample data").click()
    assert not core.sample.present()


class Opener(QObject):
    """Stands for the desktop that opens folders."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_a_folder_opens_in_the_desktop(
    page: SettingsPage, core: Core, tasks: ImmediateRunner
) -> None:
    section = opened(page, "data", tasks)
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    button(section, "Open folder").click()
    QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(core.paths.data)]


def test_about_names_versions_libraries_and_licenses(
    page: SettingsPage, core: Core, tasks: ImmediateRunner
) -> None:
    section = opened(page, "about", tasks)
    shown = "\n".join(words(section))
    assert core.about.sqlite_version() in shown
    assert "Send mail without your yes." in shown
    assert "keyring 25.7.0" in shown
    button(section, "License").click()
    dialog = section.findChild(LicenseDialog)
    assert "SIL OPEN FONT LICENSE" in dialog.findChild(QPlainTextEdit).toPlainText()
    dialog.reject()
