"""The table of mail providers, entry by entry: its shape, and where each is from."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from lordesk.kinds import Security
from lordesk.mail.domains import domain_of
from lordesk.mail.providers import OTHER, UNIVERSITY, Providers
from lordesk.paths import resources_dir

TABLE = resources_dir() / "rules" / "providers.json"
ENTRIES: list[dict[str, Any]] = json.loads(TABLE.read_text(encoding="utf-8"))["providers"]
PORTS = {Security.TLS: (465,), Security.STARTTLS: (587, 1025)}
SERVER = {"host", "port", "security", "username"}

each = pytest.mark.parametrize("entry", ENTRIES, ids=[entry["code"] for entry in ENTRIES])


@each
def test_a_provider_has_a_server_that_can_be_dialled(entry: dict[str, Any]) -> None:
    (row,) = (row for row in Providers(TABLE).rows() if row.code == entry["code"])
    if row.code in (UNIVERSITY, OTHER):
        assert row.host == ""
    else:
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", row.host)
    assert row.port in PORTS[row.security]
    assert row.username in ("%address%", "%local%")


@each
def test_a_provider_has_words_that_guide_to_its_password(entry: dict[str, Any]) -> None:
    (row,) = (row for row in Providers(TABLE).rows() if row.code == entry["code"])
    assert row.name == row.name.strip() != ""
    assert row.password_kind in ("account", "app", "bridge")
    assert 1 <= len(row.steps) <= 5
    assert all(step == step.strip() and step.endswith(".") for step in row.steps)
    assert row.guide_url == "" or re.fullmatch(r"https://[\w.-]+(/\S*)?", row.guide_url)


@each
def test_a_domain_leads_to_its_provider(entry: dict[str, Any]) -> None:
    for domain in entry["domains"]:
        assert domain == domain_of(f"p@{domain}")
        assert Providers(TABLE).detect(f"p@{domain}").code == entry["code"]


@each
def test_an_entry_says_its_source_and_what_of_it_was_checked_when(entry: dict[str, Any]) -> None:
    assert entry["source"]
    assert set(entry["checked"]) <= SERVER
    if entry["checked_on"] is None:
        assert entry["checked"] == []
        assert not entry["source"].startswith("https://")
    else:
        assert date.fromisoformat(entry["checked_on"]) >= date(2026, 11, 22)
        assert {"host", "port", "security"} <= set(entry["checked"])
        assert entry["source"].startswith("https://")


@each
def test_steps_that_were_read_name_their_page_and_day(entry: dict[str, Any]) -> None:
    page, day = entry.get("steps_source"), entry.get("steps_checked_on")
    assert (page is None) == (day is None)
    if page is not None and day is not None:
        assert page.startswith("https://")
        assert date.fromisoformat(day) >= date(2026, 11, 23)
