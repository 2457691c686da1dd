"""The last step's one button: how each way of sending goes, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from lordesk.errors import (
    DraftBlockedError,
    LordeskError,
    MissingRowError,
    NoAccountError,
    NotCancellableError,
)
from lordesk.kinds import MessageKind, Stage
from lordesk.rows.late import dataclass
from ui.wizard.state import Way
from ui.wording.dates import day_and_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lordesk.rows.mail import OutboxRow
    from ui.wizard.session import Session


@dataclass(frozen=True)
class Left:
    """A request that has left the wizard, so that taking it back can be noticed."""

    step_id: int
    entry_id: int | None
    request_id: int | None = None


def open_in_system(path: Path) -> bool:
    """With the program that the desktop has for this kind of file."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Sending(QObject):
    """`done` ends the wizard with what the undo bar says, the seconds of its countdown (0 for
    none) and the step; `told` and `failed` leave it open.
    """

    done = Signal(str, int, object)
    told = Signal(str, str)
    failed = Signal(object)
    handed_over = Signal(object)

    def __init__(
        self,
        session: Session,
        opener: Callable[[Path], bool] = open_in_system,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._opener = opener
        self._entry: OutboxRow | None = None
        self._handed: Left | None = None
        self.busy = False

    def words(self) -> tuple[str, str]:
        """What the button says, and its icon."""
        state = self._session.state
        if self._handed is not None:
            return self.tr("I sent it"), "check"
        match state.way:
            case Way.NOW:
                return self.tr("Send now"), "send"
            case Way.SCHEDULE:
                on, at = state.schedule_on, state.schedule_at
                when = day_and_time(on, at).split(", ") if on else []
                short = ", ".join([*when[:1], *when[2:]]) if len(when) > 2 else ""
                soon = on is not None and (on - self._session.today).days < 7
                day = short if soon and short else ", ".join(when)
                return self.tr("Schedule for {time}").format(time=day), "calendar-clock"
            case Way.TEST:
                return self.tr("Send test"), "flask-conical"
            case Way.MAIL_APP:
                return self.tr("Open in mail app"), "external-link"
            case Way.IN_PERSON:
                if self._session.kind is MessageKind.ASK:
                    return self.tr("Mark as asked"), "handshake"
                return self.tr("Mark as done"), "check"

    def forget(self) -> None:
        """A new request begins."""
        self._entry = self._handed = None
        self.busy = False

    @property
    def waits_for_answer(self) -> bool:
        """The mail app has the draft, and the user has not said yet whether it was sent."""
        return self._handed is not None

    def go(self) -> None:
        """Do what the button says. Nothing is lost where it fails."""
        if self.busy:
            return
        try:
            self._go()
        except LordeskError as error:
            self.failed.emit(error)

    def _go(self) -> None:
        if self._handed is not None:
            self._confirm(self._handed)
            return
        match self._session.state.way:
            case Way.NOW | Way.SCHEDULE:
                self._send()
            case Way.TEST:
                self._send_test()
            case Way.MAIL_APP:
                self._hand_over()
            case Way.IN_PERSON:
                self._in_person()

    # --- by mail ----------------------------------------------------------------------------------

    def _send(self) -> None:
        session, state = self._session, self._session.state
        draft, account = session.message(), session.account
        if account is None or draft is None:
            raise NoAccountError
        not_before = session.schedule_instant() if state.way is Way.SCHEDULE else None
        if not_before is not None and not_before <= session.desk.clock.now():
            self.told.emit(
                self.tr("That time has passed."), self.tr("Choose a later one, or send it now.")
            )
            return
        queued = session.services.messages.send(
            draft, session.facts(), account, session.plan_to_send(), not_before
        )
        name = session.facts().mentor.short_name
        seconds = 0
        if not_before is not None and state.schedule_on is not None:
            text = self.tr("Message to {name} is scheduled for {time}.")
            words = text.format(
                name=name, time=day_and_time(state.schedule_on, state.schedule_at, session.today)
            )
        else:
            seconds = session.desk.settings.values.undo_seconds
            # The seconds are filled in by the undo bar, each second anew.
            text = self.tr("Sending to {name} in {seconds} s")
            words = text.replace("{name}", name)
            if seconds == 0:
                words = self.tr("Sending to {name}").format(name=name)
        self._leave(words, seconds, queued.step_id, queued.entry.id)

    def _send_test(self) -> None:
        session = self._session
        draft, account = session.message(), session.account
        if account is None or draft is None:
            raise NoAccountError
        queued = session.services.messages.send_test(draft, session.facts(), account)
        address = queued.entry.message.to_address
        self.told.emit(
            self.tr("A test is on its way to {address}.").format(address=address),
            self.tr("Nothing has gone to {name}.").format(name=session.facts().mentor.short_name),
        )

    # --- by the mail app --------------------------------------------------------------------------

    def _hand_over(self) -> None:
        session = self._session
        draft = session.message()
        if draft is None:
            raise MissingRowError(table="mentor")
        queued = session.services.messages.hand_over(
            draft, session.facts(), session.account, session.plan_to_send()
        )
        self._entry = queued.entry
        if queued.step_id is not None:
            self._handed = Left(queued.step_id, queued.entry.id)
        self.busy = True
        handover = session.services.handover
        message = queued.entry.message
        task = session.desk.tasks.start(handover.write, message, session.account)
        task.succeeded.connect(self._on_written)
        task.failed.connect(self._on_write_failed)
        task.finished.connect(self._on_write_finished)

    def _on_written(self, path: Path) -> None:
        entry = self._entry
        if entry is None:
            return
        opened = self._opener(path)
        try:
            self._session.services.outbox.mark_handed_over(entry.id)
        except NotCancellableError as error:
            self.failed.emit(error)
            return
        name = self._session.facts().mentor.short_name
        if opened:
            fact = self.tr("The draft for {name} is open in your mail app. Did you send it?")
            self.told.emit(fact.format(name=name), self.tr("If not yet, save and close."))
        else:
            QGuiApplication.clipboard().setText(entry.message.body)
            fact = self.tr("No mail app opened, so the text is on your clipboard.")
            told = self.tr("The whole draft is in {path}.").format(path=path)
            self.told.emit(fact, told)
        self.handed_over.emit(entry)

    def _on_write_failed(self, error: LordeskError) -> None:
        """As it was before: nothing is in the outbox."""
        entry, self._entry, self._handed = self._entry, None, None
        if entry is not None:
            self._session.services.outbox.cancel(entry.id)
        self.failed.emit(error)

    def _on_write_finished(self) -> None:
        self.busy = False

    def _confirm(self, handed: Left) -> None:
        if handed.entry_id is not None:
            self._session.services.outbox.confirm_by_user(handed.entry_id)
        words = self._done_words()
        self._session.discard()
        self.forget()
        self.done.emit(words, 0, None)

    # --- in person --------------------------------------------------------------------------------

    def _in_person(self) -> None:
        session = self._session
        step_id = session.done_in_person(session.state.asked_on or session.today)
        rows = session.services.letters.rows(mentor_id=session.facts().mentor.id)
        asked = [row for row in rows if row.stage is Stage.ASKED]
        request_id = asked[-1].request_id if asked else None
        self._leave(self._done_words(), 0, step_id, None, request_id)

    def _done_words(self) -> str:
        name = self._session.facts().mentor.short_name
        if self._session.kind is MessageKind.ASK:
            return self.tr("{name} counts as asked.").format(name=name)
        return self.tr("Noted: your message has reached {name}.").format(name=name)

    # --- afterwards -------------------------------------------------------------------------------

    def _leave(
        self,
        words: str,
        seconds: int,
        step_id: int | None,
        entry_id: int | None,
        request_id: int | None = None,
    ) -> None:
        """The draft is kept until the next start, so that taking it back loses nothing."""
        session = self._session
        session.save()
        left = None
        if step_id is not None:
            left = Left(step_id, entry_id, request_id)
            if session.draft_id is not None:
                session.services.drafts.mark_sent(session.draft_id, step_id)
        self.forget()
        self.done.emit(words, seconds, left)


def taken_back(left: Left, session: Session) -> bool:
    """Undo has taken the request back: its message is gone, or it is not asked any more."""
    services = session.services
    try:
        if left.entry_id is not None:
            services.outbox.get(left.entry_id)
            return False
        if left.request_id is None:
            return False
        return services.letters.for_request(left.request_id).stage is Stage.PLANNED
    except MissingRowError:
        return True


def is_blocked(error: LordeskError) -> bool:
    return isinstance(error, DraftBlockedError)
