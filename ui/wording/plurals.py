"""English counts. The source texts are English, yet "%n day(s)" must read "1 day" and "2 days"."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale, QTranslator

_CHOICE = re.compile(r"\(([^()|]*)\|([^()|]*)\)")


class EnglishPlurals(QTranslator):
    """Writes the form that a count asks for: "letter(s)", or "(reply|replies)".

    Install it before the translators of other languages: the one installed last is asked first.
    """

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if n < 0 or "(" not in source:
            return None
        one = n == 1
        text = source.replace("(s)", "" if one else "s")
        return _CHOICE.sub(r"\1" if one else r"\2", text)


def app_locale(system: QLocale) -> QLocale:
    """Names of days in the language of the app, order and clock as the system's region has them."""
    if system.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    return QLocale(QLocale.Language.English, system.territory())
