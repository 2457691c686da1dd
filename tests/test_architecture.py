"""The house keeps its rules: who imports whom, how big a room may be, what is called nowhere."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
MOST_FILE, MOST_CLASS, MOST_FUNCTION, MOST_BUILD = 400, 300, 40, 60

CORE_BASE = ("kinds", "errors", "events", "jobs", "clock", "paths", "ports")
SCREEN_BASE = ("ui.icons", "ui.theme", "ui.widgets", "ui.source_text", "ui.reading_order")
SHOWN = ("lordesk.rows", "lordesk.kinds")
ROOMS = (
    *SCREEN_BASE,
    *SHOWN,
    "ui.actions",
    "ui.boxes",
    "ui.delegates",
    "ui.desk",
    "ui.itemmodels",
    "ui.tasks",
    "ui.wording",
    "lordesk.domain",
    "lordesk.errors",
)
FRAME = (
    *ROOMS,
    "ui.dialogs",
    "ui.pages",
    "ui.wizard",
    "ui.alarm",
    "ui.helping",
    "ui.mail_words",
    "ui.main_window",
    "ui.notify",
    "ui.report_bar",
    "ui.reporting",
    "ui.sidebar",
    "ui.standing",
    "ui.state",
    "ui.tray",
    "ui.undoing",
)

MAY: dict[str, tuple[str, ...]] = {
    **{f"lordesk.{name}": () for name in CORE_BASE},
    "lordesk.rows": ("lordesk.kinds", "lordesk.rows"),
    "lordesk.domain": ("lordesk.kinds", "lordesk.rows", "lordesk.errors", "lordesk.domain"),
    "lordesk.settings": ("lordesk.errors", "lordesk.paths"),
    "lordesk.keychain": ("lordesk.errors", "lordesk.paths"),
    "lordesk.log": ("lordesk.errors", "lordesk.paths"),
    "lordesk.models": (
        "lordesk.clock",
        "lordesk.errors",
        "lordesk.events",
        "lordesk.kinds",
        "lordesk.models",
        "lordesk.rows",
    ),
    "lordesk.models.steps": ("lordesk.models.steps",),
    "lordesk.services": ("lordesk",),
    "lordesk.mail": ("lordesk",),
    "lordesk.core": ("lordesk",),
    "lordesk": (),
    "main": ("ui.app",),
    "ui.source_text": (),
    "ui.reading_order": (),
    "ui.plain_import": (),
    "ui.stamps": (),
    "ui.icons": ("ui.icons",),
    "ui.theme": ("ui.theme", "ui.stamps", "ui.reading_order"),
    "ui.state": (),
    "ui.instance": ("ui.wire_pipe", "ui.wire_socket"),
    "ui.wire_pipe": (),
    "ui.wire_socket": (),
    "ui.stop_signals": (),
    "ui.arguments": (),
    "ui.notify": ("ui.reading_order",),
    "ui.widgets": SCREEN_BASE,
    "ui.actions": ("ui.icons", "ui.theme", "ui.source_text"),
    "ui.tasks": ("lordesk.jobs", "lordesk.errors"),
    "ui.bridge": ("lordesk.events",),
    "ui.boxes": (),
    "ui.pdf": (*SHOWN,),
    "ui.wording": (
        *SHOWN,
        "lordesk.domain",  # findings carry codes that its rules name
        "lordesk.errors",
        "lordesk.events",
        "ui.source_text",
        "ui.wording",
    ),
    "ui.desk": (),
    "ui.itemmodels": (*SHOWN, "ui.itemmodels", "ui.wording"),
    "ui.delegates": (*SCREEN_BASE, *SHOWN, "ui.delegates", "ui.itemmodels", "ui.wording"),
    "ui.dialogs": (*ROOMS, "ui.dialogs"),
    "ui.pages": (*ROOMS, "ui.dialogs", "ui.pages"),
    "ui.wizard": (*ROOMS, "ui.dialogs", "ui.wizard", "ui.pages.page"),
    "ui.standing": FRAME,
    "ui.sidebar": FRAME,
    "ui.report_bar": FRAME,
    "ui.reporting": FRAME,
    "ui.undoing": FRAME,
    "ui.helping": FRAME,
    "ui.main_window": FRAME,
    "ui.tray": FRAME,
    "ui.alarm": FRAME,
    "ui.recovery": FRAME,
    "ui.mail_words": (),
    "ui.companions": FRAME,
    "ui.places": ("lordesk", "ui"),
    "ui.session": ("lordesk", "ui"),
    "ui.program": ("lordesk", "ui"),
    "ui.self_test": ("lordesk", "ui"),
    "ui.app": ("lordesk", "ui"),
    "ui": (),
}
"""What each part may import of ours at run time. Types under TYPE_CHECKING are free of this,
but the two walls of `test_the_core_cannot_see_the_screen` hold for them too.
"""


@cache
def sources() -> tuple[Path, ...]:
    return (
        ROOT / "main.py",
        *sorted(ROOT.glob("lordesk/**/*.py")),
        *sorted(ROOT.glob("ui/**/*.py")),
    )


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def place(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def imports(node: ast.AST, with_types: bool) -> Iterator[tuple[str, ast.AST]]:
    """Modules that are imported, in functions too."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            if with_types:
                yield from imports(child, with_types)
            continue
        if isinstance(child, ast.Import):
            yield from ((alias.name, child) for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module:
            yield from ((f"{child.module}.{alias.name}", child) for alias in child.names)
        yield from imports(child, with_types)


def each_file(check: Callable[[Path], list[str]]) -> Callable[[], None]:
    """One test for all files; what is wrong is listed line by line."""

    def test() -> None:
        wrong = [line for file in sources() for line in check(file)]
        assert not wrong, "\n".join(wrong)

    test.__doc__ = check.__doc__
    test.__name__ = check.__name__
    return test


def inside(name: str, part: str) -> bool:
    return name == part or name.startswith(f"{part}.")


def part_of(module: str) -> str:
    """The longest row of the table that a module belongs to; a new file needs a row."""
    found = [part for part in MAY if inside(module, part)]
    best = max(found, key=len)
    packages = ("lordesk", "ui")
    return module if best in packages and module not in packages else best


@each_file
def test_a_part_imports_what_the_table_allows(file: Path) -> list[str]:
    part = part_of(module_of(file))
    if part not in MAY:
        return [f"{part} has no row in the import table"]
    return [
        f"{place(file, node)} imports {name}"
        for name, node in imports(tree(file), with_types=False)
        if name.split(".")[0] in ("lordesk", "ui")
        and not any(inside(name, allowed) for allowed in MAY[part])
        and name != "lordesk.__version__"
    ]


def test_the_core_cannot_see_the_screen() -> None:
    wrong = []
    for file in sources():
        module = module_of(file)
        for name, node in imports(tree(file), with_types=True):
            if inside(module, "lordesk"):
                bad = name.split(".")[0] in ("PySide6", "shiboken6", "ui")
            else:
                bad = name.split(".")[0] == "peewee" or inside(name, "lordesk.models")
            if bad:
                wrong.append(f"{place(file, node)} imports {name}")
    assert wrong == []


@each_file
def test_rooms_are_small(file: Path) -> list[str]:
    wrong = []
    if len(file.read_text(encoding="utf-8").splitlines()) > MOST_FILE:
        wrong.append(f"{file.name} is longer than {MOST_FILE} lines")
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ClassDef):
            most = MOST_CLASS
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            most = MOST_BUILD if node.name.startswith("_build") else MOST_FUNCTION
        else:
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > most:
            wrong.append(f"{place(file, node)} {node.name} has {length} lines, {most} at most")
    return wrong


CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "monotonic"),
    ("QDate", "currentDate"),
    ("QTime", "currentTime"),
    ("QDateTime", "currentDateTime"),
    ("QDateTime", "currentDateTimeUtc"),
}
NOWHERE = {("time", "sleep"), ("QThread", "sleep"), ("QThread", "msleep")}


def dotted(call: ast.Call) -> tuple[str, str]:
    function = call.func
    if isinstance(function, ast.Attribute):
        owner = function.value
        return (getattr(owner, "id", getattr(owner, "attr", "")), function.attr)
    return ("", getattr(function, "id", ""))


@each_file
def test_time_is_read_by_the_clock_and_nothing_waits_in_sleep(file: Path) -> list[str]:
    reads_time = module_of(file) in ("lordesk.clock", "lordesk.log")
    wrong = []
    for node in ast.walk(tree(file)):
        if not isinstance(node, ast.Call):
            continue
        name = dotted(node)
        if (name in CLOCKS and not reads_time) or name in NOWHERE or name[1] == "processEvents":
            wrong.append(f"{place(file, node)} calls {'.'.join(name)}")
    return wrong


@each_file
def test_no_lambda_is_connected(file: Path) -> list[str]:
    return [
        place(file, node)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
        and dotted(node)[1] in ("connect", "singleShot")
        and any(isinstance(argument, ast.Lambda) for argument in node.args)
    ]


