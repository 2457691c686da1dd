"""Every field of a mentor, in sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lordesk.errors import InvalidInputError, LordeskError
from lordesk.kinds import Channel
from ui.dialogs.dialog import Dialog
from ui.dialogs.form_parts import (
    OptionalHours,
    address_error,
    address_remark,
    beside,
    number_of,
    optional_number,
    role_combo,
)
from ui.dialogs.mentor_links import LinksEditor
from ui.dialogs.photo_field import PhotoField
from ui.widgets.field import Field
from ui.widgets.fields import TextArea, TextField
from ui.widgets.optional_date import OptionalDate
from ui.widgets.photos import Photos
from ui.widgets.pickers import ComboBox, NumberField
from ui.widgets.text import Label
from ui.wording.errors import sentence
from ui.wording.kinds import word

if TYPE_CHECKING:
    from lordesk.rows.people import MentorRow
    from lordesk.services.mentors import MentorService
    from lordesk.services.photos import PhotoService
    from ui.desk import Desk

_LETTERS_MOST = 999
_CAP_MOST = 9
_TOUCH_MOST = 730


class MentorEditDialog(Dialog):
    def __init__(
        self,
        desk: Desk,
        mentors: MentorService,
        photos: PhotoService,
        mentor: MentorRow,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Edit {name}").format(name=mentor.full_name)
        super().__init__(desk, title, width=560, parent=parent)
        self._mentors = mentors
        self._photos = photos
        self._mentor = mentor
        self._texts: dict[str, TextField] = {}
        self._fields: dict[str, Field] = {}
        self._days: dict[str, OptionalDate] = {}
        form = QWidget()
        self._column = QVBoxLayout(form)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._build_name()
        self._build_place()
        self._build_contact()
        self._build_time()
        self._build_letters()
        self.add_form(form)
        self.add_buttons(self.tr("Save"))
        for name in ("email", "alternate_email", "assistant_email"):
            self._texts[name].editingFinished.connect(self._check_addresses)
        self._check_addresses()
        self._texts["name"].setFocus()

    # --- the sections -----------------------------------------------------------------------------

    def _build_name(self) -> None:
        photo = Photos(self._photos.path).get(self._mentor.photo)
        self._photo = PhotoField(self._desk, self._mentor, photo)
        self._column.addWidget(self._photo)
        self._pair(
            self._text("name", self.tr("Name")),
            self._text("title", self.tr("Title"), self.tr("Dr.")),
        )
        self._pair(
            self._text("salutation", self.tr("Letters begin with “Dear”")),
            self._text("pronouns", self.tr("Pronouns"), self.tr("If they were given")),
        )
        self._pair(
            self._text("given", self.tr("Given name")),
            self._text("family", self.tr("Family name")),
        )
        self._pair(
            self._text("initials", self.tr("Initials")),
            self._text("tags", self.tr("Tags"), self.tr("With commas between them")),
        )
        self._texts["tags"].setText(", ".join(self._mentor.tags))

    def _build_place(self) -> None:
        self._section(self.tr("Work, and how you know each other"))
        self._role = role_combo(self._look, self._mentor.role)
        self._pair(
            Field(self._look, self.tr("Role"), self._role),
            self._text("specialty", self.tr("Specialty or subject")),
        )
        self._pair(
            self._text("institution", self.tr("Institution")),
            self._text("department", self.tr("Department")),
        )
        self._pair(
            self._text("how_known", self.tr("How you know each other")),
            self._text(
                "settings_shared", self.tr("Settings shared"), self.tr("Clinic, lab, course")
            ),
        )
        self._day("known_from", self.tr("Known from"))
        self._day("known_to", self.tr("Known to"))
        links = self._mentors.links(self._mentor.id)
        self._links = LinksEditor(self._look, self._mentors.link_choices(), links)
        self._column.addWidget(Label(self._look, self.tr("Programs they know"), "label"))
        self._column.addWidget(self._links)

    def _build_contact(self) -> None:
        look = self._look
        self._section(self.tr("Contact"))
        self._channel = ComboBox(look)
        for channel in Channel:
            self._channel.addItem(word(channel), channel)
        self._channel.setCurrentIndex(list(Channel).index(self._mentor.channel))
        self._pair(
            self._text("email", self.tr("Email")),
            self._text("alternate_email", self.tr("Another email")),
        )
        self._pair(
            self._text("assistant_email", self.tr("Assistant’s email")),
            self._text("phone", self.tr("Phone")),
        )
        self._column.addWidget(Field(look, self.tr("Best way to reach"), self._channel))
        self._address = TextArea(look, rows=2)
        self._address.setPlainText(self._mentor.postal_address)
        self._column.addWidget(Field(look, self.tr("Postal address"), self._address))

    def _build_time(self) -> None:
        mentor, look = self._mentor, self._look
        self._section(self.tr("Time"))
        self._pair(
            self._text("zone", self.tr("Time zone"), self.tr("America/New_York")),
            self._text("holiday_region", self.tr("Holiday region"), self.tr("US")),
        )
        hours = (mentor.work_start, mentor.work_end)
        self._hours = OptionalHours(look, self.tr("Working hours"), hours)
        self._column.addWidget(self._hours)
        self._day("leave_from", self.tr("On leave from"))
        self._day("leave_to", self.tr("On leave until"))
        self._day("leaving_on", self.tr("Leaves the institution on"))

    def _build_letters(self) -> None:
        mentor, look = self._mentor, self._look
        self._section(self.tr("Letters and follow-ups"))
        usual = self.tr("As usual")
        self._written = NumberField(look)
        self._written.setRange(0, _LETTERS_MOST)
        self._written.setValue(mentor.letters_for_others)
        self._cap = optional_number(look, mentor.follow_up_cap, _CAP_MOST, usual)
        self._touch = optional_number(look, mentor.stay_in_touch_days, _TOUCH_MOST, usual)
        self._pair(
            Field(look, self.tr("Letters written for others"), self._written),
            Field(look, self.tr("Follow-ups at most"), self._cap),
        )
        self._column.addWidget(Field(look, self.tr("Days until going quiet"), self._touch))
        self._day("follow_up_not_before", self.tr("No follow-up before"))

    # --- building blocks --------------------------------------------------------------------------

    def _section(self, words: str) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(Label(self._look, words, "heading"))

    def _pair(self, left: QWidget, right: QWidget) -> None:
        self._column.addLayout(beside(left, right))

    def _text(self, name: str, label: str, placeholder: str = "") -> Field:
        editor = TextField(self._look, placeholder)
        value = getattr(self._mentor, name)
        editor.setText(value if isinstance(value, str) else "")
        self._texts[name] = editor
        self._fields[name] = Field(self._look, label, editor)
        return self._fields[name]

    def _day(self, name: str, label: str) -> None:
        day = OptionalDate(self._look, label, self._desk.clock.today())
        day.set_day(getattr(self._mentor, name))
        self._days[name] = day
        wide = self._look.px(152)
        self._column.addWidget(Field(self._look, label, day, beside=True, label_width=wide))

    # --- saving -----------------------------------------------------------------------------------

    def _check_addresses(self) -> None:
        for name in ("email", "alternate_email", "assistant_email"):
            text = self._texts[name].text()
            remark = "" if name == "assistant_email" else self._remark(text)
            self._fields[name].set_help(remark)
            self._fields[name].set_error(address_error(text))

    def _remark(self, address: str) -> str:
        return address_remark(self._mentors, address, self._mentor.id)

    def _values(self) -> dict[str, Any]:
        values: dict[str, Any] = {name: editor.text() for name, editor in self._texts.items()}
        values |= {name: day.day() for name, day in self._days.items()}
        values["tags"] = values["tags"].split(",")
        values["role"] = self._role.currentData()
        values["channel"] = self._channel.currentData()
        values["postal_address"] = self._address.toPlainText()
        values["work_start"], values["work_end"] = self._hours.value()
        values["letters_for_others"] = self._written.value()
        values["follow_up_cap"] = number_of(self._cap)
        # No days at all would make every silence a long one.
        values["stay_in_touch_days"] = number_of(self._touch) or None
        return values

    def _save(self) -> None:
        values = self._values()
        if not _is_zone(values["zone"].strip()):
            zone = values["zone"].strip()
            self._say(InvalidInputError(field_name="zone", problem="unknown-zone", value=zone))
            return
        try:
            if self._photo.picture is not None:
                values["photo"] = self._photos.keep(self._photo.picture)
            self._mentors.update(self._mentor.id, links=self._links.links(), **values)
        except InvalidInputError as error:
            self._say(error)
            return
        except LordeskError as error:
            self.fail(error)
            return
        self.accept()
        self._desk.say()

    def _say(self, error: InvalidInputError) -> None:
        self._fields[error.field_name].set_error(sentence(error))
        self._texts[error.field_name].setFocus()


def _is_zone(name: str) -> bool:
    if not name:
        return True
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
