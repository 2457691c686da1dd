"""Every page has its help, and every help text its page."""

from __future__ import annotations

from lordesk.kinds import Page
from lordesk.paths import resources_dir
from lordesk.services.help import HelpService


def topics() -> set[str]:
    return {path.stem for path in (resources_dir() / "help" / "en").glob("*.txt")}


def test_every_page_and_the_wizard_have_a_help_text() -> None:
    assert topics() == {page.value for page in Page} | {"wizard"}


def test_every_help_text_has_a_lead_and_something_to_say() -> None:
    help_texts = HelpService(resources_dir())
    for name in sorted(topics()):
        topic = help_texts.topic(name)
        assert topic.lead.endswith(".")
        assert all(section.lines for section in topic.sections)
        assert topic.sections
