"""A private session bus and the Secret Service on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.daemons import Daemons

KEYRING_PASSWORD = b"practice"
_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
_SECRETS = DBusAddress(
    "/org/freedesktop/secrets", "org.freedesktop.secrets", "org.freedesktop.Secret.Service"
)
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  {services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def start_bus(
    daemons: Daemons, folder: Path, env: Mapping[str, str], *, activation: bool = True
) -> str:
    """Start a bus and return its address; without `activation` it starts no service by itself."""
    config = folder / "bus.conf"
    services = "<standard_session_servicedirs/>" if activation else ""
    config.write_text(_CONFIG.format(folder=folder, services=services))
    return daemons.start_and_read(
        "--print-address={}",
        "dbus-daemon",
        f"--config-file={config}",
        "--nofork",
        "--nopidfile",
        env=env,
    )


def start_keyring(daemons: Daemons, env: Mapping[str, str], *, unlocked: bool = True) -> None:
    """Start gnome-keyring; unlocked for the first time it makes the login collection."""
    command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
    if unlocked:
        daemons.start(*command, "--unlock", env=env, said=KEYRING_PASSWORD)
    else:
        daemons.start(*command, env=env)
    address = env["DBUS_SESSION_BUS_ADDRESS"]
    daemons.wait("the keyring", lambda: has_owner(address, _SECRETS.bus_name))
    if unlocked:
        daemons.wait("the login collection", lambda: _default_collection(address) != "/")


def has_owner(address: str, name: str | None) -> bool:
    return bool(ask(address, _BUS, "NameHasOwner", "s", (name,))[0])


def ask(
    address: str, whom: DBusAddress, method: str, signature: str = "", body: tuple[Any, ...] = ()
) -> tuple[Any, ...]:
    """Call a method and return the body of its answer; an error answer raises RuntimeError."""
    with open_dbus_connection(bus=address) as connection:
        answer = connection.send_and_get_reply(
            new_method_call(whom, method, signature or None, body), timeout=10
        )
    if answer.header.message_type is MessageType.error:
        raise RuntimeError(f"{method}: {answer.body}")
    return tuple(answer.body)


def _default_collection(address: str) -> str:
    return str(ask(address, _SECRETS, "ReadAlias", "s", ("default",))[0])
