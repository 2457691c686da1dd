"""The main job, each step checked; a way says how a hand does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tests.tour import checks
from tests.tour.driver import say

if TYPE_CHECKING:
    from tests.tour.stage import Stage

ASK, THANKS = "Request for a strong letter", "hank"


class Way(Protocol):
    """What `by_mouse` and `by_keys` both do."""

    def add_mentor(self, stage: Stage) -> None: ...
    def log_contact(self, stage: Stage) -> None: ...
    def request(self, stage: Stage) -> None: ...
    def send_at_once(self, stage: Stage) -> None: ...
    def look_at_inbox(self, stage: Stage, words: str) -> None: ...
    def work_through_today(self, stage: Stage) -> None: ...
    def see_in_calendar(self, stage: Stage) -> None: ...
    def mark_submitted(self, stage: Stage) -> None: ...
    def thank(self, stage: Stage) -> None: ...


def run(way: Way, stage: Stage) -> None:
    """From a new mentor to a thank-you."""
    way.add_mentor(stage)
    say("adds a mentor")
    way.log_contact(stage)
    say("logs a contact")
    way.request(stage)
    say("asks for a letter with the wizard")
    way.send_at_once(stage)
    checks.delivered(stage, ASK, 1)
    checks.asked(stage)
    way.look_at_inbox(stage, ASK)
    say("the request is delivered, once")
    way.work_through_today(stage)
    say("works through Today")
    way.see_in_calendar(stage)
    checks.in_tray(stage)
    say("sees the letter in the calendar and in the tray")
    way.mark_submitted(stage)
    say("marks the letter as submitted")
    way.thank(stage)
    way.send_at_once(stage)
    checks.thanked(stage)
    checks.delivered(stage, THANKS, 1)
    say("the thank-you note is delivered, once")
