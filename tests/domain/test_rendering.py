"""Templates know of Jinja only text, field, if/else and listed filters."""

from __future__ import annotations

import contextlib
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lordesk.domain.rendering import (
    LENGTH_LIMIT,
    Rendered,
    Span,
    check_template,
    render,
)
from lordesk.errors import TemplateProblemError


def test_a_field_is_filled_in_and_its_range_is_known() -> None:
    assert render("Dear {{ who }},\n", {"who": "Dr. Bell"}) == Rendered(
        "Dear Dr. Bell,", (Span("who", 5, 13),), ()
    )


def test_if_elif_and_else_choose() -> None:
    template = "{% if a and not b %}one{% elif a or c %}two{% else %}three{% endif %}"
    assert render(template, {"a": "x", "b": "", "c": ""}).text == "one"
    assert render(template, {"a": "x", "b": "x", "c": ""}).text == "two"
    assert render(template, {"a": "", "b": "x", "c": ""}).text == "three"


def test_a_left_out_paragraph_leaves_one_blank_line() -> None:
    template = "One.\n\n{% if a %}\n{{ a }}\n\n{% endif %}\n{{ b }}\n\nTwo.\n"
    assert render(template, {"a": "", "b": ""}).text == "One.\n\nTwo."
    assert render(template, {"a": "A", "b": "B"}).text == "One.\n\nA\n\nB\n\nTwo."


def test_a_condition_at_the_end_of_a_sentence_keeps_the_line_break() -> None:
    template = "One{% if a %}, {{ a }}{% endif %}\nTwo{% if b %}!{% endif %}\n\nThree"
    assert render(template, {"a": "x", "b": ""}).text == "One, x\nTwo\n\nThree"


def test_blank_lines_of_a_value_stay() -> None:
    assert render("{{ a }}.", {"a": "one\n\n\n\ntwo"}).text == "one\n\n\n\ntwo."


def test_a_printed_field_without_value_is_named() -> None:
    template = "{{ a }} {{ b }}{% if c %}{{ c }}{% endif %} {{ d|default('none') }}"
    assert render(template, {"a": "", "b": "x", "c": "", "d": ""}).empty == ("a",)


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("a|lower", "tea at nine"),
        ("a|upper", "TEA AT NINE"),
        ("b|first_upper", "Morning"),
        ("c|trim", "x"),
        ("empty|default('nothing')", "nothing"),
        ("empty|default('nothing')|upper", "NOTHING"),
    ],
)
def test_each_listed_filter_works(expression: str, result: str) -> None:
    fields = {"a": "Tea at Nine", "b": "morning", "c": " x ", "empty": ""}
    assert render(f"{{{{ {expression} }}}}", fields).text == result


@given(st.text(max_size=200), st.text(max_size=50))
def test_any_value_is_shown_as_typed(value: str, other: str) -> None:
    rendered = render("<{{ a }}|{{ b }}>", {"a": value, "b": other})
    for span in rendered.spans:
        assert rendered.text[span.start : span.end]
    assert rendered.text.startswith("<")
    assert rendered.text.endswith(">")


@pytest.mark.parametrize(
    "value",
    [
        "{{ b }}",
        "{% if x %}",
        "{# no #}",
        "<img src=x>",
        "A & B",
        "\ue000\uf8ff",
        "'; drop table",
        "{{ ''.__class__ }}",
        "x" * 10_000,
    ],
)
def test_a_value_that_looks_like_a_template_stays_text(value: str) -> None:
    rendered = render("Hello {{ a }}!", {"a": value, "b": "secret"})
    assert rendered.text == f"Hello {value}!"
    assert rendered.spans == (Span("a", 6, 6 + len(value)),)


def test_marks_in_a_value_cannot_move_a_range() -> None:
    rendered = render("{{ a }}-{{ b }}", {"a": "\ufdd0b\ufdd1x\ufdd2", "b": "y"})
    assert rendered == Rendered("bx-y", (Span("a", 0, 2), Span("b", 3, 4)), ())


