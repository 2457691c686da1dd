"""What a user can meet. Anything that is no `LordeskError` is a bug and is shown as one.

Each kind carries data and no sentence: `ui.wording` says what happened, that nothing was lost and
what to do. `code` goes under Details.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any


class LordeskError(Exception):
    """The base of every expected failure. A kind's data are its annotated attributes."""

    code = "error"
    detail: str = ""

    def __init__(self, **data: Any) -> None:
        super().__init__(data)
        for name, value in data.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no {name!r}")
            setattr(self, name, value)

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}" if self.detail else self.code


# --- the store ----------------------------------------------------------------------------------


class StoreError(LordeskError):
    code = "store"


class HomeNotWritableError(StoreError):
    code = "home-not-writable"
    path: Path = Path()
    reason: str = ""


class StoreBusyError(StoreError):
    """Another program holds the file locked."""

    code = "store-busy"


class DiskFullError(StoreError):
    code = "disk-full"


class NotOurFileError(StoreError):
    """The file is no SQLite database, or one that LoRDesk did not make."""

    code = "not-our-file"
    path: Path = Path()


class StoreDamagedError(StoreError):
    code = "store-damaged"
    path: Path = Path()


class NewerStoreError(StoreError):
    """The file was written by a later LoRDesk; it is left untouched."""

    code = "store-newer"
    path: Path = Path()
    found: int = 0
    known: int = 0


class MigrationFailedError(StoreError):
    """A schema step failed; the file is as it was before."""

    code = "migration-failed"
    step: int = 0


class BackupFailedError(StoreError):
    code = "backup-failed"
    path: Path = Path()


class StepConflictError(StoreError):
    """A step cannot be undone because what it wrote has changed since."""

    code = "step-conflict"
    label: str = ""
    tables: tuple[str, ...] = ()


class MailAlreadyLeftError(StoreError):
    """A step queued a mail that is being sent or has been sent: it is not undone."""

    code = "mail-already-left"
    label: str = ""


class MissingRowError(StoreError):
    code = "missing-row"
    table: str = ""
    row_id: int = 0


# --- what the user entered ----------------------------------------------------------------------


class InvalidInputError(LordeskError):
    """A field of a form; `field_name` says which, `problem` what (a code of `ui.wording`)."""

    code = "invalid-input"
    field_name: str = ""
    problem: str = ""
    value: str = ""


class DraftBlockedError(LordeskError):
    """Preflight stops a message. `findings` are `rows.Finding`, those that block among them."""

    code = "draft-blocked"
    findings: tuple[Any, ...] = ()


class MoveNotAllowedError(LordeskError):
    code = "move-not-allowed"
    from_stage: str = ""
    to_stage: str = ""


class CapReachedError(LordeskError):
    """One letter more than a target accepts."""

    code = "cap-reached"
    target: str = ""
    cap: int = 0


class LockedAssignmentError(LordeskError):
    code = "assignment-locked"
    target: str = ""


class HasSentRequestsError(LordeskError):
    """A mentor with sent requests is archived, never deleted."""

    code = "has-sent-requests"
    name: str = ""


class TemplateProblemError(LordeskError):
    """A template uses what is not allowed, or a field that has no value."""

    code = "template-problem"
    problem: str = ""
    name: str = ""
    line: int = 0


class RulePackError(LordeskError):
    """A rule pack or season calendar does not parse; `place` is the path of keys to the value."""

    code = "rule-pack"
    place: str = ""
    problem: str = ""


# --- files --------------------------------------------------------------------------------------


class FileProblemError(LordeskError):
    code = "file-problem"
    path: Path = Path()


class FileMissingError(FileProblemError):
    code = "file-missing"


class FileUnreadableError(FileProblemError):
    code = "file-unreadable"


class FileTooLargeError(FileProblemError):
    """Sizes in bytes."""

    code = "file-too-large"
    size: int = 0
    limit: int = 0


class EvidenceQuestionedError(FileProblemError):
    """`signs` are those of `domain.evidence`."""

    code = "evidence-questioned"
    signs: tuple[str, ...] = ()


class EvidenceRefusedError(EvidenceQuestionedError):
    """The right to view this letter is waived."""

    code = "evidence-refused"


# --- credentials --------------------------------------------------------------------------------


class KeychainError(LordeskError):
    code = "keychain"


class KeychainLockedError(KeychainError):
    """The keyring is locked, or its dialog was dismissed."""

    code = "keychain-locked"


class KeychainUnavailableError(KeychainError):
    """No keyring runs here: the password is asked for at each start and kept in memory."""

    code = "keychain-unavailable"


class SecretTooLongError(KeychainError):
    code = "secret-too-long"


# --- mail ---------------------------------------------------------------------------------------


class MailError(LordeskError):
    """`reply_code` and `reply` are the server's own words, shown under Details."""

    code = "mail"
    host: str = ""
    reply_code: int = 0
    reply: str = ""


class NoAccountError(MailError):
    code = "no-account"


class NoPasswordError(MailError):
    """The account has no password in the keyring or in memory."""

    code = "no-password"


class HostNotFoundError(MailError):
    code = "host-not-found"


class ServerUnreachableError(MailError):
    code = "server-unreachable"


class CertificateError(MailError):
    """`fingerprint` (SHA-256) is set where the host is this machine: there it may be accepted."""

    code = "certificate"
    fingerprint: str = ""


class StartTlsMissingError(MailError):
    """The server withdrew STARTTLS; the password was not shown to it."""

    code = "starttls-missing"


class PlaintextRefusedError(MailError):
    """A connection without TLS to a host that is not this machine."""

    code = "plaintext-refused"


class WrongPasswordError(MailError):
    code = "wrong-password"


class AppPasswordNeededError(WrongPasswordError):
    code = "app-password-needed"


class PasswordLoginOffError(MailError):
    """The provider takes no passwords here (any more): another way to send is needed."""

    code = "password-login-off"


class NoCommonLoginError(MailError):
    """The server offers no login mechanism that LoRDesk uses."""

    code = "no-common-login"


class SenderRefusedError(MailError):
    code = "sender-refused"


class RecipientRefusedError(MailError):
    code = "recipient-refused"
    address: str = ""


class MessageTooLargeError(MailError):
    """Sizes in bytes, as encoded for mail."""

    code = "message-too-large"
    size: int = 0
    limit: int = 0


class MessageRefusedError(MailError):
    code = "message-refused"


class TemporaryMailError(MailError):
    """The server asks to try later; LoRDesk does."""

    code = "mail-later"


class OutcomeUnknownError(MailError):
    """The line went dead after the message: it may have arrived, so it is not sent again."""

    code = "mail-unknown"


class HeaderInjectionError(MailError):
    """A line break in an address, a name or a subject."""

    code = "line-break-in-header"
    header: str = ""


class NotCancellableError(MailError):
    """The message is being sent or has been sent already."""

    code = "not-cancellable"
    state: str = ""
