"""Whether a letter will be in time, in words and never in percent, with the reasons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.rows.forecast import ForecastCode
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import dates

if TYPE_CHECKING:
    from lordesk.rows.forecast import Forecast
    from lordesk.rows.reason import Reason

_CONTEXT = "Forecasts"

REASONS: dict[str, str] = {
    "in": QT_TRANSLATE_NOOP("Forecasts", "The letter is in."),
    "no-date": QT_TRANSLATE_NOOP("Forecasts", "There is no date to hold it against."),
    "will-not-come": QT_TRANSLATE_NOOP("Forecasts", "This letter will not come."),
    "away": QT_TRANSLATE_NOOP("Forecasts", "Away from {on}, with no day of return noted."),
    "leaves-before": QT_TRANSLATE_NOOP("Forecasts", "Leaves on {on}, before it would be ready."),
    "expected-late": QT_TRANSLATE_NOOP("Forecasts", "Probably ready {expected}. Needed by {last}."),
    "expected-after-due": QT_TRANSLATE_NOOP(
        "Forecasts", "Probably ready {expected}, after the day you told. Needed by {last}."
    ),
    "expected-in-time": QT_TRANSLATE_NOOP(
        "Forecasts", "Probably ready {expected}. Needed by {last}."
    ),
    "little-time": QT_TRANSLATE_NOOP("Forecasts", "%n day(s) (is|are) left to upload it."),
    "past-due": QT_TRANSLATE_NOOP("Forecasts", "%n day(s) past the day you told."),
    "time-runs": QT_TRANSLATE_NOOP("Forecasts", "%n day(s) (is|are) left to upload it."),
    "own-history": QT_TRANSLATE_NOOP(
        "Forecasts", "Earlier letters by this mentor took about %n day(s)."
    ),
    "usual-time": QT_TRANSLATE_NOOP("Forecasts", "Writers usually take about %n day(s)."),
    "not-asked": QT_TRANSLATE_NOOP("Forecasts", "Not asked yet."),
    "no-answer": QT_TRANSLATE_NOOP("Forecasts", "No yes yet, %n day(s) after you asked."),
    "lag": QT_TRANSLATE_NOOP("Forecasts", "The service takes up to %n day(s) after the upload."),
    "leave": QT_TRANSLATE_NOOP("Forecasts", "Time away is counted in."),
}


def short(forecast: Forecast | None) -> tuple[str, str]:
    """What stands on a card and the token of its color; both empty where there is no doubt."""
    if forecast is None or forecast.code in (ForecastCode.IN, ForecastCode.UNKNOWN):
        return "", ""
    if forecast.code is ForecastCode.SAFE:
        return QCoreApplication.translate("Forecasts", "Likely in time"), "text-tertiary"
    if forecast.code is ForecastCode.NUDGE_NOW:
        return QCoreApplication.translate("Forecasts", "Nudge now"), "warning-text"
    if forecast.by is None:
        return QCoreApplication.translate("Forecasts", "Line up a backup"), "warning-text"
    text = QCoreApplication.translate("Forecasts", "Backup by {day}")
    return text.format(day=dates.short_date(forecast.by)), "warning-text"


def whole(forecast: Forecast) -> str:
    """ "Line up a backup writer by Sep 2"."""
    if forecast.code is not ForecastCode.LINE_UP_BACKUP:
        return short(forecast)[0]
    if forecast.by is None:
        return QCoreApplication.translate("Forecasts", "Line up a backup writer")
    text = QCoreApplication.translate("Forecasts", "Line up a backup writer by {day}")
    return text.format(day=dates.short_date(forecast.by))


def reasons(forecast: Forecast) -> list[str]:
    return [_reason(reason) for reason in forecast.reasons]


def _reason(reason: Reason) -> str:
    days = reason.data.get("days")
    text = REASONS[reason.code]
    said = QCoreApplication.translate(_CONTEXT, text, "", days if isinstance(days, int) else -1)
    known = {
        name: dates.month_day(value)
        for name, value in reason.data.items()
        if isinstance(value, date)
    }
    return said.format(**known)