@pytest.mark.parametrize(
    ("template", "problem", "line"),
    [
        ("{% for x in a %}{% endfor %}", "not-allowed", 1),
        ("\n\n{{ a.upper() }}", "not-allowed", 3),
        ("{{ a.x }}", "not-allowed", 1),
        ("{{ a['x'] }}", "not-allowed", 1),
        ("{{ a ~ a }}", "not-allowed", 1),
        ("{{ 9 ** 9 ** 9 }}", "not-allowed", 1),
        ("{{ 'x' }}", "not-allowed", 1),
        ("{{ a if a }}", "not-allowed", 1),
        ("{{ a is defined }}", "not-allowed", 1),
        ("{% if a == 'x' %}{% endif %}", "not-allowed", 1),
        ("{% if a|length %}{% endif %}", "not-allowed", 1),
        ("{% set a = 1 %}", "not-allowed", 1),
        ("{% include 'x' %}", "not-allowed", 1),
        ("{% import 'x' as y %}", "not-allowed", 1),
        ("{% macro x() %}{% endmacro %}", "not-allowed", 1),
        ("{% block x %}{% endblock %}", "not-allowed", 1),
        ("{% filter upper %}{% endfilter %}", "not-allowed", 1),
        ("{% with %}{% endwith %}", "not-allowed", 1),
        ("one\n{# note #}", "not-allowed", 2),
        ("{% raw %}{{ a }}{% endraw %}", "not-allowed", 1),
        ("{{ a|default(a) }}", "not-allowed", 1),
        ("{{ a|default }}", "not-allowed", 1),
        ("{{ a|upper('x') }}", "not-allowed", 1),
        ("{{ a|default(other='x') }}", "not-allowed", 1),
        ("{{ a|default('x', boolean='y') }}", "not-allowed", 1),
        ("{{ a|attr('x') }}", "unknown-filter", 1),
        ("{{ a|_mark('x') }}", "unknown-filter", 1),
        ("{{ a|nothing }}", "unknown-filter", 1),
        ("one\n{{ nobody }}", "unknown-field", 2),
        ("{% if nobody %}{% endif %}", "unknown-field", 1),
        ("{{ self }}", "unknown-field", 1),
        ("one\n{{ a", "syntax", 2),
        ("{% if a %}", "syntax", 1),
        ("{% do a %}", "syntax", 1),
        ("{{ a" + "|lower" * 3000 + " }}", "too-deep", 1),
        ("{% if a %}" * 900 + "{% endif %}" * 900, "too-deep", 0),
        ("{% if a %}" * 12 + "x" + "{% endif %}" * 12, "too-deep", 1),
        ("{% if " + "not " * 100 + "a %}{% endif %}", "too-deep", 1),
        ("x" * (LENGTH_LIMIT + 1), "too-long", 0),
    ],
)
def test_anything_else_of_jinja_is_refused_with_its_line(
    template: str, problem: str, line: int
) -> None:
    with pytest.raises(TemplateProblemError) as caught:
        render(template, {"a": "x"})
    assert (caught.value.problem, caught.value.line) == (problem, line)


def test_a_check_names_the_fields_that_are_used() -> None:
    used = check_template("{{ a }}{% if b %}{{ c|upper }}{% endif %}", {"a", "b", "c", "d"})
    assert used == {"a", "b", "c"}


@given(st.text(alphabet="{}%#ab |'\n.()-+ifelsend", max_size=60))
def test_any_template_renders_or_says_why_not(template: str) -> None:
    with contextlib.suppress(TemplateProblemError):
        assert "\ufdd0" not in render(template, {"a": "x", "b": ""}).text


def test_importing_the_module_does_not_load_jinja2() -> None:
    code = "import sys, lordesk.domain.rendering; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
