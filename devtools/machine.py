"""Looks what the system lacks, and installs it where that is allowed."""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.packages import own_library_folder
from devtools.terminal import StopError, call, call_briefly, say, step

if TYPE_CHECKING:
    from collections.abc import Iterator

LINUX = sys.platform.startswith("linux")
_PLACES = ("/usr/sbin", "/sbin", "/usr/libexec", "/usr/lib/at-spi2-core")
_POLICY = Path("/usr/sbin/policy-rc.d")
_APT = ("apt-get", "-q", "-y", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300")
_UNATTENDED = {"DEBIAN_FRONTEND": "noninteractive", "DEBCONF_NONINTERACTIVE_SEEN": "true"}


def has_display() -> bool:
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_root() -> bool:
    return LINUX and os.geteuid() == 0


def find_program(name: str) -> str | None:
    return shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), *_PLACES)))


def missing(*groups: dict[str, str]) -> dict[str, str]:
    """The wanted things that are not here, each with the package that brings it."""
    if not LINUX:
        return {}
    wanted = {thing: package for group in groups for thing, package in group.items()}
    known = _known_libraries() if any(".so." in thing for thing in wanted) else ""
    return {thing: package for thing, package in wanted.items() if not _is_here(thing, known)}


def ensure(*groups: dict[str, str]) -> dict[str, str]:
    """Install what is missing, or print the one command that does; returns what still is."""
    lacking = missing(*groups)
    if not lacking:
        return {}
    packages = sorted(set(lacking.values()))
    if is_debian() and is_root():
        install(packages)
        return missing(*groups)
    say(f"Missing on this system: {', '.join(lacking)}.")
    if is_debian():
        say(f"Install it with:  sudo apt-get install {' '.join(packages)}")
    else:
        say(f"Install it with your package manager (on Debian: {' '.join(packages)}).")
    return lacking


def is_debian() -> bool:
    if not LINUX or not find_program("apt-get"):
        return False
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    return "debian" in f"{release.get('ID', '')} {release.get('ID_LIKE', '')}"


def install(packages: list[str]) -> None:
    """Install Debian packages as root, unattended; no service of theirs starts, now or later."""
    step(f"Installing system packages ({len(packages)}, and what they need)")
    _refresh_lists()
    if "postfix" in packages:
        _answer("postfix postfix/main_mailer_type select No configuration")

    def brief(line: str) -> str | None:
        """Of what apt says: each package that was asked for, when it is ready."""
        name, _, version = line.removeprefix("Setting up ").partition(" ")
        asked = line.startswith("Setting up") and name.partition(":")[0] in packages
        return f"{name} {version.strip('(). ')}" if asked else None

    with _no_service_starts():
        code = call_briefly(
            [*_APT, "install", "--no-install-recommends", *packages], brief, _UNATTENDED
        )
    if code:
        raise StopError(f"apt-get could not install the packages (exit code {code}); see above.")
    if find_program("systemctl"):
        for service in {"postfix", "dovecot"} & {name.removesuffix("-core") for name in packages}:
            call(["systemctl", "--quiet", "disable", f"{service}.service"])


@functools.cache
def _refresh_lists() -> None:
    if call([*_APT, "-qq", "update"], _UNATTENDED):
        say("The list of packages could not be refreshed; trying with the old one.")


def _known_libraries() -> str:
    ldconfig = find_program("ldconfig")
    if ldconfig is None:
        return ""
    return subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout


def _is_here(thing: str, known: str) -> bool:
    """A library by its file's name, a Python module as "NAME module", or a program."""
    if ".so." in thing:
        return f"\t{thing} " in known or Path(own_library_folder(), thing).exists()
    if thing.endswith(" module"):
        importlib.invalidate_caches()
        return importlib.util.find_spec(thing.removesuffix(" module")) is not None
    return find_program(thing) is not None


def _answer(line: str) -> None:
    """Answer an installer's question beforehand (where debconf is there at all)."""
    setter = find_program("debconf-set-selections")
    if setter:
        subprocess.run([setter], input=line, text=True, check=False)


@contextlib.contextmanager
def _no_service_starts() -> Iterator[None]:
    """Debian asks `policy-rc.d` before it starts a service: say no while we install.

    The refusal holds only while this process lives, so that a killed one leaves nothing behind.
    """
    if _POLICY.exists():
        yield
        return
    _POLICY.write_text(f"#!/bin/sh\nkill -0 {os.getpid()} 2>/dev/null && exit 101\nexit 0\n")
    _POLICY.chmod(0o755)
    try:
        yield
    finally:
        _POLICY.unlink(missing_ok=True)
