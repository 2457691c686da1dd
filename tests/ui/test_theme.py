from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette

from lordesk.paths import resources_dir
from ui.theme import Mode, Scheme, Theme, ThemeManager, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from ui.widgets.look import Look

VALUES: dict[str, Any] = json.loads((resources_dir() / "tokens.json").read_text(encoding="utf-8"))
PAIRS: list[dict[str, Any]] = VALUES["contrast"]


def luminance(color: QColor) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [color.redF(), color.greenF(), color.blueF()]
    lin = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def themes(qapp: QApplication, look: Look) -> Iterator[ThemeManager]:
    """One of its own; the application gets its usual dress back."""
    made = ThemeManager(resources_dir(), qapp.styleHints())
    yield made
    made.set_mode(Mode.SYSTEM)
    look.themes.apply(qapp)


def theme(scheme: Scheme = Scheme.LIGHT, scale: float = 1.0) -> Theme:
    return Theme(Tokens.load(resources_dir()), scheme, scale)


def test_the_design_names_78_pairs() -> None:
    assert len(PAIRS) == 78


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['fg']} on {pair['bg']}")
@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_pair_has_the_contrast_it_needs(scheme: Scheme, pair: dict[str, Any]) -> None:
    drawn = theme(scheme)
    measured = contrast(drawn.color(pair["fg"]), drawn.color(pair["bg"]))
    assert measured >= pair["need"]
    assert measured == pytest.approx(pair[scheme.value], abs=0.06)


def test_both_schemes_name_the_same_colors() -> None:
    assert VALUES["color"]["light"].keys() == VALUES["color"]["dark"].keys()


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_style_sheet_has_no_place_left_open(scheme: Scheme) -> None:
    assert "@" not in theme(scheme).style_sheet()


def test_the_style_sheet_grows_with_the_text() -> None:
    assert "min-height: 30px" in theme().style_sheet()
    assert "min-height: 39px" in theme(scale=1.3).style_sheet()


def test_an_unknown_color_is_refused() -> None:
    with pytest.raises(KeyError):
        theme().color("pink")


def test_fonts_are_the_bundled_ones(qapp: QApplication, themes: ThemeManager) -> None:
    themes.apply(qapp)
    for style, weight in (("body", 400), ("bodyMedium", 500), ("bodyStrong", 600)):
        info = QFontInfo(themes.theme.font(style))
        assert (info.family(), info.weight()) == ("Inter", weight)


def test_fonts_grow_with_the_text_size(qapp: QApplication) -> None:
    assert theme().font("display").pixelSize() == 24
    assert theme(scale=1.3).font("display").pixelSize() == 31
    assert theme(scale=1.3).px(32) == 42


def test_a_font_that_is_changed_by_its_user_stays_right_for_others() -> None:
    drawn = theme()
    drawn.font("body").setPixelSize(40)
    assert drawn.font("body").pixelSize() == 13


def test_figures_have_one_width_on_request(qapp: QApplication, themes: ThemeManager) -> None:
    themes.apply(qapp)
    metrics = QFontMetricsF(themes.theme.font("body", tnum=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_the_mode_changes_palette_and_sheet(qapp: QApplication, themes: ThemeManager) -> None:
    themes.set_mode(Mode.LIGHT)
    themes.apply(qapp)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#FAFAF8")
    themes.set_mode(Mode.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#1A1B1E")
    assert "#222327" in qapp.styleSheet()


def test_a_change_is_told_once_and_no_change_is_not_told(themes: ThemeManager) -> None:
    told: list[Scheme] = []

    def note() -> None:
        told.append(themes.theme.scheme)

    themes.set_mode(Mode.LIGHT)
    themes.changed.connect(note)
    themes.set_mode(Mode.DARK)
    themes.set_mode(Mode.DARK)
    themes.set_text_scale(1.0)
    assert told == [Scheme.DARK]


def test_an_unknown_desktop_is_light(themes: ThemeManager) -> None:
    themes.set_mode(Mode.SYSTEM)
    assert themes.theme.scheme is Scheme.LIGHT


def test_reduced_motion_takes_all_durations_away(themes: ThemeManager) -> None:
    assert themes.duration("base") == 160
    themes.set_reduce_motion(True)
    assert {themes.duration(speed) for speed in ("fast", "base", "slow")} == {0}


def test_high_contrast_keeps_the_desktops_palette_and_drops_fills() -> None:
    palette = QPalette()
    role = QPalette.ColorRole
    palette.setColor(role.Window, QColor("#000000"))
    palette.setColor(role.Base, QColor("#000000"))
    palette.setColor(role.WindowText, QColor("#FFFFFF"))
    palette.setColor(role.Highlight, QColor("#FFFF00"))
    drawn = Theme(Tokens.load(resources_dir()), Scheme.DARK, 1.0, palette)
    assert drawn.high_contrast
    assert drawn.palette() == palette
    for fill in ("warning-soft", "accent-soft", "hover", "av1-bg"):
        assert drawn.color(fill) == QColor("#000000")
    for edge in ("border", "border-control", "warning-text", "text-tertiary"):
        assert drawn.color(edge) == QColor("#FFFFFF")
    assert drawn.color("focus") == QColor("#FFFF00")
