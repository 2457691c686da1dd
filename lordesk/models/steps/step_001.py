"""Schema 1: the whole shape of the data, so that later parts add to it without a rebuild.

Days are ISO text ("2026-08-18"), times of day "HH:MM", instants UTC text with a trailing "+00:00".
Roots carry `deleted_at` (the trash); archive is not delete.
"""

SQL = """
PRAGMA application_id = 1282363972;

CREATE TABLE profile (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
    school TEXT NOT NULL DEFAULT '', year TEXT NOT NULL DEFAULT '',
    signature TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '', service_ids TEXT NOT NULL DEFAULT '{}'
);
INSERT INTO profile (id) VALUES (1);

CREATE TABLE mentor (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', given TEXT NOT NULL DEFAULT '',
    family TEXT NOT NULL DEFAULT '', salutation TEXT NOT NULL DEFAULT '',
    pronouns TEXT NOT NULL DEFAULT '', initials TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'other', how_known TEXT NOT NULL DEFAULT '',
    specialty TEXT NOT NULL DEFAULT '', institution TEXT NOT NULL DEFAULT '',
    department TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '', alternate_email TEXT NOT NULL DEFAULT '',
    assistant_email TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
    postal_address TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL DEFAULT 'email',
    zone TEXT NOT NULL DEFAULT '', work_start TEXT, work_end TEXT,
    holiday_region TEXT NOT NULL DEFAULT '',
    known_from TEXT, known_to TEXT, settings_shared TEXT NOT NULL DEFAULT '',
    leaving_on TEXT, leave_from TEXT, leave_to TEXT,
    letters_for_others INTEGER NOT NULL DEFAULT 0,
    follow_up_cap INTEGER, follow_up_not_before TEXT, stay_in_touch_days INTEGER,
    tags TEXT NOT NULL DEFAULT '[]', notes TEXT NOT NULL DEFAULT '',
    photo TEXT NOT NULL DEFAULT '',
    archived_at TEXT, deleted_at TEXT, sample INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL
);

CREATE TABLE fit_answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mentor_id INTEGER NOT NULL REFERENCES mentor (id) ON DELETE CASCADE,
    application_id INTEGER REFERENCES application (id) ON DELETE CASCADE,
    question TEXT NOT NULL, level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    evidence TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX fit_answer_once
    ON fit_answer (mentor_id, question, IFNULL(application_id, 0));

CREATE TABLE interaction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mentor_id INTEGER NOT NULL REFERENCES mentor (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, on_date TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
    sample INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX interaction_by_mentor ON interaction (mentor_id, on_date);

CREATE TABLE moment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mentor_id INTEGER NOT NULL REFERENCES mentor (id) ON DELETE CASCADE,
    text TEXT NOT NULL, on_date TEXT, sample INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX moment_by_mentor ON moment (mentor_id);

CREATE TABLE application (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL,
    service TEXT, season TEXT NOT NULL DEFAULT '', specialty TEXT NOT NULL DEFAULT '',
    goals TEXT NOT NULL DEFAULT '{}',
    hard_on TEXT, hard_time TEXT, hard_zone TEXT NOT NULL DEFAULT '',
    hard_status TEXT NOT NULL DEFAULT 'own', hard_source TEXT NOT NULL DEFAULT '',
    letters_by TEXT, cap INTEGER,
    archived_at TEXT, deleted_at TEXT, sample INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL
);

CREATE TABLE application_date (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    code TEXT NOT NULL DEFAULT '', title TEXT NOT NULL, on_date TEXT NOT NULL, at_time TEXT,
    zone TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'own',
    source TEXT NOT NULL DEFAULT '', sample INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX application_date_by_day ON application_date (on_date);
CREATE INDEX application_date_by_application ON application_date (application_id);

CREATE TABLE target (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    name TEXT NOT NULL, place TEXT NOT NULL DEFAULT '',
    min_letters INTEGER NOT NULL DEFAULT 3, needs TEXT NOT NULL DEFAULT '[]', cap INTEGER,
    applied_on TEXT, deadline_on TEXT, notes TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0, sample INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX target_by_application ON target (application_id);

CREATE TABLE mentor_target (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mentor_id INTEGER NOT NULL REFERENCES mentor (id) ON DELETE CASCADE,
    target_id INTEGER NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    link TEXT NOT NULL, UNIQUE (mentor_id, target_id, link)
);
CREATE INDEX mentor_target_by_target ON mentor_target (target_id);

CREATE TABLE slot (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    title TEXT NOT NULL, need TEXT NOT NULL DEFAULT 'any',
    rule TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX slot_by_application ON slot (application_id);

CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER REFERENCES application (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'narrative', service TEXT,
    waiver TEXT NOT NULL DEFAULT 'undecided', waiver_on TEXT,
    reference TEXT NOT NULL DEFAULT '',
    hard_on TEXT, hard_time TEXT, hard_zone TEXT NOT NULL DEFAULT '',
    soft_on TEXT, planned_ask_on TEXT,
    deleted_at TEXT, sample INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL
);
CREATE INDEX letter_by_application ON letter (application_id);

CREATE TABLE letter_writer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    mentor_id INTEGER NOT NULL REFERENCES mentor (id) ON DELETE CASCADE,
    part TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (letter_id, mentor_id)
);
CREATE INDEX letter_writer_by_mentor ON letter_writer (mentor_id);

CREATE TABLE slot_fill (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slot_id INTEGER NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
    letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    backup_rank INTEGER NOT NULL DEFAULT 0, UNIQUE (slot_id, letter_id)
);
CREATE INDEX slot_fill_by_letter ON slot_fill (letter_id);

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    target_id INTEGER NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    locked_at TEXT, UNIQUE (letter_id, target_id)
);
CREATE INDEX assignment_by_target ON assignment (target_id);

CREATE TABLE request (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_id INTEGER NOT NULL UNIQUE REFERENCES letter (id) ON DELETE CASCADE,
    stage TEXT NOT NULL DEFAULT 'planned', stage_on TEXT, asked_on TEXT, submitted_on TEXT,
    signal TEXT, decline_reason TEXT, suggested_person TEXT NOT NULL DEFAULT '',
    plan_sends_itself INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE request_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    from_stage TEXT, to_stage TEXT NOT NULL, on_date TEXT NOT NULL, cause TEXT NOT NULL
);
CREATE INDEX request_move_by_request ON request_move (request_id);

CREATE TABLE request_fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    fact TEXT NOT NULL, on_date TEXT NOT NULL, note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX request_fact_by_request ON request_fact (request_id);

CREATE TABLE plan_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, on_date TEXT NOT NULL, done_on TEXT
);
CREATE INDEX plan_item_by_request ON plan_item (request_id);
CREATE INDEX plan_item_by_day ON plan_item (on_date);

CREATE TABLE reminder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '',
    mentor_id INTEGER REFERENCES mentor (id) ON DELETE CASCADE,
    letter_id INTEGER REFERENCES letter (id) ON DELETE CASCADE,
    on_date TEXT NOT NULL, at_time TEXT, zone TEXT NOT NULL DEFAULT '',
    done_on TEXT, created_on TEXT NOT NULL,
    deleted_at TEXT, sample INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX reminder_by_day ON reminder (on_date);
CREATE INDEX reminder_open ON reminder (on_date) WHERE done_on IS NULL AND deleted_at IS NULL;
CREATE INDEX reminder_by_mentor ON reminder (mentor_id);
CREATE INDEX reminder_by_letter ON reminder (letter_id);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL, mentor_id INTEGER REFERENCES mentor (id) ON DELETE CASCADE,
    on_date TEXT NOT NULL, at_time TEXT, zone TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '', deleted_at TEXT, sample INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX meeting_by_day ON meeting (on_date);
CREATE INDEX meeting_by_mentor ON meeting (mentor_id);

CREATE TABLE file_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size INTEGER NOT NULL, added_at TEXT NOT NULL
);

CREATE TABLE material (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, file_id INTEGER NOT NULL REFERENCES file_version (id),
    name TEXT NOT NULL, added_at TEXT NOT NULL, replaced_at TEXT,
    deleted_at TEXT, sample INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX material_by_file ON material (file_id);

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    target_id INTEGER REFERENCES target (id) ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES file_version (id),
    name TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', added_at TEXT NOT NULL
);
CREATE INDEX evidence_by_letter ON evidence (letter_id);
CREATE INDEX evidence_by_target ON evidence (target_id);
CREATE INDEX evidence_by_file ON evidence (file_id);

CREATE TABLE template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, tone TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
    UNIQUE (kind, tone)
);

CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    request_id INTEGER REFERENCES request (id) ON DELETE CASCADE,
    mentor_id INTEGER REFERENCES mentor (id) ON DELETE CASCADE,
    plan_item_id INTEGER REFERENCES plan_item (id) ON DELETE SET NULL,
    to_name TEXT NOT NULL DEFAULT '', to_address TEXT NOT NULL,
    cc_address TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL, body TEXT NOT NULL,
    test INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL
);
CREATE INDEX message_by_request ON message (request_id);
CREATE INDEX message_by_mentor ON message (mentor_id);
CREATE INDEX message_by_plan_item ON message (plan_item_id);

CREATE TABLE message_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES file_version (id),
    name TEXT NOT NULL, material TEXT, position INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX message_file_by_message ON message_file (message_id);
CREATE INDEX message_file_by_file ON message_file (file_id);

CREATE TABLE rule_edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pack TEXT NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL, shipped_value TEXT NOT NULL,
    UNIQUE (pack, path)
);

-- From here on: no undo. What the world has seen is not taken back by Ctrl+Z.

CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    address TEXT NOT NULL, display_name TEXT NOT NULL DEFAULT '',
    provider TEXT NOT NULL DEFAULT '', host TEXT NOT NULL, port INTEGER NOT NULL,
    security TEXT NOT NULL, username TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
    tested_at TEXT, practice INTEGER NOT NULL DEFAULT 0, removed_at TEXT,
    pin TEXT NOT NULL DEFAULT '', size_limit INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE outbox_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
    way TEXT NOT NULL, account_id INTEGER REFERENCES account (id),
    header_id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    not_before TEXT, lease_until TEXT, retry_at TEXT,
    error_code TEXT NOT NULL DEFAULT '', reply_code INTEGER NOT NULL DEFAULT 0,
    reply TEXT NOT NULL DEFAULT '', changed_at TEXT NOT NULL, created_at TEXT NOT NULL,
    resend_of INTEGER REFERENCES outbox_entry (id), step_id INTEGER
);
CREATE INDEX outbox_entry_by_message ON outbox_entry (message_id);
CREATE INDEX outbox_entry_open ON outbox_entry (state, not_before);
CREATE INDEX outbox_entry_by_account ON outbox_entry (account_id);
CREATE INDEX outbox_entry_by_resend ON outbox_entry (resend_of);

CREATE TABLE outbox_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES outbox_entry (id) ON DELETE CASCADE,
    from_state TEXT, to_state TEXT NOT NULL, at TEXT NOT NULL, detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX outbox_event_by_entry ON outbox_event (entry_id);

CREATE TABLE wizard_draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL, state TEXT NOT NULL, saved_at TEXT NOT NULL
);

CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, code TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '',
    letter_id INTEGER REFERENCES letter (id) ON DELETE CASCADE,
    mentor_id INTEGER REFERENCES mentor (id) ON DELETE CASCADE,
    reminder_id INTEGER REFERENCES reminder (id) ON DELETE CASCADE,
    page TEXT NOT NULL, due_on TEXT, shown_at TEXT NOT NULL, read_at TEXT, done_at TEXT,
    snoozed_until TEXT
);
CREATE INDEX notice_by_letter ON notice (letter_id);
CREATE INDEX notice_by_mentor ON notice (mentor_id);
CREATE INDEX notice_by_reminder ON notice (reminder_id);

CREATE TABLE host_contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    host TEXT NOT NULL, port INTEGER NOT NULL, purpose TEXT NOT NULL,
    last_at TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1, UNIQUE (host, port, purpose)
);

CREATE TABLE practice_mail (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    header_id TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
    arrived_at TEXT NOT NULL, content BLOB NOT NULL
);

CREATE TABLE undo_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL, data TEXT NOT NULL DEFAULT '{}', at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open'
        CHECK (state IN ('open', 'done', 'undone', 'closed'))
);
CREATE TABLE undo_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL, row_id INTEGER NOT NULL,
    before TEXT, after TEXT
);
CREATE INDEX undo_change_by_step ON undo_change (step_id);
CREATE TABLE undo_recorder (
    id INTEGER PRIMARY KEY CHECK (id = 1), step_id INTEGER
);
INSERT INTO undo_recorder (id, step_id) VALUES (1, NULL);
"""
