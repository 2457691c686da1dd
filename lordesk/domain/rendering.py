"""Templates of messages: of Jinja only text, {{ field }}, if/elif/else and listed filters.

A template is checked on its syntax tree before anything runs, and runs in Jinja's immutable
sandbox with undefined fields refused. Values are inserted as typed: a value that looks like a
template stays text. jinja2 is loaded at the first rendering, since the start must not wait for it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lordesk.domain.names import clean_text
from lordesk.errors import TemplateProblemError
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from jinja2 import Environment, Template, nodes

LENGTH_LIMIT = 20_000
NESTING_LIMIT = 8
FILTERS = ("default", "first_upper", "lower", "trim", "upper")

# Around a value in the raw result: noncharacters, which no text holds, so that the ranges of the
# fields are known after loops of if and filters; they are taken out again.
_OPEN, _NAMED, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_MARKED = re.compile(f"{_OPEN}([^{_NAMED}]*){_NAMED}([^{_CLOSE}]*){_CLOSE}")
_NONCHARACTERS = dict.fromkeys(map(ord, (_OPEN, _NAMED, _CLOSE)))
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
# A line that holds nothing but if/else goes away whole. Jinja's own trim_blocks would also take the
# line break after an {% endif %} at the end of a sentence.
_LOGIC_LINE = re.compile(r"^[ \t]*((?:{%[^}]*%})+)[ \t]*\n", re.MULTILINE)
_TRAILING = re.compile(r"[ \t]+(?=\n)")


@dataclass(frozen=True)
class Span:
    """The range of a rendered text that came from one field."""

    field: str
    start: int
    end: int


@dataclass(frozen=True)
class Rendered:
    """`empty` names the fields that were printed and had no value."""

    text: str
    spans: tuple[Span, ...]
    empty: tuple[str, ...]


def check_template(text: str, allowed_fields: Collection[str]) -> frozenset[str]:
    """The fields that a template uses.

    Raises TemplateProblemError ("too-long", "syntax", "too-deep", "not-allowed", "unknown-filter",
    "unknown-field") with the name and the line.
    """
    if len(text) > LENGTH_LIMIT:
        raise TemplateProblemError(problem="too-long")
    used = _used_fields(text)
    for name, line in used:
        if name not in allowed_fields:
            raise TemplateProblemError(problem="unknown-field", name=name, line=line)
    return frozenset(name for name, _ in used)


def render(template: str, fields: Mapping[str, str]) -> Rendered:
    """Raises TemplateProblemError as `check_template` does."""
    check_template(template, fields.keys())
    values = {
        name: clean_text(value, one_line=False).translate(_NONCHARACTERS)
        for name, value in fields.items()
    }
    marked = _compiled(template.translate(_NONCHARACTERS)).render(values)
    return _assembled(_segments(marked))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    env = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    env.globals.clear()
    env.tests.clear()
    env.filters = {
        "default": lambda value, other: value or other,
        "first_upper": lambda value: value[:1].upper() + value[1:],
        "lower": str.lower,
        "trim": str.strip,
        "upper": str.upper,
        "_mark": lambda value, name: f"{_OPEN}{name}{_NAMED}{value}{_CLOSE}",
    }
    return env


def _parsed(text: str) -> nodes.Template:
    from jinja2 import TemplateSyntaxError

    env = _environment()
    try:
        for line, token, _ in env.lex(text):
            if token in ("comment_begin", "raw_begin"):
                raise TemplateProblemError(problem="not-allowed", name=token[:-6], line=line)
        return env.parse(text)
    except TemplateSyntaxError as err:
        raise TemplateProblemError(
            problem="syntax", line=err.lineno, detail=err.message or ""
        ) from err
    except RecursionError as err:
        raise TemplateProblemError(problem="too-deep") from err


@lru_cache(maxsize=64)
def _compiled(text: str) -> Template:
    """Each printed expression is wrapped so that the result tells where a field's value is."""
    from jinja2 import nodes

    tree = _parsed(_LOGIC_LINE.sub(r"\1", text))
    for output in tree.find_all(nodes.Output):
        output.nodes = [
            part
            if isinstance(part, nodes.TemplateData)
            else nodes.Filter(
                part,
                "_mark",
                [nodes.Const(_printed_name(part).name, lineno=part.lineno)],
                [],
                None,
                None,
                lineno=part.lineno,
            )
            for part in output.nodes
        ]
    tree.set_environment(_environment())
    return _environment().from_string(tree)


