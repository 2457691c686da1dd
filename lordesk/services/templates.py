"""Message templates: the shipped texts, and the user's own in their place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lordesk.domain import messages, names, rendering
from lordesk.domain.fields import FIELDS
from lordesk.errors import MissingRowError, TemplateProblemError
from lordesk.kinds import MessageKind, Tone
from lordesk.models.mail import Template
from lordesk.rows.mail import TemplateRow

if TYPE_CHECKING:
    from pathlib import Path

    from lordesk.models.store import Store


class TemplateService:
    """A kind has at least the warm tone; a tone that it lacks falls back to that."""

    def __init__(self, store: Store, resources: Path) -> None:
        self._store = store
        self._folder = resources / "templates"

    def rows(self) -> list[TemplateRow]:
        """The text in use of each kind and tone, in the order of the kinds."""
        return [self.get(kind, tone) for kind in MessageKind for tone in self.tones(kind)]

    def tones(self, kind: MessageKind) -> tuple[Tone, ...]:
        return tuple(tone for tone in Tone if (kind, tone) in self._shipped)

    def get(self, kind: MessageKind, tone: Tone = Tone.WARM) -> TemplateRow:
        """The user's text where there is one, else the shipped one."""
        tone = tone if (kind, tone) in self._shipped else Tone.WARM
        own = Template.get_or_none(Template.kind == kind, Template.tone == tone)
        if own is not None:
            return TemplateRow(
                kind=kind, tone=tone, subject=own.subject, body=own.body, builtin=False
            )
        return self.builtin(kind, tone)

    def builtin(self, kind: MessageKind, tone: Tone = Tone.WARM) -> TemplateRow:
        """The shipped text, whatever the user made of it. Raises MissingRowError."""
        found = self._shipped.get((kind, tone))
        if found is None:
            raise MissingRowError(table="template")
        subject, body = found
        return TemplateRow(kind=kind, tone=tone, subject=subject, body=body, builtin=True)

    def save(self, kind: MessageKind, tone: Tone, subject: str, body: str) -> TemplateRow:
        """Use a text of the user's. Raises TemplateProblemError; then the last good one stays."""
        subject = names.clean_text(subject)
        body = names.clean_text(body, one_line=False)
        if not subject:
            raise TemplateProblemError(problem="no-subject", line=1)
        if not body:
            raise TemplateProblemError(problem="empty", line=1)
        for text in (subject, body):
            rendering.check_template(text, FIELDS[kind])
        with self._store.step("template-changed"):
            self._forget(kind, tone)
            shipped = self._shipped.get((kind, tone))
            if shipped != (subject, body):
                Template.create(kind=kind, tone=tone, subject=subject, body=body)
        return self.get(kind, tone)

    def restore(self, kind: MessageKind, tone: Tone) -> TemplateRow:
        """Back to the shipped text."""
        with self._store.step("template-restored"):
            self._forget(kind, tone)
        return self.get(kind, tone)

    def _forget(self, kind: MessageKind, tone: Tone) -> None:
        Template.delete().where((Template.kind == kind) & (Template.tone == tone)).execute()

    @cached_property
    def _shipped(self) -> dict[tuple[MessageKind, Tone], tuple[str, str]]:
        found = {}
        for kind in MessageKind:
            for tone in Tone:
                path = self._folder / f"{kind.value}.{tone.value}.txt"
                if path.is_file():
                    text = path.read_text(encoding="utf-8").rstrip("\n")
                    found[kind, tone] = messages.split_template(text)
        return found
