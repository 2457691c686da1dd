"""Colors, fonts, sizes and the one style sheet, all from resources/tokens.json.

`Theme` is a value: one scheme at one text size. `ThemeManager` holds the current one and replaces
it when the system or the user changes something; whoever paints asks it again after `changed`.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPalette,
    QStaticText,
    QStyleHints,
    QTextOption,
    QTransform,
)

from ui.reading_order import in_order
from ui.stamps import Pictures, Stamps

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

_MOST_LINES = 2_000
_PLACE = re.compile(r"@(?:px\((\d+)\)|([a-z0-9-]+))")


class Scheme(StrEnum):
    LIGHT = "light"
    DARK = "dark"


class Mode(StrEnum):
    """What the user chose; SYSTEM follows the desktop where the desktop says something."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tokens:
    """The design values as they were drawn, in logical pixels at 100 % text size."""

    def __init__(self, values: Mapping[str, Any], sheet: str) -> None:
        self.values = values
        self.sheet = sheet

    @classmethod
    def load(cls, resources: Path) -> Tokens:
        """Raises OSError or ValueError when the installation is damaged."""
        values = json.loads((resources / "tokens.json").read_text(encoding="utf-8"))
        return cls(values, (resources / "style.qss.in").read_text(encoding="utf-8"))

    def colors(self, scheme: Scheme) -> dict[str, str]:
        return dict(self.values["color"][scheme])

    @cached_property
    def tints(self) -> int:
        """How many avatar tints there are."""
        return len(self.values["avatarTints"])


class ShapedLine:
    """One line of plain text, ready to be drawn again and again."""

    def __init__(self, words: str, font: QFont, metrics: QFontMetricsF) -> None:
        self.font = font
        self.width = metrics.horizontalAdvance(words)
        self.height = metrics.height()
        self.glyphs = QStaticText(in_order(words))
        self.glyphs.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self.glyphs.setTextOption(option)
        self.glyphs.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        self.glyphs.prepare(QTransform(), font)


class Theme:
    """One scheme at one text size. Immutable: ask `ThemeManager.theme` again after `changed`."""

    def __init__(
        self,
        tokens: Tokens,
        scheme: Scheme = Scheme.LIGHT,
        text_scale: float = 1.0,
        contrast: QPalette | None = None,
    ) -> None:
        self.tokens = tokens
        self.scheme = scheme
        self.text_scale = text_scale
        self.high_contrast = contrast is not None
        self._contrast = contrast
        named = tokens.colors(scheme)
        if contrast is not None:
            named = _contrast_colors(named, contrast)
        self._colors = {name: QColor(value) for name, value in named.items()}
        self._styles: Mapping[str, Any] = tokens.values["type"]["scale"]
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._metrics: dict[tuple[str, bool], QFontMetricsF] = {}
        self._lines: dict[tuple[str, str, bool], ShapedLine] = {}
        self._cut: dict[tuple[str, str, bool, float], ShapedLine] = {}
        self.stamps = Stamps()
        self.pictures = Pictures()

    def color(self, name: str) -> QColor:
        """Raises KeyError for a name that the design does not have."""
        return self._colors[name]

    def px(self, size: float) -> int:
        """A height, grown with the text size. Widths of panes and the sidebar do not grow."""
        return round(size * self.text_scale)

    def font(self, style: str = "body", tnum: bool = False) -> QFont:
        """Styles: hero display title heading lead body bodyMedium bodyStrong small smallMedium
        label micro pill.

        tnum: figures of one width, for counts, dates in columns and fit.
        """
        key = (style, tnum)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(style, tnum)
        return QFont(self._fonts[key])

    def metrics(self, style: str = "body", tnum: bool = False) -> QFontMetricsF:
        """How wide the words of a style are; made once, as rows ask for it often."""
        key = (style, tnum)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(style, tnum))
        return self._metrics[key]

    def shaped(self, words: str, style: str = "body", tnum: bool = False) -> ShapedLine:
        """A line of text with its glyphs in place; shaping is most of the cost of painting."""
        key = (words, style, tnum)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= _MOST_LINES:
                self._lines.clear()
            font = self.font(style, tnum)
            found = self._lines[key] = ShapedLine(words, font, self.metrics(style, tnum))
        return found

    def fitted(self, words: str, style: str, tnum: bool, room: float) -> ShapedLine:
        """A line that ends in an ellipsis where it is wider than `room`."""
        whole = self.shaped(words, style, tnum)
        if whole.width <= room:
            return whole
        key = (words, style, tnum, room)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) >= _MOST_LINES:
                self._cut.clear()
            right = Qt.TextElideMode.ElideRight
            short = self.metrics(style, tnum).elidedText(words, right, room)
            found = self._cut[key] = self.shaped(short, style, tnum)
        return found

    def line(self, style: str = "body") -> int:
        """The line height of a text style."""
        return self.px(self._styles[style]["line"])

    def _make_font(self, style: str, tnum: bool) -> QFont:
        kind = self.tokens.values["type"]
        drawn = self._styles[style]
        font = QFont([kind["family"], *kind["fallback"]])
        font.setPixelSize(max(1, self.px(drawn["size"])))
        font.setWeight(QFont.Weight(drawn["weight"]))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if drawn["tracking"]:
            spacing = drawn["tracking"] * self.text_scale
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        if tnum:
            font.setFeature(QFont.Tag(kind["numericFeature"]), 1)
        return font

    def palette(self) -> QPalette:
        if self._contrast is not None:
            return self._contrast
        palette = QPalette()
        role = QPalette.ColorRole
        for target, name in _PALETTE.items():
            palette.setColor(getattr(role, target), self.color(name))
        for target in ("WindowText", "Text", "ButtonText", "PlaceholderText"):
            color = self.color("text-disabled")
            palette.setColor(QPalette.ColorGroup.Disabled, getattr(role, target), color)
        return palette

    def style_sheet(self) -> str:
        """style.qss.in with `@name` replaced by a color and `@px(n)` by a grown size."""

        def fill(found: re.Match[str]) -> str:
            size, name = found.groups()
            if size:
                return f"{self.px(int(size))}px"
            return str(self.color(name).name())

        return _PLACE.sub(fill, self.tokens.sheet)


