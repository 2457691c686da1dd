"""The program round a session: opens a home, says in a window why it cannot, and ends cleanly."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QtMsgType, Signal, qInstallMessageHandler

from lordesk.core import Core
from lordesk.errors import (
    HomeNotWritableError,
    LordeskError,
    NotOurFileError,
    StoreDamagedError,
)
from lordesk.log import Log
from ui.instance import Instance
from ui.session import Ended, Session
from ui.stop_signals import StopSignals

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QMessageLogContext

    from lordesk.clock import Clock
    from lordesk.paths import Paths
    from ui.recovery import RecoveryWindow
    from ui.widgets.look import Look

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Program(QObject):
    """`left` names the jobs that did not stop at the end."""

    opened = Signal()
    """The page, or why there is none, is on its way to the screen."""
    _crashed = Signal(str, object)

    def __init__(self, paths: Paths, look: Look, clock: Clock, *, demo: bool) -> None:
        super().__init__()
        self._paths = paths
        self._look = look
        self._clock = clock
        self._demo = demo
        self._wish = ""
        self._log: Log | None = None
        self._instance: Instance | None = None
        self._recovery: RecoveryWindow | None = None
        self._core: Core | None = None
        self.session: Session | None = None
        self.left: tuple[str, ...] = ()
        self._crashed.connect(self._on_crashed)
        self._signals = StopSignals(self)
        self._signals.stopped.connect(self._on_stopped)

    def begin(self, wish: str) -> bool:
        """Open the home, or hand the wish to the program that has it open and return False.

        What keeps it from opening is shown in a window, with a way to try again.
        """
        self._wish = wish
        try:
            self._prepare()
            first = self._claim()
            if first:
                self._open()
        except LordeskError as error:
            self._show_recovery(error)
            return True
        return first

    def _prepare(self) -> None:
        """Folders and log, before anything that could fail with a reason worth keeping."""
        try:
            self._paths.make()
            if self._log is None:
                self._log = Log(self._paths.logs, self._crashed.emit)
                self._log.open()
                qInstallMessageHandler(_log_qt)
        except OSError as error:
            path = error.filename or self._paths.data
            raise HomeNotWritableError(path=path, reason=error.strerror or "") from error

    def _claim(self) -> bool:
        if self._instance is not None:
            return True
        instance = Instance(self._paths.data, self)
        try:
            first = instance.claim(self._wish)
        except OSError as error:
            raise HomeNotWritableError(path=self._paths.data, reason=str(error)) from error
        if first:
            instance.asked.connect(self._on_asked)
            self._instance = instance
        return first

    def _open(self) -> None:
        """A home that was used before shows the frame of its window while it is opened."""
        self._core = Core(self._paths, self._clock)
        self.session = Session(self._core, self._look, demo=self._demo)
        self.session.ended.connect(self._on_session_ended)
        if self._core.settings.values.welcomed or self._demo:
            self.session.framed.connect(self._on_session_framed)
            self.session.show_frame(self._wish)
        else:
            self._core.open_store()
            self.session.start(self._wish)
            self.opened.emit()

    def _on_session_framed(self) -> None:
        assert self._core is not None
        assert self.session is not None
        try:
            self._core.open_store()
            if self._demo:
                self._core.sample.add(with_profile=True)
            self.session.furnish()
        except LordeskError as error:
            self._show_recovery(error)
        else:
            self.opened.emit()

    def _show_recovery(self, error: LordeskError) -> None:
        from ui.recovery import RecoveryWindow

        logging.getLogger(__name__).error("the home could not be opened: %s", error)
        if self.session is not None:
            self.session.abandon()
            self.session = None
        service = None
        if isinstance(error, StoreDamagedError | NotOurFileError):
            from lordesk.services.recovery import RecoveryService

            service = RecoveryService(self._paths, self._clock)
        self._recovery = RecoveryWindow(
            self._look, error, self._paths.backups, service, self._clock.local_now()
        )
        self._recovery.retried.connect(self._on_recovery_retried)
        self._recovery.quit_requested.connect(self.end)
        self._recovery.show()
        self.opened.emit()

    def end(self) -> None:
        if self.session is not None:
            self.session.end()
        else:
            self._finish()

    def _finish(self) -> None:
        self._signals.close()
        if self._instance is not None:
            self._instance.release()
        if self._log is not None:
            qInstallMessageHandler(None)
            self._log.close()
            self._log = None
        QCoreApplication.exit(0)

    def _on_recovery_retried(self) -> None:
        window, self._recovery = self._recovery, None
        self.begin(self._wish)
        if window is not None:
            window.quit_requested.disconnect(self.end)
            window.close()
            window.deleteLater()

    def _on_asked(self, wish: str) -> None:
        if self.session is not None:
            self.session.open_wish(wish)
        elif self._recovery is not None:
            self._recovery.raise_()
            self._recovery.activateWindow()

    def _on_stopped(self) -> None:
        self.end()

    def _on_session_ended(self, ended: Ended) -> None:
        self.left = ended.left
        self._finish()

    def _on_crashed(self, kind: str, report: Path | None) -> None:
        if self.session is not None and self.session.furnished:
            self.session.window.reporting.show_crash(kind, report)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
