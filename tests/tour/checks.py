"""What each step of the tour must have done, read from the store and from the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.kinds import Attention, Page, Stage
from tests.tour.driver import MissedError, until
from tests.tour.stage import ADDRESS, MENTOR, SHORT

if TYPE_CHECKING:
    from tests.tour.stage import Stage as TourStage


def mentor_added(stage: TourStage) -> None:
    def added() -> bool:
        return any(m.full_name == MENTOR for m in stage.core.mentors.rows())

    until(added, f"{MENTOR} in the store")
    if stage.core.mentors.with_address(ADDRESS) is None:
        raise MissedError("the address of the mentor")


def contact_logged(stage: TourStage) -> None:
    mentor_id = stage.core.mentors.with_address(ADDRESS)
    assert mentor_id is not None
    until(
        lambda: any("poster" in i.note for i in stage.core.interactions.rows(mentor_id)),
        "the contact in the log",
    )


def queued(stage: TourStage) -> None:
    until(lambda: stage.window.over is None, "the wizard to close")
    if len(stage.core.outbox.pending()) != 1:
        raise MissedError("one message on its way")
    if stage.letter().stage is not Stage.PLANNED:
        raise MissedError("a letter that is not asked for before its mail has left")


def delivered(stage: TourStage, subject: str, count: int) -> None:
    """The practice server has it, once, and the letter has moved."""

    def arrived() -> bool:
        mails = [m for m in stage.core.practice.rows() if subject in m.subject]
        return len(mails) == count and all(ADDRESS in m.recipients for m in mails)

    until(arrived, f"“{subject}” in the Practice inbox", seconds=20)


def asked(stage: TourStage) -> None:
    until(lambda: stage.letter().stage is Stage.ASKED, "the letter in Asked")


def in_tray(stage: TourStage) -> None:
    lines = stage.tray_lines()
    if not any("Okafor" in line for line in lines):
        raise MissedError(f"the letter in the tray's menu: {lines}")


def submitted(stage: TourStage) -> None:
    until(lambda: stage.letter().stage is Stage.SUBMITTED, "the letter in Submitted")
    if stage.letter().attention is not Attention.THANKS_OWED:
        raise MissedError("a thank-you note that is owed")


def thanked(stage: TourStage) -> None:
    until(lambda: stage.letter().stage is Stage.THANKED, "the letter in Thanked", seconds=20)


def same_after_restart(stage: TourStage) -> None:
    letter = stage.letter()
    if (letter.stage, letter.mentor_short) != (Stage.THANKED, SHORT):
        raise MissedError("the letter as it was")
    if len([e for e in stage.core.outbox.rows() if e.message.to_address == ADDRESS]) != 2:
        raise MissedError("two messages in the Outbox")
    stage.window.show_page(Page.REQUESTS)
    lanes = stage.page.findChildren(object)
    if not lanes:
        raise MissedError("the board")
