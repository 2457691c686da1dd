"""Fields that open a list or a calendar, and numbers."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTableView,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from ui.widgets import draw
from ui.widgets.look import Look, bind_icon
from ui.widgets.text import set_tip

_EDGE = 12
# Where the words of a field begin, without and with an icon before them.
_START = 9
_LEAD = 33


def _paint_icon(widget: QWidget, look: Look, name: str, trailing: bool = False) -> None:
    painter = QPainter(widget)
    draw.begin(painter)
    size = look.px(16)
    left = widget.width() - _EDGE - size if trailing else _EDGE
    pos = QPointF(left, (widget.height() - size) / 2)
    color = "text-secondary" if widget.isEnabled() else "text-disabled"
    draw.icon(painter, look, pos, name, 16, color)


class ComboBox(QComboBox):
    """Only a QLabel buddy gives it a name on Linux: put it in a Field."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        look.changed.connect(self.updateGeometry)
        self.currentTextChanged.connect(self._set_tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, but what is too long ends in an ellipsis and is whole in the tooltip."""
        option = self._fitted()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        _paint_icon(self, self._look, "chevron-down", trailing=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tip()

    def _fitted(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, part, self).width() - 2
        right = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, right, room)
        return option

    def _set_tip(self) -> None:
        whole = self.currentText()
        cut = not self.isEditable() and self._fitted().currentText != whole
        set_tip(self, whole if cut else "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form must not change what lies under the mouse.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


_ALT = Qt.KeyboardModifier.AltModifier
_SEPARATORS = ("/", "-", ".", " ")


class DateField(QDateEdit):
    """A day with a calendar, in the order of the locale. Alt+Down and F4 open the calendar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCalendarPopup(True)
        self.setDisplayFormat(day_format())
        self._told: str | None = None
        self._went_on = False
        self._before = self.date()
        dress_calendar(self.calendarWidget(), look)
        look.changed.connect(self._on_changed)

    def day(self) -> date:
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        self.setDate(QDate(day.year, day.month, day.day))

    def set_last_day(self, day: date) -> None:
        self.setMaximumDate(QDate(day.year, day.month, day.day))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_icon(self, self._look, "calendar-days")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 8, self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def open_calendar(self) -> None:
        """Qt opens it for a click on its arrow only, so that click is what it gets."""
        option = QStyleOptionComboBox()
        option.initFrom(self)
        option.editable = True
        option.subControls = QStyle.SubControl.SC_All
        style, arrow = self.style(), QStyle.SubControl.SC_ComboBoxArrow
        kind = QStyle.ComplexControl.CC_ComboBox
        at = style.subControlRect(kind, option, arrow, self).center()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        where, pressed = QPointF(at), QEvent.Type.MouseButtonPress
        there = QPointF(self.mapToGlobal(at))
        self.mousePressEvent(QMouseEvent(pressed, where, there, left, left, none))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.calendarWidget().isVisible():
            self._before = self.date()
            self._dress_popup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field follows each arrow in the calendar; Esc gives the day back."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.setDate(self._before)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits are typed into plain numbers: a weekday cannot be typed."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & _ALT
        if alt_down or event.key() == Qt.Key.Key_F4:
            self.open_calendar()
            return
        if event.text().isdigit() and self._told is None:
            self._told = self.displayFormat()
            self.setDisplayFormat(number_format())
            self.setSelectedSection(self.sectionAt(0))
        if event.text() in _SEPARATORS and self._went_on:
            self._went_on = False
            return
        before = self.currentSectionIndex()
        super().keyPressEvent(event)
        # "9" fills the month, so the slash typed after it has been answered already.
        self._went_on = event.text().isdigit() and self.currentSectionIndex() != before

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._told is not None:
            self.setDisplayFormat(self._told)
            self._told = None

    def _dress_popup(self) -> None:
        """What a screen reader says of the calendar's window and of the days in it."""
        words = self.tr("Calendar: {name}").format(name=self.accessibleName())
        calendar = self.calendarWidget()
        popup = calendar.window()
        popup.installEventFilter(self)
        for part in (popup, calendar, *calendar.findChildren(QTableView)):
            part.setAccessibleName(words)

    def _on_changed(self) -> None:
        _color_days(self.calendarWidget(), self._look)
        self.update()


class TimeField(QTimeEdit):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_icon(self, self._look, "clock")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + self._look.px(_LEAD), self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _fit(self) -> None:
        self.lineEdit().setTextMargins(self._look.px(_LEAD), 0, 0, 0)
        self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(QSpinBox):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_START, 0, 0, 0)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 2 * _START, self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def day_format() -> str:
    """The weekday tells more than a number: "Wed, Sep 16, 2026" in the order of the locale."""
    order = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    day_first = order.find("d") < order.find("M")
    return "ddd, d MMM yyyy" if day_first else "ddd, MMM d, yyyy"


def number_format() -> str:
    """In the order of the locale, with the whole year: no century is guessed."""
    order = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return re.sub("y+", "yyyy", order)


def dress_calendar(calendar: QCalendarWidget, look: Look) -> None:
    """Names for the arrows, no week numbers, no red weekend."""
    calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    calendar.setGridVisible(False)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for name, icon, words in (
        ("qt_calendar_prevmonth", "chevron-left", calendar.tr("Previous month")),
        ("qt_calendar_nextmonth", "chevron-right", calendar.tr("Next month")),
    ):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setAccessibleName(words)
            button.setToolTip(words)
            bind_icon(button, look, icon)
    for year in calendar.findChildren(QSpinBox):
        year.setAccessibleName(calendar.tr("Year"))
    _color_days(calendar, look)


def _color_days(calendar: QCalendarWidget, look: Look) -> None:
    plain, head = QTextCharFormat(), QTextCharFormat()
    plain.setForeground(look.color("text"))
    head.setForeground(look.color("text-tertiary"))
    head.setFont(look.theme.font("micro"))
    for day in Qt.DayOfWeek:
        calendar.setWeekdayTextFormat(day, plain)
    calendar.setHeaderTextFormat(head)
