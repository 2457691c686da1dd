"""The fields that templates may use, by kind of message, with what each stands for."""

from __future__ import annotations

from lordesk.kinds import MessageKind

_EVERY_KIND = {
    "greeting": "The line in front of the text, for example “Dear Dr. Bell,”",
    "mentor_name": "The mentor’s title and whole name",
    "salutation": "How the mentor is addressed, for example “Dr. Bell”",
    "applicant_name": "Your name",
    "applicant_given": "Your first name",
    "applicant_role": "Your year and school",
    "signature": "Your signature",
    "purpose": "What the letter is for, for example “internal medicine residency”",
    "applying": "The same in a sentence: “applying to internal medicine residency”",
    "worked_together": "Where you worked together",
    "known_since": "The month since which the mentor has known you",
    "moment": "The shared moment that you chose",
}
_DUE = {
    "due": "The day that the letter is due",
    "due_passed": "Filled in once that day is over; used in conditions",
    "due_zone": "The time zone of that day",
    "submit": "How to hand the letter in at this service",
    "sender": "From whom the service’s email comes",
    "reference": "The reference number of the request at the service",
}
_ASK = {
    "opening": "A first sentence of your own",
    "goal": "What you hope for",
    "why_you": "Why you ask this mentor, for example “you have seen my research up close”; empty"
    " where nothing of it is written down",
    "letter_kind": "The kind of letter, for example “letter of recommendation”",
    "highlights": "What the letter could emphasize",
    "colleagues": "Who suggested the mentor",
    "attached": "Which files are attached, as a sentence without period",
    "meeting": "Filled in when you offer a meeting; used in conditions",
    "easy_no": "Filled in when you make it easy to say no; used in conditions",
    "waived": "Filled in when you waived the right to view; used in conditions",
}
_ASKED = {"asked_on": "The day on which you asked"}
_SUGGESTED = {"suggested_person": "Whom the mentor suggested instead"}
_NEWS = {"news": "What you want to tell, without a period at its end"}
_WITHDRAWN = {"withdrawn": "Filled in once you withdrew the request; used in conditions"}

FIELDS: dict[MessageKind, dict[str, str]] = {
    MessageKind.ASK: _EVERY_KIND | _DUE | _ASK,
    MessageKind.FOLLOW_UP: _EVERY_KIND | _DUE | _ASKED,
    MessageKind.DUE_FOLLOW_UP: _EVERY_KIND | _DUE | _ASKED,
    MessageKind.THANKS: _EVERY_KIND,
    MessageKind.DECLINE_REPLY: _EVERY_KIND | _SUGGESTED,
    MessageKind.OUTCOME: _EVERY_KIND | _NEWS,
    MessageKind.UPDATE: _EVERY_KIND | _NEWS | _WITHDRAWN,
    MessageKind.COLD_START: _EVERY_KIND | {"goal": _ASK["goal"]},
}

ANSWERS = frozenset(
    {"opening", "goal", "why_you", "highlights", "moment", "colleagues", "worked_together", "news"}
)
"""Fields that come from the applicant's own answers: the preview tints these."""
