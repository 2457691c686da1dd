"""One word or phrase for each value of each enumeration that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk import kinds as k
from ui.source_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from enum import Enum

_CONTEXT = "Kinds"

WORDS: dict[type[Enum], dict[Enum, str]] = {
    k.MentorRole: {
        k.MentorRole.ATTENDING: QT_TRANSLATE_NOOP("Kinds", "Attending"),
        k.MentorRole.SUB_I_ATTENDING: QT_TRANSLATE_NOOP("Kinds", "Sub-I attending"),
        k.MentorRole.CLERKSHIP_DIRECTOR: QT_TRANSLATE_NOOP("Kinds", "Clerkship director"),
        k.MentorRole.PROGRAM_DIRECTOR: QT_TRANSLATE_NOOP("Kinds", "Program director"),
        k.MentorRole.DEPARTMENT_CHAIR: QT_TRANSLATE_NOOP("Kinds", "Department chair"),
        k.MentorRole.RESIDENT: QT_TRANSLATE_NOOP("Kinds", "Resident or fellow"),
        k.MentorRole.LONGITUDINAL: QT_TRANSLATE_NOOP("Kinds", "Longitudinal mentor"),
        k.MentorRole.RESEARCH_PI: QT_TRANSLATE_NOOP("Kinds", "Research PI"),
        k.MentorRole.RESEARCH_MENTOR: QT_TRANSLATE_NOOP("Kinds", "Research mentor"),
        k.MentorRole.COURSE_DIRECTOR: QT_TRANSLATE_NOOP("Kinds", "Course director"),
        k.MentorRole.SCIENCE_PROFESSOR: QT_TRANSLATE_NOOP("Kinds", "Science professor"),
        k.MentorRole.OTHER_PROFESSOR: QT_TRANSLATE_NOOP("Kinds", "Non-science professor"),
        k.MentorRole.ADVISER: QT_TRANSLATE_NOOP("Kinds", "Adviser"),
        k.MentorRole.PREHEALTH_ADVISER: QT_TRANSLATE_NOOP("Kinds", "Prehealth adviser"),
        k.MentorRole.SHADOWED_PHYSICIAN: QT_TRANSLATE_NOOP("Kinds", "Physician shadowed"),
        k.MentorRole.SUPERVISOR: QT_TRANSLATE_NOOP("Kinds", "Supervisor"),
        k.MentorRole.OTHER: QT_TRANSLATE_NOOP("Kinds", "Other"),
    },
    k.Channel: {
        k.Channel.EMAIL: QT_TRANSLATE_NOOP("Kinds", "Email"),
        k.Channel.PHONE: QT_TRANSLATE_NOOP("Kinds", "Phone"),
        k.Channel.IN_PERSON: QT_TRANSLATE_NOOP("Kinds", "In person"),
        k.Channel.ASSISTANT: QT_TRANSLATE_NOOP("Kinds", "Through the assistant"),
    },
    k.FitQuestion: {
        k.FitQuestion.DEPTH: QT_TRANSLATE_NOOP("Kinds", "Depth of relationship"),
        k.FitQuestion.OBSERVED: QT_TRANSLATE_NOOP("Kinds", "Observed you directly"),
        k.FitQuestion.RELEVANCE: QT_TRANSLATE_NOOP("Kinds", "Relevance to your goal"),
        k.FitQuestion.COMMUNICATION: QT_TRANSLATE_NOOP("Kinds", "Communication"),
        k.FitQuestion.REPUTATION: QT_TRANSLATE_NOOP("Kinds", "Reputation and connections"),
    },
    k.InteractionKind: {
        k.InteractionKind.ROTATION: QT_TRANSLATE_NOOP("Kinds", "Rotation"),
        k.InteractionKind.SHIFT: QT_TRANSLATE_NOOP("Kinds", "Shift"),
        k.InteractionKind.MEETING: QT_TRANSLATE_NOOP("Kinds", "Meeting"),
        k.InteractionKind.OFFICE_HOURS: QT_TRANSLATE_NOOP("Kinds", "Office hours"),
        k.InteractionKind.FEEDBACK_ASKED: QT_TRANSLATE_NOOP("Kinds", "Feedback asked for"),
        k.InteractionKind.FEEDBACK_GIVEN: QT_TRANSLATE_NOOP("Kinds", "Feedback given"),
        k.InteractionKind.FEEDBACK_ACTED_ON: QT_TRANSLATE_NOOP("Kinds", "Feedback acted on"),
        k.InteractionKind.PRESENTATION: QT_TRANSLATE_NOOP("Kinds", "Presentation"),
        k.InteractionKind.EMAIL: QT_TRANSLATE_NOOP("Kinds", "Email"),
        k.InteractionKind.MILESTONE: QT_TRANSLATE_NOOP("Kinds", "Milestone"),
        k.InteractionKind.UPDATE: QT_TRANSLATE_NOOP("Kinds", "Update"),
        k.InteractionKind.THANKS: QT_TRANSLATE_NOOP("Kinds", "Thanks"),
    },
    k.ApplicationKind: {
        k.ApplicationKind.RESIDENCY: QT_TRANSLATE_NOOP("Kinds", "Residency"),
        k.ApplicationKind.MEDICAL_SCHOOL: QT_TRANSLATE_NOOP("Kinds", "Medical school"),
        k.ApplicationKind.AWAY_ROTATION: QT_TRANSLATE_NOOP("Kinds", "Away rotation"),
        k.ApplicationKind.SCHOLARSHIP: QT_TRANSLATE_NOOP("Kinds", "Scholarship"),
        k.ApplicationKind.OTHER: QT_TRANSLATE_NOOP("Kinds", "Other"),
    },
    k.LetterService: {
        k.LetterService.ERAS: QT_TRANSLATE_NOOP("Kinds", "ERAS"),
        k.LetterService.AMCAS: QT_TRANSLATE_NOOP("Kinds", "AMCAS"),
        k.LetterService.AACOMAS: QT_TRANSLATE_NOOP("Kinds", "AACOMAS"),
        k.LetterService.TMDSAS: QT_TRANSLATE_NOOP("Kinds", "TMDSAS"),
        k.LetterService.RESIDENCYCAS: QT_TRANSLATE_NOOP("Kinds", "ResidencyCAS"),
        k.LetterService.SF_MATCH: QT_TRANSLATE_NOOP("Kinds", "SF Match"),
        k.LetterService.CASPA: QT_TRANSLATE_NOOP("Kinds", "CASPA"),
        k.LetterService.VSLO: QT_TRANSLATE_NOOP("Kinds", "VSLO"),
        k.LetterService.INTERFOLIO: QT_TRANSLATE_NOOP("Kinds", "Interfolio"),
        k.LetterService.PORTAL: QT_TRANSLATE_NOOP("Kinds", "The school’s own portal"),
    },
    k.LetterKind: {
        k.LetterKind.NARRATIVE: QT_TRANSLATE_NOOP("Kinds", "Narrative letter"),
        k.LetterKind.STANDARDIZED: QT_TRANSLATE_NOOP("Kinds", "Standardized letter"),
        k.LetterKind.CHAIR: QT_TRANSLATE_NOOP("Kinds", "Department chair letter"),
        k.LetterKind.COMMITTEE: QT_TRANSLATE_NOOP("Kinds", "Committee letter"),
        k.LetterKind.PACKET: QT_TRANSLATE_NOOP("Kinds", "Letter packet"),
        k.LetterKind.CHARACTER: QT_TRANSLATE_NOOP("Kinds", "Character letter"),
    },
    k.SlotNeed: {
        k.SlotNeed.ANY: QT_TRANSLATE_NOOP("Kinds", "Any writer"),
        k.SlotNeed.IN_SPECIALTY: QT_TRANSLATE_NOOP("Kinds", "In your specialty"),
        k.SlotNeed.CHAIR: QT_TRANSLATE_NOOP("Kinds", "Department chair"),
        k.SlotNeed.STANDARDIZED: QT_TRANSLATE_NOOP("Kinds", "Standardized letter"),
        k.SlotNeed.SCIENCE_FACULTY: QT_TRANSLATE_NOOP("Kinds", "Science faculty"),
        k.SlotNeed.NON_SCIENCE: QT_TRANSLATE_NOOP("Kinds", "Non-science faculty"),
        k.SlotNeed.PHYSICIAN: QT_TRANSLATE_NOOP("Kinds", "Physician"),
        k.SlotNeed.DO_PHYSICIAN: QT_TRANSLATE_NOOP("Kinds", "DO physician"),
        k.SlotNeed.RESEARCH: QT_TRANSLATE_NOOP("Kinds", "Research"),
        k.SlotNeed.COMMUNITY: QT_TRANSLATE_NOOP("Kinds", "Community"),
        k.SlotNeed.CLINICAL: QT_TRANSLATE_NOOP("Kinds", "Clinical"),
        k.SlotNeed.COMMITTEE: QT_TRANSLATE_NOOP("Kinds", "Committee"),
    },
    k.Waiver: {
        k.Waiver.UNDECIDED: QT_TRANSLATE_NOOP("Kinds", "Not decided"),
        k.Waiver.WAIVED: QT_TRANSLATE_NOOP("Kinds", "Right to view waived"),
        k.Waiver.KEPT: QT_TRANSLATE_NOOP("Kinds", "Right to view kept"),
    },
    k.Stage: {
        k.Stage.PLANNED: QT_TRANSLATE_NOOP("Kinds", "Planned"),
        k.Stage.ASKED: QT_TRANSLATE_NOOP("Kinds", "Asked"),
        k.Stage.AGREED: QT_TRANSLATE_NOOP("Kinds", "Agreed"),
        k.Stage.WRITING: QT_TRANSLATE_NOOP("Kinds", "Writing"),
        k.Stage.SUBMITTED: QT_TRANSLATE_NOOP("Kinds", "Submitted"),
        k.Stage.THANKED: QT_TRANSLATE_NOOP("Kinds", "Thanked"),
        k.Stage.DECLINED: QT_TRANSLATE_NOOP("Kinds", "Declined"),
        k.Stage.WITHDRAWN: QT_TRANSLATE_NOOP("Kinds", "Withdrawn"),
    },
    k.Attention: {
        k.Attention.NOT_SENT: QT_TRANSLATE_NOOP("Kinds", "Not sent"),
        k.Attention.OVERDUE: QT_TRANSLATE_NOOP("Kinds", "Overdue"),
        k.Attention.NEW_REPLY: QT_TRANSLATE_NOOP("Kinds", "New reply"),
        k.Attention.AT_RISK: QT_TRANSLATE_NOOP("Kinds", "At risk"),
        k.Attention.THANKS_OWED: QT_TRANSLATE_NOOP("Kinds", "Thanks owed"),
        k.Attention.DUE_SOON: QT_TRANSLATE_NOOP("Kinds", "Due soon"),
        k.Attention.ON_TRACK: QT_TRANSLATE_NOOP("Kinds", "On track"),
        k.Attention.DONE: QT_TRANSLATE_NOOP("Kinds", "Done"),
    },
    k.DeclineReason: {
        k.DeclineReason.NOT_WELL_ENOUGH: QT_TRANSLATE_NOOP("Kinds", "Does not know me well enough"),
        k.DeclineReason.NOT_STRONG: QT_TRANSLATE_NOOP("Kinds", "Could not write a strong letter"),
        k.DeclineReason.NO_TIME: QT_TRANSLATE_NOOP("Kinds", "Has no time"),
        k.DeclineReason.OTHER: QT_TRANSLATE_NOOP("Kinds", "Other reason"),
    },
    k.Signal: {
        k.Signal.KEEN: QT_TRANSLATE_NOOP("Kinds", "Keen"),
        k.Signal.YES: QT_TRANSLATE_NOOP("Kinds", "Yes"),
        k.Signal.HESITANT: QT_TRANSLATE_NOOP("Kinds", "Hesitant"),
        k.Signal.NO: QT_TRANSLATE_NOOP("Kinds", "No"),
    },
    k.DateKind: {
        k.DateKind.APPLICATION_DATE: QT_TRANSLATE_NOOP("Kinds", "Application date"),
        k.DateKind.LETTER_DUE: QT_TRANSLATE_NOOP("Kinds", "Letter due"),
        k.DateKind.ASK_BY: QT_TRANSLATE_NOOP("Kinds", "Ask by"),
        k.DateKind.MEETING: QT_TRANSLATE_NOOP("Kinds", "Meeting"),
        k.DateKind.REMINDER: QT_TRANSLATE_NOOP("Kinds", "Reminder"),
        k.DateKind.DONE: QT_TRANSLATE_NOOP("Kinds", "Done"),
    },
    k.DateStatus: {
        k.DateStatus.CONFIRMED: QT_TRANSLATE_NOOP("Kinds", "confirmed"),
        k.DateStatus.PROJECTED: QT_TRANSLATE_NOOP("Kinds", "projected"),
        k.DateStatus.OWN: QT_TRANSLATE_NOOP("Kinds", "your own date"),
    },
    k.FollowUpKind: {
        k.FollowUpKind.NO_REPLY: QT_TRANSLATE_NOOP("Kinds", "Follow up if there is no reply"),
        k.FollowUpKind.TWO_WEEKS_BEFORE: QT_TRANSLATE_NOOP("Kinds", "Two weeks before it is due"),
        k.FollowUpKind.ONE_WEEK_BEFORE: QT_TRANSLATE_NOOP("Kinds", "One week before it is due"),
    },
    k.MessageKind: {
        k.MessageKind.ASK: QT_TRANSLATE_NOOP("Kinds", "Request"),
        k.MessageKind.FOLLOW_UP: QT_TRANSLATE_NOOP("Kinds", "Follow-up"),
        k.MessageKind.DUE_FOLLOW_UP: QT_TRANSLATE_NOOP("Kinds", "Due-date follow-up"),
        k.MessageKind.THANKS: QT_TRANSLATE_NOOP("Kinds", "Thank-you note"),
        k.MessageKind.DECLINE_REPLY: QT_TRANSLATE_NOOP("Kinds", "Reply to a no"),
        k.MessageKind.OUTCOME: QT_TRANSLATE_NOOP("Kinds", "Outcome note"),
        k.MessageKind.UPDATE: QT_TRANSLATE_NOOP("Kinds", "Update"),
        k.MessageKind.COLD_START: QT_TRANSLATE_NOOP("Kinds", "First contact"),
    },
    k.Tone: {
        k.Tone.WARM: QT_TRANSLATE_NOOP("Kinds", "Warm"),
        k.Tone.FORMAL: QT_TRANSLATE_NOOP("Kinds", "Formal"),
        k.Tone.BRIEF: QT_TRANSLATE_NOOP("Kinds", "Brief"),
    },
    k.Highlight: {
        k.Highlight.CLINICAL_REASONING: QT_TRANSLATE_NOOP("Kinds", "Clinical reasoning"),
        k.Highlight.OWNERSHIP: QT_TRANSLATE_NOOP("Kinds", "Ownership of patients"),
        k.Highlight.INDEPENDENCE_IN_RESEARCH: QT_TRANSLATE_NOOP(
            "Kinds", "Independence in research"
        ),
        k.Highlight.RESPONSE_TO_FEEDBACK: QT_TRANSLATE_NOOP("Kinds", "Response to feedback"),
        k.Highlight.WRITING_PRESENTING: QT_TRANSLATE_NOOP("Kinds", "Writing and presenting"),
        k.Highlight.TEAMWORK: QT_TRANSLATE_NOOP("Kinds", "Teamwork"),
        k.Highlight.TEACHING: QT_TRANSLATE_NOOP("Kinds", "Teaching"),
        k.Highlight.PERSEVERANCE: QT_TRANSLATE_NOOP("Kinds", "Perseverance"),
        k.Highlight.CURIOSITY: QT_TRANSLATE_NOOP("Kinds", "Curiosity"),
        k.Highlight.COMPASSION: QT_TRANSLATE_NOOP("Kinds", "Compassion"),
        k.Highlight.COMMUNICATION: QT_TRANSLATE_NOOP("Kinds", "Communication"),
        k.Highlight.LEADERSHIP: QT_TRANSLATE_NOOP("Kinds", "Leadership"),
    },
    k.SendWay: {
        k.SendWay.SMTP: QT_TRANSLATE_NOOP("Kinds", "Sent from LoRDesk"),
        k.SendWay.MAIL_APP: QT_TRANSLATE_NOOP("Kinds", "Your mail app"),
        k.SendWay.IN_PERSON: QT_TRANSLATE_NOOP("Kinds", "In person"),
    },
    k.OutboxState: {
        k.OutboxState.DRAFT: QT_TRANSLATE_NOOP("Kinds", "Draft"),
        k.OutboxState.QUEUED: QT_TRANSLATE_NOOP("Kinds", "Waiting to be sent"),
        k.OutboxState.SENDING: QT_TRANSLATE_NOOP("Kinds", "Sending"),
        k.OutboxState.DATA: QT_TRANSLATE_NOOP("Kinds", "Sending"),
        k.OutboxState.SENT: QT_TRANSLATE_NOOP("Kinds", "Sent"),
        k.OutboxState.REFUSED: QT_TRANSLATE_NOOP("Kinds", "Refused"),
        k.OutboxState.UNKNOWN: QT_TRANSLATE_NOOP("Kinds", "Maybe sent"),
        k.OutboxState.WAITING: QT_TRANSLATE_NOOP("Kinds", "Trying again"),
        k.OutboxState.HELD: QT_TRANSLATE_NOOP("Kinds", "On hold"),
        k.OutboxState.CANCELLED: QT_TRANSLATE_NOOP("Kinds", "Canceled"),
        k.OutboxState.HANDED_OVER: QT_TRANSLATE_NOOP("Kinds", "In your mail app"),
        k.OutboxState.CONFIRMED: QT_TRANSLATE_NOOP("Kinds", "Sent from your mail app"),
    },
    k.Security: {
        k.Security.TLS: QT_TRANSLATE_NOOP("Kinds", "TLS"),
        k.Security.STARTTLS: QT_TRANSLATE_NOOP("Kinds", "STARTTLS"),
        k.Security.NONE: QT_TRANSLATE_NOOP("Kinds", "None, on this computer only"),
    },
    k.MaterialKind: {
        k.MaterialKind.CV: QT_TRANSLATE_NOOP("Kinds", "CV"),
        k.MaterialKind.STATEMENT: QT_TRANSLATE_NOOP("Kinds", "Personal statement"),
        k.MaterialKind.TRANSCRIPT: QT_TRANSLATE_NOOP("Kinds", "Transcript"),
        k.MaterialKind.PHOTO: QT_TRANSLATE_NOOP("Kinds", "Photo"),
        k.MaterialKind.PROGRAM_LIST: QT_TRANSLATE_NOOP("Kinds", "Program list"),
        k.MaterialKind.SHARED_WORK: QT_TRANSLATE_NOOP("Kinds", "Shared work"),
        k.MaterialKind.REQUEST_FORM: QT_TRANSLATE_NOOP("Kinds", "Letter Request Form"),
        k.MaterialKind.OTHER: QT_TRANSLATE_NOOP("Kinds", "Other file"),
    },
    k.Page: {
        k.Page.WELCOME: QT_TRANSLATE_NOOP("Kinds", "Welcome"),
        k.Page.TODAY: QT_TRANSLATE_NOOP("Kinds", "Today"),
        k.Page.MENTORS: QT_TRANSLATE_NOOP("Kinds", "Mentors"),
        k.Page.REQUESTS: QT_TRANSLATE_NOOP("Kinds", "Requests"),
        k.Page.APPLICATIONS: QT_TRANSLATE_NOOP("Kinds", "Applications"),
        k.Page.CALENDAR: QT_TRANSLATE_NOOP("Kinds", "Calendar"),
        k.Page.OUTBOX: QT_TRANSLATE_NOOP("Kinds", "Outbox"),
        k.Page.PRACTICE_INBOX: QT_TRANSLATE_NOOP("Kinds", "Practice inbox"),
        k.Page.NOTICES: QT_TRANSLATE_NOOP("Kinds", "Notices"),
        k.Page.SETTINGS: QT_TRANSLATE_NOOP("Kinds", "Settings"),
    },
}


def word(value: Enum) -> str:
    """Raises KeyError for a value that is never shown."""
    return QCoreApplication.translate(_CONTEXT, WORDS[type(value)][value])
