"""Queries over mail accounts and the hosts that were contacted."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from lordesk.errors import MissingRowError
from lordesk.models.mail import Account, HostContact
from lordesk.rows.mail import AccountRow, HostRow, NewAccount

if TYPE_CHECKING:
    from datetime import datetime


def rows() -> list[AccountRow]:
    """The accounts in use, the default one first."""
    return [_row(a) for a in Account.select().where(_IN_USE).order_by(Account.practice, Account.id)]


_IN_USE = Account.removed_at.is_null()


def get(account_id: int) -> AccountRow:
    """Raises MissingRowError, also for an account that was removed."""
    found = Account.get_or_none((Account.id == account_id) & _IN_USE)
    if found is None:
        raise MissingRowError(table="account", row_id=account_id)
    return _row(found)


def add(new: NewAccount, key: str, practice: bool = False) -> int:
    return int(Account.create(**asdict(new), key=key, practice=practice).id)


def change(account_id: int, **values: Any) -> None:
    """Raises MissingRowError."""
    Account.change(account_id, **values)


def record_contact(host: str, port: int, purpose: str, at: datetime) -> int:
    """Note that a host is being contacted; return the id of its record."""
    HostContact.insert(host=host, port=port, purpose=purpose, last_at=at).on_conflict(
        conflict_target=[HostContact.host, HostContact.port, HostContact.purpose],
        update={HostContact.last_at: at, HostContact.times: HostContact.times + 1},
    ).execute()
    found = HostContact.get(
        HostContact.host == host, HostContact.port == port, HostContact.purpose == purpose
    )
    return int(found.id)


def contacts() -> list[HostRow]:
    """Every host that was ever contacted, the latest first."""
    found = HostContact.select().order_by(HostContact.last_at.desc())
    return [HostRow(h.host, h.port, h.purpose, h.last_at, h.times) for h in found]


def _row(found: Account) -> AccountRow:
    return AccountRow(
        id=found.id,
        address=found.address,
        display_name=found.display_name,
        provider=found.provider,
        host=found.host,
        port=found.port,
        security=found.security,
        username=found.username,
        key=found.key,
        tested_at=found.tested_at,
        practice=found.practice,
        pin=found.pin,
        size_limit=found.size_limit,
    )
