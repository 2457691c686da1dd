"""Reads a program as a screen reader does: over AT-SPI, which is D-Bus on a bus of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import open_dbus_connection

from tests.daemons import wait_until
from tests.desktop.bus import ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_COMPONENT = "org.a11y.atspi.Component"
_ACTION = "org.a11y.atspi.Action"
_TEXT = "org.a11y.atspi.Text"
_LABELLED_BY = 2
CHECKED, FOCUSABLE, FOCUSED, SHOWING = 4, 11, 12, 25
"""Bits of AtspiStateType."""

_LEAVES = frozenset({"cell", "list item", "tree item", "row header", "column header"})
"""Nothing lies in them that has the focus of its own."""
_MOST_CHILDREN = 400


class GoneError(Exception):
    """The node went away while it was read."""


@dataclass(frozen=True)
class Node:
    """One accessible object: the program's name on the bus, and the object's path."""

    reader: Reader
    owner: str
    path: str

    @property
    def name(self) -> str:
        return str(self.reader.read(self, _ACCESSIBLE, "Name"))

    @property
    def role(self) -> str:
        return str(self._tell("GetRoleName")[0])

    @property
    def text(self) -> str:
        try:
            return str(self.reader.call(self, _TEXT, "GetText", "ii", (0, -1))[0])
        except GoneError:
            return ""

    @property
    def children(self) -> list[Node]:
        return [Node(self.reader, *found) for found in self._tell("GetChildren")[0]]

    @property
    def label(self) -> str:
        """The words of the label that stands beside a control: a combo box has no other name."""
        return " ".join(
            Node(self.reader, *target).name
            for kind, targets in self._tell("GetRelationSet")[0]
            if kind == _LABELLED_BY
            for target in targets
        )

    @property
    def states(self) -> int:
        low, high = self._tell("GetState")[0]
        return int(low | high << 32)

    def has(self, state: int) -> bool:
        return bool(self.states >> state & 1)

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        left, top, width, height = self.reader.call(self, _COMPONENT, "GetExtents", "u", (0,))[0]
        return left, top, width, height

    def press(self) -> None:
        self.reader.call(self, _ACTION, "DoAction", "i", (0,))

    def take_focus(self) -> None:
        self.reader.call(self, _COMPONENT, "GrabFocus")

    def _tell(self, method: str) -> tuple[Any, ...]:
        return self.reader.call(self, _ACCESSIBLE, method)


@dataclass(frozen=True)
class Sight:
    """A node as it was met on a walk; `above` is what it lies in, from the window down."""

    node: Node
    role: str
    name: str
    focusable: bool
    above: tuple[str, ...]


class Reader:
    """Talks to the accessibility bus of a session."""

    def __init__(self, session_bus: str) -> None:
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = ask(session_bus, launcher, "GetAddress")
        self._connection = open_dbus_connection(bus=address)
        self._changes = MatchRule(
            type="signal", interface="org.a11y.atspi.Event.Object", member="StateChanged"
        )
        self._say(message_bus.AddMatch(self._changes))
        registry = DBusAddress(
            "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
        )
        self._say(new_method_call(registry, "RegisterEvent", "s", ("object:state-changed",)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._connection.close()

    def call(
        self, node: Node, interface: str, method: str, signature: str = "", body: Any = ()
    ) -> tuple[Any, ...]:
        whom = DBusAddress(node.path, node.owner, interface)
        return self._say(new_method_call(whom, method, signature or None, body))

    def _say(self, asked: Any) -> tuple[Any, ...]:
        answer = self._connection.send_and_get_reply(asked, timeout=10)
        if answer.header.message_type is MessageType.error:
            raise GoneError(str(answer.body))
        return tuple(answer.body)

    def read(self, node: Node, interface: str, name: str) -> Any:
        properties = "org.freedesktop.DBus.Properties"
        return self.call(node, properties, "Get", "ss", (interface, name))[0][1]

    # --- the tree -------------------------------------------------------------------------------

    def programs(self) -> list[Node]:
        return Node(self, "org.a11y.atspi.Registry", _ROOT).children

    def showing(self) -> Iterator[Sight]:
        """What can be seen, from each program's window down."""
        for program in self.programs():
            yield from self._walk(program, ())

    def _walk(self, node: Node, above: tuple[str, ...]) -> Iterator[Sight]:
        try:
            states = node.states
            if above and not states >> SHOWING & 1:
                return
            sight = Sight(node, node.role, node.name, bool(states >> FOCUSABLE & 1), above)
            yield sight
            if sight.role in _LEAVES:
                return
            for child in node.children[:_MOST_CHILDREN]:
                yield from self._walk(child, (*above, f"{sight.role} “{sight.name}”"))
        except GoneError:
            return

    def nameless(self) -> list[str]:
        """Where a screen reader would say nothing of a control that can have the focus. A cell
        may be empty: its row says what it is.
        """
        return [
            " > ".join((*sight.above[-3:], sight.role))
            for sight in self.showing()
            if sight.focusable and sight.role != "cell" and not _named(sight)
        ]

    def find(self, role: str, name: str) -> Node | None:
        """The first visible one of that role whose name begins so."""
        for sight in self.showing():
            if sight.role == role and sight.name.startswith(name):
                return sight.node
        return None

    def wait_for(self, role: str, name: str) -> Node:
        found: list[Node] = []

        def there() -> bool:
            node = self.find(role, name)
            found.extend([node] if node is not None else [])
            return bool(found)

        assert wait_until(there), f"no {role} “{name}” among {self.names(role)}"
        return found[0]

    def press(self, name: str, role: str = "push button") -> None:
        """Do what the control does when it is pressed; waits until it is there."""
        self.wait_for(role, name).press()

    def menu_after(self, act: Callable[[], None]) -> Node:
        """The menu that opens on what `act` does. A menu of Qt lies in no tree: it announces
        itself.
        """
        for program in self.programs():
            assert program.role  # its answer comes after what it announced before
        with self._connection.filter(self._changes) as heard:
            act()
            while True:
                event = self._connection.recv_until_filtered(heard, timeout=10)
                fields = event.header.fields
                node = Node(self, fields[HeaderFields.sender], fields[HeaderFields.path])
                if event.body[:2] == ("showing", 1) and node.role == "popup menu":
                    return node

    def names(self, role: str = "") -> list[str]:
        return [s.name for s in self.showing() if role in ("", s.role) and s.name]

    def says(self, words: str) -> bool:
        """Whether the words stand on the screen."""
        return any(words in s.name or words in s.node.text for s in self.showing())


def lines(menu: Node) -> list[str]:
    """What the lines of a menu say, without those of its submenus."""
    return [line.name for line in menu.children if line.role != "separator"]


def _named(sight: Sight) -> bool:
    name = sight.name.strip()
    if sight.role != "combo box":
        return bool(name or sight.node.label.strip())
    if sight.node.label.strip():
        return True
    # Without a label Qt says a combo box's value where its name should be.
    return bool(name) and name not in {choice.name for choice in _choices(sight.node)}


def _choices(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from child.children[:_MOST_CHILDREN]
