"""Each kind of error as a sentence: what happened, that nothing was lost, what to do."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from lordesk import errors
from lordesk.errors import InvalidInputError, LordeskError, TemplateProblemError
from lordesk.kinds import Stage
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording.dates import file_size
from ui.wording.kinds import word

_CONTEXT = "Errors"

SENTENCES: dict[type[LordeskError], str] = {
    LordeskError: QT_TRANSLATE_NOOP("Errors", "That did not work. Nothing was changed."),
    errors.StoreError: QT_TRANSLATE_NOOP(
        "Errors", "The last change could not be saved. What was saved before is safe. Try again."
    ),
    errors.HomeNotWritableError: QT_TRANSLATE_NOOP(
        "Errors",
        "LoRDesk cannot write to the folder {path}. Nothing was changed. Allow writing there, or "
        "start LoRDesk with --home and another folder.",
    ),
    errors.StoreBusyError: QT_TRANSLATE_NOOP(
        "Errors",
        "Another program is using the data file, so the change was not saved. Nothing else was "
        "lost. Close that program and try again.",
    ),
    errors.DiskFullError: QT_TRANSLATE_NOOP(
        "Errors",
        "The disk is full, so the last change was not saved. What was saved before is safe. Make "
        "some room and try again.",
    ),
    errors.NotOurFileError: QT_TRANSLATE_NOOP(
        "Errors",
        "The file {path} is not a LoRDesk data file. It was left untouched. Move it away, or start "
        "LoRDesk with --home and another folder.",
    ),
    errors.StoreDamagedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The data file {path} is damaged. Nothing was deleted or replaced.",
    ),
    errors.NewerStoreError: QT_TRANSLATE_NOOP(
        "Errors",
        "The data file was written by a newer LoRDesk. It was left untouched. Install that version "
        "to open it.",
    ),
    errors.MigrationFailedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The data file could not be brought up to date. It is as it was before, and a backup was "
        "made. Keep using the earlier LoRDesk until this is fixed.",
    ),
    errors.BackupFailedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The backup could not be made, so nothing else was changed. See that there is room in "
        "{path}, then try again.",
    ),
    errors.StepConflictError: QT_TRANSLATE_NOOP(
        "Errors",
        "That step cannot be undone, because something in it has changed since. Everything stays "
        "as it is.",
    ),
    errors.MailAlreadyLeftError: QT_TRANSLATE_NOOP(
        "Errors",
        "That step cannot be undone, because its message has already left. Everything stays as it "
        "is.",
    ),
    errors.MissingRowError: QT_TRANSLATE_NOOP(
        "Errors", "That entry is no longer here. Undo brings it back if you have just removed it."
    ),
    errors.InvalidInputError: QT_TRANSLATE_NOOP("Errors", "Check what you entered here."),
    errors.DraftBlockedError: QT_TRANSLATE_NOOP(
        "Errors",
        "Not sent: something in the message has to be fixed first. Nothing was lost. Look at the "
        "checks.",
    ),
    errors.MoveNotAllowedError: QT_TRANSLATE_NOOP(
        "Errors", "A request cannot go from {from_stage} to {to_stage}. It stays where it is."
    ),
    errors.CapReachedError: QT_TRANSLATE_NOOP(
        "Errors", "The limit at {target} is %n letter(s). Remove one first."
    ),
    errors.LockedAssignmentError: QT_TRANSLATE_NOOP(
        "Errors", "You have applied to {target}, so its letters are locked. Nothing was changed."
    ),
    errors.HasSentRequestsError: QT_TRANSLATE_NOOP(
        "Errors",
        "{name} has been asked for a letter, so the record is kept. Archive {name} instead.",
    ),
    errors.TemplateProblemError: QT_TRANSLATE_NOOP(
        "Errors", "The template has a mistake in line {line}. Your last good version is in use."
    ),
    errors.RulePackError: QT_TRANSLATE_NOOP(
        "Errors",
        "A file of rules that came with LoRDesk is damaged ({place}). Install LoRDesk again.",
    ),
    errors.FileProblemError: QT_TRANSLATE_NOOP(
        "Errors", "The file {path} could not be used. Nothing was changed. Choose another file."
    ),
    errors.EvidenceQuestionedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The file {path} looks like the letter itself. LoRDesk never keeps letters. Nothing was "
        "attached.",
    ),
    errors.EvidenceRefusedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The file {path} looks like the letter itself, and you waived the right to view it. "
        "Nothing was attached. Choose a picture or PDF of the status page instead.",
    ),
    errors.FileMissingError: QT_TRANSLATE_NOOP(
        "Errors", "The file {path} is no longer there. Put it back or choose another one."
    ),
    errors.FileUnreadableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The file {path} cannot be read. Allow reading it, or choose another one.",
    ),
    errors.FileTooLargeError: QT_TRANSLATE_NOOP(
        "Errors",
        "The file {path} is too large ({size}, limit {limit}). Nothing was added. Choose a smaller "
        "file.",
    ),
    errors.KeychainError: QT_TRANSLATE_NOOP(
        "Errors",
        "The system keyring did not answer. The password was not stored anywhere. Try again, or "
        "type it when you send.",
    ),
    errors.KeychainLockedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The system keyring is locked, so the password could not be used. Nothing was sent. "
        "Unlock the keyring and try again.",
    ),
    errors.KeychainUnavailableError: QT_TRANSLATE_NOOP(
        "Errors",
        "This system has no keyring. LoRDesk asks for the password at each start and never writes "
        "it to a file.",
    ),
    errors.SecretTooLongError: QT_TRANSLATE_NOOP(
        "Errors",
        "The password is too long for the system keyring. It was not stored. Use an app password "
        "if your provider offers one.",
    ),
    errors.MailError: QT_TRANSLATE_NOOP(
        "Errors", "The mail server did not take the message. Nothing was sent. Try again later."
    ),
    errors.NoAccountError: QT_TRANSLATE_NOOP(
        "Errors",
        "There is no mail account to send from. Your message is saved. Add one in Settings, or "
        "open the draft in your mail app.",
    ),
    errors.NoPasswordError: QT_TRANSLATE_NOOP(
        "Errors",
        "The password of the mail account is not known. Your message is saved. Enter it in "
        "Settings, under Mail.",
    ),
    errors.HostNotFoundError: QT_TRANSLATE_NOOP(
        "Errors",
        "There is no mail server called {host}, or you are offline. Your message is saved and "
        "waits here.",
    ),
    errors.ServerUnreachableError: QT_TRANSLATE_NOOP(
        "Errors",
        "The mail server {host} does not answer. Your message is saved and waits here. See "
        "whether you are online.",
    ),
    errors.CertificateError: QT_TRANSLATE_NOOP(
        "Errors",
        "The mail server {host} could not prove who it is, so no password was shown to it. Nothing "
        "was sent. Check the server name in Settings.",
    ),
    errors.StartTlsMissingError: QT_TRANSLATE_NOOP(
        "Errors",
        "The mail server {host} does not offer encryption any more, so no password was shown to "
        "it. Nothing was sent. Try another network.",
    ),
    errors.PlaintextRefusedError: QT_TRANSLATE_NOOP(
        "Errors",
        "LoRDesk never sends without encryption to another computer. Nothing was sent. Choose TLS "
        "or STARTTLS in Settings.",
    ),
    errors.WrongPasswordError: QT_TRANSLATE_NOOP(
        "Errors",
        "The mail server did not accept the password. Nothing was sent. Enter the password again.",
    ),
    errors.AppPasswordNeededError: QT_TRANSLATE_NOOP(
        "Errors",
        "Your provider wants an app password here instead of your usual one. Nothing was sent. "
        "Make one in your account and enter it.",
    ),
    errors.PasswordLoginOffError: QT_TRANSLATE_NOOP(
        "Errors",
        "Your provider takes no passwords from programs. Nothing was sent. Open the draft in your "
        "mail app instead.",
    ),
    errors.NoCommonLoginError: QT_TRANSLATE_NOOP(
        "Errors",
        "The mail server {host} offers no way to sign in that LoRDesk knows. Nothing was sent. "
        "Open the draft in your mail app instead.",
    ),
    errors.SenderRefusedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The mail server does not let this account send from your address. Nothing was sent. Check "
        "the address in Settings.",
    ),
    errors.RecipientRefusedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The mail server refused the address {address}. Nothing was sent. Check the address.",
    ),
    errors.MessageTooLargeError: QT_TRANSLATE_NOOP(
        "Errors",
        "Not sent: the message is too large ({size}, limit {limit}). Choose smaller files.",
    ),
    errors.MessageRefusedError: QT_TRANSLATE_NOOP(
        "Errors",
        "The mail server refused the message. It was not sent and is kept in the Outbox. Its reply "
        "is under Details.",
    ),
    errors.TemporaryMailError: QT_TRANSLATE_NOOP(
        "Errors",
        "The mail server asks you to try later. Your message is saved, and LoRDesk tries again by "
        "itself.",
    ),
    errors.OutcomeUnknownError: QT_TRANSLATE_NOOP(
        "Errors",
        "The connection broke at the very end: the message may have arrived. It is not sent again "
        "by itself. Look in the sent folder of your mail account.",
    ),
    errors.HeaderInjectionError: QT_TRANSLATE_NOOP(
        "Errors",
        "An address, a name or the subject contains a line break. Nothing was sent. Put it on one "
        "line.",
    ),
    errors.NotCancellableError: QT_TRANSLATE_NOOP(
        "Errors", "The message is already on its way and cannot be stopped."
    ),
}

PROBLEMS: dict[str, str] = {
    "name-missing": QT_TRANSLATE_NOOP("Errors", "Enter a name."),
    "season-missing": QT_TRANSLATE_NOOP("Errors", "Enter the season after this one."),
    "title-missing": QT_TRANSLATE_NOOP("Errors", "Enter a title."),
    "writers-missing": QT_TRANSLATE_NOOP("Errors", "Somebody must write the letter."),
    "text-missing": QT_TRANSLATE_NOOP("Errors", "Write a few words."),
    "same-record": QT_TRANSLATE_NOOP("Errors", "Choose two different records."),
    "address": QT_TRANSLATE_NOOP(
        "Errors", "“{value}” does not look like an email address. Check it."
    ),
    "host": QT_TRANSLATE_NOOP(
        "Errors", "Enter the name of the mail server, such as smtp.example.edu."
    ),
    "port": QT_TRANSLATE_NOOP("Errors", "A port is a number from 1 to 65535."),
    "line-break": QT_TRANSLATE_NOOP("Errors", "Put it on one line."),
    "not-this-machine": QT_TRANSLATE_NOOP(
        "Errors", "Such a certificate can be trusted for a server on this computer only."
    ),
    "day-passed": QT_TRANSLATE_NOOP("Errors", "That day has passed. Choose a later one."),
    "due-after-deadline": QT_TRANSLATE_NOOP(
        "Errors", "The letter is due after the application date. Choose an earlier day."
    ),
    "more-than-cap": QT_TRANSLATE_NOOP(
        "Errors", "This needs more letters than it takes ({value}). Lower one or raise the other."
    ),
    "needs-more-than-cap": QT_TRANSLATE_NOOP(
        "Errors", "These are {value} different letters, more than it takes. Choose fewer of them."
    ),
    "unknown-zone": QT_TRANSLATE_NOOP("Errors", "There is no time zone called “{value}”."),
}

TEMPLATE_PROBLEMS: dict[str, str] = {
    "empty": QT_TRANSLATE_NOOP("Errors", "The template has no text. Write one or restore it."),
    "no-subject": QT_TRANSLATE_NOOP("Errors", "The template needs a subject line."),
    "not-allowed": QT_TRANSLATE_NOOP(
        "Errors", "Line {line} uses “{name}”, which templates do not have."
    ),
    "syntax": QT_TRANSLATE_NOOP("Errors", "Line {line} has braces that do not match."),
    "too-deep": QT_TRANSLATE_NOOP("Errors", "Line {line} has too many choices inside each other."),
    "too-long": QT_TRANSLATE_NOOP("Errors", "The text is too long. Shorten the template."),
    "unknown-field": QT_TRANSLATE_NOOP("Errors", "There is no field called “{name}”."),
    "unknown-filter": QT_TRANSLATE_NOOP("Errors", "There is no filter called “{name}”."),
    "no-value": QT_TRANSLATE_NOOP("Errors", "The field “{name}” has no value yet. Fill it in."),
}


def sentence(error: LordeskError) -> str:
    """What the user reads. A kind without a sentence of its own has that of its base."""
    if isinstance(error, InvalidInputError) and error.problem in PROBLEMS:
        source = PROBLEMS[error.problem]
    elif isinstance(error, TemplateProblemError) and error.problem in TEMPLATE_PROBLEMS:
        source = TEMPLATE_PROBLEMS[error.problem]
    else:
        source = next(SENTENCES[kind] for kind in type(error).__mro__ if kind in SENTENCES)
    count = getattr(error, "cap", -1)
    text = QCoreApplication.translate(_CONTEXT, source, "", count)
    return text.format(**_data(error))


def details(error: LordeskError) -> str:
    """What goes under Details: the code, the server's own words, the technical reason."""
    lines = [error.code]
    reply = f"{getattr(error, 'reply_code', 0) or ''} {getattr(error, 'reply', '')}".strip()
    lines += [line for line in (reply, str(error.detail)) if line]
    lines += [
        f"{name}: {value}"
        for name, value in sorted(vars(error).items())
        if name not in ("detail", "reply", "reply_code", "code") and str(value)
    ]
    return "\n".join(lines)


def _data(error: LordeskError) -> dict[str, str]:
    names = {
        name
        for kind in type(error).__mro__
        if issubclass(kind, LordeskError)
        for name in vars(kind).get("__annotations__", {})
    }
    return {name: _shown(name, getattr(error, name)) for name in names}


def _shown(name: str, value: Any) -> str:
    if name in ("from_stage", "to_stage") and value in {stage.value for stage in Stage}:
        return word(Stage(value))
    if name in ("size", "limit"):
        return file_size(value)
    if isinstance(value, StrEnum):
        return word(value)
    if isinstance(value, Path):
        return str(value)
    return str(value)
