"""Words of mail accounts: providers, where the password is kept, the lines of the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk import errors
from lordesk.kinds import Security
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording.errors import sentence
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lordesk.errors import LordeskError
    from lordesk.rows.mail import Provider

_CONTEXT = "Accounts"

CHECKS: dict[str, str] = {
    "lookup": QT_TRANSLATE_NOOP("Accounts", "Server name"),
    "connection": QT_TRANSLATE_NOOP("Accounts", "Connection"),
    "login": QT_TRANSLATE_NOOP("Accounts", "Sign-in"),
    "message": QT_TRANSLATE_NOOP("Accounts", "Test message"),
}
"""The steps of the connection test, in their order."""

_PASSWORDS: dict[str, str] = {
    "account": QT_TRANSLATE_NOOP("Accounts", "Password"),
    "app": QT_TRANSLATE_NOOP("Accounts", "App password"),
    "bridge": QT_TRANSLATE_NOOP("Accounts", "Bridge password"),
}

_PROBLEMS: dict[type[errors.LordeskError], str] = {
    errors.HostNotFoundError: QT_TRANSLATE_NOOP(
        "Accounts",
        "There is no mail server called {host}, or you are offline. Check the name under Server "
        "details.",
    ),
    errors.ServerUnreachableError: QT_TRANSLATE_NOOP(
        "Accounts",
        "The mail server {host} does not answer. Check port and encryption under Server details, "
        "and whether you are online.",
    ),
    errors.CertificateError: QT_TRANSLATE_NOOP(
        "Accounts",
        "The mail server {host} could not prove who it is, so no password was shown to it. Check "
        "its name under Server details.",
    ),
    errors.StartTlsMissingError: QT_TRANSLATE_NOOP(
        "Accounts",
        "The mail server {host} offers no encryption here, so no password was shown to it. Try TLS "
        "on port 465, or another network.",
    ),
    errors.NoPasswordError: QT_TRANSLATE_NOOP(
        "Accounts", "The password is not known any more. Type it again above."
    ),
    errors.WrongPasswordError: QT_TRANSLATE_NOOP(
        "Accounts", "The mail server did not accept the password. Type it again above."
    ),
    errors.AppPasswordNeededError: QT_TRANSLATE_NOOP(
        "Accounts",
        "Your provider wants an app password here instead of your usual one. “How to make one” "
        "above tells the steps.",
    ),
    errors.PasswordLoginOffError: QT_TRANSLATE_NOOP(
        "Accounts",
        "Your provider takes no passwords from programs. Choose “Open in mail app” when you send.",
    ),
    errors.TemporaryMailError: QT_TRANSLATE_NOOP(
        "Accounts", "The mail server asks you to try later. Test again in a few minutes."
    ),
}

_KEEPERS: dict[str, str] = {
    "": QT_TRANSLATE_NOOP(
        "Accounts",
        "This system has no keyring. LoRDesk asks at each start and never writes it to a file.",
    ),
    "secret-service": QT_TRANSLATE_NOOP(
        "Accounts", "Password kept in the system keyring, never in LoRDesk files."
    ),
    "kwallet": QT_TRANSLATE_NOOP(
        "Accounts", "Password kept in KDE Wallet, never in LoRDesk files."
    ),
    "windows": QT_TRANSLATE_NOOP(
        "Accounts", "Password kept in Windows Credential Manager, never in LoRDesk files."
    ),
    "macos": QT_TRANSLATE_NOOP(
        "Accounts", "Password kept in the macOS keychain, never in LoRDesk files."
    ),
}


def check_name(code: str) -> str:
    return QCoreApplication.translate(_CONTEXT, CHECKS[code])


def check_fact(code: str, data: Mapping[str, object], username: str) -> str:
    """What a line of the test speaks of, such as "port 465, TLS"."""
    if code == "lookup":
        return str(data["host"])
    if code == "connection":
        security = data["security"]
        assert isinstance(security, Security)
        text = QCoreApplication.translate("Accounts", "port {port}, {security}")
        return text.format(port=data["port"], security=_short(security))
    if code == "login":
        text = QCoreApplication.translate("Accounts", "as {name}")
        return text.format(name=username) if username else ""
    text = QCoreApplication.translate("Accounts", "to {address}")
    return text.format(address=data["recipient"]) if "recipient" in data else ""


def check_problem(error: LordeskError) -> str:
    """What a failed line of the test says. Nobody's message waits here, so the sentences of a
    failed sending would mislead.
    """
    source = _PROBLEMS.get(type(error))
    if source is None:
        return sentence(error)
    return QCoreApplication.translate(_CONTEXT, source).format(host=getattr(error, "host", ""))


def _short(security: Security) -> str:
    if security is Security.NONE:
        return QCoreApplication.translate("Accounts", "not encrypted")
    return word(security)


def password_name(kind: str) -> str:
    source = _PASSWORDS.get(kind, _PASSWORDS["account"])
    return QCoreApplication.translate(_CONTEXT, source)


def keeper_sentence(keeper: str, session_only: bool = False) -> str:
    """Where the password is; `session_only` where the user chose memory over the keyring."""
    if session_only and keeper:
        return QCoreApplication.translate(
            "Accounts", "Kept in memory until LoRDesk quits, in no file."
        )
    source = _KEEPERS.get(keeper, _KEEPERS["secret-service"])
    return QCoreApplication.translate(_CONTEXT, source)


def provider_note(provider: Provider, by_hand: bool, host: str) -> str:
    """How LoRDesk knows the provider, and what is still missing. `host` is what the form has."""
    if host and host != provider.host:
        return QCoreApplication.translate("Accounts", "Sends by {host}.").format(host=host)
    if provider.code == "university":
        text = QT_TRANSLATE_NOOP(
            "Accounts", "Your school decides which servers it uses. Choose under Server details."
        )
    elif not provider.host:
        text = QT_TRANSLATE_NOOP(
            "Accounts", "Not in our list. Your provider’s help names the mail server."
        )
    elif not provider.takes_password:
        text = QT_TRANSLATE_NOOP("Accounts", "Sends through your own mail app only.")
    elif by_hand:
        text = QT_TRANSLATE_NOOP("Accounts", "Chosen by you. Servers are filled in.")
    else:
        text = QT_TRANSLATE_NOOP("Accounts", "Detected from your address. Servers are filled in.")
    return QCoreApplication.translate(_CONTEXT, text)


def fingerprint(digest: str) -> str:
    """A SHA-256 in pairs, as other programs show it; a line may break between two of them."""
    pairs = [digest[at : at + 2].upper() for at in range(0, len(digest), 2)]
    return ":\u200b".join(pairs)
