"""The only file that starts threads: jobs run beside the screen, their results arrive on it.

Python's own threads are used, since in threads that Qt makes the database layer loses its
thread-local connection after every call.
"""

from __future__ import annotations

import logging
import sys
import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import nullcontext
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from lordesk.errors import LordeskError
from lordesk.jobs import JobCancelledError, JobContext

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

log = logging.getLogger(__name__)

T = TypeVar("T")


class Lane(StrEnum):
    """Jobs of one lane run one after the other.

    Mail has its own, so that two jobs never talk to a server at once and a long backup delays no
    letter. The keyring has its own, since its dialog blocks until somebody answers it.
    """

    DATA = "data"
    MAIL = "mail"
    KEYRING = "keyring"


class Task(QObject):
    """One job under way. After its outcome it always says `finished`, then it deletes itself.

    A failure that is no LordeskError is a bug: it goes to `sys.excepthook`, then `finished`.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, name: str, post: Callable[[Callable[[], None]], None]) -> None:
        super().__init__()
        self.name = name
        self._post = post
        self._lock = threading.Lock()
        self._latest: tuple[int, int] | None = None
        self.context = JobContext(self._on_progress)

    def cancel(self) -> None:
        """Ask the job to stop; it answers when it next looks."""
        self.context.cancel()

    def run(self, job: Callable[..., Any], args: tuple[Any, ...], scope: Any) -> None:
        """In the worker's thread."""
        deliver: Callable[[], None]
        try:
            self.context.check()
            with scope():
                result = job(self.context, *args)
        except JobCancelledError:
            deliver = self._deliver_cancelled
        except LordeskError as error:
            deliver = _call(self._deliver_failed, error)
        except Exception as error:
            deliver = _call(self._deliver_bug, error)
        else:
            deliver = _call(self._deliver_succeeded, result)
        self._post(deliver)

    def _on_progress(self, done: int, total: int) -> None:
        """Only the newest figure waits for the screen, however fast the job reports."""
        with self._lock:
            waiting = self._latest is not None
            self._latest = (done, total)
        if not waiting:
            self._post(self._deliver_progress)

    def _deliver_progress(self) -> None:
        with self._lock:
            latest, self._latest = self._latest, None
        if latest is not None:
            self.progressed.emit(*latest)

    def _deliver_succeeded(self, result: object) -> None:
        self.succeeded.emit(result)
        self.finished.emit()

    def _deliver_failed(self, error: LordeskError) -> None:
        log.info("%s: %s", self.name, error)
        self.failed.emit(error)
        self.finished.emit()

    def _deliver_cancelled(self) -> None:
        self.cancelled.emit()
        self.finished.emit()

    def _deliver_bug(self, error: Exception) -> None:
        sys.excepthook(type(error), error, error.__traceback__)
        self.finished.emit()


def _call(function: Callable[[Any], None], value: object) -> Callable[[], None]:
    def call() -> None:
        function(value)

    return call


class Tasks(Protocol):
    """What the screen knows of background work; tests hand in a runner that has no threads."""

    def start(self, job: Callable[..., Any], *args: Any, lane: Lane = Lane.DATA) -> Task: ...

    def call_on_gui(self, function: Callable[[], T]) -> T: ...


class TaskRunner(QObject):
    """`scope` is entered in the worker around each job: the database connection of that job."""

    _posted = Signal(object)

    def __init__(
        self,
        scope: Callable[[], AbstractContextManager[None]] = nullcontext,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scope = scope
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._running: set[Task] = set()
        self._asked: set[Future[Any]] = set()
        self._asked_lock = threading.Lock()
        self._closed = False
        self._gui = threading.get_ident()
        self._emptied: QEventLoop | None = None
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def start(self, job: Callable[..., Any], *args: Any, lane: Lane = Lane.DATA) -> Task:
        """Run `job(context, *args)` in the background. Connect to the task before returning to
        the event loop: nothing is delivered earlier.
        """
        if self._closed:
            raise RuntimeError("the program is closing; no job starts any more")
        task = Task(getattr(job, "__qualname__", repr(job)), self._posted.emit)
        self._running.add(task)
        task.finished.connect(self._on_task_finished)
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(1, thread_name_prefix=f"lordesk-{lane}")
        self._lanes[lane].submit(task.run, job, args, self._scope)
        return task

    def call_on_gui(self, function: Callable[[], T]) -> T:
        """From a job: call a function on the GUI thread and wait for what it returns.

        Raises JobCancelledError where the program is closing.
        """
        if threading.get_ident() == self._gui:
            return function()
        answer: Future[T] = Future()
        with self._asked_lock:
            if self._closed:
                raise JobCancelledError
            self._asked.add(answer)

        def ask() -> None:
            with self._asked_lock:
                self._asked.discard(answer)
            if answer.set_running_or_notify_cancel():
                try:
                    answer.set_result(function())
                except BaseException as error:
                    answer.set_exception(error)

        self._posted.emit(ask)
        try:
            return answer.result()
        except CancelledError:
            raise JobCancelledError from None

    def busy(self) -> list[str]:
        """The names of the jobs that have not finished."""
        return sorted(task.name for task in self._running)

    def close(self, wait_ms: int = 10_000) -> list[str]:
        """Stop every job, wait for them, and name what is left after that time."""
        with self._asked_lock:
            self._closed = True
            asked, self._asked = self._asked, set()
        for answer in asked:
            answer.cancel()
        for task in self._running:
            task.cancel()
        for pool in self._lanes.values():
            pool.shutdown(wait=False)
        if self._running:
            self._emptied = QEventLoop()
            QTimer.singleShot(wait_ms, self._emptied, self._emptied.quit)
            self._emptied.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            self._emptied = None
        return self.busy()

    def _on_posted(self, function: Callable[[], None]) -> None:
        function()

    def _on_task_finished(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._running.discard(task)
            task.deleteLater()
        if not self._running and self._emptied is not None:
            self._emptied.quit()


class ImmediateRunner(QObject):
    """For tests: the job runs inside `start`, in the caller's thread and on its connection; the
    outcome arrives on the next turn of the event loop, or at once with `settle`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.started: list[str] = []
        self._waiting: list[Callable[[], None]] = []
        self._kept: list[Task] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.settle)

    def start(self, job: Callable[..., Any], *args: Any, lane: Lane = Lane.DATA) -> Task:
        task = Task(getattr(job, "__qualname__", repr(job)), self._post)
        self.started.append(task.name)
        self._kept.append(task)
        task.run(job, args, nullcontext)
        return task

    def call_on_gui(self, function: Callable[[], T]) -> T:
        return function()

    def settle(self) -> None:
        """Deliver every outcome, and those of the jobs that are started by them."""
        while self._waiting:
            self._waiting.pop(0)()
        self._kept.clear()

    def _post(self, function: Callable[[], None]) -> None:
        self._waiting.append(function)
        self._timer.start()
