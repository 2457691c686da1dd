"""Every action once: text, keys, icon. Menus, tooltips and the shortcut list read it here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.source_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTEXT = "Actions"


class ActionId(StrEnum):
    """`open-<page>` ends with the value of `kinds.Page`."""

    NEW_REQUEST = "new-request"
    ADD_MENTOR = "add-mentor"
    LOG_CONTACT = "log-contact"
    OPEN_TODAY = "open-today"
    OPEN_MENTORS = "open-mentors"
    OPEN_REQUESTS = "open-requests"
    OPEN_APPLICATIONS = "open-applications"
    OPEN_CALENDAR = "open-calendar"
    OPEN_OUTBOX = "open-outbox"
    OPEN_NOTICES = "open-notices"
    OPEN_PRACTICE_INBOX = "open-practice-inbox"
    OPEN_SETTINGS = "open-settings"
    SEARCH = "search"
    UNDO = "undo"
    REDO = "redo"
    TOGGLE_SIDEBAR = "toggle-sidebar"
    NEXT_AREA = "next-area"
    HELP = "help"
    SHORTCUTS = "shortcuts"
    QUIT = "quit"


class ActionSpec(NamedTuple):
    """`text` and `group` are source texts, translated where they are shown."""

    id: ActionId
    text: str
    group: str
    keys: tuple[str, ...] = ()
    icon: str = ""


class KeySpec(NamedTuple):
    """Keys that work in one place only; the widget there handles them."""

    text: str
    group: str
    keys: tuple[str, ...]


def _spec(
    ident: ActionId, group: str, text: str, keys: str = "", icon: str = "", second: str = ""
) -> ActionSpec:
    return ActionSpec(ident, text, group, tuple(k for k in (keys, second) if k), icon)


_GO = QT_TRANSLATE_NOOP("Actions", "Go to")
_DO = QT_TRANSLATE_NOOP("Actions", "Do")
_WINDOW = QT_TRANSLATE_NOOP("Actions", "Window")
_LISTS = QT_TRANSLATE_NOOP("Actions", "Lists")
_TODAY = QT_TRANSLATE_NOOP("Actions", "Today list")
_BOARD = QT_TRANSLATE_NOOP("Actions", "Requests board")
_MATRIX = QT_TRANSLATE_NOOP("Actions", "Programs and letters")
_CALENDAR = QT_TRANSLATE_NOOP("Actions", "Calendar grid")
_WIZARD = QT_TRANSLATE_NOOP("Actions", "New request")

SPECS: tuple[ActionSpec, ...] = (
    _spec(ActionId.OPEN_TODAY, _GO, QT_TRANSLATE_NOOP("Actions", "Today"), "Ctrl+1", "sun"),
    _spec(ActionId.OPEN_MENTORS, _GO, QT_TRANSLATE_NOOP("Actions", "Mentors"), "Ctrl+2", "users"),
    _spec(ActionId.OPEN_REQUESTS, _GO, QT_TRANSLATE_NOOP("Actions", "Requests"), "Ctrl+3", "send"),
    _spec(
        ActionId.OPEN_APPLICATIONS,
        _GO,
        QT_TRANSLATE_NOOP("Actions", "Applications"),
        "Ctrl+4",
        "graduation-cap",
    ),
    _spec(
        ActionId.OPEN_CALENDAR,
        _GO,
        QT_TRANSLATE_NOOP("Actions", "Calendar"),
        "Ctrl+5",
        "calendar-days",
    ),
    _spec(ActionId.OPEN_OUTBOX, _GO, QT_TRANSLATE_NOOP("Actions", "Outbox"), "Ctrl+6", "mail"),
    _spec(
        ActionId.OPEN_NOTICES, _GO, QT_TRANSLATE_NOOP("Actions", "Notices"), "Ctrl+Shift+M", "bell"
    ),
    _spec(
        ActionId.OPEN_PRACTICE_INBOX,
        _GO,
        QT_TRANSLATE_NOOP("Actions", "Practice inbox"),
        "",
        "inbox",
    ),
    _spec(
        ActionId.OPEN_SETTINGS, _GO, QT_TRANSLATE_NOOP("Actions", "Settings"), "Ctrl+,", "settings"
    ),
    _spec(ActionId.NEW_REQUEST, _DO, QT_TRANSLATE_NOOP("Actions", "New request"), "Ctrl+N", "plus"),
    _spec(
        ActionId.ADD_MENTOR,
        _DO,
        QT_TRANSLATE_NOOP("Actions", "Add mentor"),
        "Ctrl+Shift+N",
        "user-plus",
    ),
    _spec(
        ActionId.LOG_CONTACT,
        _DO,
        QT_TRANSLATE_NOOP("Actions", "Log contact"),
        "Ctrl+L",
        "message-square",
    ),
    _spec(
        ActionId.SEARCH,
        _DO,
        QT_TRANSLATE_NOOP("Actions", "Search this screen"),
        "Ctrl+F",
        "search",
    ),
    _spec(ActionId.UNDO, _DO, QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", "undo-2"),
    _spec(
        ActionId.REDO, _DO, QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z", "redo-2", "Ctrl+Y"
    ),
    _spec(
        ActionId.TOGGLE_SIDEBAR,
        _WINDOW,
        QT_TRANSLATE_NOOP("Actions", "Sidebar or rail"),
        "Ctrl+B",
        "panel-left",
    ),
    _spec(
        ActionId.NEXT_AREA,
        _WINDOW,
        QT_TRANSLATE_NOOP("Actions", "Next area: sidebar, list, pane"),
        "F6",
    ),
    _spec(
        ActionId.HELP,
        _WINDOW,
        QT_TRANSLATE_NOOP("Actions", "Help on this page"),
        "?",
        "circle-question-mark",
        "Shift+F1",
    ),
    _spec(
        ActionId.SHORTCUTS,
        _WINDOW,
        QT_TRANSLATE_NOOP("Actions", "Shortcut list"),
        "F1",
        "keyboard",
    ),
    _spec(
        ActionId.QUIT, _WINDOW, QT_TRANSLATE_NOOP("Actions", "Quit LoRDesk"), "Ctrl+Q", "log-out"
    ),
)

PLACE_KEYS: tuple[KeySpec, ...] = (
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Move"), _LISTS, ("Up", "Down", "Home", "End")),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Open, or default button"), _LISTS, ("Return",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Complete, or switch on and off"), _LISTS, ("Space",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Edit"), _LISTS, ("F2",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Remove, with Undo"), _LISTS, ("Del",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Next tab in the pane"), _LISTS, ("Ctrl+Tab",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Close, clear search"), _LISTS, ("Esc",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Done"), _TODAY, ("1",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Tomorrow"), _TODAY, ("2",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Next week"), _TODAY, ("3",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Write the draft"), _TODAY, ("4",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Undo"), _TODAY, ("U",)),
    KeySpec(
        QT_TRANSLATE_NOOP("Actions", "Previous or next stage"), _BOARD, ("Alt+Left", "Alt+Right")
    ),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Assign or take off"), _MATRIX, ("Space",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "One letter, all programs"), _MATRIX, ("A",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Day"), _CALENDAR, ("Left", "Right", "Up", "Down")),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Month"), _CALENDAR, ("PgUp", "PgDown")),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Today, month, agenda"), _CALENDAR, ("T", "M", "A")),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Next step, or send"), _WIZARD, ("Ctrl+Return",)),
    KeySpec(QT_TRANSLATE_NOOP("Actions", "Back"), _WIZARD, ("Alt+Left",)),
)


def words(source: str) -> str:
    """A text or group of a spec in the user's language."""
    return QCoreApplication.translate(_CONTEXT, source)


def key_text(keys: str) -> str:
    """Keys as this system writes them: "Ctrl+N", or the symbols of macOS."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class Actions(QObject):
    """The actions of the one window. Whoever does the work connects to `triggered`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = {spec.id: self._make(spec) for spec in SPECS}
        self._specs = {spec.id: spec for spec in SPECS}

    def get(self, ident: ActionId) -> QAction:
        return self._actions[ident]

    def spec(self, ident: ActionId) -> ActionSpec:
        return self._specs[ident]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(words(spec.text), self)
        action.setObjectName(spec.id.value)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return action
