"""Finds one value of a pack by its path, and lays an edit over it. Works on parsed JSON.

A path begins with the name of an entry: "eras.cap", "urology.slots[0].need", "review.on". What
holds for a kind of application is below "kinds": "kinds.residency.notes[0].text".
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lordesk.domain.rulepack_reader import Reader
from lordesk.errors import RulePackError
from lordesk.kinds import DateStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lordesk.kinds import ApplicationKind
    from lordesk.rows.rules import Origin

_NAMED_BY = {"services": "service", "specialties": "key", "events": "key", "kinds": "kind"}
"""The lists of a pack, with the key that names an entry of each."""
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_ABOUT = frozenset({"from", "basis", "uncertain"})
_NOT_RULES = _ABOUT | {
    "key", "service", "kind", "name", "title", "portal", "submit", "sender", "reference_name",
    "cap_scope", "lag_unit", "code", "required", "at", "zone", "status", "letters_needed",
}  # fmt: skip
"""Names, and what is said together with another value."""
_WITH_NEED = frozenset({"least", "preferred", "most"})
_EDITABLE = _WITH_NEED | {
    "cap", "optional_extra", "minimum", "maximum", "verify_minimum", "lag", "stored_lag",
    "recency_months", "on",
}  # fmt: skip
_SURE_GRADES = ("A", "B")


def of_kind(kind: ApplicationKind) -> str:
    """The entry of what holds for every application of a kind."""
    return f"kinds.{kind}"


def last_key(path: str) -> str:
    return path.rsplit(".", 1)[-1].partition("[")[0]


def is_editable(path: str) -> bool:
    """Numbers and days are the user's to change; sentences are not."""
    return last_key(path) in _EDITABLE


def value_at(data: Mapping[str, Any], path: str) -> Any:
    """Raises RulePackError where the pack has no such value."""
    holder, key = _holder(data, path)
    return _plain(holder[key])


def name_of(data: Mapping[str, Any], path: str) -> str:
    """The name or title of the entry that a value belongs to, else what the pack calls it."""
    entry = _chain(data, path)[0]
    return str(entry.get("name") or entry.get("title") or entry.get("kind"))


def beside(data: Mapping[str, Any], path: str) -> dict[str, Any]:
    """The plain values of the entry that holds this one: the scope of a cap, the kind of a need."""
    entries_to_it = [item for item in _chain(data, path)[:-1] if isinstance(item, dict)]
    holder = next(item for item in reversed(entries_to_it) if "value" not in item)
    found = {key: _plain(value) for key, value in holder.items()}
    return {key: value for key, value in found.items() if not isinstance(value, dict | list)}


def origin_at(data: Mapping[str, Any], path: str) -> Origin:
    """What the value itself names, else the nearest entry around it."""
    for item in reversed(_chain(data, path)):
        if isinstance(item, dict) and "from" in item:
            about = {key: item[key] for key in _ABOUT & item.keys()}
            named = {item["from"]: data["sources"][item["from"]]}
            reader = Reader({**about, "sources": named}, path)
            reader.read_sources()
            return reader.origin()
    raise RulePackError(place=path, problem="unknown-source")


def standing(data: Mapping[str, Any], path: str) -> DateStatus:
    """Whether a value is confirmed: a date says so itself, another value by its source."""
    status = beside(data, path).get("status")
    if status is not None:
        return DateStatus(status)
    origin = origin_at(data, path)
    sure = origin.grade in _SURE_GRADES and not origin.uncertain
    return DateStatus.CONFIRMED if sure else DateStatus.PROJECTED


def with_value(data: Mapping[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy with another value at this place. A day that the user set is the user's own."""
    copied = deepcopy(dict(data))
    holder, key = _holder(copied, path)
    if isinstance(holder[key], dict):
        holder[key]["value"] = value
    else:
        holder[key] = value
    if key == "on":
        holder["status"] = DateStatus.OWN.value
    return copied


def paths_of(data: Mapping[str, Any], entry: str) -> Iterator[str]:
    """The rules of one entry, in the order of the pack."""
    yield from _below(_chain(data, entry)[-1], entry)


def entries(data: Mapping[str, Any]) -> Iterator[str]:
    """The names of the entries of a pack."""
    for listed, name in _NAMED_BY.items():
        prefix = "kinds." if listed == "kinds" else ""
        for entry in data.get(listed, ()):
            yield f"{prefix}{entry[name]}"


def _below(item: dict[str, Any], path: str) -> Iterator[str]:
    for key, value in item.items():
        plain = _plain(value)
        if key in _NOT_RULES or (key == "need" and _WITH_NEED & item.keys()):
            continue
        if isinstance(plain, list) and any(isinstance(part, dict) for part in plain):
            for at, part in enumerate(plain):
                yield from _below(part, f"{path}.{key}[{at}]")
        else:
            yield f"{path}.{key}"


def _plain(value: Any) -> Any:
    """A value without what is said about it."""
    return value["value"] if isinstance(value, dict) and "value" in value else value


def _chain(data: Mapping[str, Any], path: str) -> list[Any]:
    """What one passes on the way to a value: the entry first, the value last."""
    steps = [name or int(at) for name, at in _STEP.findall(path)]
    chain = [_entry(data, path, steps)]
    for step in steps:
        found = _plain(chain[-1])
        try:
            chain.append(found[step])
        except (KeyError, IndexError, TypeError) as error:
            raise RulePackError(place=path, problem="no-such-rule") from error
    return chain


def _entry(data: Mapping[str, Any], path: str, steps: list[str | int]) -> dict[str, Any]:
    """Takes the steps to the entry off the list."""
    lists = ["kinds"] if steps[:1] == ["kinds"] else [key for key in _NAMED_BY if key != "kinds"]
    if lists == ["kinds"]:
        steps.pop(0)
    name = steps.pop(0) if steps else ""
    for listed in lists:
        for entry in data.get(listed, ()):
            if entry[_NAMED_BY[listed]] == name:
                found: dict[str, Any] = entry
                return found
    raise RulePackError(place=path, problem="no-such-rule")


def _holder(data: Mapping[str, Any], path: str) -> tuple[Any, Any]:
    """The object or list that holds a value, and its key there."""
    chain = _chain(data, path)
    if len(chain) == 1:
        raise RulePackError(place=path, problem="no-such-rule")
    name, at = _STEP.findall(path)[-1]
    return _plain(chain[-2]), name or int(at)
