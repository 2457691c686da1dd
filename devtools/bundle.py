"""Makes the bundle that users get, packs it with its installer, and tries it."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
from typing import TYPE_CHECKING

from devtools import environment, machine, packages
from devtools.program import on_desktop
from devtools.terminal import ROOT, StopError, call, must, say, step

if TYPE_CHECKING:
    from pathlib import Path

ID = "org.lordesk.LoRDesk"
DIST = ROOT / "dist"
MOST_MB, MOST_PACKED_MB = 175, 52


def build(arguments: list[str]) -> int:
    if arguments:
        raise StopError("build takes no arguments.")
    machine.ensure(environment.wants(), packages.WINDOW, packages.DESKTOP, packages.BUNDLE)
    python = environment.ensure(environment.DEVELOPMENT)
    shutil.rmtree(DIST, ignore_errors=True)
    step("Building the bundle")
    must(
        [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"],
        "The build",
    )
    folder = next(DIST.glob(f"lordesk-{version()}-*"))
    fits = True
    if machine.LINUX:
        _strip(folder)
        _add_installer(folder)
        step("Packing it")
        archive = pack(folder)
        fits = _weigh(archive, archive.stat().st_size, MOST_PACKED_MB)
    fits = _weigh(folder, folder_size(folder), MOST_MB) and fits
    step("Trying it")
    must([folder / "lordesk", "--self-test"], "The self-test", {"QT_QPA_PLATFORM": "offscreen"})
    if machine.LINUX and call([*on_desktop(python), python, "-m", "pytest", "tests/bundle"]):
        return 1
    return 0 if fits else 1


def version() -> str:
    text = (ROOT / "lordesk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise StopError("lordesk/__init__.py names no version.")
    return found[1]


def folder_size(folder: Path) -> int:
    """Bytes on disk, each file once; links count nothing."""
    return sum(
        path.lstat().st_size
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    )


def pack(folder: Path) -> Path:
    """A tar.xz beside the folder, in which everything belongs to root.

    The program xz uses all cores, Python's module only one.
    """
    archive = folder.with_name(f"{folder.name}.tar.xz")
    with archive.open("wb") as packed:
        xz = subprocess.Popen(["xz", "-6", "-T0"], stdin=subprocess.PIPE, stdout=packed)
        with tarfile.open(fileobj=xz.stdin, mode="w|") as tar:
            tar.add(folder, folder.name, filter=_owned_by_root)
        xz.communicate()
    if xz.returncode:
        raise StopError(f"xz could not write {archive.name}.")
    return archive


def _owned_by_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def _strip(folder: Path) -> None:
    """Take debugging symbols out of what was linked with them and not patched since.

    Most wheels' libraries were patched after linking and do not bear it.
    """
    for pattern in ("libpython3*", "libicu*", "_sqlite3.*.so", "lib-dynload/*.so"):
        for library in folder.rglob(pattern):
            if not library.is_symlink():
                must(["strip", "--strip-unneeded", library], f"Stripping {library.name}")


def _add_installer(folder: Path) -> None:
    shutil.copy2(ROOT / "install" / "install.sh", folder)
    share = folder / "share"
    share.mkdir()
    shutil.copy2(ROOT / "install" / f"{ID}.desktop", share)
    for source, place in icon_places().items():
        target = share / "icons" / place
        target.parent.mkdir(parents=True)
        shutil.copyfile(source, target)


def icon_places() -> dict[Path, str]:
    """Each picture of the program, with its place in the icon theme hicolor."""
    folder = ROOT / "resources" / "icons" / "app"
    places = {folder / "lordesk.svg": f"scalable/apps/{ID}.svg"}
    for picture in sorted(folder.glob("lordesk-*.png")):
        size = picture.stem.removeprefix("lordesk-")
        places[picture] = f"{size}x{size}/apps/{ID}.png"
    return places


def _weigh(what: Path, size: int, most_mb: int) -> bool:
    size_mb = size / 1_000_000
    verdict = "" if size_mb <= most_mb else "  TOO BIG"
    say(f"    {what.relative_to(ROOT)}: {size_mb:.1f} MB (at most {most_mb}){verdict}")
    return not verdict
