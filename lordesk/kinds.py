"""The enumerations of LoRDesk. They are stored by value: a value, once released, never changes."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class MentorRole(StrEnum):
    """What a mentor is to the applicant."""

    ATTENDING = "attending"
    SUB_I_ATTENDING = "sub_i_attending"
    CLERKSHIP_DIRECTOR = "clerkship_director"
    PROGRAM_DIRECTOR = "program_director"
    DEPARTMENT_CHAIR = "department_chair"
    RESIDENT = "resident"
    LONGITUDINAL = "longitudinal"
    RESEARCH_PI = "research_pi"
    RESEARCH_MENTOR = "research_mentor"
    COURSE_DIRECTOR = "course_director"
    SCIENCE_PROFESSOR = "science_professor"
    OTHER_PROFESSOR = "other_professor"
    ADVISER = "adviser"
    PREHEALTH_ADVISER = "prehealth_adviser"
    SHADOWED_PHYSICIAN = "shadowed_physician"
    SUPERVISOR = "supervisor"
    OTHER = "other"


class Channel(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    IN_PERSON = "in_person"
    ASSISTANT = "assistant"


class FitQuestion(StrEnum):
    """The five plain-word questions about fit, heaviest first."""

    DEPTH = "depth"
    OBSERVED = "observed"
    RELEVANCE = "relevance"
    COMMUNICATION = "communication"
    REPUTATION = "reputation"


class InteractionKind(StrEnum):
    ROTATION = "rotation"
    SHIFT = "shift"
    MEETING = "meeting"
    OFFICE_HOURS = "office_hours"
    FEEDBACK_ASKED = "feedback_asked"
    FEEDBACK_GIVEN = "feedback_given"
    FEEDBACK_ACTED_ON = "feedback_acted_on"
    PRESENTATION = "presentation"
    EMAIL = "email"
    MILESTONE = "milestone"
    UPDATE = "update"
    THANKS = "thanks"


class ApplicationKind(StrEnum):
    RESIDENCY = "residency"
    MEDICAL_SCHOOL = "medical_school"
    AWAY_ROTATION = "away_rotation"
    SCHOLARSHIP = "scholarship"
    OTHER = "other"


class LetterService(StrEnum):
    """Where a letter is handed in."""

    ERAS = "eras"
    AMCAS = "amcas"
    AACOMAS = "aacomas"
    TMDSAS = "tmdsas"
    RESIDENCYCAS = "residencycas"
    SF_MATCH = "sf_match"
    CASPA = "caspa"
    VSLO = "vslo"
    INTERFOLIO = "interfolio"
    PORTAL = "portal"


class LetterKind(StrEnum):
    NARRATIVE = "narrative"
    STANDARDIZED = "standardized"
    CHAIR = "chair"
    COMMITTEE = "committee"
    PACKET = "packet"
    CHARACTER = "character"


class SlotNeed(StrEnum):
    """What a slot asks of the writer of its letter."""

    ANY = "any"
    IN_SPECIALTY = "in_specialty"
    CHAIR = "chair"
    STANDARDIZED = "standardized"
    SCIENCE_FACULTY = "science_faculty"
    NON_SCIENCE = "non_science"
    PHYSICIAN = "physician"
    DO_PHYSICIAN = "do_physician"
    RESEARCH = "research"
    COMMUNITY = "community"
    CLINICAL = "clinical"
    COMMITTEE = "committee"


class Waiver(StrEnum):
    """Whether the applicant has waived the right to view the letter."""

    UNDECIDED = "undecided"
    WAIVED = "waived"
    KEPT = "kept"


class Stage(StrEnum):
    """One per request, in the order of the board."""

    PLANNED = "planned"
    ASKED = "asked"
    AGREED = "agreed"
    WRITING = "writing"
    SUBMITTED = "submitted"
    THANKED = "thanked"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Attention(IntEnum):
    """The one pill of a request; the lower number wins."""

    NEEDS_YOU = -1
    NOT_SENT = 0
    OVERDUE = 1
    NEW_REPLY = 2
    AT_RISK = 3
    THANKS_OWED = 4
    DUE_SOON = 5
    ON_TRACK = 6
    DONE = 7


class MoveCause(StrEnum):
    """What made a request move from one stage to another."""

    USER = "user"
    SENT = "sent"
    CONFIRMED_SENT = "confirmed_sent"
    IN_PERSON = "in_person"


class FactKind(StrEnum):
    """What happened beside the stages of a request, each on its day.

    A reply is unread until REPLY_READ; SETTLED says that the user has put a trouble right; REASON
    has the user's words on why a request was declined or withdrawn.
    """

    REPLY = "reply"
    REPLY_READ = "reply_read"
    ISSUED = "issued"
    OPENED = "opened"
    BOUNCED = "bounced"
    DENIED = "denied"
    RESCINDED = "rescinded"
    IMPORTED = "imported"
    SETTLED = "settled"
    REASON = "reason"


class WriterPart(StrEnum):
    """What one of several people does for a letter."""

    CONTACT = "contact"
    CHAIR = "chair"
    MEMBER = "member"
    CONTRIBUTOR = "contributor"


class DeclineReason(StrEnum):
    """Why a mentor says no, as the dialog offers it."""

    NOT_WELL_ENOUGH = "not_well_enough"
    NOT_STRONG = "not_strong"
    NO_TIME = "no_time"
    OTHER = "other"


class Signal(StrEnum):
    """How the writer sounded when asked."""

    KEEN = "keen"
    YES = "yes"
    HESITANT = "hesitant"
    NO = "no"


class DateKind(StrEnum):
    """Kinds of dates on the calendar, in their order within a day."""

    APPLICATION_DATE = "application_date"
    LETTER_DUE = "letter_due"
    ASK_BY = "ask_by"
    MEETING = "meeting"
    REMINDER = "reminder"
    DONE = "done"


class DateStatus(StrEnum):
    """How sure a date is."""

    CONFIRMED = "confirmed"
    PROJECTED = "projected"
    OWN = "own"


class FollowUpKind(StrEnum):
    """The steps of a plan."""

    NO_REPLY = "no_reply"
    TWO_WEEKS_BEFORE = "two_weeks_before"
    ONE_WEEK_BEFORE = "one_week_before"


class MessageKind(StrEnum):
    ASK = "ask"
    FOLLOW_UP = "follow_up"
    DUE_FOLLOW_UP = "due_follow_up"
    THANKS = "thanks"
    DECLINE_REPLY = "decline_reply"
    OUTCOME = "outcome"
    UPDATE = "update"
    COLD_START = "cold_start"


class Tone(StrEnum):
    WARM = "warm"
    FORMAL = "formal"
    BRIEF = "brief"


class Highlight(StrEnum):
    """What a writer may be asked to emphasize."""

    CLINICAL_REASONING = "clinical_reasoning"
    OWNERSHIP = "ownership"
    INDEPENDENCE_IN_RESEARCH = "independence_in_research"
    RESPONSE_TO_FEEDBACK = "response_to_feedback"
    WRITING_PRESENTING = "writing_presenting"
    TEAMWORK = "teamwork"
    TEACHING = "teaching"
    PERSEVERANCE = "perseverance"
    CURIOSITY = "curiosity"
    COMPASSION = "compassion"
    COMMUNICATION = "communication"
    LEADERSHIP = "leadership"


class SendWay(StrEnum):
    """The ways to send are equals."""

    SMTP = "smtp"
    MAIL_APP = "mail_app"
    IN_PERSON = "in_person"


class OutboxState(StrEnum):
    """Which may follow which is in `domain.outbox_states`."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENDING = "sending"
    DATA = "data"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    WAITING = "waiting"
    HELD = "held"
    CANCELLED = "cancelled"
    HANDED_OVER = "handed_over"
    CONFIRMED = "confirmed"


class Security(StrEnum):
    """How a connection to a mail server is protected. NONE is allowed on loopback only."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class MaterialKind(StrEnum):
    CV = "cv"
    STATEMENT = "statement"
    TRANSCRIPT = "transcript"
    PHOTO = "photo"
    PROGRAM_LIST = "program_list"
    SHARED_WORK = "shared_work"
    REQUEST_FORM = "request_form"
    OTHER = "other"


class Severity(StrEnum):
    """How much a finding of preflight or coverage weighs."""

    BLOCKS = "blocks"
    ACKNOWLEDGE = "acknowledge"
    HINT = "hint"
    PASS = "pass"


class NoticeKind(StrEnum):
    """What an entry of the in-app notice list is about."""

    DUE = "due"
    OVERDUE = "overdue"
    MAIL = "mail"
    SUMMARY = "summary"


class Page(StrEnum):
    """Every place of the app, as `--open` and notices name it."""

    WELCOME = "welcome"
    TODAY = "today"
    MENTORS = "mentors"
    REQUESTS = "requests"
    APPLICATIONS = "applications"
    CALENDAR = "calendar"
    OUTBOX = "outbox"
    PRACTICE_INBOX = "practice-inbox"
    NOTICES = "notices"
    SETTINGS = "settings"
