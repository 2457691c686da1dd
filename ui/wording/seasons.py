"""Dates that lie outside their season, and where a proposed value comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.wording import dates, rules
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lordesk.kinds import DateStatus
    from lordesk.rows.rules import RuleRow


PUBLISHERS = {
    "aafp.org": "AAFP",
    "aacom.org": "AACOM",
    "aamc.org": "AAMC",
    "aap.org": "AAP",
    "aapmr.org": "AAPM&R",
    "acog.org": "ACOG",
    "acponline.org": "ACP",
    "aoassn.org": "AOA",
    "caspaonline.org": "CASPA",
    "cmss.org": "CMSS",
    "comsep.org": "COMSEP",
    "cordem.org": "CORD",
    "ecfmg.org": "ECFMG",
    "im.org": "AAIM",
    "interfolio.com": "Interfolio",
    "liaisonedu.com": "Liaison",
    "nrmp.org": "NRMP",
    "saem.org": "SAEM",
    "sfmatch.org": "SF Match",
    "sirweb.org": "SIR",
    "tmdsas.com": "TMDSAS",
    "unicas.com": "Liaison",
}
"""Who speaks on a site, by its name; proper names are the same in every language."""


def out_of_season(day: date, season: tuple[date, date]) -> str:
    """ "Outside the season, which is Jun 3, 2026 to May 31, 2027." """
    text = QCoreApplication.translate(
        "Seasons", "Outside the season, which is {first} to {last}. Check the year."
    )
    first, last = (dates.short_date(each, each.replace(year=day.year - 2)) for each in season)
    return text.format(first=first, last=last)


def site(address: str) -> str:
    """ "aamc.org" of a page's address; empty where it is none."""
    host = address.partition("://")[2].partition("/")[0].partition(":")[0].strip(".")
    return ".".join(host.split(".")[-2:])


def publisher(address: str) -> str:
    """ "AAMC" where it is known who speaks there, otherwise the site; a name stays one."""
    found = site(address)
    return PUBLISHERS.get(found, found) or address


def date_mark(status: DateStatus, address: str) -> str:
    """ "Projected · AAMC"."""
    said = word(status)
    return _joined((said[:1].upper() + said[1:], publisher(address)))


def rule_mark(row: RuleRow | None) -> str:
    """ "Confirmed · AAMC"; a value of the user's own has no publisher."""
    if row is None:
        return ""
    said, code = rules.standing(row)
    return _joined((said, "" if code == "own" else publisher(row.origin.source)))


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)


def preliminary(name: str, letters: int) -> str:
    """What a preliminary year adds: "Preliminary medicine is added with 3 letters of its own."."""
    text = QCoreApplication.translate(
        "Seasons",
        "{name} is added as a second application with %n letter(s) of its own.",
        "",
        letters,
    )
    return text.format(name=name)
