from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from lordesk.paths import resources_dir
from ui.icons import Icons
from ui.theme import Mode, ThemeManager
from ui.widgets.app_icon import app_icon, tray_icon
from ui.widgets.look import Look, bind_icon, make_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def look(qapp: QApplication) -> Look:
    themes = ThemeManager(resources_dir(), qapp.styleHints())
    themes.set_mode(Mode.LIGHT)
    return make_look(themes, resources_dir())


def pixels(image: QImage) -> Iterator[QColor]:
    for x in range(image.width()):
        for y in range(image.height()):
            yield image.pixelColor(x, y)


def full(image: QImage) -> set[str]:
    """Colors of the pixels that are wholly covered."""
    return {color.name() for color in pixels(image) if color.alpha() == 255}


def names_in_tokens(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "icon" and isinstance(inner, str):
                yield inner
            else:
                yield from names_in_tokens(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names_in_tokens(inner)


def test_every_icon_of_the_design_is_shipped(look: Look) -> None:
    tokens = json.loads((resources_dir() / "tokens.json").read_text(encoding="utf-8"))
    named = set(names_in_tokens(tokens))
    assert len(named) >= 19
    assert named <= set(look.icons.names())


def test_every_shipped_icon_draws_something(look: Look) -> None:
    for name in look.icons.names():
        image = look.icons.pixmap(name, 16, "text").toImage()
        assert any(color.alpha() > 0 for color in pixels(image)), name


@pytest.mark.parametrize("token", ["danger-text", "accent-text", "on-accent"])
def test_an_icon_has_the_color_that_is_asked_for(look: Look, token: str) -> None:
    image = look.icons.pixmap("circle", 48, token).toImage()
    assert full(image) == {look.color(token).name()}


def test_a_small_icon_has_a_line_of_one_and_a_half_pixels(look: Look) -> None:
    image = look.icons.pixmap("arrow-right", 16, "text").toImage()
    covered = sum(image.pixelColor(5, y).alphaF() for y in range(16))
    assert covered == pytest.approx(1.5, abs=0.1)


def test_a_dense_screen_gets_more_pixels(look: Look) -> None:
    pixmap = look.icons.pixmap("mail", 16, "text", 2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.deviceIndependentSize().toSize() == QSize(16, 16)


def test_rendering_happens_once_until_the_theme_changes(look: Look) -> None:
    first = look.icons.pixmap("mail").cacheKey()
    assert look.icons.pixmap("mail").cacheKey() == first
    look.themes.set_mode(Mode.DARK)
    assert look.icons.pixmap("mail").cacheKey() != first


def test_a_disabled_icon_is_faint(look: Look) -> None:
    image = look.icons.icon("circle", 48, "text").pixmap(48, QIcon.Mode.Disabled).toImage()
    assert look.color("text-disabled").name() in full(image)


def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Icons(tmp_path, QColor).pixmap("nothing")


def test_a_bound_icon_follows_theme_and_text_size(qtbot: Any, look: Look) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    bind_icon(button, look, "circle", 16, "text")
    bind_icon(button, look, "circle", 24, "text")
    look.themes.set_mode(Mode.DARK)
    look.themes.set_text_scale(1.3)
    assert button.iconSize() == QSize(31, 31)
    image = button.icon().pixmap(31, 31).toImage()
    assert look.color("text").name() in full(image)


def test_the_window_hands_out_the_sizes_that_desktops_show(qapp: QApplication) -> None:
    sizes = {size.width() for size in app_icon(resources_dir()).availableSizes()}
    assert {16, 24, 32, 48, 64, 128} <= sizes
    assert max(sizes) == 128


@pytest.mark.parametrize("scheme", [Mode.LIGHT, Mode.DARK])
def test_tray_states_differ_in_shape_and_keep_a_light_edge(look: Look, scheme: Mode) -> None:
    look.themes.set_mode(scheme)
    states = ("needs_you", "quiet", "paused", "offline")
    images = [tray_icon(look, state).pixmap(22, 22).toImage() for state in states]
    gray = [img.convertToFormat(QImage.Format.Format_Grayscale8) for img in images]
    assert all(one != other for n, one in enumerate(gray) for other in gray[n + 1 :])
    for image in images:
        assert max(image.pixelColor(11, y).lightness() for y in range(3)) > 230
        assert image.pixelColor(4, 18).green() < 110
