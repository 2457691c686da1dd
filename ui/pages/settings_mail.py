"""Settings, Mail account: saves at once, tests each step, keeps the password in the keyring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lordesk.errors import (
    InvalidInputError,
    KeychainError,
    LordeskError,
    PlaintextRefusedError,
    SecretTooLongError,
)
from lordesk.rows.mail import AccountRow, NewAccount
from ui.pages.settings_mail_form import MailForm
from ui.pages.settings_mail_test import ConnectionTest
from ui.pages.settings_section import Section
from ui.tasks import Lane
from ui.widgets.buttons import Button
from ui.widgets.draw import PillFace
from ui.widgets.notice import Notice
from ui.widgets.pill import Pill
from ui.wording import accounts as words
from ui.wording.errors import details, sentence

if TYPE_CHECKING:
    from lordesk.mail.accounts import AccountService
    from lordesk.services.profile import ProfileService
    from ui.desk import Desk


class MailSection(Section):
    TABLES = frozenset({"account"})

    def __init__(
        self,
        desk: Desk,
        accounts: AccountService,
        profile: ProfileService,
        parent: QWidget | None = None,
    ) -> None:
        note = self.tr("LoRDesk sends your requests from this address.")
        super().__init__(desk, self.tr("Mail account"), note, parent)
        self._accounts = accounts
        self._profile = profile
        self._account: AccountRow | None = None
        self._keeper = "secret-service"
        self._session_only = False
        self._given = False
        self._busy = False
        self._focused: QWidget | None = None
        self._test_wanted = False
        self._last_failed = False
        self._build()
        self._connect()
        self._show_account(accounts.default())
        desk.tasks.start(accounts.keeper, lane=Lane.KEYRING).succeeded.connect(self._on_keeper)

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self._pill = Pill(look, PillFace("circle-check", "", "success-text"))
        self.head.addWidget(self._pill)
        self._practice = Notice(
            look,
            "accent",
            self.tr("This is the practice mail of the demo."),
            self.tr("What you send arrives in the Practice inbox and nowhere else."),
        )
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, 0, 12)
        above.addWidget(self._practice)
        self.column.addLayout(above)
        self._form = MailForm(self, self.add_card(), look, self._accounts)
        self._trouble = Notice(look, "warning")
        self._trouble_row = QWidget()
        below = QVBoxLayout(self._trouble_row)
        below.setContentsMargins(0, 12, 0, 0)
        below.addWidget(self._trouble)
        self._trouble_row.hide()
        self.column.addWidget(self._trouble_row)
        self._test = ConnectionTest(self._desk, self._accounts)
        self.column.addWidget(self._test)
        self._disconnect = Button(
            look, self.tr("Disconnect this account"), "quiet", "log-out", tone="danger-text"
        )
        self.column.addWidget(self._disconnect, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self._form.edited.connect(self._on_form_edited)
        self._form.finished.connect(self.save)
        self._form.provider_changed.connect(self._show_test)
        self._trouble.clicked.connect(self._on_trouble_clicked)
        self._test.requested.connect(self._on_test_requested)
        self._test.ended.connect(self._on_test_ended)
        self._test.trust_requested.connect(self._on_trust_requested)
        self._disconnect.clicked.connect(self._on_disconnect_clicked)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        if self._labels:
            self._form.password.set_label_width(self._labels[0].width())

    # --- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        account = self._accounts.default()
        if _typed(account) != _typed(self._account):
            self._show_account(account)
        self._account = account
        self._show_standing()

    def _show_account(self, account: AccountRow | None) -> None:
        self._account = account
        self._form.show_account(account, self._profile.get().email)
        self._show_standing()

    def _show_standing(self) -> None:
        account = self._account
        practice = account is not None and account.practice
        self._practice.setVisible(practice)
        self._form.set_locked(practice or self._busy)
        self._disconnect.setVisible(account is not None and not practice)
        self._show_kept()
        self._show_test()
        self._pill.setVisible(account is not None)
        tested = account.tested_at if account else None
        if self._last_failed:
            face = PillFace("circle-alert", self.tr("Not connected"), "danger-text", "danger-soft")
        elif tested is not None:
            face = PillFace("circle-check", self.tr("Connected"), "success-text", "success-soft")
        else:
            face = PillFace(
                "circle-dashed", self.tr("Not tested"), "text-secondary", "neutral-soft"
            )
        self._pill.set_face(face)
        self._test.set_tested(tested)

    def _show_test(self) -> None:
        """Where no password is taken there is nothing to test."""
        self._test.setVisible(self._account is not None or self._form.takes_password)

    def _show_kept(self) -> None:
        kept = self._account is not None and (bool(self._keeper) or self._given)
        text = words.keeper_sentence(self._keeper, self._session_only)
        self._form.password.set_kept(kept, text)

    def _on_keeper(self, keeper: object) -> None:
        self._keeper = str(keeper)
        self._show_kept()

    # --- saving ---------------------------------------------------------------------------------

    def _on_form_edited(self) -> None:
        self._trouble_row.hide()

    def save(self) -> None:
        """What can be saved is: the account's data at once, the password through the keyring."""
        if self._busy or (self._account is not None and self._account.practice):
            return
        if self._account is not None and not self._update(self._account):
            return
        if self._form.password.text() and self._form.takes_password:
            self._keep(session_only=False)

    def _update(self, account: AccountRow) -> bool:
        new = self._form.new_account(account.display_name or self._profile.get().name)
        if new == _typed(account):
            return True
        try:
            self._account = self._accounts.update(account.id, new)
        except LordeskError as error:
            self._say(error)
            return False
        if (new.host, new.port) != (account.host, account.port):
            self._last_failed = False
            self._test.reset()
        self._show_standing()
        return True

    def _keep(self, session_only: bool) -> None:
        """Hand the password to the keyring; with a new address the account is made with it."""
        password = self._form.password.text()
        if not self._form.complete():
            return
        self._session_only = session_only
        start = self._desk.tasks.start
        if self._account is None:
            new = self._form.new_account(self._profile.get().name)
            task = start(self._accounts.add, new, password, session_only, lane=Lane.KEYRING)
        else:
            task = start(
                self._accounts.set_password,
                self._account.id,
                password,
                session_only,
                lane=Lane.KEYRING,
            )
        self._set_busy(True)
        task.succeeded.connect(self._on_kept)
        task.failed.connect(self._on_keep_failed)
        task.finished.connect(self._on_keep_finished)

    def _on_kept(self, account: object) -> None:
        if isinstance(account, AccountRow):
            self._account = account
        self._given = True
        self._last_failed = False
        self._form.password.forget()
        self._trouble_row.hide()
        self._test.reset()

    def _on_keep_failed(self, error: object) -> None:
        assert isinstance(error, LordeskError)
        self._session_only = False
        self._test_wanted = False
        self._say(error)

    def _on_keep_finished(self) -> None:
        self._set_busy(False)
        self._show_standing()
        if self._test_wanted:
            self._start_test()

    def _say(self, error: LordeskError) -> None:
        """At the field where there is one, else between the form and the test."""
        if isinstance(error, InvalidInputError):
            self._form.set_error(error.field_name, sentence(error))
        elif isinstance(error, PlaintextRefusedError):
            self._form.set_error("security", sentence(error))
        elif isinstance(error, KeychainError):
            offer = "" if isinstance(error, SecretTooLongError) else self._session_words()
            self._trouble.set("warning", sentence(error), "", offer)
            self._trouble.setToolTip(details(error))
            self._trouble_row.show()
        else:
            self._desk.report(error)

    def _session_words(self) -> str:
        return self.tr("Keep it for this session") if self._form.password.text() else ""

    def _on_trouble_clicked(self) -> None:
        self._keep(session_only=True)

    def _set_busy(self, busy: bool) -> None:
        """What is disabled loses the focus, so it is given back."""
        if busy and not self._busy:
            self._focused = QApplication.focusWidget()
        self._busy = busy
        for part in (self._test.button, self._disconnect, self._trouble):
            part.setEnabled(not busy)
        practice = self._account is not None and self._account.practice
        self._form.set_locked(busy or practice)
        if not busy and self._focused is not None and self.isAncestorOf(self._focused):
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focused = None

    # --- testing --------------------------------------------------------------------------------

    def _on_test_requested(self) -> None:
        if not self._form.complete() and not (self._account and self._account.practice):
            return
        self._test_wanted = True
        self.save()
        if not self._busy:
            self._start_test()

    def _start_test(self) -> None:
        self._test_wanted = False
        if self._account is None:
            self._form.password.set_error(self.tr("Type the password first."))
            self._form.password.field.setFocus()
            return
        self._set_busy(True)
        self._test.start(self._account)

    def _on_test_ended(self, error: object) -> None:
        self._last_failed = error is not None
        if isinstance(error, KeychainError):
            self._say(error)
        self._set_busy(False)
        self.reload()

    def _on_trust_requested(self, fingerprint: str) -> None:
        if self._account is None:
            return
        try:
            self._account = self._accounts.accept_certificate(self._account.id, fingerprint)
        except LordeskError as error:
            self._say(error)
            return
        self._start_test()

    # --- disconnecting --------------------------------------------------------------------------

    def _on_disconnect_clicked(self) -> None:
        account = self._account
        if account is None:
            return
        question = self.tr("Disconnect {address}? Its password is removed from this computer.")
        if not self._desk.boxes.ask(
            self,
            question.format(address=account.address),
            self.tr("Disconnect"),
            self.tr("Keep"),
            danger=True,
        ):
            return
        self._set_busy(True)
        task = self._desk.tasks.start(self._accounts.remove, account.id, lane=Lane.KEYRING)
        task.succeeded.connect(self._on_removed)
        task.failed.connect(self._on_remove_failed)
        task.finished.connect(self._on_remove_finished)

    def _on_removed(self, nothing: object) -> None:
        self._given = self._session_only = self._last_failed = False
        self._form.password.forget()
        self._test.reset()
        self._show_account(self._accounts.default())
        self._desk.say(self.tr("Disconnected. The password was removed."), undo=False)

    def _on_remove_failed(self, error: object) -> None:
        assert isinstance(error, LordeskError)
        self._say(error)

    def _on_remove_finished(self) -> None:
        self._set_busy(False)
        self._show_standing()


def _typed(account: AccountRow | None) -> NewAccount | None:
    """The part of an account that the form holds."""
    if account is None:
        return None
    return NewAccount(**{each: getattr(account, each) for each in NewAccount.__annotations__})
