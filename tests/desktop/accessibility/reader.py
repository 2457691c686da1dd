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
FOCUSABLE, FOCUSED, SHOWING = 11, 12, 25
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

    def has(self, state: int) -> bool:
        low, high = self._tell("GetState")[0]
        return bool((low | high << 32) >> state & 1)

    def press(self) -> None:
        self.reader.call(self, _ACTION, "DoAction", "i", (0,))

    def take_focus(self) -> None:
        self.reader.call(self, _COMPONENT, "GrabFocus")

    def _tell(self, method: str) -> tuple[Any, ...]:
        return self.reader.call(self, _ACCESSIBLE, method)


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

    def showing(self) -> Iterator[tuple[tuple[str, ...], Node]]:
        """What can be seen, each with the roles and names of what it lies in."""
        for program in self.programs():
            yield from self._walk(program, ())

    def _walk(self, node: Node, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Node]]:
        try:
            role = node.role
            if above and not node.has(SHOWING):
                return
            place = (*above, f"{role} “{node.name}”")
            yield place, node
            if role in _LEAVES:
                return
            for child in node.children[:_MOST_CHILDREN]:
                yield from self._walk(child, place)
        except GoneError:
            return

    def nameless(self) -> list[str]:
        """Where a screen reader would say nothing of a control that can have the focus."""
        found = []
        for place, node in self.showing():
            role = node.role
            if node.has(FOCUSABLE) and not _named(node, role):
                found.append(" > ".join(place[-4:]))
        return found

    def count_focusable(self) -> int:
        return sum(node.has(FOCUSABLE) for _, node in self.showing())

    def find(self, role: str, name: str) -> Node | None:
        """The first visible one of that role whose name begins so."""
        for _, node in self.showing():
            if node.role == role and node.name.startswith(name):
                return node
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
        return [node.name for _, node in self.showing() if role in ("", node.role) and node.name]

    def says(self, words: str) -> bool:
        """Whether the words stand on the screen."""
        return any(words in node.name or words in node.text for _, node in self.showing())


def lines(menu: Node) -> list[str]:
    """What the lines of a menu say, without those of its submenus."""
    return [line.name for line in menu.children if line.role != "separator"]


def _named(node: Node, role: str) -> bool:
    if node.label.strip():
        return True
    name = node.name.strip()
    if role != "combo box":
        return bool(name)
    # Without a label Qt says a combo box's value where its name should be.
    return bool(name) and name not in {choice.name for choice in _choices(node)}


def _choices(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from child.children[:_MOST_CHILDREN]
