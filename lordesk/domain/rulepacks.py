"""Rule packs and season calendars: parsed JSON in, frozen values out, or RulePackError."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lordesk.domain.holidays import HolidayRule
from lordesk.domain.rule_values import (
    Barred,
    BarredRule,
    CarryOver,
    ChairLetter,
    CheckRule,
    KindRule,
    LagUnit,
    Lock,
    Narrative,
    NeedRule,
    RuleNote,
    SeasonCalendar,
    SeasonEvent,
    ServiceRule,
    SlotRule,
    SpecialtyRule,
    calendar_days,
    lag_days,
)
from lordesk.domain.rulepack_reader import GRADES, Reader, pack
from lordesk.kinds import ApplicationKind, DateStatus, LetterService, SlotNeed
from lordesk.rows.rules import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "GRADES",
    "Barred",
    "BarredRule",
    "CarryOver",
    "ChairLetter",
    "CheckRule",
    "LagUnit",
    "Lock",
    "Narrative",
    "NeedRule",
    "Origin",
    "RuleNote",
    "SeasonCalendar",
    "SeasonEvent",
    "ServiceRule",
    "SlotRule",
    "SpecialtyRule",
    "calendar_days",
    "lag_days",
    "parse_holidays",
    "parse_season",
    "parse_services",
    "parse_specialties",
]

_SCOPES = ("program", "application")


def parse_holidays(data: object) -> tuple[HolidayRule, ...]:
    def holidays(reader: Reader) -> tuple[HolidayRule, ...]:
        reader.text("region")
        reader.origin()
        return reader.each("holidays", _holiday)

    return pack(data, holidays)


def parse_services(data: object) -> dict[LetterService, ServiceRule]:
    def services(reader: Reader) -> tuple[ServiceRule, ...]:
        rules = reader.each("services", _service)
        _refuse_repeats(reader, "services", (rule.service for rule in rules))
        return rules

    return {rule.service: rule for rule in pack(data, services)}


def parse_specialties(data: object) -> dict[str, SpecialtyRule]:
    def specialties(reader: Reader) -> tuple[SpecialtyRule, ...]:
        general = {rule.kind: rule for rule in reader.maybe_each("kinds", _kind)}
        rules = reader.each("specialties", _specialty)
        _refuse_repeats(reader, "specialties", (rule.key for rule in rules))
        return tuple(_with_general(rule, general.get(rule.kind)) for rule in rules)

    return {rule.key: rule for rule in pack(data, specialties)}


def parse_season(data: object) -> SeasonCalendar:
    def calendar(reader: Reader) -> SeasonCalendar:
        events = reader.each("events", _event)
        _refuse_repeats(reader, "events", (event.key for event in events))
        return SeasonCalendar(
            service=reader.choice("service", LetterService),
            season=reader.text("season"),
            name=reader.text("name"),
            events=events,
        )

    return pack(data, calendar)


def _refuse_repeats(reader: Reader, key: str, names: Iterable[str]) -> None:
    """A second entry of a name would hide the first."""
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            raise reader.fail(f"{key}[{at}]", "repeated")
        seen.add(name)


def _with_general(rule: SpecialtyRule, general: KindRule | None) -> SpecialtyRule:
    if general is None:
        return rule
    return replace(
        rule, barred=(*general.barred, *rule.barred), notes=(*rule.notes, *general.notes)
    )


# --- entries --------------------------------------------------------------------------------------


def _holiday(reader: Reader) -> HolidayRule:
    name, month = reader.text("name"), reader.number("month")
    if reader.has("day"):
        return HolidayRule(name=name, month=month, day=reader.number("day"))
    return HolidayRule(
        name=name, month=month, weekday=reader.number("weekday"), nth=reader.whole_number("nth")
    )


def _service(reader: Reader) -> ServiceRule:
    scope = reader.text("cap_scope", "program")
    if scope not in _SCOPES:
        raise reader.fail("cap_scope", "not-understood")
    cap, minimum = reader.maybe_number("cap"), reader.maybe_number("minimum")
    verify_minimum = reader.maybe_number("verify_minimum")
    _refuse_disorder(reader, "minimum", minimum, cap)
    _refuse_disorder(reader, "verify_minimum", verify_minimum, cap)
    return ServiceRule(
        service=reader.choice("service", LetterService),
        name=reader.text("name"),
        portal=reader.text("portal"),
        submit=reader.text("submit"),
        sender=reader.text("sender", ""),
        reference_name=reader.text("reference_name", ""),
        reference_needed=reader.maybe_flag("reference_needed"),
        cap=cap,
        cap_scope=scope,
        optional_extra=reader.maybe_number("optional_extra") or 0,
        minimum=minimum,
        verify_minimum=verify_minimum,
        lag=reader.maybe_number("lag") or 0,
        lag_unit=reader.maybe_choice("lag_unit", LagUnit) or LagUnit.DAYS,
        stored_lag=reader.maybe_number("stored_lag"),
        refuses=reader.choices("refuses", LetterService),
        lock=reader.maybe_choice("lock", Lock),
        needed_to_process=reader.maybe_flag("needed_to_process"),
        add_after_submission=reader.maybe_flag("add_after_submission"),
        carry_over=reader.maybe_choice("carry_over", CarryOver),
        packet_counts_as_one=reader.flag("packet_counts_as_one"),
        packet_suffices=reader.flag("packet_suffices"),
        contributors_excluded=reader.flag("contributors_excluded"),
        recent_from=_month_and_day(reader, "recent_from"),
        checklist=reader.maybe_each("checklist", _check),
        notes=reader.maybe_each("notes", _note),
        origin=reader.origin(),
        origins=reader.origins,
    )


def _month_and_day(reader: Reader, key: str) -> str:
    value = reader.text(key, "")
    try:
        # A day that every year has: the year is filled in later.
        return date.fromisoformat(f"2001-{value}").strftime("%m-%d") if value else ""
    except ValueError as error:
        raise reader.fail(key, "not-understood") from error


def _refuse_disorder(reader: Reader, key: str, least: int | None, most: int | None) -> None:
    if least is not None and most is not None and least > most:
        raise reader.fail(key, "more-than-the-most")


def _check(reader: Reader) -> CheckRule:
    return CheckRule(
        code=reader.text("code"),
        text=reader.text("text"),
        required=reader.flag("required"),
        origin=reader.origin(),
    )


def _note(reader: Reader) -> RuleNote:
    return RuleNote(reader.text("text"), reader.origin())


def _slot(reader: Reader) -> SlotRule:
    return SlotRule(reader.text("title"), reader.choice("need", SlotNeed))


def _need(reader: Reader) -> NeedRule:
    least, preferred = reader.number("least"), reader.maybe_number("preferred")
    most = reader.maybe_number("most")
    _refuse_disorder(reader, "least", least, most if preferred is None else preferred)
    _refuse_disorder(reader, "preferred", preferred, most)
    return NeedRule(reader.choice("need", SlotNeed), least, preferred, most, reader.origin())


def _barred(reader: Reader) -> BarredRule:
    return BarredRule(reader.choice("who", Barred), reader.origin())


def _kind(reader: Reader) -> KindRule:
    return KindRule(
        kind=reader.choice("kind", ApplicationKind),
        barred=reader.maybe_each("barred", _barred),
        notes=reader.maybe_each("notes", _note),
    )


def _specialty(reader: Reader) -> SpecialtyRule:
    minimum, maximum = reader.maybe_number("minimum"), reader.maybe_number("maximum")
    _refuse_disorder(reader, "minimum", minimum, maximum)
    return SpecialtyRule(
        key=reader.text("key"),
        name=reader.text("name"),
        kind=reader.choice("kind", ApplicationKind),
        service=reader.maybe_choice("service", LetterService),
        slots=reader.each("slots", _slot),
        minimum=minimum,
        maximum=maximum,
        needs=reader.maybe_each("needs", _need),
        chair=reader.maybe_choice("chair", ChairLetter),
        form=reader.text("form", ""),
        builtin_form=reader.flag("builtin_form"),
        narrative=reader.maybe_choice("narrative", Narrative),
        author_may_not_repeat=reader.flag("author_may_not_repeat"),
        advanced=reader.flag("advanced"),
        packet_suffices=reader.flag("packet_suffices"),
        recency_months=reader.maybe_number("recency_months"),
        notes=reader.maybe_each("notes", _note),
        barred=reader.maybe_each("barred", _barred),
        origin=reader.origin(),
        origins=reader.origins,
    )


def _event(reader: Reader) -> SeasonEvent:
    return SeasonEvent(
        key=reader.text("key"),
        title=reader.text("title"),
        on=reader.day("on"),
        at=reader.hour("at"),
        zone=reader.text("zone", ""),
        status=reader.choice("status", DateStatus),
        letters_needed=reader.flag("letters_needed"),
        origin=reader.origin(),
    )
