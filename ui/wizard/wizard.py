"""The request wizard: it fills the window, keeps its draft, and ends when the request leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lordesk.errors import LordeskError, MissingRowError
from ui.widgets.toast import announce
from ui.wizard import defaults
from ui.wizard.frame import WizardFrame
from ui.wizard.sending import Left, Sending, is_blocked, open_in_system, taken_back
from ui.wizard.session import Session
from ui.wizard.step_materials import MaterialsStep
from ui.wizard.step_mentor import MentorStep
from ui.wizard.step_message import MessageStep
from ui.wizard.step_review import ReviewStep
from ui.wizard.step_timing import TimingStep
from ui.wording.errors import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QHideEvent

    from lordesk.events import Changed
    from lordesk.rows.finding import Place
    from lordesk.rows.mail import DraftRow
    from ui.desk import Desk
    from ui.wizard.footer import Footer
    from ui.wizard.rail import Rail
    from ui.wizard.services import WizardServices
    from ui.wizard.step import Step

_MATERIALS, _REVIEW = 3, 4
_ROWS = frozenset(
    {"mentor", "moment", "interaction", "application", "slot", "letter", "letter_writer",
     "slot_fill", "request", "material", "template", "profile", "account"}
)  # fmt: skip


class RequestWizard(QWidget):
    """`start` or `resume`, then show it. It emits `closed` when it is done, sent or saved.

    `sent` says what the undo bar shows (`{seconds}` counts down where there are any), after how
    many seconds it leaves, and the undo step. `reopen_requested` carries the draft of a request
    that undo has taken back.
    """

    closed = Signal()
    sent = Signal(str, int, object)
    settings_requested = Signal(str)
    reopen_requested = Signal(object)

    def __init__(
        self,
        desk: Desk,
        services: WizardServices,
        opener: Callable[[Path], bool] = open_in_system,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self.session = Session(desk, services, self)
        self._sending = Sending(self.session, opener, self)
        self._left: Left | None = None
        self._moving = False
        self._build()
        self._connect()

    # --- beginning --------------------------------------------------------------------------------

    def start(
        self,
        mentor_id: int | None = None,
        letter_id: int | None = None,
        application_id: int | None = None,
        slot_id: int | None = None,
    ) -> None:
        """A new request, or one for a letter that is planned already."""
        self._begin()
        session = self.session
        try:
            if letter_id is not None:
                defaults.take_letter(session, self._services.letters.get(letter_id))
                defaults.attach_at_hand(session)
            else:
                first = self._services.applications.default_id()
                defaults.choose_application(session, application_id or first)
                if slot_id is not None:
                    defaults.choose_slot(session, slot_id)
                if mentor_id is not None:
                    defaults.choose_mentor(session, mentor_id)
        except MissingRowError as error:
            self._desk.report(error)
        chosen = letter_id is not None or mentor_id is not None
        self._mentor_step.offer_drafts([] if chosen else self._services.drafts.rows())
        self._show(0)

    def resume(self, draft: DraftRow) -> None:
        """Where it was left."""
        self._begin()
        self.session.resume(draft)
        self._mentor_step.offer_drafts([])
        self._rail.set_saved(self._local(draft.saved_at))
        chosen = self.session.mentor is not None
        self._show(min(max(draft.step, 0), _REVIEW) if chosen else 0)

    def save_and_close(self) -> None:
        """A draft that cannot be saved stays in sight: leaving would lose it."""
        self._flush()
        if not self.session.save():
            return
        self._sending.forget()
        self.closed.emit()

    @property
    def step(self) -> int:
        return self._frame.step

    @property
    def current(self) -> Step:
        return self._steps[self.step]

    @property
    def rail(self) -> Rail:
        return self._rail

    @property
    def footer(self) -> Footer:
        return self._footer

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        desk, session = self._desk, self.session
        self._mentor_step = MentorStep(desk, session)
        self._message_step = MessageStep(desk, session)
        self._review = ReviewStep(desk, session)
        self._steps: list[Step] = [
            self._mentor_step,
            TimingStep(desk, session),
            self._message_step,
            MaterialsStep(desk, session),
            self._review,
        ]
        self._frame = WizardFrame(desk.look, self._steps)
        self._rail, self._footer = self._frame.rail, self._frame.footer
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._frame)

    def _connect(self) -> None:
        self._rail.picked.connect(self.go_to)
        self._footer.close_clicked.connect(self.save_and_close)
        self._footer.back_clicked.connect(self.go_back)
        self._footer.next_clicked.connect(self.go_on)
        for step in self._steps:
            step.fix_requested.connect(self.fix)
            step.settings_requested.connect(self._on_settings_requested)
        self._mentor_step.resume_requested.connect(self.resume)
        self._message_step.materials_requested.connect(self._on_materials_requested)
        self.session.changed.connect(self._on_session_changed)
        self.session.saved.connect(self._on_saved)
        self.session.save_failed.connect(self._on_save_failed)
        self._sending.done.connect(self._on_done)
        self._sending.told.connect(self._on_told)
        self._sending.failed.connect(self._on_failed)
        self._sending.handed_over.connect(self._renew_footer)
        self._desk.bridge.changed.connect(self._on_bridge_changed)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, slot in (
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Alt+Left", self.go_back),
            ("Esc", self.save_and_close),
        ):
            QShortcut(QKeySequence(keys), self, slot, context=context)

    # --- going from step to step ------------------------------------------------------------------

    def go_on(self) -> None:
        """The next step, or what the last one's button says."""
        self._flush()
        if not self.current.may_leave():
            return
        if self.step < _REVIEW:
            self._show(self.step + 1)
        elif not self._sending.busy and (self._sending.waits_for_answer or self._review.ready()):
            self.session.save()
            self._sending.go()
            self._renew_footer()

    def go_back(self) -> None:
        if self.step > 0:
            self._flush()
            self._show(self.step - 1)

    def go_to(self, step: int) -> None:
        """Any step back; forward only past steps that are in order."""
        self._flush()
        while self.step < step:
            if not self.current.may_leave():
                return
            self._show(self.step + 1, focus=False)
        self._show(step)

    def fix(self, step: int, place: Place | None) -> None:
        """Go where something can be put right, and select it."""
        self._show(step)
        self._steps[step].reveal(place)

    def _begin(self) -> None:
        self._flush()
        self.session.save()
        self.session.begin()
        self._sending.forget()
        self._rail.set_saved(None)

    def _show(self, step: int, focus: bool = True) -> None:
        self._moving = True
        session = self.session
        session.step = step
        session.state.reached = max(session.state.reached, step)
        self._frame.show_step(step)
        self._steps[step].load()
        self._moving = False
        if session.draft_id is not None:
            session.touch(rewrites=False)
            session.save()
        self._renew_rail()
        self._renew_footer()
        if focus:
            self._steps[step].first_field().setFocus(Qt.FocusReason.TabFocusReason)
            announce(self, self._steps[step].title)

    def _flush(self) -> None:
        """What stands in a field that still has the focus is taken before anything else."""
        focused = self.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()

    # --- showing ----------------------------------------------------------------------------------

    def _renew_rail(self) -> None:
        self._frame.renew_rail(self.session.state.reached)

    def _renew_footer(self) -> None:
        step = self.step
        self._footer.set_back(self._steps[step - 1].title if step else "")
        if step < _REVIEW:
            words = self.tr("Next: {step}").format(step=self._steps[step + 1].title)
            self._footer.set_next(words)
        else:
            words, icon = self._sending.words()
            self._footer.set_next(words, icon, "")

    def _local(self, instant: datetime) -> datetime:
        return instant.astimezone(self._desk.clock.local_now().tzinfo)

    # --- what happens -----------------------------------------------------------------------------

    def _on_session_changed(self) -> None:
        if not self._moving:
            self.current.refresh()
            self._renew_rail()
            self._renew_footer()

    def _on_saved(self, at: datetime) -> None:
        self._rail.set_saved(self._local(at))

    def _on_save_failed(self, error: LordeskError) -> None:
        self._rail.set_not_saved(sentence(error))

    def _on_settings_requested(self, section: str) -> None:
        self._flush()
        self.session.save()
        self.settings_requested.emit(section)

    def _on_materials_requested(self) -> None:
        self.go_to(_MATERIALS)

    def _on_told(self, fact: str, consequence: str) -> None:
        self._review.tell(fact, consequence)
        announce(self, fact)
        self._renew_footer()

    def _on_failed(self, error: LordeskError) -> None:
        self._review.refresh()
        if is_blocked(error):
            self._review.ready()
        self._review.fail(error)
        announce(self, sentence(error))
        self._renew_footer()

    def _on_done(self, words: str, seconds: int, left: Left | None) -> None:
        self._left = left
        step_id = left.step_id if left else None
        self.session.begin()
        self.closed.emit()
        self.sent.emit(words, seconds, step_id)
        self._desk.say(words, undo=step_id is not None, seconds=seconds or 8, countdown=seconds > 0)

    def _on_bridge_changed(self, event: Changed) -> None:
        if self._left is not None and event.tables & {"message", "request", "letter"}:
            self._look_for_taken_back()
        if event.tables & _ROWS and self.isVisible():
            self.session.forget_rows()
            if not self._moving and event.initiator != "wizard":
                self.current.refresh()
                self._renew_rail()

    def _look_for_taken_back(self) -> None:
        left = self._left
        if left is None or not taken_back(left, self.session):
            return
        self._left = None
        draft = self._services.drafts.take_back(left.step_id)
        if draft is not None:
            self.reopen_requested.emit(draft)

    def hideEvent(self, event: QHideEvent) -> None:
        self._flush()
        self.session.save()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._flush()
        self.session.save()
        super().closeEvent(event)
