"""How to send: the ways as one group of radio buttons, equals among each other."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QTime, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from lordesk.domain import deadlines
from lordesk.kinds import MessageKind
from ui.widgets import draw
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.checks import RadioButton
from ui.widgets.pickers import DateField, TimeField, day_format
from ui.widgets.text import Label
from ui.wizard.state import Way
from ui.wording.dates import row_date

if TYPE_CHECKING:
    from ui.widgets.look import Look
    from ui.wizard.session import Session

_MORNING = time(8, 0)


class _WayRadio(RadioButton):
    """Its words are a title here."""

    def sizeHint(self) -> QSize:
        room = draw.text_width(self._look, self._words, "bodyStrong") + self._look.px(18) + 9
        return QSize(round(room), self._look.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint_words(self, painter: QPainter, enabled: bool) -> None:
        left = self._look.px(18) + 12
        rect = QRectF(left, 0, self.width() - left, self.height())
        color = "text" if enabled else "text-disabled"
        draw.text(painter, self._look, rect, self._words, "bodyMedium", color)


class WayRow(QWidget):
    """A radio button with a line below it; the whole row chooses it."""

    chosen = Signal(object)

    def __init__(self, look: Look, way: Way, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.way = way
        self.radio = _WayRadio(look, text)
        self._detail = Label(look, style="small", color="text-secondary", wrap=True)
        self._extra = QVBoxLayout()
        self._extra.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(0)
        column.addWidget(self.radio)
        self._below = QHBoxLayout()
        self._below.addWidget(self._detail)
        column.addLayout(self._below)
        column.addLayout(self._extra)
        look.changed.connect(self._fit)
        self._fit()
        self.radio.toggled.connect(self._on_toggled)
        self.radio.clicked.connect(self._on_clicked)

    def _fit(self) -> None:
        """What stands below the title begins where its words do."""
        for below in (self._below, self._extra):
            below.setContentsMargins(self._look.px(18) + 12, 0, 0, 0)

    def set_detail(self, words: str) -> None:
        self._detail.setText(words)
        self.radio.setAccessibleDescription(words)

    def detail(self) -> str:
        return self._detail.text()

    def add_extra(self, part: QWidget) -> QWidget:
        """Returns what to hide together with the room above it."""
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(part)
        self._extra.addWidget(holder)
        return holder

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.radio.isEnabled():
            self.radio.setFocus()
            self.radio.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.radio.isChecked():
            painter = QPainter(self)
            draw.begin(painter)
            painter.fillRect(self.rect(), self._look.color("accent-soft"))

    def _on_toggled(self) -> None:
        self.update()

    def _on_clicked(self) -> None:
        self.chosen.emit(self.way)


class WayCard(Card):
    """`way_chosen` and `time_changed` are emitted for what the user does."""

    way_chosen = Signal(object)
    time_changed = Signal(object, object)
    asked_on_changed = Signal(object)
    settings_requested = Signal()

    def __init__(self, look: Look, in_person: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._filling = False
        self._build(in_person)
        self._connect()

    def load(self, session: Session) -> None:
        """Show the state; a time that has gone by is moved to the next working morning."""
        state, account = session.state, session.account
        self._filling = True
        if state.schedule_on is None or state.schedule_on < session.today:
            state.schedule_on = deadlines.next_workday(
                session.today + timedelta(days=1), session.holidays()
            )
        state.schedule_at = state.schedule_at or _MORNING
        state.asked_on = state.asked_on or session.today
        self._day.set_day(state.schedule_on)
        self._time.setTime(QTime(state.schedule_at.hour, state.schedule_at.minute))
        self._asked.set_last_day(session.today)
        self._asked.set_day(min(state.asked_on, session.today))
        for way in (Way.NOW, Way.SCHEDULE, Way.TEST):
            self._rows[way].radio.setEnabled(account is not None)
        if account is None and state.way in (Way.NOW, Way.SCHEDULE, Way.TEST):
            state.way = Way.MAIL_APP
        self._rows[state.way].radio.setChecked(True)
        self._filling = False
        self._show_words(session)

    def refresh(self, session: Session) -> None:
        self._rows[session.state.way].radio.setChecked(True)
        self._show_words(session)

    def current(self) -> RadioButton:
        return next(row.radio for row in self._rows.values() if row.radio.isChecked())

    def row(self, way: Way) -> WayRow:
        return self._rows[way]

    # --- building ---------------------------------------------------------------------------------

    def _build(self, in_person: str) -> None:
        look = self._look
        texts = {
            Way.NOW: self.tr("Send now"),
            Way.SCHEDULE: self.tr("Schedule"),
            Way.TEST: self.tr("Send test to me"),
            Way.MAIL_APP: self.tr("Open in mail app"),
            Way.IN_PERSON: in_person or self.tr("I asked in person"),
        }
        self._rows: dict[Way, WayRow] = {}
        self._group = QButtonGroup(self)
        for way, text in texts.items():
            row = WayRow(look, way, text)
            self._group.addButton(row.radio)
            self._rows[way] = row
            self.add_row(row)
        self._day, self._time = DateField(look), TimeField(look)
        self._day.setDisplayFormat(_short_format())
        self._day.setMinimumWidth(112)
        self._time.setMinimumWidth(96)
        self._day.setAccessibleName(self.tr("Day to send"))
        self._time.setAccessibleName(self.tr("Time to send"))
        fields = QWidget()
        when = QHBoxLayout(fields)
        when.setContentsMargins(0, 0, 0, 0)
        when.setSpacing(8)
        when.addWidget(self._day, 3)
        when.addWidget(self._time, 2)
        self._when = self._rows[Way.SCHEDULE].add_extra(fields)
        self._asked = DateField(look)
        self._asked.setDisplayFormat(_short_format())
        self._asked.setAccessibleName(self.tr("Day on which you asked"))
        self._asked_box = self._rows[Way.IN_PERSON].add_extra(self._asked)
        self.mail_button = Button(look, self.tr("Set up mail"), "soft", size="small")
        set_up = QWidget()
        box = QHBoxLayout(set_up)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.mail_button)
        box.addStretch(1)
        self._set_up = self._rows[Way.NOW].add_extra(set_up)

    def _connect(self) -> None:
        for row in self._rows.values():
            row.chosen.connect(self._on_chosen)
        self._day.dateChanged.connect(self._on_when_changed)
        self._time.timeChanged.connect(self._on_when_changed)
        self._asked.dateChanged.connect(self._on_asked_changed)
        self.mail_button.clicked.connect(self.settings_requested)

    def _show_words(self, session: Session) -> None:
        state, account, mentor = session.state, session.account, session.mentor
        name = mentor.short_name if mentor else ""
        self._set_up.setVisible(account is None)
        self._when.setVisible(state.way is Way.SCHEDULE)
        self._asked_box.setVisible(state.way is Way.IN_PERSON)
        now = (
            self.tr("From {address}").format(address=account.address)
            if account
            else self.tr("Set up mail first. The other ways need no account.")
        )
        self._rows[Way.NOW].set_detail(now)
        self._rows[Way.SCHEDULE].set_detail(self._schedule_words(session))
        self._rows[Way.TEST].set_detail(self.tr("Nothing goes to {name}.").format(name=name))
        ask = session.kind is MessageKind.ASK
        self._rows[Way.MAIL_APP].set_detail(
            self.tr("You press send. Then mark it as asked here.")
            if ask
            else self.tr("You press send. Then say so here.")
        )
        told = self.tr("It counts as asked. No mail is sent.")
        self._rows[Way.IN_PERSON].set_detail(told if ask else self.tr("No mail is sent."))

    def _schedule_words(self, session: Session) -> str:
        state = session.state
        if state.way is not Way.SCHEDULE:
            return self.tr("Arrives at the start of a workday.")
        parts = [self.tr("Sent only while LoRDesk is running.")]
        on = state.schedule_on
        if on is not None and deadlines.is_weekend(on):
            parts.append(self.tr("{day} is on a weekend.").format(day=row_date(on)))
        elif on is not None and on in session.holidays():
            parts.append(self.tr("{day} is a holiday.").format(day=row_date(on)))
        mentor = session.mentor
        zone = session.desk.clock.zone_name()
        if mentor is not None and mentor.zone and mentor.zone != zone:
            text = self.tr("Your time. {name} is in {zone}.")
            place = mentor.zone.rsplit("/", 1)[-1].replace("_", " ")
            parts.append(text.format(name=mentor.short_name, zone=place))
        return " ".join(parts)

    # --- what the user does -----------------------------------------------------------------------

    def _on_chosen(self, way: Way) -> None:
        if not self._filling:
            self.way_chosen.emit(way)

    def _on_when_changed(self) -> None:
        if not self._filling:
            at = self._time.time()
            self.time_changed.emit(self._day.day(), time(at.hour(), at.minute()))

    def _on_asked_changed(self) -> None:
        if not self._filling:
            self.asked_on_changed.emit(self._asked.day())


def _short_format() -> str:
    """ "Wed, Aug 19": the year is clear from the context."""
    return day_format().removesuffix(" yyyy").rstrip(",")
