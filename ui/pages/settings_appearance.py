"""Settings, Appearance: what is chosen here shows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QRadioButton

from lordesk.errors import StoreError
from ui.pages.settings_section import Section
from ui.theme import Mode
from ui.widgets.checks import Switch
from ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk

_MODES = (Mode.SYSTEM, Mode.LIGHT, Mode.DARK)
_SCALES = (0.9, 1.0, 1.15, 1.3)


class AppearanceSection(Section):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Appearance"), parent=parent)
        look, card = self._look, self.add_card()
        names = [self.tr("System"), self.tr("Light"), self.tr("Dark")]
        self._theme = Segmented(look, names, self.tr("Theme"))
        percent = [QLocale().toString(round(scale * 100)) for scale in _SCALES]
        sizes = [self.tr("{number} %").format(number=number) for number in percent]
        self._size = Segmented(look, sizes, self.tr("Text size"))
        self._motion = Switch(look, self.tr("Reduce motion"))
        for text, sub, part in (
            (self.tr("Theme"), self.tr("System follows your desktop."), self._theme),
            (self.tr("Text size"), self.tr("Rows and buttons grow with it."), self._size),
            (
                self.tr("Reduce motion"),
                self.tr("Nothing fades or slides. Also on when your desktop asks for it."),
                self._motion,
            ),
        ):
            self.add_row(card, self.two_lines(text, sub), part)
        self.column.addStretch(1)
        self._theme.picked.connect(self._on_theme_picked)
        self._size.picked.connect(self._on_size_picked)
        self._motion.clicked.connect(self._on_motion_clicked)

    def first(self) -> QWidget | None:
        segments = self._theme.findChildren(QRadioButton)
        return next((segment for segment in segments if segment.isChecked()), None)

    def reload(self) -> None:
        values = self._desk.settings.values
        self._theme.set_index(_MODES.index(Mode(values.scheme)))
        self._size.set_index(_SCALES.index(values.text_scale))
        self._motion.setChecked(values.reduce_motion)

    def _on_theme_picked(self, index: int) -> None:
        self._look.themes.set_mode(_MODES[index])
        self._keep(scheme=_MODES[index].value)

    def _on_size_picked(self, index: int) -> None:
        self._look.themes.set_text_scale(_SCALES[index])
        self._keep(text_scale=_SCALES[index])

    def _on_motion_clicked(self) -> None:
        self._look.themes.set_reduce_motion(self._motion.isChecked())
        self._keep(reduce_motion=self._motion.isChecked())

    def _keep(self, **values: Any) -> None:
        try:
            self._desk.settings.change(**values)
        except OSError as error:
            self._desk.report(StoreError(detail=str(error)))