@lru_cache(maxsize=64)
def _used_fields(text: str) -> tuple[tuple[str, int], ...]:
    """Parsed once a text: a preview renders the same template at each key."""
    return tuple(_fields_of_body(_parsed(text).body, 0))


def _fields_of_body(body: Iterable[nodes.Node], depth: int) -> Iterator[tuple[str, int]]:
    from jinja2 import nodes

    for node in body:
        if depth > NESTING_LIMIT:
            raise TemplateProblemError(problem="too-deep", line=node.lineno)
        match node:
            case nodes.Output():
                for part in node.nodes:
                    if not isinstance(part, nodes.TemplateData):
                        name = _printed_name(part)
                        yield name.name, name.lineno
            case nodes.If():
                yield from _fields_of_test(node.test, 0)
                for branch in (node.body, node.else_):
                    yield from _fields_of_body(branch, depth + 1)
                yield from _fields_of_body(node.elif_, depth)
            case _:
                raise _not_allowed(node)


def _printed_name(node: nodes.Node) -> nodes.Name:
    """The field under a chain of filters."""
    from jinja2 import nodes

    length = 0
    while isinstance(node, nodes.Filter) and node.node is not None:
        if node.name not in FILTERS:
            raise TemplateProblemError(problem="unknown-filter", name=node.name, line=node.lineno)
        plain = all(
            isinstance(arg, nodes.Const) and isinstance(arg.value, str) for arg in node.args
        )
        if not plain or len(node.args) != (node.name == "default"):
            raise _not_allowed(node)
        if node.kwargs or node.dyn_args is not None or node.dyn_kwargs is not None:
            raise _not_allowed(node)
        length += 1
        if length > NESTING_LIMIT:
            raise TemplateProblemError(problem="too-deep", line=node.lineno)
        node = node.node
    if not isinstance(node, nodes.Name):
        raise _not_allowed(node)
    return node


def _fields_of_test(test: nodes.Node, depth: int) -> Iterator[tuple[str, int]]:
    from jinja2 import nodes

    if depth > NESTING_LIMIT:
        raise TemplateProblemError(problem="too-deep", line=test.lineno)
    match test:
        case nodes.Name():
            yield test.name, test.lineno
        case nodes.Not():
            yield from _fields_of_test(test.node, depth + 1)
        case nodes.And() | nodes.Or():
            yield from _fields_of_test(test.left, depth + 1)
            yield from _fields_of_test(test.right, depth + 1)
        case _:
            raise _not_allowed(test)


def _not_allowed(node: nodes.Node) -> TemplateProblemError:
    return TemplateProblemError(
        problem="not-allowed", name=type(node).__name__.lower(), line=node.lineno
    )


def _segments(marked: str) -> Iterator[tuple[str, str]]:
    """(text, field) in order; the field is "" for the template's own words."""
    end = 0
    for match in _MARKED.finditer(marked):
        yield marked[end : match.start()], ""
        yield match[2], match[1]
        end = match.end()
    yield marked[end:], ""


def _assembled(segments: Iterable[tuple[str, str]]) -> Rendered:
    """Joins the parts and closes the gaps that left-out paragraphs leave in the template's words.

    A field's own blank lines are the user's and stay.
    """
    empty: dict[str, None] = {}
    parts: list[tuple[str, str]] = []
    for text, field in segments:
        if field and not text:
            empty[field] = None
        elif text and not field and parts and not parts[-1][1]:
            parts[-1] = (parts[-1][0] + text, "")
        elif text:
            parts.append((text, field))
    text = ""
    spans: list[Span] = []
    for index, (part, field) in enumerate(parts):
        shown = part if field else _BLANK_LINES.sub("\n\n", _TRAILING.sub("", part))
        if index == 0 and not field:
            shown = shown.lstrip()
        if index == len(parts) - 1 and not field:
            shown = shown.rstrip()
        if field:
            spans.append(Span(field, len(text), len(text) + len(shown)))
        text += shown
    return Rendered(text, tuple(spans), tuple(empty))
