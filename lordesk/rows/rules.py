"""A rule with where it comes from, and what the user has laid over it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from lordesk.kinds import DateStatus


@dataclass(frozen=True)
class Origin:
    """Where a shipped value comes from.

    `source` is the address of a page and `season` the season that the page speaks of, empty where
    it names none. `basis` says how the value was made where the page does not say it in so many
    words. `uncertain` is the reason why the value needs a second look; empty where it does not.
    """

    source: str
    grade: str
    checked_on: date
    season: str = ""
    basis: str = ""
    uncertain: str = ""


@dataclass(frozen=True, kw_only=True)
class RuleRow:
    """One value of a pack. `item` is whom it belongs to: "ERAS", "Urology", "Match Day".

    `path` leads to the value inside the pack, "eras.cap"; `key` is the last name of it, "cap",
    and `group` the kind of pack: "services", "specialties" or "season". `beside` holds the other
    plain values of the same entry, which the words need: the scope of a cap, the kind of a need.
    `shipped` is the value without the user's edit.
    """

    pack: str
    path: str
    group: str
    key: str
    item: str
    value: Any
    shipped: Any
    beside: Mapping[str, Any] = field(hash=False)
    origin: Origin
    status: DateStatus
    edited: bool
    editable: bool


@dataclass(frozen=True, kw_only=True)
class RuleConflict:
    """An edit whose shipped value has changed since, or is gone.

    `before` is the shipped value that the edit replaced, `now` the new one: None where the pack
    has no such value any more. `fits` is false where the pack would not parse with the edit, so
    that it cannot be kept.
    """

    pack: str
    path: str
    key: str
    item: str
    beside: Mapping[str, Any] = field(hash=False)
    mine: Any
    before: Any
    now: Any
    fits: bool


@dataclass(frozen=True)
class BrokenPack:
    """A file that was kept out: its name, the place of the mistake and its problem.

    `own` is set for a file in the user's own folder: the shipped one is used in its place.
    """

    name: str
    place: str
    problem: str
    own: bool
