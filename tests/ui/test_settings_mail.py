"""Settings, Mail account: detected, kept in the keyring, tested line by line, disconnected."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import KeychainLockedError
from lordesk.jobs import JobContext
from lordesk.kinds import OutboxState, Security
from lordesk.mail.dial import Dialer
from tests.mail.authority import Authority
from tests.mail.desk import LETTER
from tests.mail.modern import PASSWORD, USER, ModernServer
from tests.mail.scripted import ScriptedServer
from ui.pages.settings_mail import MailSection
from ui.pages.settings_mail_server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from tests.keyrings import MemoryKeyring
    from tests.ui.doubles import AnsweredBoxes
    from ui.desk import Desk, Voice
    from ui.tasks import ImmediateRunner


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def server(authority: Authority) -> Iterator[ModernServer]:
    with ModernServer(authority.issue()) as running:
        yield running


@pytest.fixture
def mail(
    qtbot: QtBot, desk: Desk, core: Core, tasks: ImmediateRunner, authority: Authority
) -> MailSection:
    core.accounts._dialer = Dialer(
        lambda: ssl.create_default_context(cafile=authority.ca_file), timeout_s=5
    )
    made = MailSection(desk, core.accounts, core.profile)
    qtbot.addWidget(made)
    desk.bridge.changed.connect(made.reload)
    made.set_narrow(False)
    made.show()
    tasks.settle()
    return made


def fill(qtbot: QtBot, mail: MailSection, address: str, password: str) -> None:
    mail._form.address.selectAll()
    qtbot.keyClicks(mail._form.address, address)
    mail._form.address.editingFinished.emit()
    qtbot.keyClicks(mail._form.password.field, password)


def use(mail: MailSection, host: str, port: int, security: Security = Security.STARTTLS) -> None:
    mail._form.server.set_value(Server(host, port, security, USER))
    mail._form.server.edited.emit()


def test(mail: MailSection, tasks: ImmediateRunner) -> None:
    mail._test.button.click()
    tasks.settle()


def results(mail: MailSection) -> list[str]:
    return [line._word.text() for line in mail._test.checks.lines]


def problem(mail: MailSection) -> str:
    return next(
        line._problem.text() for line in mail._test.checks.lines if not line._problem.isHidden()
    )


test.__test__ = False  # type: ignore[attr-defined]


def test_an_address_brings_its_provider_and_servers(qtbot: QtBot, mail: MailSection) -> None:
    fill(qtbot, mail, "priya@gmail.com", "")
    assert mail._form._name.text() == "Gmail"
    assert mail._form._note.text() == "Detected from your address. Servers are filled in."
    assert mail._form.server.value() == Server(
        "smtp.gmail.com", 465, Security.TLS, "priya@gmail.com"
    )
    assert mail._form.password._label.text() == "App password"
    assert not mail._form.server.isVisible()
    mail._form._more.click()
    assert mail._form.server.isVisible()


def test_a_provider_without_passwords_offers_the_mail_app(qtbot: QtBot, mail: MailSection) -> None:
    fill(qtbot, mail, "priya@outlook.com", "")
    assert mail._form._refused.isVisible()
    assert "Open in mail app" in mail._form._refused.accessibleDescription()
    assert not mail._form.password.isVisible()
    assert not mail._test.isVisible()


def test_a_school_opens_the_server_details(qtbot: QtBot, mail: MailSection) -> None:
    fill(qtbot, mail, "priya@northfield.edu", "")
    assert mail._form.server.isVisible()
    at = mail._form.server._provider.findData("google-workspace")
    mail._form.server._provider.setCurrentIndex(at)
    mail._form.server._provider.activated.emit(at)
    assert mail._form.server.value().host == "smtp.gmail.com"
    assert mail._form._note.text() == "Chosen by you. Servers are filled in."


def test_a_malformed_address_is_said_and_kept(
    qtbot: QtBot, mail: MailSection, core: Core, tasks: ImmediateRunner
) -> None:
    fill(qtbot, mail, "priya at northfield", "secret")
    test(mail, tasks)
    assert "does not look like an email address" in mail._form._address_field.error()
    assert mail._form.address.text() == "priya at northfield"
    assert not core.accounts.rows()


def test_a_password_goes_to_the_keyring_and_leaves_the_field(
    qtbot: QtBot,
    mail: MailSection,
    core: Core,
    keyring: MemoryKeyring,
    tasks: ImmediateRunner,
    server: ModernServer,
) -> None:
    fill(qtbot, mail, USER, PASSWORD)
    use(mail, server.host, server.port)
    test(mail, tasks)
    assert results(mail) == ["Works"] * 4
    assert mail._pill.face.word == "Connected"
    assert list(keyring.passwords.values()) == [PASSWORD]
    assert mail._form.password.text() == ""
    assert mail._form.password.field.placeholderText() == "•" * 16
    assert not mail._form.password.field.isUndoAvailable()
    assert server.arrived
    (host,) = core.accounts.hosts()
    assert (host.host, host.port) == (server.host, server.port)


def test_nothing_is_sent_before_the_user_asks(
    qtbot: QtBot, mail: MailSection, core: Core, tasks: ImmediateRunner, server: ModernServer
) -> None:
    fill(qtbot, mail, USER, PASSWORD)
    use(mail, server.host, server.port)
    mail._form.password.field.editingFinished.emit()
    tasks.settle()
    assert core.accounts.rows()
    assert not server.logins
    assert mail._pill.face.word == "Not tested"


def test_a_wrong_password_fails_its_line_and_the_next_is_not_tried(
    qtbot: QtBot, mail: MailSection, tasks: ImmediateRunner, server: ModernServer
) -> None:
    fill(qtbot, mail, USER, "Tr0ub4dor")
    use(mail, server.host, server.port)
    test(mail, tasks)
    assert results(mail) == ["Works", "Works", "Does not work", "Not tried"]
    assert problem(mail) == "The mail server did not accept the password. Type it again above."
    assert mail._pill.face.word == "Not connected"
    line = mail._test.checks.lines[2]
    line._more.click()
    assert "wrong-password" in line._details.text()
    assert "Tr0ub4dor" not in line._details.text()


def test_a_host_that_is_not_found_is_named(
    qtbot: QtBot, mail: MailSection, tasks: ImmediateRunner
) -> None:
    fill(qtbot, mail, USER, PASSWORD)
    use(mail, "smtp.nowhere.invalid", 587)
    test(mail, tasks)
    assert results(mail)[0] == "Does not work"
    assert problem(mail).startswith("There is no mail server called smtp.nowhere.invalid")


def test_a_server_that_withdraws_encryption_never_sees_the_password(
    qtbot: QtBot, mail: MailSection, tasks: ImmediateRunner
) -> None:
    with ScriptedServer(auth=b"PLAIN LOGIN") as plain:
        fill(qtbot, mail, USER, PASSWORD)
        use(mail, plain.host, plain.port)
        test(mail, tasks)
        assert not plain.passwords
    assert results(mail)[1] == "Does not work"
    assert "offers no encryption" in problem(mail)


def test_a_certificate_of_this_computer_is_shown_and_trusted_once(
    qtbot: QtBot,
    mail: MailSection,
    core: Core,
    tasks: ImmediateRunner,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    unknown = Authority(tmp_path_factory.mktemp("unknown"))
    with ModernServer(unknown.issue()) as bridge:
        fill(qtbot, mail, USER, PASSWORD)
        use(mail, bridge.host, bridge.port)
        test(mail, tasks)
        line = mail._test.checks.lines[1]
        assert "SHA-256" in problem(mail)
        assert not bridge.logins
        line.trust.click()
        tasks.settle()
        assert results(mail) == ["Works"] * 4
    assert core.accounts.rows()[0].pin


@pytest.mark.parametrize("failure", [RuntimeError("Prompt dismissed"), OSError("no bus")])
def test_a_keyring_that_is_closed_offers_this_session(
    qtbot: QtBot,
    mail: MailSection,
    core: Core,
    keyring: MemoryKeyring,
    tasks: ImmediateRunner,
    server: ModernServer,
    failure: Exception,
) -> None:
    keyring.failure = failure
    fill(qtbot, mail, USER, PASSWORD)
    use(mail, server.host, server.port)
    test(mail, tasks)
    assert mail._trouble.isVisible()
    assert not core.accounts.rows()
    assert mail._form.password.text() == PASSWORD
    assert mail._trouble._button.text() == "Keep it for this session"
    mail._trouble.clicked.emit()
    tasks.settle()
    assert not mail._trouble.isVisible()
    assert mail._form.password._kept.text() == "Kept in memory until LoRDesk quits, in no file."
    test(mail, tasks)
    assert results(mail) == ["Works"] * 4
    assert not keyring.passwords


def test_plain_text_to_another_computer_is_refused_at_its_field(
    qtbot: QtBot, mail: MailSection, core: Core, tasks: ImmediateRunner
) -> None:
    fill(qtbot, mail, USER, PASSWORD)
    use(mail, "smtp.example.edu", 25, Security.NONE)
    test(mail, tasks)
    assert "without encryption" in mail._form.server._fields["security"].error()
    assert not core.accounts.rows()
    assert mail._form.password.text() == PASSWORD


def test_a_port_that_is_no_number_is_said_at_its_field(
    qtbot: QtBot, mail: MailSection, core: Core, tasks: ImmediateRunner
) -> None:
    fill(qtbot, mail, USER, PASSWORD)
    use(mail, "smtp.example.edu", 0)
    qtbot.keyClicks(mail._form.server._port, "abc")
    test(mail, tasks)
    assert mail._form.server._fields["port"].error() == "A port is a number from 1 to 65535."


def test_without_a_password_the_test_asks_for_it(
    qtbot: QtBot, mail: MailSection, tasks: ImmediateRunner
) -> None:
    fill(qtbot, mail, "priya@gmail.com", "")
    test(mail, tasks)
    assert mail._form.password._error.text() == "Type the password first."
    assert results(mail) == [""] * 4


def test_disconnecting_asks_and_takes_the_password_along(
    qtbot: QtBot,
    mail: MailSection,
    core: Core,
    keyring: MemoryKeyring,
    tasks: ImmediateRunner,
    boxes: AnsweredBoxes,
    voice: Voice,
    server: ModernServer,
) -> None:
    fill(qtbot, mail, USER, PASSWORD)
    use(mail, server.host, server.port)
    test(mail, tasks)
    boxes.answers += [False, True]
    mail._disconnect.click()
    assert core.accounts.rows()
    with qtbot.waitSignal(voice.said):
        mail._disconnect.click()
    assert boxes.asked[0].startswith(f"Disconnect {USER}?")
    assert not core.accounts.rows()
    assert not keyring.passwords
    assert not mail._disconnect.isVisible()
    assert not mail._pill.isVisible()


def test_a_locked_keyring_keeps_the_account(
    qtbot: QtBot,
    mail: MailSection,
    core: Core,
    keyring: MemoryKeyring,
    tasks: ImmediateRunner,
    boxes: AnsweredBoxes,
    server: ModernServer,
) -> None:
    fill(qtbot, mail, USER, PASSWORD)
    use(mail, server.host, server.port)
    test(mail, tasks)
    keyring.failure = RuntimeError("Prompt dismissed")
    boxes.answers.append(True)
    mail._disconnect.click()
    tasks.settle()
    assert core.accounts.rows()
    assert mail._trouble.accessibleName().startswith("The system keyring is locked")
    assert KeychainLockedError.code in mail._trouble.toolTip()


def test_a_server_changed_later_is_saved_and_asks_for_a_new_test(
    qtbot: QtBot, mail: MailSection, core: Core, tasks: ImmediateRunner, server: ModernServer
) -> None:
    fill(qtbot, mail, USER, PASSWORD)
    use(mail, server.host, server.port)
    test(mail, tasks)
    mail._form.server._host.selectAll()
    qtbot.keyClicks(mail._form.server._host, "smtp.example.edu")
    mail._form.server._host.editingFinished.emit()
    assert core.accounts.rows()[0].host == "smtp.example.edu"
    assert mail._pill.face.word == "Not tested"


def test_another_address_brings_its_own_servers(
    qtbot: QtBot, mail: MailSection, core: Core, tasks: ImmediateRunner
) -> None:
    fill(qtbot, mail, "priya@gmail.com", PASSWORD)
    mail._form.password.field.editingFinished.emit()
    tasks.settle()
    assert core.accounts.rows()[0].host == "smtp.gmail.com"
    mail._show_account(core.accounts.default())
    fill(qtbot, mail, "priya@yahoo.com", "")
    account = core.accounts.rows()[0]
    assert (account.provider, account.host) == ("yahoo", "smtp.mail.yahoo.com")


def test_the_practice_account_of_the_demo_cannot_be_changed(
    qtbot: QtBot, mail: MailSection, core: Core
) -> None:
    core.accounts.use_practice("priya@northfield.example", 2525, "practice")
    mail.reload()
    assert mail._practice.isVisible()
    assert not mail._form.address.isEnabled()
    assert not mail._disconnect.isVisible()


def test_messages_that_the_password_stopped_are_tried_again_when_the_test_passes(
    qtbot: QtBot,
    mail: MailSection,
    core: Core,
    voice: Voice,
    tasks: ImmediateRunner,
    server: ModernServer,
) -> None:
    fill(qtbot, mail, USER, "Tr0ub4dor")
    use(mail, server.host, server.port)
    test(mail, tasks)
    rows = [core.outbox.queue(LETTER, not_before=core.clock.now()) for _ in range(2)]
    core.outbox.send_due(JobContext())
    assert [core.outbox.get(row.id).error_code for row in rows] == ["wrong-password"] * 2
    test(mail, tasks)
    assert [core.outbox.get(row.id).state for row in rows] == [OutboxState.REFUSED] * 2
    step = core.store.next_undo()
    qtbot.keyClicks(mail._form.password.field, PASSWORD)
    with qtbot.waitSignal(voice.said) as said:
        test(mail, tasks)
    assert said.args[:2] == ["2 messages of this account will be tried again.", False]
    assert core.store.next_undo() == step
    assert core.outbox.send_due(JobContext()) == 2
    with qtbot.assertNotEmitted(voice.said):
        test(mail, tasks)
