from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lordesk.errors import TemplateProblemError
from lordesk.kinds import MessageKind, Tone
from lordesk.paths import resources_dir
from lordesk.services.templates import TemplateService
from lordesk.services.undo import UndoService
from tests.core.opened import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lordesk.models.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as (store, _, _):
        yield store


@pytest.fixture
def templates(store: Store) -> TemplateService:
    return TemplateService(store, resources_dir())


def test_every_kind_of_message_has_a_warm_text(templates: TemplateService) -> None:
    for kind in MessageKind:
        row = templates.get(kind, Tone.WARM)
        assert row.builtin
        assert row.subject
        assert row.body


def test_a_tone_that_a_kind_lacks_falls_back_to_the_warm_one(templates: TemplateService) -> None:
    assert Tone.BRIEF not in templates.tones(MessageKind.THANKS)
    assert templates.get(MessageKind.THANKS, Tone.BRIEF).tone is Tone.WARM


def test_the_users_text_is_used_until_the_shipped_one_is_restored(
    templates: TemplateService,
) -> None:
    shipped = templates.get(MessageKind.THANKS)
    own = templates.save(MessageKind.THANKS, Tone.WARM, "Thanks", "{{ greeting }}\n\nThank you.")
    assert not own.builtin
    assert templates.get(MessageKind.THANKS) == own
    assert own in templates.rows()
    assert templates.restore(MessageKind.THANKS, Tone.WARM) == shipped


def test_a_text_that_equals_the_shipped_one_is_the_shipped_one(templates: TemplateService) -> None:
    shipped = templates.get(MessageKind.ASK)
    assert templates.save(MessageKind.ASK, Tone.WARM, shipped.subject, shipped.body).builtin


@pytest.mark.parametrize(
    ("subject", "body", "problem"),
    [
        ("", "{{ greeting }}", "no-subject"),
        ("Hi", "", "empty"),
        ("Hi", "{{ no_such_field }}", "unknown-field"),
        ("Hi", "{% for x in y %}{% endfor %}", "not-allowed"),
        ("Hi {{ greeting", "x", "syntax"),
    ],
)
def test_a_bad_text_is_refused_and_the_last_good_one_stays(
    templates: TemplateService, subject: str, body: str, problem: str
) -> None:
    good = templates.save(MessageKind.THANKS, Tone.WARM, "Good", "{{ greeting }} thanks")
    with pytest.raises(TemplateProblemError) as caught:
        templates.save(MessageKind.THANKS, Tone.WARM, subject, body)
    assert caught.value.problem == problem
    assert templates.get(MessageKind.THANKS) == good


def test_a_change_can_be_undone(templates: TemplateService, store: Store) -> None:
    templates.save(MessageKind.THANKS, Tone.WARM, "Own", "{{ greeting }}")
    UndoService(store, lambda step: False).undo()
    assert templates.get(MessageKind.THANKS).builtin
