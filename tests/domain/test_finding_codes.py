"""The list of codes is the one that the rules use."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from lordesk.domain import coverage, finding_codes

DOMAIN = Path(finding_codes.__file__).parent
# Codes that a rule puts together from a name.
COMPOSED = {
    "coverage_targets": {"phantom-letter", "phantom-promise"},
    "coverage_letters": {"waiver-missing", "waiver-not-waived"},
    "assignments": {
        "application-full",
        "author-here",
        "channel-closed",
        "enough-of-need",
        "letter-gone",
        "locked-here",
        "target-full",
    },
    "preflight": {"body-missing", "subject-missing", "field-unresolved", "value-missing"},
    "draft_files": {
        "file-missing",
        "file-changed",
        "file-unreadable",
        "cv-attached",
        "cv-not-attached",
        "statement-attached",
        "statement-not-attached",
    },
}


def written_codes(module: str) -> set[str]:
    tree = ast.parse((DOMAIN / f"{module}.py").read_text(encoding="utf-8"))
    found = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Finding"
        and isinstance(node.args[0], ast.Constant)
    }
    return {str(code) for code in found} | COMPOSED.get(module, set())


@pytest.mark.parametrize(
    ("codes", "modules"),
    [
        (finding_codes.PREFLIGHT, ("preflight", "draft_files")),
        (finding_codes.TIMING, ("deadlines",)),
        (
            finding_codes.COVERAGE,
            ("coverage_slots", "coverage_targets", "coverage_letters", "coverage_mentors"),
        ),
        (finding_codes.ASSIGNMENT, ("assignments",)),
    ],
)
def test_each_code_of_the_rules_is_listed(codes: frozenset[str], modules: tuple[str, ...]) -> None:
    assert set().union(*(written_codes(module) for module in modules)) == codes


def test_coverage_knows_the_order_of_all_its_codes() -> None:
    assert set(coverage.ORDER) == finding_codes.COVERAGE