@each_file
def test_translated_texts_are_plain_strings(file: Path) -> list[str]:
    """The translation tools read the source: what is put together there is never found."""
    wrong = []
    for node in ast.walk(tree(file)):
        if not isinstance(node, ast.Call):
            continue
        name = dotted(node)[1]
        texts = node.args[:1] if name == "tr" else node.args[1:2] if name == "translate" else []
        if any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in texts):
            wrong.append(place(file, node))
        if name == "translate" and not is_text(node.args[0]) and any(map(is_text, texts)):
            wrong.append(f"{place(file, node)} names no context")
        if name == "_tr" and is_text(node.args[0]):
            wrong.append(f"{place(file, node)} hides a text from the tools")
    return wrong


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


STARTS = {"open", "read_text", "read_bytes", "getenv", "QObject", "QApplication", "mkdir"}


@each_file
def test_nothing_happens_at_import(file: Path) -> list[str]:
    """At module level values are made of constants; nothing is opened, asked or started."""
    wrong = []
    for node in tree(file).body:
        calls = ast.walk(node) if isinstance(node, ast.Assign | ast.AnnAssign) else ()
        wrong += [
            place(file, call)
            for call in calls
            if isinstance(call, ast.Call) and dotted(call)[1] in STARTS
        ]
        if isinstance(node, ast.For | ast.While | ast.With):
            wrong.append(place(file, node))
    return wrong


def test_every_icon_that_is_named_is_shipped() -> None:
    shipped = {file.stem for file in (ROOT / "resources" / "icons").glob("*.svg")}
    tokens = json.loads((ROOT / "resources" / "tokens.json").read_text(encoding="utf-8"))
    shipped |= set(tokens["color"]["light"])  # the first text of a call may be its color
    takes = re.compile(r"^(IconLabel|IconButton|bind_icon|NavItem|set_icon|icon|pixmap|PillWords)$")
    wrong = []
    for file in sources():
        if not inside(module_of(file), "ui"):
            continue
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.Call):
                continue
            texts = [k.value for k in node.keywords if k.arg in ("icon", "icon_name", "trailing")]
            if takes.match(dotted(node)[1]):
                texts += [a for a in node.args if isinstance(a, ast.Constant)][:1]
            for text in texts:
                value = getattr(text, "value", None)
                if isinstance(value, str) and value and value not in shipped:
                    wrong.append(f"{place(file, node)} names the icon {value!r}")
    assert wrong == []


def test_every_icon_that_is_shipped_is_named() -> None:
    tokens = (ROOT / "resources" / "tokens.json").read_text(encoding="utf-8")
    style = (ROOT / "resources" / "style.qss.in").read_text(encoding="utf-8")
    named = set(re.findall(r"[\w-]+", tokens + style)) | {
        node.value
        for file in sources()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    shipped = {file.stem for file in (ROOT / "resources" / "icons").glob("*.svg")}
    assert shipped - named == set()


def test_the_screen_has_no_style_sheet_but_the_one() -> None:
    wrong = [
        place(file, node)
        for file in sources()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
        and dotted(node)[1] == "setStyleSheet"
        and module_of(file) != "ui.theme"
    ]
    assert wrong == []
