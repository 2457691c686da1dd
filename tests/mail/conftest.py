"""The real mail server, started once for all the tests that use it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.mail.desk import Desk, open_desk
from tests.mail.scripted import ScriptedServer
from tests.mail.server import MailServer, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.mail)


@pytest.fixture(scope="session")
def running_server() -> Iterator[MailServer]:
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    with MailServer() as server:
        yield server


@pytest.fixture
def mail_server(running_server: MailServer) -> MailServer:
    """The server with an empty inbox."""
    running_server.empty_inbox()
    return running_server


@pytest.fixture
def own_server() -> Iterator[MailServer]:
    """A server that a test may stop and start."""
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    with MailServer() as server:
        yield server


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer(auth=b"PLAIN") as server:
        yield server


@pytest.fixture
def account(desk: Desk, server: ScriptedServer) -> int:
    return desk.add_account(server.host, server.port).id
