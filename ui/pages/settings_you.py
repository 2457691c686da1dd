"""Settings, You: what messages say about the applicant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from lordesk.domain import names
from lordesk.errors import LordeskError
from lordesk.rows.mail import NewAccount
from ui.dialogs.form_parts import address_error
from ui.pages.settings_section import Section
from ui.widgets.fields import TextArea, TextField
from ui.widgets.pickers import ComboBox
from ui.wording import settings as words
from ui.wording.kinds import word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.mail.accounts import AccountService
    from lordesk.rows.people import ProfileRow
    from lordesk.services.profile import ProfileService
    from ui.desk import Desk

_REST_MS = 700
"""So long after the last key what was typed is saved."""


class YouSection(Section):
    TABLES = frozenset({"profile"})

    def __init__(
        self,
        desk: Desk,
        profile: ProfileService,
        accounts: AccountService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk,
            self.tr("You"),
            self.tr("Your messages are signed with this. Nothing of it leaves by itself."),
            parent,
        )
        self._profile = profile
        self._accounts = accounts
        self._stored = profile.get()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.save)
        self._build_person()
        self._build_numbers()
        self.column.addStretch(1)
        self._show_row(self._stored, everything=True)
        desk.tasks.start(profile.zones).succeeded.connect(self._on_zones_succeeded)

    # --- building -------------------------------------------------------------------------------

    def _build_person(self) -> None:
        look, card = self._look, self.add_card()
        self._lines = {
            "name": TextField(look, self.tr("Your name as it should stand in a letter")),
            "email": TextField(look, self.tr("you@school.edu")),
            "school": TextField(look, self.tr("Northfield School of Medicine")),
            "year": TextField(look, self.tr("MS4, or pre-med junior")),
            "phone": TextField(look, self.tr("Optional")),
        }
        labels = {
            "name": self.tr("Name"),
            "email": self.tr("Email"),
            "school": self.tr("School"),
            "year": self.tr("Year"),
            "phone": self.tr("Phone"),
        }
        for key, line in self._lines.items():
            field = self.field(labels[key], line)
            self.add_row(card, field)
            self._watch(line)
            if key == "email":
                self._email_field = field
                line.editingFinished.connect(self._on_email_finished)
        self._signature = TextArea(look, self.tr("Name, year, school and phone by default"), 4)
        self._signature.textChanged.connect(self._rest.start)
        self._signature.editing_finished.connect(self.save)
        self.add_row(card, self.field(self.tr("Signature"), self._signature))
        self._zone = ComboBox(look)
        self._zone.setMinimumContentsLength(12)
        self._zone.addItem(self.tr("As on this computer"), "")
        self._zone.activated.connect(self.save)
        zone_help = self.tr("Deadlines and scheduled mail are told in this zone.")
        self.add_row(card, self.field(self.tr("Time zone"), self._zone, zone_help))

    def _build_numbers(self) -> None:
        self.add_heading(self.tr("Your numbers"))
        card = self.add_card()
        self._numbers: dict[str, TextField] = {}
        for service in words.OWN_NUMBERS:
            line = TextField(self._look, words.own_number(service))
            self._numbers[service.value] = line
            self._watch(line)
            self.add_row(card, self.field(word(service), line))

    def _watch(self, line: TextField) -> None:
        line.textEdited.connect(self._on_line_edited)
        line.editingFinished.connect(self.save)

    # --- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        row = self._profile.get()
        if row != self._stored:
            self._show_row(row)

    def _show_row(self, row: ProfileRow, everything: bool = False) -> None:
        """Only what differs from what was stored is set: the rest may be in the user's hands."""
        old, self._stored = self._stored, row
        for key, line in self._lines.items():
            if everything or getattr(row, key) != getattr(old, key):
                line.setText(getattr(row, key))
                line.setCursorPosition(0)
        if everything or row.signature != old.signature:
            self._signature.setPlainText(row.signature)
        numbers, before = dict(row.service_ids), dict(old.service_ids)
        for key, line in self._numbers.items():
            if everything or numbers.get(key, "") != before.get(key, ""):
                line.setText(numbers.get(key, ""))
        self._show_zone()
        self._email_field.set_error(address_error(row.email))

    def _show_zone(self) -> None:
        zone = self._stored.zone
        if self._zone.findData(zone) < 0:
            self._zone.addItem(zone, zone)
        self._zone.setCurrentIndex(self._zone.findData(zone))

    def _on_zones_succeeded(self, zones: object) -> None:
        assert isinstance(zones, list)
        for zone in zones:
            if self._zone.findData(zone) < 0:
                self._zone.addItem(zone.replace("_", " "), zone)
        self._show_zone()

    def _on_email_finished(self) -> None:
        self._email_field.set_error(address_error(self._lines["email"].text()))

    # --- saving ---------------------------------------------------------------------------------

    def _on_line_edited(self) -> None:
        if QApplication.focusWidget() is self._lines["email"]:
            self._email_field.set_error("")
        self._rest.start()

    def save(self) -> None:
        """Write what differs from what is stored, a malformed address too."""
        self._rest.stop()
        changed = self._changed()
        if not changed:
            return
        old, self._stored = self._stored, replace(self._stored, **_as_row(changed))
        try:
            self._profile.update(**changed)
        except LordeskError as error:
            self._stored = old
            self._desk.report(error)
            return
        if "name" in changed:
            self._sign_accounts(old.name, changed["name"])

    def _changed(self) -> dict[str, Any]:
        typed: dict[str, Any] = {
            key: names.clean_text(line.text()) for key, line in self._lines.items()
        }
        typed["signature"] = names.clean_text(self._signature.toPlainText(), one_line=False)
        typed["zone"] = self._zone.currentData() or ""
        changed = {key: text for key, text in typed.items() if text != getattr(self._stored, key)}
        numbers = dict(self._stored.service_ids)
        for key, line in self._numbers.items():
            number = names.clean_text(line.text())
            if number:
                numbers[key] = number
            else:
                numbers.pop(key, None)
        if numbers != dict(self._stored.service_ids):
            changed["service_ids"] = numbers
        return changed

    def _sign_accounts(self, before: str, name: str) -> None:
        """Mail goes out under the applicant's name, unless an account was given another one."""
        for account in self._accounts.rows():
            if account.display_name not in ("", before) or account.practice:
                continue
            values = {each: getattr(account, each) for each in NewAccount.__annotations__}
            new = NewAccount(**(values | {"display_name": name}))
            try:
                self._accounts.update(account.id, new)
            except LordeskError as error:
                self._desk.report(error)


def _as_row(changed: dict[str, Any]) -> dict[str, Any]:
    numbers = changed.get("service_ids")
    return changed if numbers is None else changed | {"service_ids": tuple(numbers.items())}
