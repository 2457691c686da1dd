"""The configuration files of a private Postfix and the Dovecot that checks its passwords."""

from __future__ import annotations

import grp
import os
import pwd
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SERVICES = """\
cleanup    unix  n - n - 0 cleanup
qmgr       unix  n - n 300 1 qmgr
rewrite    unix  - - n - - trivial-rewrite
bounce     unix  - - n - 0 bounce
defer      unix  - - n - 0 bounce
trace      unix  - - n - 0 bounce
flush      unix  n - n 1000? 0 flush
proxymap   unix  - - n - - proxymap
error      unix  - - n - - error
retry      unix  - - n - - error
discard    unix  - - n - - discard
virtual    unix  - n n - - virtual
anvil      unix  - - n - 1 anvil
tlsmgr     unix  - - n 1000? 1 tlsmgr
postlog    unix-dgram n - n - 1 postlogd
"""

_MAIN = """\
compatibility_level = 3.6
queue_directory = {top}/spool
data_directory = {top}/state
maillog_file = {top}/log/postfix
maillog_file_prefixes = {top}
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.edu
mydestination =
mynetworks =
alias_maps =
alias_database =
local_recipient_maps =
smtpd_peername_lookup = no
disable_dns_lookups = yes
smtputf8_enable = yes
message_size_limit = {size_limit}
virtual_mailbox_domains = static:ours
virtual_mailbox_maps = static:inbox/
virtual_mailbox_base = {top}/mail
virtual_mailbox_limit = 0
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
smtpd_client_connection_rate_limit = 0
smtpd_error_sleep_time = 0
smtpd_tls_chain_files = {chain}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_loglevel = 1
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = private/auth
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions =
    check_recipient_access inline:{{
        {{ refused@example.edu = 550 5.1.1 No such person here }},
        {{ later@example.edu = 450 4.2.0 Mailbox busy, try again later }} }},
    permit_sasl_authenticated, reject
"""

_DOVECOT_COMMON = """\
base_dir = {top}/dovecot
state_dir = {top}/dovecot-state
log_path = {top}/log/dovecot
protocols =
ssl = no
auth_failure_delay = 0
auth_verbose = yes
auth_mechanisms = plain login
"""

_DOVECOT_2_3 = (
    _DOVECOT_COMMON
    + """\
disable_plaintext_auth = no
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {top}/users
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={top}
}}
"""
)

_DOVECOT_2_4 = (
    """\
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
"""
    + _DOVECOT_COMMON
    + """\
auth_allow_cleartext = yes
passdb passwd-file {{
  default_password_scheme = plain
  passwd_file_path = {top}/users
}}
userdb static {{
  fields {{
    uid = nobody
    gid = nogroup
    home = {top}
  }}
}}
"""
)

# Without the listener of the penalty a client is not slowed down after a wrong password.
_AUTH_SOCKET = """\
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service auth {{
  unix_listener {top}/spool/private/auth {{
    mode = 0660
    user = postfix
    group = postfix
  }}
}}
"""


@dataclass(frozen=True)
class Door:
    """One port of the server, with what is special about it as Postfix parameters."""

    port: int
    special: dict[str, str]

    def line(self) -> str:
        options = "".join(
            f"\n    -o {{ {name} = {value} }}" for name, value in self.special.items()
        )
        return f"127.0.0.1:{self.port} inet n - n - - smtpd{options}\n"


def write_postfix(top: Path, chain: Path, doors: list[Door], size_limit: int) -> Path:
    """Write configuration and folders with the owners that Postfix insists on."""
    folder = top / "postfix"
    owner = pwd.getpwnam("postfix")
    nobody = pwd.getpwnam("nobody")
    for name in ("postfix", "spool", "state", "log", "mail"):
        (top / name).mkdir()
    _give(top / "state", owner.pw_uid)
    _give(top / "mail", nobody.pw_uid, nobody.pw_gid)
    main = _MAIN.format(
        top=top, chain=chain, size_limit=size_limit, uid=nobody.pw_uid, gid=nobody.pw_gid
    )
    (folder / "main.cf").write_text(main)
    (folder / "master.cf").write_text(_SERVICES + "".join(door.line() for door in doors))
    return folder


def write_dovecot(top: Path, version: str, user: str, password: str) -> Path:
    """`version` is what `dovecot --version` says: 2.4 reads another language than 2.3."""
    for name in ("dovecot", "dovecot-state"):
        (top / name).mkdir()
    private = top / "spool" / "private"
    private.mkdir(mode=0o700)
    _give(private, pwd.getpwnam("postfix").pw_uid)
    users = top / "users"
    users.touch(mode=0o640)
    _give(users, 0, grp.getgrnam("dovecot").gr_gid)
    users.write_text(f"{user}:{{PLAIN}}{password}\n")
    older = version.startswith(("2.2", "2.3"))
    text = (_DOVECOT_2_3 if older else _DOVECOT_2_4) + _AUTH_SOCKET
    config = top / "dovecot.conf"
    config.write_text(text.format(top=top))
    return config


def _give(path: Path, uid: int, gid: int = -1) -> None:
    os.chown(path, uid, gid)
