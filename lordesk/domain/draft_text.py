"""Reading a draft: its own words without quoted mail, its sentences, its turns of phrase."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from lordesk.rows.finding import Place
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTE_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_QUOTE_START = re.compile(
    r"^(?:On .{4,200}wrote:[ \t]*|-{2,} ?(?:Original Message|Forwarded message) ?-{2,}.*)$",
    re.MULTILINE,
)
_SENTENCE = re.compile(
    r"(?:[^.!?\n]|\.(?=[^\s])|(?<=\b[A-Z])\.|\n(?!\n)|(?<=Dr)\.|(?<=Prof)\."
    r"|(?<=Mr)\.|(?<=Mrs)\.|(?<=Ms)\.)+[.!?]*"
)

_STRONG = re.compile(
    r"\bstrong(?:ly)?\b[^.?!]{0,80}?\b(?:letter|recommendation|recommend|reference|evaluation)"
    r"|\b(?:letter|recommendation|reference|evaluation)\b[^.?!]{0,40}?\bstrong",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\?|\b(?:ask|asking|would you|could you|can you|be willing|be able|hope|grateful|request"
    r"|wonder|wondering|honored|appreciate)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^\W*(?:but )?(?:if|should you|in case)\b", re.IGNORECASE)
_SUBMIT = re.compile(
    r"\b(?:portal|upload\w*|secure link|a link|submit\w*|submission|interfolio|registrar"
    r"|(?:e-?mail|send|mail|fax|hand|give|return) (?:it|them|the (?:signed )?(?:letter|form))"
    r" (?:directly )?(?:to|in))\b",
    re.IGNORECASE,
)
_EASY_NO = re.compile(
    r"quick no\b|say(?:ing)? no\b|\bno (?:problem|pressure|hard feelings)\b"
    r"|\bunderstand (?:completely|fully|entirely|if|that)|\b(?:fully|completely|will) understand"
    r"|\bdo not have (?:the |enough )?time|\bfeel free to (?:decline|pass)"
    r"|\bif (?:you|your|this|it|the timing|now)\b[^.?!]{0,80}\b(?:not|too|busy|full|cannot|can['’]t"
    r"|unable|rather|prefer)\b|\bdecline\b",
    re.IGNORECASE,
)
_ATTACHED = re.compile(r"\b(?:attached|attaching|enclosed|attachments?)\b", re.IGNORECASE)
_NOT_ATTACHED = re.compile(
    r"\b(?:not|no|never|without|can be|could be|if)\W+(?:\w+\W+){0,2}$", re.I
)
_UNRESOLVED = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\}\}|\{%|%\}"
    r"|[\[<]\s*(?:your|my|insert|enter|the)?\s*(?:\w+[ '’]*){0,2}(?:name|mentor|date|deadline"
    r"|school|program|specialty|institution|university|hospital|professor|title|topic|course"
    r"|project)\s*[\]>]"
    r"|\b[Xx]{3,}\b|_{3,}|\bTODO\b|\bTBD\b|\?{3,}",
    re.DOTALL,
)
_HOLLOW = re.compile(
    r"\b(?:dear|hello|hi)[ \t]*,|\b(?:dear|hello|hi) (?:dr|prof|mr|mrs|ms|professor)\.?[ \t]*,"
    r"|\bdue(?: on| by)?[ \t]*[.,;(]|\bfor[ \t]*[.;]|\bby[ \t]*[.;]|\([ \t]*\)|,[ \t]*\)"
    r"|\bNone\b(?=[.,;])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DraftText:
    """One field of a draft with the rules that look at its own words."""

    field: str
    text: str

    @cached_property
    def own(self) -> str:
        """The text with quoted earlier mail blanked out, so that places stay the same."""
        own = _QUOTE_LINE.sub(_blank, self.text)
        start = _QUOTE_START.search(own)
        if start is None:
            return own
        return own[: start.start()] + " " * (len(own) - start.start())

    @cached_property
    def folded(self) -> str:
        return self.own.casefold()

    def sentences(self) -> Iterator[re.Match[str]]:
        return (match for match in _SENTENCE.finditer(self.own) if match[0].strip())

    def sentence_round(self, match: re.Match[str]) -> str:
        """The whole sentence in which a match begins, on one line."""
        found = next((s for s in self.sentences() if s.start() <= match.start() < s.end()), match)
        return " ".join(found[0].split())

    def place(self, match: re.Match[str], group: int = 0) -> Place:
        return Place(self.field, match.start(group), match.end(group))

    def unresolved(self) -> re.Match[str] | None:
        return _UNRESOLVED.search(self.own)

    def hollow(self) -> re.Match[str] | None:
        """Where a value is visibly missing: "Dear ,", "is due ."."""
        return _HOLLOW.search(self.own)

    def strong_ask(self) -> re.Match[str] | None:
        """A sentence that asks for a strong letter; the graceful way out is none."""
        return next(
            (
                sentence
                for sentence in self.sentences()
                if _STRONG.search(sentence[0])
                and _ASKING.search(sentence[0])
                and not _CONDITION.match(sentence[0])
            ),
            None,
        )

    def submission(self) -> re.Match[str] | None:
        return _SUBMIT.search(self.own)

    def easy_no(self) -> re.Match[str] | None:
        return _EASY_NO.search(self.own)

    def attached(self) -> re.Match[str] | None:
        return next(
            (
                match
                for match in _ATTACHED.finditer(self.own)
                if not _NOT_ATTACHED.search(self.own[max(0, match.start() - 40) : match.start()])
            ),
            None,
        )

    def find(self, words: str) -> re.Match[str] | None:
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.own, re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