_PALETTE = {
    "Window": "window",
    "WindowText": "text",
    "Base": "surface",
    "AlternateBase": "sunken",
    "Text": "text",
    "Button": "surface",
    "ButtonText": "text",
    "BrightText": "danger-text",
    "Highlight": "accent",
    "HighlightedText": "on-accent",
    "Accent": "accent",
    "Link": "accent-text",
    "LinkVisited": "accent-text",
    "PlaceholderText": "text-tertiary",
    "ToolTipBase": "ink",
    "ToolTipText": "on-ink",
    "Light": "surface",
    "Midlight": "border",
    "Mid": "border-strong",
    "Dark": "border-control",
    "Shadow": "border-control",
}


def _contrast_colors(named: dict[str, str], palette: QPalette) -> dict[str, str]:
    """The desktop's own high-contrast colors; shapes keep their edges and lose their fills."""
    text, ground = palette.windowText().color().name(), palette.window().color().name()
    base, mark = palette.base().color().name(), palette.highlight().color().name()
    on_mark, link = palette.highlightedText().color().name(), palette.link().color().name()

    def swap(name: str) -> str:
        exact = {
            "surface": base, "text-disabled": palette.placeholderText().color().name(),
            "accent": mark, "accent-hover": mark, "accent-pressed": mark, "meter": mark,
            "on-accent": on_mark, "accent-text": link, "focus": mark, "ink": text, "on-ink": ground,
        }  # fmt: skip
        if name in exact:
            return exact[name]
        plain = ("window", "sidebar", "sunken", "hover", "pressed", "track", "accent-soft-hover")
        if name in plain or name.endswith(("-soft", "-bg")):
            return ground
        return text

    return {name: swap(name) for name in named}


class ThemeManager(QObject):
    """The current theme of the application and the wishes that shape it."""

    changed = Signal()

    def __init__(self, resources: Path, hints: QStyleHints, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._resources = resources
        self._tokens = Tokens.load(resources)
        self._hints = hints
        # PySide deletes this object with its wrapper, so the wrapper is kept.
        self._access = hints.accessibility()
        self._app: QApplication | None = None
        self._mode = Mode.SYSTEM
        self._text_scale = 1.0
        self._reduce_motion = False
        self._theme = Theme(self._tokens, self._scheme())
        hints.colorSchemeChanged.connect(self._on_system_changed)
        self._access.contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def text_scale(self) -> float:
        return self._text_scale

    @property
    def reduce_motion(self) -> bool:
        """True when the user or the desktop asks for it."""
        ask = getattr(self._access, "motionPreference", None)  # Qt 6.12 and later
        system = ask is not None and ask().name == "ReducedMotion"
        return self._reduce_motion or system

    def duration(self, speed: str) -> int:
        """Milliseconds of `fast`, `base` or `slow`; 0 under reduced motion."""
        return 0 if self.reduce_motion else int(self._tokens.values["motion"][speed])

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        # Title bars and the desktop's own dialogs follow where the platform can.
        if mode is Mode.SYSTEM:
            self._hints.unsetColorScheme()
        else:
            dark = mode is Mode.DARK
            self._hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._renew()

    def set_text_scale(self, text_scale: float) -> None:
        """Steps of the setting are 0.9, 1.0, 1.15 and 1.3."""
        self._text_scale = text_scale
        self._renew()

    def set_reduce_motion(self, reduce: bool) -> None:
        self._reduce_motion = reduce

    def apply(self, app: QApplication) -> None:
        """Dress the application now and at each later change."""
        self._app = app
        for font in sorted((self._resources / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(font))
        self._theme = self._make()
        self._dress(app)
        self.changed.emit()

    def _scheme(self) -> Scheme:
        if self._mode is not Mode.SYSTEM:
            return Scheme(self._mode.value)
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return Scheme.DARK if dark else Scheme.LIGHT

    def _make(self) -> Theme:
        contrast = None
        wanted = self._access.contrastPreference() == Qt.ContrastPreference.HighContrast
        if wanted and self._app is not None:
            self._app.setPalette(QPalette())  # an empty palette lets the desktop's own through
            contrast = QPalette(self._app.palette())
        return Theme(self._tokens, self._scheme(), self._text_scale, contrast)

    def _on_system_changed(self) -> None:
        self._renew()

    def _renew(self) -> None:
        new, old = self._make(), self._theme
        same = (new.scheme, new.text_scale) == (old.scheme, old.text_scale)
        if same and not new.high_contrast and not old.high_contrast:
            return
        self._theme = new
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        app.setPalette(self._theme.palette())
        app.setFont(self._theme.font("body"))
        app.setStyleSheet(self._theme.style_sheet())
