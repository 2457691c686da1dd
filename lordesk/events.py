"""How the core says that something changed: one frozen event and a small synchronous bus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changed:
    """Rows of some tables changed. An empty `ids` means: reload the table.

    `initiator` names who wrote, so that an author may skip its own echo.
    """

    tables: frozenset[str]
    ids: frozenset[int] = field(default_factory=frozenset)
    initiator: str = ""


Listener = Callable[[Changed], None]


class Bus:
    """Calls its listeners in the thread that publishes; the screen's bridge moves threads."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Return the function that ends the subscription."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, event: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(event)
