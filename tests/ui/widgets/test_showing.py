from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tests.ui.widgets import gallery
from ui.theme import Mode
from ui.widgets.avatar import initials_of, tint_of
from ui.widgets.buttons import Button
from ui.widgets.card import Card, SectionHeader
from ui.widgets.draw import PillFace
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.focus_ring import FocusRing
from ui.widgets.meters import Bar, CountBadge, Gauge, Ring
from ui.widgets.notice import Notice
from ui.widgets.pill import Pill
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import ElidedLabel, Label
from ui.widgets.toast import UndoBar

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from ui.widgets.look import Look


def count(image: QImage, color: QColor) -> int:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(plain.constBits()).cast("I").tolist().count(color.rgb())


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    made = QWidget()
    made.resize(400, 300)
    QCursor.setPos(700, 500)  # away from what appears in the window
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Dr. Elena Marchetti", "EM"),
        ("Prof. Dr. Ana Maria de la Cruz, MD", "AC"),
        ("Cher", "C"),
        ("", "?"),
        ("  (unknown)  ", "U"),
        ("<img src=x>", "IS"),
        ("ليلى حداد", "لح"),
        ("Ångström Öberg", "ÅÖ"),
    ],
)
def test_initials_come_from_first_and_last_part(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_a_tint_is_the_same_in_every_session() -> None:
    assert tint_of(7) == tint_of("7") == 1790921346
    assert len({tint_of(key) % 6 for key in range(40)}) == 6


def test_labels_show_markup_as_typed(qtbot: Any, look: Look) -> None:
    label = Label(look, "<b>A & B</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_label_follows_the_theme(qtbot: Any, look: Look) -> None:
    label = Label(look, "Due", "display", "danger-text")
    qtbot.addWidget(label)
    look.themes.set_mode(Mode.DARK)
    look.themes.set_text_scale(1.15)
    assert label.palette().windowText().color() == look.color("danger-text")
    assert label.font().pixelSize() == 28


def test_wrapped_lines_are_as_high_as_the_style_says(qtbot: Any, look: Look) -> None:
    label = Label(look, "one two three four five six seven eight nine ten", wrap=True)
    qtbot.addWidget(label)
    lines, rest = divmod(label.heightForWidth(120), look.theme.line("body"))
    assert (lines, rest) == (3, 0)
    assert label.heightForWidth(1000) == look.theme.line("body") == 20


def test_a_word_longer_than_the_line_is_broken(qtbot: Any, look: Look) -> None:
    label = Label(look, "x" * 10_000, wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > 1000


def test_a_cut_label_has_the_whole_as_its_tooltip(qtbot: Any, look: Look) -> None:
    label = ElidedLabel(look, "<i>Northfield University Hospital & Clinics</i>")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == (
        "<qt>&lt;i&gt;Northfield University Hospital &amp; Clinics&lt;/i&gt;</qt>"
    )
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_a_notice_escapes_what_it_says(qtbot: Any, look: Look) -> None:
    notice = Notice(look, "danger", "<img src=x>", "A & B", "Open")
    qtbot.addWidget(notice)
    said = next(label for label in notice.findChildren(QLabel) if label.text())
    assert "&lt;img src=x&gt;" in said.text()
    assert "A &amp; B" in said.text()
    with qtbot.waitSignal(notice.clicked):
        notice.findChild(QPushButton).click()


def test_a_pill_says_its_word_and_is_20_high(qtbot: Any, look: Look) -> None:
    pill = Pill(look, PillFace("clock", "Due soon", "warning-text", "warning-soft"))
    qtbot.addWidget(pill)
    assert pill.accessibleName() == "Due soon"
    assert pill.sizeHint().height() == 20


def test_the_ring_has_one_color_for_each_state(qtbot: Any, look: Look) -> None:
    ring = Ring(look, ("in", "promised", "open"), "1/3")
    qtbot.addWidget(ring)
    image = ring.grab().toImage()
    parts = [count(image, look.color(name)) for name in ("meter", "meter-soft", "track")]
    assert min(parts) > 100
    assert max(parts) < 1.3 * min(parts)


def test_gauge_and_bar_fill_to_their_share(qtbot: Any, look: Look) -> None:
    half, bar = Gauge(look, 50), Bar(look, 3, 12, 8)
    qtbot.addWidget(half)
    qtbot.addWidget(bar)
    bar.resize(120, 8)
    assert bar.grab().toImage().pixelColor(20, 4) == look.color("meter")
    assert bar.grab().toImage().pixelColor(40, 4) == look.color("track")
    image = half.grab().toImage()
    assert image.pixelColor(53, 28) == look.color("meter")
    assert image.pixelColor(3, 28) == look.color("track")


def test_a_count_of_nothing_is_hidden(qtbot: Any, look: Look, window: QWidget) -> None:
    badge = CountBadge(look, 0, parent=window)
    assert badge.isHidden()
    badge.set_count(3)
    assert badge.isVisible()
    assert badge.accessibleName() == "3"


def test_a_header_without_a_parent_opens_no_window(qtbot: Any, look: Look) -> None:
    header = SectionHeader(look, "Overdue", 2, link="All")
    qtbot.addWidget(header)
    assert not header.isVisible()
    assert header.findChild(CountBadge).window() is header


def test_rows_of_a_card_have_lines_between_them_only(qtbot: Any, look: Look) -> None:
    card = Card(look)
    qtbot.addWidget(card)
    for _ in range(3):
        row = QWidget()
        row.setFixedHeight(40)
        card.add_row(row)
    assert card.sizeHint().height() == 3 * 40 + 2 + 2


def test_an_empty_state_shows_its_invitation(qtbot: Any, look: Look) -> None:
    button = Button(look, "Add a mentor", "primary")
    icons = ("user", "plus", "user")
    empty = EmptyState(look, "Who has seen your best work?", "Add them.", [button], icons)
    qtbot.addWidget(empty)
    empty.resize(600, 500)
    shown = [label.text() for label in empty.findChildren(QLabel)]
    assert shown == ["Who has seen your best work?", "Add them."]
    assert count(empty.grab().toImage(), look.color("av2-bg")) > 500


def test_flowing_widgets_break_into_lines(qtbot: Any) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host, 8, 8)
    for _ in range(3):
        part = QWidget()
        part.setFixedSize(100, 28)
        flow.addWidget(part)
    assert flow.heightForWidth(400) == 28
    assert flow.heightForWidth(210) == 64
    assert flow.heightForWidth(50) == 100


def test_the_undo_bar_goes_by_itself_and_says_so(qtbot: Any, look: Look, window: QWidget) -> None:
    bar = UndoBar(look, window, tick_ms=1)
    with qtbot.waitSignal(bar.closed):
        bar.show_undo("Dr. Feld deleted.", seconds=3)
        assert bar.isVisible()
    assert bar.isHidden()


def test_undo_is_told_before_the_bar_closes(qtbot: Any, look: Look, window: QWidget) -> None:
    bar = UndoBar(look, window)
    bar.show_undo("Dr. Feld deleted.")
    with qtbot.waitSignals([bar.undone, bar.closed], order="strict"):
        qtbot.keyClick(bar.findChild(QPushButton), Qt.Key.Key_Space)


def test_the_undo_bar_stays_while_the_focus_is_in_it(
    qtbot: Any, look: Look, window: QWidget
) -> None:
    bar = UndoBar(look, window, tick_ms=1)
    bar.show_undo("Dr. Feld deleted.", seconds=2)
    button = bar.findChild(QPushButton)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    left = bar.seconds_left
    with qtbot.assertNotEmitted(bar.closed, wait=30):
        assert bar.seconds_left == left
    with qtbot.waitSignal(bar.closed):
        button.clearFocus()


def test_a_countdown_says_the_seconds_that_are_left(
    qtbot: Any, look: Look, window: QWidget
) -> None:
    bar = UndoBar(look, window, tick_ms=1)
    with qtbot.waitSignal(bar.closed):
        bar.show_undo("Sending in {seconds} s.", seconds=30, countdown=True)
        assert bar.text() == "Sending in 30 s."
        qtbot.waitUntil(lambda: bar.text() != "Sending in 30 s.")
        assert bar.text() == f"Sending in {bar.seconds_left} s."


def test_the_undo_bar_keeps_to_the_bottom_middle(qtbot: Any, look: Look, window: QWidget) -> None:
    bar = UndoBar(look, window)
    bar.show_undo("Done.")
    window.resize(800, 600)
    qtbot.waitUntil(lambda: bar.geometry().bottom() > 500)
    assert abs(bar.geometry().center().x() - 400) <= 1
    assert bar.height() == 36


class _Ringed:
    """A window with two buttons in a scrolled column and its ring."""

    def __init__(self, look: Look, window: QWidget) -> None:
        content = QWidget()
        inner = QVBoxLayout(content)
        self.first, self.last = Button(look, "First"), Button(look, "Last")
        inner.addWidget(self.first)
        inner.addSpacing(900)
        inner.addWidget(self.last)
        self.pane = ScrollPane(content)
        outer = QVBoxLayout(window)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pane)
        self.ring = FocusRing(look, window)
        self.window = window

    def place_of(self, button: QWidget) -> QRect:
        origin = button.mapTo(self.window, QPoint(0, 0))
        return QRect(origin, button.size()).adjusted(-4, -4, 4, 4)


def test_the_ring_follows_the_tab_key_and_scrolling(
    qtbot: Any, look: Look, window: QWidget
) -> None:
    made = _Ringed(look, window)
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.waitUntil(made.last.isVisible)
    made.last.setFocus()
    qtbot.waitUntil(made.last.hasFocus)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert made.ring.target is made.first
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert made.ring.target is made.last
    qtbot.waitUntil(lambda: made.ring.geometry() == made.place_of(made.last))
    assert made.pane.verticalScrollBar().value() > 0
    made.pane.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: made.ring.target is None)


def test_a_click_hides_the_ring(qtbot: Any, look: Look, window: QWidget) -> None:
    made = _Ringed(look, window)
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.waitUntil(made.last.isVisible)
    made.last.setFocus()
    qtbot.waitUntil(made.last.hasFocus)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert made.ring.target is made.first
    spot = made.first.mapTo(window, made.first.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window.windowHandle(), left, none, spot)
    assert made.ring.target is None
    assert made.first.hasFocus()


def test_the_ring_lets_clicks_through(qtbot: Any, look: Look, window: QWidget) -> None:
    made = _Ringed(look, window)
    assert made.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert made.ring.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3])
def test_the_sheet_of_components_shows_in_every_theme(
    qtbot: Any, look: Look, mode: Mode, scale: float
) -> None:
    look.themes.set_mode(mode)
    look.themes.set_text_scale(scale)
    page = gallery.build(look)
    qtbot.addWidget(page)
    page.show()
    image = page.grab().toImage()
    assert image.size() == page.size() != QSize()
    for name in ("accent", "accent-soft", "warning-soft", "danger-soft", "ink", "meter"):
        assert count(image, look.color(name)) > 20, name
