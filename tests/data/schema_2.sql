PRAGMA application_id = 1282363972;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    address TEXT NOT NULL, display_name TEXT NOT NULL DEFAULT '',
    provider TEXT NOT NULL DEFAULT '', host TEXT NOT NULL, port INTEGER NOT NULL,
    security TEXT NOT NULL, username TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
    tested_at TEXT, practice INTEGER NOT NULL DEFAULT 0, removed_at TEXT,
    pin TEXT NOT NULL DEFAULT '', size_limit INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "account" VALUES(1,'praman@northfield.example','','','mail.northfield.example',587,'starttls','praman','k-1',NULL,0,NULL,'',0);
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
, previous_id INTEGER
    REFERENCES application (id) ON DELETE SET NULL);
INSERT INTO "application" VALUES(1,'Internal Medicine','categorical','residency','eras','2027','Internal Medicine','{"emphasis": "clinical", "setting": "academic", "degree": "md"}','2026-09-23','09:00','America/New_York','projected','AAMC, ERAS 2027 season calendar','2026-09-16',4,NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00',NULL);
INSERT INTO "application" VALUES(2,'Primary Care track','','residency','eras','2027','Internal Medicine','{"emphasis": "service", "setting": "community", "degree": "md"}','2026-09-23','09:00','America/New_York','projected','AAMC, ERAS 2027 season calendar','2026-09-16',4,NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00',1);
INSERT INTO "application" VALUES(3,'Harlan Scholarship','School award','scholarship','portal','2026','','{"emphasis": "research"}','2026-08-28','17:00','America/New_York','confirmed','Office of Student Affairs','2026-08-28',NULL,NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00',NULL);
CREATE TABLE application_date (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    code TEXT NOT NULL DEFAULT '', title TEXT NOT NULL, on_date TEXT NOT NULL, at_time TEXT,
    zone TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'own',
    source TEXT NOT NULL DEFAULT '', sample INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "application_date" VALUES(1,1,'submissions','ERAS submissions','2026-09-02','09:00','America/New_York','projected','AAMC, ERAS 2027 season calendar',1);
INSERT INTO "application_date" VALUES(2,1,'review','Program review','2026-09-23','09:00','America/New_York','projected','AAMC, ERAS 2027 season calendar',1);
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    target_id INTEGER NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    locked_at TEXT, UNIQUE (letter_id, target_id)
);
INSERT INTO "assignment" VALUES(1,1,1,NULL);
INSERT INTO "assignment" VALUES(2,2,1,NULL);
INSERT INTO "assignment" VALUES(3,3,1,NULL);
INSERT INTO "assignment" VALUES(4,4,1,NULL);
INSERT INTO "assignment" VALUES(5,1,2,NULL);
INSERT INTO "assignment" VALUES(6,2,2,NULL);
INSERT INTO "assignment" VALUES(7,3,2,NULL);
INSERT INTO "assignment" VALUES(8,4,2,NULL);
INSERT INTO "assignment" VALUES(9,1,3,NULL);
INSERT INTO "assignment" VALUES(10,2,3,NULL);
INSERT INTO "assignment" VALUES(11,3,3,NULL);
INSERT INTO "assignment" VALUES(12,4,3,NULL);
INSERT INTO "assignment" VALUES(13,1,4,NULL);
INSERT INTO "assignment" VALUES(14,2,4,NULL);
INSERT INTO "assignment" VALUES(15,4,4,NULL);
INSERT INTO "assignment" VALUES(16,5,4,NULL);
INSERT INTO "assignment" VALUES(17,1,5,NULL);
INSERT INTO "assignment" VALUES(18,2,5,NULL);
INSERT INTO "assignment" VALUES(19,4,5,NULL);
INSERT INTO "assignment" VALUES(20,1,6,NULL);
INSERT INTO "assignment" VALUES(21,3,6,NULL);
INSERT INTO "assignment" VALUES(22,4,6,NULL);
INSERT INTO "assignment" VALUES(23,1,7,NULL);
INSERT INTO "assignment" VALUES(24,2,7,NULL);
INSERT INTO "assignment" VALUES(25,3,7,NULL);
INSERT INTO "assignment" VALUES(26,4,7,NULL);
INSERT INTO "assignment" VALUES(27,1,8,NULL);
INSERT INTO "assignment" VALUES(28,2,8,NULL);
INSERT INTO "assignment" VALUES(29,3,8,NULL);
INSERT INTO "assignment" VALUES(30,4,8,NULL);
INSERT INTO "assignment" VALUES(31,1,9,NULL);
INSERT INTO "assignment" VALUES(32,2,9,NULL);
INSERT INTO "assignment" VALUES(33,4,9,NULL);
INSERT INTO "assignment" VALUES(34,1,10,NULL);
INSERT INTO "assignment" VALUES(35,2,10,NULL);
INSERT INTO "assignment" VALUES(36,3,10,NULL);
INSERT INTO "assignment" VALUES(37,4,10,NULL);
INSERT INTO "assignment" VALUES(38,1,11,NULL);
INSERT INTO "assignment" VALUES(39,2,11,NULL);
INSERT INTO "assignment" VALUES(40,3,11,NULL);
INSERT INTO "assignment" VALUES(41,4,11,NULL);
INSERT INTO "assignment" VALUES(42,1,12,NULL);
INSERT INTO "assignment" VALUES(43,2,12,NULL);
INSERT INTO "assignment" VALUES(44,3,12,NULL);
INSERT INTO "assignment" VALUES(45,4,12,NULL);
INSERT INTO "assignment" VALUES(46,1,13,NULL);
INSERT INTO "assignment" VALUES(47,2,13,NULL);
INSERT INTO "assignment" VALUES(48,3,13,NULL);
INSERT INTO "assignment" VALUES(49,4,13,NULL);
INSERT INTO "assignment" VALUES(50,1,14,NULL);
INSERT INTO "assignment" VALUES(51,2,14,NULL);
INSERT INTO "assignment" VALUES(52,3,14,NULL);
INSERT INTO "assignment" VALUES(53,4,14,NULL);
INSERT INTO "assignment" VALUES(54,1,15,NULL);
INSERT INTO "assignment" VALUES(55,4,15,NULL);
INSERT INTO "assignment" VALUES(56,8,15,NULL);
INSERT INTO "assignment" VALUES(57,1,16,NULL);
INSERT INTO "assignment" VALUES(58,4,16,NULL);
INSERT INTO "assignment" VALUES(59,8,16,NULL);
INSERT INTO "assignment" VALUES(60,1,17,NULL);
INSERT INTO "assignment" VALUES(61,4,17,NULL);
INSERT INTO "assignment" VALUES(62,8,17,NULL);
INSERT INTO "assignment" VALUES(63,1,18,NULL);
INSERT INTO "assignment" VALUES(64,4,18,NULL);
INSERT INTO "assignment" VALUES(65,8,18,NULL);
INSERT INTO "assignment" VALUES(66,1,19,NULL);
INSERT INTO "assignment" VALUES(67,4,19,NULL);
INSERT INTO "assignment" VALUES(68,8,19,NULL);
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    target_id INTEGER REFERENCES target (id) ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES file_version (id),
    name TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', added_at TEXT NOT NULL
);
INSERT INTO "evidence" VALUES(1,1,NULL,1,'proof.png','','2026-08-18T13:00:00.000000+00:00');
CREATE TABLE file_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size INTEGER NOT NULL, added_at TEXT NOT NULL
);
INSERT INTO "file_version" VALUES(1,'c6a8a0aab2a4dd35d8c8236639586a782d7a1afa3be10049df173cce0133ed15',2137,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "file_version" VALUES(2,'81ab05d647235dff614ca660acfd198ea5b4ab1de933110ade5ba0992cab4f9b',1653,'2026-08-18T13:00:00.000000+00:00');
CREATE TABLE fit_answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mentor_id INTEGER NOT NULL REFERENCES mentor (id) ON DELETE CASCADE,
    application_id INTEGER REFERENCES application (id) ON DELETE CASCADE,
    question TEXT NOT NULL, level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    evidence TEXT NOT NULL DEFAULT ''
);
INSERT INTO "fit_answer" VALUES(1,1,NULL,'depth',4,'4-week sub-I, 2 feedback talks');
INSERT INTO "fit_answer" VALUES(2,1,NULL,'observed',4,'Daily rounds and admissions');
INSERT INTO "fit_answer" VALUES(3,1,NULL,'relevance',4,'Internal medicine faculty');
INSERT INTO "fit_answer" VALUES(4,1,NULL,'communication',4,'Replies within a day');
INSERT INTO "fit_answer" VALUES(5,1,NULL,'reputation',1,'Ward director');
INSERT INTO "fit_answer" VALUES(6,2,NULL,'depth',4,'Weekly clinic since first year');
INSERT INTO "fit_answer" VALUES(7,2,NULL,'observed',4,'Watched visits from start to finish');
INSERT INTO "fit_answer" VALUES(8,2,NULL,'relevance',3,'Knows the care of older adults');
INSERT INTO "fit_answer" VALUES(9,2,NULL,'communication',3,'Replies within three days');
INSERT INTO "fit_answer" VALUES(10,2,NULL,'reputation',2,'Clinic lead');
INSERT INTO "fit_answer" VALUES(11,3,NULL,'depth',3,'8 weeks, then two meetings');
INSERT INTO "fit_answer" VALUES(12,3,NULL,'observed',4,'Rounded together every day');
INSERT INTO "fit_answer" VALUES(13,3,NULL,'relevance',4,'Internal medicine faculty');
INSERT INTO "fit_answer" VALUES(14,3,NULL,'communication',3,'Replies within three days');
INSERT INTO "fit_answer" VALUES(15,3,NULL,'reputation',3,'Associate clerkship director');
INSERT INTO "fit_answer" VALUES(16,4,NULL,'depth',3,'Two years of Thursday evenings');
INSERT INTO "fit_answer" VALUES(17,4,NULL,'observed',3,'Most visits staffed together');
INSERT INTO "fit_answer" VALUES(18,4,NULL,'relevance',3,'Family medicine, community care');
INSERT INTO "fit_answer" VALUES(19,4,NULL,'communication',4,'Replies within a day');
INSERT INTO "fit_answer" VALUES(20,4,NULL,'reputation',3,'Known across the county');
INSERT INTO "fit_answer" VALUES(21,5,NULL,'depth',4,'Two years on one cohort');
INSERT INTO "fit_answer" VALUES(22,5,NULL,'observed',2,'Weekly meetings, some clinic');
INSERT INTO "fit_answer" VALUES(23,5,NULL,'relevance',2,'Cardiology faculty');
INSERT INTO "fit_answer" VALUES(24,5,NULL,'communication',4,'Replies within a day');
INSERT INTO "fit_answer" VALUES(25,5,NULL,'reputation',3,'Leads a national registry');
INSERT INTO "fit_answer" VALUES(26,6,NULL,'depth',3,'4-week elective, teaching together');
INSERT INTO "fit_answer" VALUES(27,6,NULL,'observed',3,'Consults every morning');
INSERT INTO "fit_answer" VALUES(28,6,NULL,'relevance',3,'Internal medicine subspecialty');
INSERT INTO "fit_answer" VALUES(29,6,NULL,'communication',3,'Replies within three days');
INSERT INTO "fit_answer" VALUES(30,6,NULL,'reputation',1,'Well liked by residents');
INSERT INTO "fit_answer" VALUES(31,7,NULL,'depth',3,'Two summers in the group');
INSERT INTO "fit_answer" VALUES(32,7,NULL,'observed',2,'Weekly lab meeting');
INSERT INTO "fit_answer" VALUES(33,7,NULL,'relevance',3,'Population health research');
INSERT INTO "fit_answer" VALUES(34,7,NULL,'communication',3,'Replies within three days');
INSERT INTO "fit_answer" VALUES(35,7,NULL,'reputation',3,'Widely cited');
INSERT INTO "fit_answer" VALUES(36,8,NULL,'depth',2,'2 weeks on nights');
INSERT INTO "fit_answer" VALUES(37,8,NULL,'observed',3,'Most admissions together');
INSERT INTO "fit_answer" VALUES(38,8,NULL,'relevance',3,'Internal medicine subspecialty');
INSERT INTO "fit_answer" VALUES(39,8,NULL,'communication',3,'Replies within three days');
INSERT INTO "fit_answer" VALUES(40,8,NULL,'reputation',2,'Unit director');
INSERT INTO "fit_answer" VALUES(41,9,NULL,'depth',1,'Two meetings');
INSERT INTO "fit_answer" VALUES(42,9,NULL,'observed',2,'Heard one grand rounds talk');
INSERT INTO "fit_answer" VALUES(43,9,NULL,'relevance',4,'Chair letter, required by most programs');
INSERT INTO "fit_answer" VALUES(44,9,NULL,'communication',2,'Replies within three days');
INSERT INTO "fit_answer" VALUES(45,9,NULL,'reputation',3,'Chair of the department');
INSERT INTO "fit_answer" VALUES(46,10,NULL,'depth',2,'6-week clerkship');
INSERT INTO "fit_answer" VALUES(47,10,NULL,'observed',2,'Interviews twice a week');
INSERT INTO "fit_answer" VALUES(48,10,NULL,'relevance',2,'Good with hard conversations');
INSERT INTO "fit_answer" VALUES(49,10,NULL,'communication',2,'Replies within three days');
INSERT INTO "fit_answer" VALUES(50,10,NULL,'reputation',3,'Clerkship director');
INSERT INTO "fit_answer" VALUES(51,11,NULL,'depth',2,'8-week clerkship');
INSERT INTO "fit_answer" VALUES(52,11,NULL,'observed',2,'In the operating room together');
INSERT INTO "fit_answer" VALUES(53,11,NULL,'relevance',1,'Surgery, not medicine');
INSERT INTO "fit_answer" VALUES(54,11,NULL,'communication',3,'Replies within three days');
INSERT INTO "fit_answer" VALUES(55,11,NULL,'reputation',0,'New on the faculty');
INSERT INTO "fit_answer" VALUES(56,12,NULL,'depth',3,'Two courses and a thesis');
INSERT INTO "fit_answer" VALUES(57,12,NULL,'observed',2,'Lab course');
INSERT INTO "fit_answer" VALUES(58,12,NULL,'relevance',0,'Not needed for residency');
INSERT INTO "fit_answer" VALUES(59,12,NULL,'communication',2,'Replies within a week');
INSERT INTO "fit_answer" VALUES(60,12,NULL,'reputation',2,'Known in her field');
INSERT INTO "fit_answer" VALUES(61,13,NULL,'depth',2,'Four years of meetings');
INSERT INTO "fit_answer" VALUES(62,13,NULL,'observed',0,'Never saw clinical work');
INSERT INTO "fit_answer" VALUES(63,13,NULL,'relevance',0,'Not needed for residency');
INSERT INTO "fit_answer" VALUES(64,13,NULL,'communication',3,'Replies within three days');
INSERT INTO "fit_answer" VALUES(65,13,NULL,'reputation',1,'Committee chair');
INSERT INTO "fit_answer" VALUES(66,1,2,'relevance',3,'Hospital medicine, teaches residents in primary care');
INSERT INTO "fit_answer" VALUES(67,2,2,'relevance',4,'Sees his own panel every week');
INSERT INTO "fit_answer" VALUES(68,3,2,'relevance',4,'General medicine clinic and wards');
INSERT INTO "fit_answer" VALUES(69,4,2,'relevance',4,'Runs a primary care clinic');
INSERT INTO "fit_answer" VALUES(70,5,2,'relevance',1,'Cardiology, some prevention');
INSERT INTO "fit_answer" VALUES(71,6,2,'relevance',2,'Kidney disease in primary care');
INSERT INTO "fit_answer" VALUES(72,7,2,'relevance',2,'Population health research');
INSERT INTO "fit_answer" VALUES(73,8,2,'relevance',1,'Critical care');
INSERT INTO "fit_answer" VALUES(74,9,2,'relevance',3,'Chair of medicine');
INSERT INTO "fit_answer" VALUES(75,10,2,'relevance',2,'Mental health in primary care');
INSERT INTO "fit_answer" VALUES(76,11,2,'relevance',0,'Surgery');
CREATE TABLE host_contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    host TEXT NOT NULL, port INTEGER NOT NULL, purpose TEXT NOT NULL,
    last_at TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1, UNIQUE (host, port, purpose)
);
INSERT INTO "host_contact" VALUES(1,'mail.northfield.example',587,'send','2026-08-18T13:00:00.000000+00:00',1);
CREATE TABLE interaction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mentor_id INTEGER NOT NULL REFERENCES mentor (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, on_date TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
    sample INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "interaction" VALUES(1,1,'email','2026-08-13','Asked for an updated CV','Send the updated CV',NULL,1);
INSERT INTO "interaction" VALUES(2,1,'email','2026-08-03','Agreed to write a strong letter','',NULL,1);
INSERT INTO "interaction" VALUES(3,1,'feedback_given','2026-07-31','End-of-rotation feedback','Ask for one thing to work on next',NULL,1);
INSERT INTO "interaction" VALUES(4,1,'feedback_given','2026-07-17','Mid-rotation feedback: present the plan before the data','',NULL,1);
INSERT INTO "interaction" VALUES(5,1,'feedback_acted_on','2026-07-20','Presented plan first on rounds, as suggested','',NULL,1);
INSERT INTO "interaction" VALUES(6,1,'rotation','2026-07-06','Sub-internship on the wards, four weeks','',NULL,1);
INSERT INTO "interaction" VALUES(7,2,'thanks','2026-08-06','Thanked for the internal medicine letter','',NULL,1);
INSERT INTO "interaction" VALUES(8,2,'milestone','2026-08-05','Letter shows as received in MyERAS','',NULL,1);
INSERT INTO "interaction" VALUES(9,2,'meeting','2026-07-14','Talked about the Harlan Scholarship after clinic','',NULL,1);
INSERT INTO "interaction" VALUES(10,2,'feedback_given','2026-05-19','Said that patients ask for me by name','',NULL,1);
INSERT INTO "interaction" VALUES(11,2,'presentation','2025-10-07','Presented the falls project at clinic rounds','',NULL,1);
INSERT INTO "interaction" VALUES(12,2,'shift','2023-09-05','First afternoon in clinic','',NULL,1);
INSERT INTO "interaction" VALUES(13,3,'milestone','2026-08-11','Letter shows as received in MyERAS','Write a thank-you note',NULL,1);
INSERT INTO "interaction" VALUES(14,3,'meeting','2026-06-29','Asked for a letter in person, agreed at once','',NULL,1);
INSERT INTO "interaction" VALUES(15,3,'office_hours','2026-03-12','Went through the step 2 plan','',NULL,1);
INSERT INTO "interaction" VALUES(16,3,'feedback_given','2025-10-24','Final clerkship feedback: honors','',NULL,1);
INSERT INTO "interaction" VALUES(17,3,'rotation','2025-09-01','Medicine clerkship, eight weeks','',NULL,1);
INSERT INTO "interaction" VALUES(18,4,'email','2026-08-17','“Of course, Priya. Where do I upload it?”','Send the portal link',NULL,1);
INSERT INTO "interaction" VALUES(19,4,'meeting','2026-07-24','Asked for a letter after clinic','',NULL,1);
INSERT INTO "interaction" VALUES(20,4,'milestone','2026-04-02','Vaccine evening: 140 people in one night','',NULL,1);
INSERT INTO "interaction" VALUES(21,4,'shift','2024-01-15','First evening at the free clinic','',NULL,1);
INSERT INTO "interaction" VALUES(22,5,'email','2026-08-09','Sent the last figures for the abstract','',NULL,1);
INSERT INTO "interaction" VALUES(23,5,'meeting','2026-06-11','Planned the manuscript','',NULL,1);
INSERT INTO "interaction" VALUES(24,5,'presentation','2025-11-15','Poster at the regional meeting','',NULL,1);
INSERT INTO "interaction" VALUES(25,5,'feedback_acted_on','2025-03-18','Rewrote the methods after his notes','',NULL,1);
INSERT INTO "interaction" VALUES(26,5,'meeting','2024-06-03','Joined the atrial fibrillation cohort','',NULL,1);
INSERT INTO "interaction" VALUES(27,6,'email','2026-08-07','Asked for a letter for Internal Medicine','',NULL,1);
INSERT INTO "interaction" VALUES(28,6,'feedback_given','2026-03-27','Elective feedback: careful, kind, thorough','',NULL,1);
INSERT INTO "interaction" VALUES(29,6,'rotation','2026-03-02','Nephrology elective, four weeks','',NULL,1);
INSERT INTO "interaction" VALUES(30,7,'meeting','2026-07-16','Talked about the Harlan Scholarship','Ask for the letter by mid August',NULL,1);
INSERT INTO "interaction" VALUES(31,7,'presentation','2025-08-22','Presented the summer project','',NULL,1);
INSERT INTO "interaction" VALUES(32,7,'meeting','2024-09-09','Joined the group','',NULL,1);
INSERT INTO "interaction" VALUES(33,8,'email','2026-07-30','Said no: too many letters this season. Suggested Dr. Osei','',NULL,1);
INSERT INTO "interaction" VALUES(34,8,'email','2026-07-20','Asked for a letter for Internal Medicine','',NULL,1);
INSERT INTO "interaction" VALUES(35,8,'rotation','2026-04-06','MICU, two weeks','',NULL,1);
INSERT INTO "interaction" VALUES(36,9,'email','2026-08-18','“Happy to. Could you send me your CV and statement first?”','Send CV and statement',NULL,1);
INSERT INTO "interaction" VALUES(37,9,'email','2026-08-10','Asked for the chair letter','',NULL,1);
INSERT INTO "interaction" VALUES(38,9,'meeting','2026-05-04','First meeting about internal medicine','',NULL,1);
INSERT INTO "interaction" VALUES(39,10,'email','2026-06-05','Sent an article she had mentioned','',NULL,1);
INSERT INTO "interaction" VALUES(40,10,'feedback_given','2026-02-20','Clerkship feedback','',NULL,1);
INSERT INTO "interaction" VALUES(41,10,'rotation','2026-01-12','Psychiatry clerkship, six weeks','',NULL,1);
INSERT INTO "interaction" VALUES(42,11,'email','2026-06-18','Update on the internal medicine plan','',NULL,1);
INSERT INTO "interaction" VALUES(43,11,'feedback_given','2025-12-19','Clerkship feedback: steady under pressure','',NULL,1);
INSERT INTO "interaction" VALUES(44,11,'rotation','2025-11-03','Surgery clerkship, eight weeks','',NULL,1);
INSERT INTO "interaction" VALUES(45,12,'thanks','2022-06-10','Thanked for the medical school letter','',NULL,1);
INSERT INTO "interaction" VALUES(46,12,'office_hours','2019-09-03','First office hours','',NULL,1);
INSERT INTO "interaction" VALUES(47,13,'thanks','2022-06-10','Thanked for the committee letter','',NULL,1);
INSERT INTO "interaction" VALUES(48,13,'meeting','2019-10-14','First advising meeting','',NULL,1);
CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER REFERENCES application (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'narrative', service TEXT,
    waiver TEXT NOT NULL DEFAULT 'undecided', waiver_on TEXT,
    reference TEXT NOT NULL DEFAULT '',
    hard_on TEXT, hard_time TEXT, hard_zone TEXT NOT NULL DEFAULT '',
    soft_on TEXT, planned_ask_on TEXT,
    deleted_at TEXT, sample INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL
, with_narrative INTEGER NOT NULL DEFAULT 0, carried_from_id INTEGER REFERENCES letter (id) ON DELETE SET NULL);
INSERT INTO "letter" VALUES(1,1,'','narrative','eras','waived','2026-08-03','','2026-09-23','09:00','America/New_York','2026-09-16','2026-06-29',NULL,1,'2026-08-18T13:00:00.000000+00:00',0,NULL);
INSERT INTO "letter" VALUES(2,1,'','narrative','eras','waived','2026-08-03','','2026-09-23','09:00','America/New_York','2026-09-09','2026-08-03',NULL,1,'2026-08-18T13:00:00.000000+00:00',1,NULL);
INSERT INTO "letter" VALUES(3,1,'','chair','eras','waived','2026-08-03','','2026-09-23','09:00','America/New_York','2026-09-16','2026-08-10',NULL,1,'2026-08-18T13:00:00.000000+00:00',0,1);
INSERT INTO "letter" VALUES(4,1,'','narrative','eras','waived','2026-08-03','','2026-09-23','09:00','America/New_York','2026-09-16','2026-06-22',NULL,1,'2026-08-18T13:00:00.000000+00:00',0,NULL);
INSERT INTO "letter" VALUES(5,1,'','narrative','eras','waived','2026-08-03','','2026-09-23','09:00','America/New_York','2026-09-16','2026-08-07',NULL,1,'2026-08-18T13:00:00.000000+00:00',0,NULL);
INSERT INTO "letter" VALUES(6,1,'','narrative','eras','waived','2026-08-03','','2026-09-23','09:00','America/New_York','2026-09-16','2026-08-21',NULL,1,'2026-08-18T13:00:00.000000+00:00',0,NULL);
INSERT INTO "letter" VALUES(7,1,'','narrative','eras','waived','2026-08-03','','2026-09-23','09:00','America/New_York','2026-09-16','2026-07-20',NULL,1,'2026-08-18T13:00:00.000000+00:00',0,NULL);
INSERT INTO "letter" VALUES(8,2,'','narrative','eras','waived','2026-08-03','','2026-09-23','09:00','America/New_York','2026-09-16','2026-07-24',NULL,1,'2026-08-18T13:00:00.000000+00:00',0,NULL);
INSERT INTO "letter" VALUES(9,3,'','narrative','portal','undecided',NULL,'','2026-08-28','17:00','America/New_York','2026-08-28','2026-07-14',NULL,1,'2026-08-18T13:00:00.000000+00:00',0,NULL);
INSERT INTO "letter" VALUES(10,3,'','narrative','portal','undecided',NULL,'','2026-08-28','17:00','America/New_York','2026-08-28','2026-08-14',NULL,1,'2026-08-18T13:00:00.000000+00:00',0,NULL);
CREATE TABLE letter_writer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    mentor_id INTEGER NOT NULL REFERENCES mentor (id) ON DELETE CASCADE,
    part TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (letter_id, mentor_id)
);
INSERT INTO "letter_writer" VALUES(1,1,3,'',0);
INSERT INTO "letter_writer" VALUES(2,2,1,'',0);
INSERT INTO "letter_writer" VALUES(3,3,9,'',0);
INSERT INTO "letter_writer" VALUES(4,4,2,'',0);
INSERT INTO "letter_writer" VALUES(5,5,6,'',0);
INSERT INTO "letter_writer" VALUES(6,6,5,'',0);
INSERT INTO "letter_writer" VALUES(7,7,8,'',0);
INSERT INTO "letter_writer" VALUES(8,8,4,'',0);
INSERT INTO "letter_writer" VALUES(9,9,2,'',0);
INSERT INTO "letter_writer" VALUES(10,10,7,'',0);
CREATE TABLE material (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, file_id INTEGER NOT NULL REFERENCES file_version (id),
    name TEXT NOT NULL, added_at TEXT NOT NULL, replaced_at TEXT,
    deleted_at TEXT, sample INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "material" VALUES(1,'cv',1,'CV_Raman.pdf','2026-08-12T14:00:00.000000+00:00',NULL,NULL,1);
INSERT INTO "material" VALUES(2,'request_form',2,'Letter_Request_Form.pdf','2026-08-03T14:00:00.000000+00:00',NULL,NULL,1);
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL, mentor_id INTEGER REFERENCES mentor (id) ON DELETE CASCADE,
    on_date TEXT NOT NULL, at_time TEXT, zone TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '', deleted_at TEXT, sample INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "meeting" VALUES(1,'Sub-I talk',1,'2026-07-30','16:00','America/New_York','Ward 4 East',NULL,1);
INSERT INTO "meeting" VALUES(2,'Chair',9,'2026-08-24','15:30','America/New_York','Department of Medicine',NULL,1);
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
INSERT INTO "mentor" VALUES(1,'Elena Marchetti','Dr.','Elena','Marchetti','Dr. Marchetti','she/her','EM','sub_i_attending','Sub-I attending','Hospital Medicine','Northfield University School of Medicine','Medicine','e.marchetti@northfield.example','','','','','email','',NULL,NULL,'','2026-07-06','2026-07-31','Ward 4 East',NULL,NULL,NULL,12,NULL,NULL,NULL,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(2,'Marcus Bell','Dr.','Marcus','Bell','Dr. Bell','','MB','longitudinal','Continuity clinic, 3 years','Geriatrics','Northfield University School of Medicine','Medicine','m.bell@northfield.example','','','','','email','',NULL,NULL,'','2023-09-05',NULL,'Monday clinic',NULL,NULL,NULL,20,NULL,NULL,60,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(3,'Daniel Kwan','Dr.','Daniel','Kwan','Dr. Kwan','','DK','attending','Clerkship attending','General Medicine','Northfield University School of Medicine','Medicine','d.kwan@northfield.example','','','','','email','',NULL,NULL,'','2025-09-01',NULL,'Wards 3 West',NULL,NULL,NULL,0,NULL,NULL,NULL,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(4,'Tomás Ibarra','Dr.','Tomás','Ibarra','Dr. Ibarra','','TI','supervisor','Free clinic director','Family Medicine','Riverbend Free Clinic','Family Medicine','t.ibarra@riverbend.example','','','','','email','',NULL,NULL,'','2024-01-15',NULL,'',NULL,NULL,NULL,8,NULL,NULL,NULL,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(5,'Samuel Adeyemi','Dr.','Samuel','Adeyemi','Dr. Adeyemi','','SA','research_mentor','Research mentor','Cardiology','Northfield University School of Medicine','Medicine','s.adeyemi@northfield.example','','','','','email','',NULL,NULL,'','2024-06-03',NULL,'',NULL,NULL,NULL,6,NULL,NULL,NULL,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(6,'Amara Osei','Dr.','Amara','Osei','Dr. Osei','','AO','attending','Elective attending','Nephrology','Northfield University School of Medicine','Medicine','a.osei@northfield.example','','','','','email','',NULL,NULL,'','2026-03-02',NULL,'',NULL,NULL,NULL,0,NULL,NULL,NULL,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(7,'Hannah Whitlock','Dr.','Hannah','Whitlock','Dr. Whitlock','','HW','research_pi','Research PI','Epidemiology','Northfield University School of Medicine','Population Health','h.whitlock@northfield.example','','','','','email','',NULL,NULL,'','2024-09-09',NULL,'',NULL,NULL,NULL,0,NULL,NULL,NULL,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(8,'Leila Haddad','Dr.','Leila','Haddad','Dr. Haddad','','LH','attending','MICU attending','Critical Care','Northfield University School of Medicine','Medicine','l.haddad@northfield.example','','','','','email','',NULL,NULL,'','2026-04-06',NULL,'',NULL,NULL,NULL,0,NULL,NULL,NULL,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(9,'Ruth Halvorsen','Dr.','Ruth','Halvorsen','Dr. Halvorsen','','RH','department_chair','Department chair','Internal Medicine','Northfield University School of Medicine','Medicine','r.halvorsen@northfield.example','','chair.office@northfield.example','','','email','',NULL,NULL,'','2026-05-04',NULL,'',NULL,NULL,NULL,40,NULL,NULL,NULL,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(10,'Joanna Feld','Dr.','Joanna','Feld','Dr. Feld','','JF','attending','Clerkship attending','Psychiatry','Northfield University School of Medicine','Psychiatry','j.feld@northfield.example','','','','','email','',NULL,NULL,'','2026-01-12',NULL,'',NULL,NULL,NULL,0,NULL,NULL,NULL,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(11,'Peter Nakamura','Dr.','Peter','Nakamura','Dr. Nakamura','','PN','attending','Clerkship attending','General Surgery','Northfield University School of Medicine','Surgery','p.nakamura@northfield.example','','','','','email','',NULL,NULL,'','2025-11-03',NULL,'',NULL,NULL,NULL,0,NULL,NULL,NULL,'[]','','',NULL,NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(12,'Karin Lindqvist','Prof.','Karin','Lindqvist','Prof. Lindqvist','','KL','science_professor','College biochemistry professor','Biochemistry','Marlow College','Chemistry','k.lindqvist@marlow.example','','','','','email','',NULL,NULL,'','2019-09-03',NULL,'',NULL,NULL,NULL,30,NULL,NULL,NULL,'[]','','','2026-08-18T13:00:00.000000+00:00',NULL,1,'2026-08-18T13:00:00.000000+00:00');
INSERT INTO "mentor" VALUES(13,'Oliver Grant','Mr.','Oliver','Grant','Mr. Grant','','OG','prehealth_adviser','Premed adviser','Advising','Marlow College','Student Affairs','o.grant@marlow.example','','','','','email','',NULL,NULL,'','2019-10-14',NULL,'',NULL,NULL,NULL,0,NULL,NULL,NULL,'[]','','','2026-08-18T13:00:00.000000+00:00',NULL,1,'2026-08-18T13:00:00.000000+00:00');
CREATE TABLE mentor_target (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mentor_id INTEGER NOT NULL REFERENCES mentor (id) ON DELETE CASCADE,
    target_id INTEGER NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    link TEXT NOT NULL, UNIQUE (mentor_id, target_id, link)
);
INSERT INTO "mentor_target" VALUES(1,1,1,'trained_there');
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
INSERT INTO "message" VALUES(1,'ask',6,6,NULL,'Dr. Amara Osei','a.osei@northfield.example','','Request for a strong letter','Dear Dr. Osei,
it''s a “test”.',0,'2026-08-18T13:00:00.000000+00:00');
CREATE TABLE message_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES file_version (id),
    name TEXT NOT NULL, material TEXT, position INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "message_file" VALUES(1,1,1,'CV_Raman.pdf','cv',0);
CREATE TABLE moment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mentor_id INTEGER NOT NULL REFERENCES mentor (id) ON DELETE CASCADE,
    text TEXT NOT NULL, on_date TEXT, sample INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "moment" VALUES(1,1,'when you let me lead the family meeting on the second week of the sub-I','2026-07-15',1);
INSERT INTO "moment" VALUES(2,1,'when we worked through the hyponatremia admission at two in the morning','2026-07-22',1);
INSERT INTO "moment" VALUES(3,2,'when Mrs. Alvarado came back and had written down every question we had agreed on','2026-02-10',1);
INSERT INTO "moment" VALUES(4,3,'when the team changed the diagnosis after I asked for the second smear','2025-10-02',1);
INSERT INTO "moment" VALUES(5,4,'when we set up the vaccine evening with four days of notice','2026-04-02',1);
INSERT INTO "moment" VALUES(6,5,'when we rebuilt the atrial fibrillation analysis two days before the abstract deadline','2025-03-20',1);
INSERT INTO "moment" VALUES(7,6,'when I taught the students acid and base on the whiteboard','2026-03-19',1);
INSERT INTO "moment" VALUES(8,7,'when the survey response doubled after we rewrote the letter in plain words','2025-07-11',1);
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
INSERT INTO "notice" VALUES(1,'ask:10:2026-08-14','overdue','ask','Dr. Whitlock',10,7,NULL,'requests',NULL,'2026-08-18T13:00:00.000000+00:00',NULL,NULL,NULL);
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
INSERT INTO "outbox_entry" VALUES(1,1,'smtp',1,'<1@northfield.example>','sent',0,NULL,NULL,NULL,'',0,'','2026-08-18T13:00:00.000000+00:00','2026-08-18T13:00:00.000000+00:00',NULL,NULL);
CREATE TABLE outbox_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES outbox_entry (id) ON DELETE CASCADE,
    from_state TEXT, to_state TEXT NOT NULL, at TEXT NOT NULL, detail TEXT NOT NULL DEFAULT ''
);
INSERT INTO "outbox_event" VALUES(1,1,NULL,'queued','2026-08-18T13:00:00.000000+00:00','');
INSERT INTO "outbox_event" VALUES(2,1,'queued','sent','2026-08-18T13:00:00.000000+00:00','');
CREATE TABLE plan_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, on_date TEXT NOT NULL, done_on TEXT
);
INSERT INTO "plan_item" VALUES(1,2,'one_week_before','2026-09-04',NULL);
INSERT INTO "plan_item" VALUES(2,5,'no_reply','2026-08-17',NULL);
INSERT INTO "plan_item" VALUES(3,8,'one_week_before','2026-09-09',NULL);
INSERT INTO "plan_item" VALUES(4,9,'one_week_before','2026-08-21',NULL);
CREATE TABLE practice_mail (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    header_id TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
    arrived_at TEXT NOT NULL, content BLOB NOT NULL
);
INSERT INTO "practice_mail" VALUES(1,'<1@x>','a@b.example','["c@d.example"]','2026-08-18T13:00:00.000000+00:00',X'5375626A6563743A20780D0A0D0A68690D0A');
CREATE TABLE profile (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
    school TEXT NOT NULL DEFAULT '', year TEXT NOT NULL DEFAULT '',
    signature TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '', service_ids TEXT NOT NULL DEFAULT '{}'
);
INSERT INTO "profile" VALUES(1,'Priya Raman','praman@northfield.example','Northfield University School of Medicine','MS4','MS4, Northfield University School of Medicine','America/New_York','555 0142','{"eras": "15027416"}');
CREATE TABLE reminder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '',
    mentor_id INTEGER REFERENCES mentor (id) ON DELETE CASCADE,
    letter_id INTEGER REFERENCES letter (id) ON DELETE CASCADE,
    on_date TEXT NOT NULL, at_time TEXT, zone TEXT NOT NULL DEFAULT '',
    done_on TEXT, created_on TEXT NOT NULL,
    deleted_at TEXT, sample INTEGER NOT NULL DEFAULT 0
, coach TEXT NOT NULL DEFAULT '');
INSERT INTO "reminder" VALUES(1,'Send Dr. Marchetti your updated CV','Requested on Aug 13',1,NULL,'2026-08-20',NULL,'',NULL,'2026-08-13',NULL,1,'attending-feedback');
INSERT INTO "reminder" VALUES(2,'Ibarra: portal','Show Dr. Ibarra where to upload the letter',4,NULL,'2026-08-25',NULL,'',NULL,'2026-08-17',NULL,1,'');
INSERT INTO "reminder" VALUES(3,'Check that every letter shows in MyERAS','',NULL,NULL,'2026-09-14',NULL,'',NULL,'2026-08-03',NULL,1,'');
CREATE TABLE request (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_id INTEGER NOT NULL UNIQUE REFERENCES letter (id) ON DELETE CASCADE,
    stage TEXT NOT NULL DEFAULT 'planned', stage_on TEXT, asked_on TEXT, submitted_on TEXT,
    signal TEXT, decline_reason TEXT, suggested_person TEXT NOT NULL DEFAULT '',
    plan_sends_itself INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "request" VALUES(1,1,'submitted','2026-08-11','2026-06-29','2026-08-11','keen',NULL,'',0);
INSERT INTO "request" VALUES(2,2,'writing','2026-08-13','2026-08-03',NULL,'keen',NULL,'',0);
INSERT INTO "request" VALUES(3,3,'asked','2026-08-10','2026-08-10',NULL,NULL,NULL,'',0);
INSERT INTO "request" VALUES(4,4,'thanked','2026-08-06','2026-06-22','2026-08-05','keen',NULL,'',0);
INSERT INTO "request" VALUES(5,5,'asked','2026-08-07','2026-08-07',NULL,NULL,NULL,'',0);
INSERT INTO "request" VALUES(6,6,'planned','2026-08-10',NULL,NULL,NULL,NULL,'',0);
INSERT INTO "request" VALUES(7,7,'declined','2026-07-30','2026-07-20',NULL,'no','no_time','Dr. Amara Osei',0);
INSERT INTO "request" VALUES(8,8,'agreed','2026-08-17','2026-07-24',NULL,'yes',NULL,'',0);
INSERT INTO "request" VALUES(9,9,'writing','2026-08-07','2026-07-14',NULL,'keen',NULL,'',0);
INSERT INTO "request" VALUES(10,10,'planned','2026-07-16',NULL,NULL,NULL,NULL,'',0);
CREATE TABLE request_fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    fact TEXT NOT NULL, on_date TEXT NOT NULL, note TEXT NOT NULL DEFAULT ''
);
INSERT INTO "request_fact" VALUES(1,3,'reply','2026-08-18','Happy to. Could you send me your CV and statement first?');
INSERT INTO "request_fact" VALUES(2,8,'reply','2026-08-17','Of course, Priya. Where do I upload it?');
CREATE TABLE request_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    from_stage TEXT, to_stage TEXT NOT NULL, on_date TEXT NOT NULL, cause TEXT NOT NULL
);
INSERT INTO "request_move" VALUES(1,1,NULL,'planned','2026-06-22','user');
INSERT INTO "request_move" VALUES(2,1,'planned','asked','2026-06-29','in_person');
INSERT INTO "request_move" VALUES(3,1,'asked','agreed','2026-06-29','user');
INSERT INTO "request_move" VALUES(4,1,'agreed','submitted','2026-08-11','user');
INSERT INTO "request_move" VALUES(5,2,NULL,'planned','2026-07-06','user');
INSERT INTO "request_move" VALUES(6,2,'planned','asked','2026-08-03','in_person');
INSERT INTO "request_move" VALUES(7,2,'asked','agreed','2026-08-03','user');
INSERT INTO "request_move" VALUES(8,2,'agreed','writing','2026-08-13','user');
INSERT INTO "request_move" VALUES(9,3,NULL,'planned','2026-08-03','user');
INSERT INTO "request_move" VALUES(10,3,'planned','asked','2026-08-10','sent');
INSERT INTO "request_move" VALUES(11,4,NULL,'planned','2026-06-15','user');
INSERT INTO "request_move" VALUES(12,4,'planned','asked','2026-06-22','sent');
INSERT INTO "request_move" VALUES(13,4,'asked','agreed','2026-06-23','user');
INSERT INTO "request_move" VALUES(14,4,'agreed','writing','2026-07-14','user');
INSERT INTO "request_move" VALUES(15,4,'writing','submitted','2026-08-05','user');
INSERT INTO "request_move" VALUES(16,4,'submitted','thanked','2026-08-06','sent');
INSERT INTO "request_move" VALUES(17,5,NULL,'planned','2026-07-31','user');
INSERT INTO "request_move" VALUES(18,5,'planned','asked','2026-08-07','sent');
INSERT INTO "request_move" VALUES(19,6,NULL,'planned','2026-08-10','user');
INSERT INTO "request_move" VALUES(20,7,NULL,'planned','2026-07-13','user');
INSERT INTO "request_move" VALUES(21,7,'planned','asked','2026-07-20','sent');
INSERT INTO "request_move" VALUES(22,7,'asked','declined','2026-07-30','user');
INSERT INTO "request_move" VALUES(23,8,NULL,'planned','2026-07-13','user');
INSERT INTO "request_move" VALUES(24,8,'planned','asked','2026-07-24','in_person');
INSERT INTO "request_move" VALUES(25,8,'asked','agreed','2026-08-17','user');
INSERT INTO "request_move" VALUES(26,9,NULL,'planned','2026-07-06','user');
INSERT INTO "request_move" VALUES(27,9,'planned','asked','2026-07-14','in_person');
INSERT INTO "request_move" VALUES(28,9,'asked','agreed','2026-07-14','user');
INSERT INTO "request_move" VALUES(29,9,'agreed','writing','2026-08-07','user');
INSERT INTO "request_move" VALUES(30,10,NULL,'planned','2026-07-16','user');
CREATE TABLE rule_edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pack TEXT NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL, shipped_value TEXT NOT NULL,
    UNIQUE (pack, path)
);
INSERT INTO "rule_edit" VALUES(1,'services','eras.cap','5','4');
CREATE TABLE slot (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    title TEXT NOT NULL, need TEXT NOT NULL DEFAULT 'any',
    rule TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "slot" VALUES(1,1,'IM faculty 1','in_specialty','',0);
INSERT INTO "slot" VALUES(2,1,'IM faculty 2','in_specialty','',1);
INSERT INTO "slot" VALUES(3,1,'Chair letter','chair','',2);
INSERT INTO "slot" VALUES(4,1,'Any specialty','any','',3);
INSERT INTO "slot" VALUES(5,2,'Community letter','community','',0);
INSERT INTO "slot" VALUES(6,2,'Clinical letter','clinical','',1);
INSERT INTO "slot" VALUES(7,2,'Continuity letter','physician','',2);
INSERT INTO "slot" VALUES(8,3,'Research letter','research','',0);
INSERT INTO "slot" VALUES(9,3,'Clinical letter','clinical','',1);
CREATE TABLE slot_fill (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slot_id INTEGER NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
    letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    backup_rank INTEGER NOT NULL DEFAULT 0, UNIQUE (slot_id, letter_id)
);
INSERT INTO "slot_fill" VALUES(1,1,1,0);
INSERT INTO "slot_fill" VALUES(2,6,1,0);
INSERT INTO "slot_fill" VALUES(3,2,2,0);
INSERT INTO "slot_fill" VALUES(4,3,3,0);
INSERT INTO "slot_fill" VALUES(5,4,4,0);
INSERT INTO "slot_fill" VALUES(6,7,4,0);
INSERT INTO "slot_fill" VALUES(7,2,5,1);
INSERT INTO "slot_fill" VALUES(8,2,6,2);
INSERT INTO "slot_fill" VALUES(9,2,7,3);
INSERT INTO "slot_fill" VALUES(10,5,8,0);
INSERT INTO "slot_fill" VALUES(11,9,9,0);
INSERT INTO "slot_fill" VALUES(12,8,10,0);
CREATE TABLE target (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    name TEXT NOT NULL, place TEXT NOT NULL DEFAULT '',
    min_letters INTEGER NOT NULL DEFAULT 3, needs TEXT NOT NULL DEFAULT '[]', cap INTEGER,
    applied_on TEXT, deadline_on TEXT, notes TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0, sample INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "target" VALUES(1,1,'Northfield University Hospital','Home',3,'["chair"]',4,NULL,NULL,'',0,1);
INSERT INTO "target" VALUES(2,1,'Lakeshore University Hospital','Lakeshore',3,'["chair"]',4,NULL,NULL,'',1,1);
INSERT INTO "target" VALUES(3,1,'Cascadia Health Sciences','Port Alder',3,'["chair"]',4,NULL,NULL,'',2,1);
INSERT INTO "target" VALUES(4,1,'St. Brendan Medical Center','Hollis',3,'[]',4,NULL,NULL,'',3,1);
INSERT INTO "target" VALUES(5,1,'Harbor County Medical Center','Harbor City',3,'[]',4,NULL,NULL,'',4,1);
INSERT INTO "target" VALUES(6,1,'University of Alder Falls','Alder Falls',4,'["chair"]',4,NULL,NULL,'',5,1);
INSERT INTO "target" VALUES(7,1,'Ridgeway Medical Center','Ridgeway',3,'["chair"]',4,NULL,NULL,'',6,1);
INSERT INTO "target" VALUES(8,1,'Granite State Medical Center','Granite Bay',3,'["chair"]',4,NULL,NULL,'',7,1);
INSERT INTO "target" VALUES(9,1,'Mercy Valley Hospital','Mercy Valley',3,'[]',4,NULL,NULL,'',8,1);
INSERT INTO "target" VALUES(10,1,'University of Westmere','Westmere',3,'["chair"]',4,NULL,NULL,'',9,1);
INSERT INTO "target" VALUES(11,1,'Pinecrest Medical Center','Pinecrest',3,'["chair"]',4,NULL,NULL,'',10,1);
INSERT INTO "target" VALUES(12,1,'Bayview General Hospital','Bayview',3,'["chair"]',4,NULL,NULL,'',11,1);
INSERT INTO "target" VALUES(13,1,'Summit University Hospital','Summit',3,'["chair"]',4,NULL,NULL,'',12,1);
INSERT INTO "target" VALUES(14,1,'Old Harbor Clinic Hospital','Old Harbor',3,'["chair"]',4,NULL,NULL,'',13,1);
INSERT INTO "target" VALUES(15,2,'Northfield University Hospital','Home',3,'[]',4,NULL,NULL,'',0,1);
INSERT INTO "target" VALUES(16,2,'Riverbend Community Health','Riverbend',3,'[]',4,NULL,NULL,'',1,1);
INSERT INTO "target" VALUES(17,2,'Lakeshore University Hospital','Lakeshore',3,'[]',4,NULL,NULL,'',2,1);
INSERT INTO "target" VALUES(18,2,'Cascadia Health Sciences','Port Alder',3,'[]',4,NULL,NULL,'',3,1);
INSERT INTO "target" VALUES(19,2,'Hollow Creek Family Health','Hollow Creek',3,'[]',4,NULL,NULL,'',4,1);
CREATE TABLE template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, tone TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
    UNIQUE (kind, tone)
);
INSERT INTO "template" VALUES(1,'ask','warm','S','B');
CREATE TABLE undo_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL, row_id INTEGER NOT NULL,
    before TEXT, after TEXT
);
CREATE TABLE undo_recorder (
    id INTEGER PRIMARY KEY CHECK (id = 1), step_id INTEGER
);
INSERT INTO "undo_recorder" VALUES(1,NULL);
CREATE TABLE undo_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL, data TEXT NOT NULL DEFAULT '{}', at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open'
        CHECK (state IN ('open', 'done', 'undone', 'closed'))
);
CREATE TABLE wizard_draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL, state TEXT NOT NULL, saved_at TEXT NOT NULL
);
INSERT INTO "wizard_draft" VALUES(1,2,'{"mentor_id": 5}','2026-08-18T13:00:00.000000+00:00');
CREATE UNIQUE INDEX fit_answer_once
    ON fit_answer (mentor_id, question, IFNULL(application_id, 0));
CREATE INDEX interaction_by_mentor ON interaction (mentor_id, on_date);
CREATE INDEX moment_by_mentor ON moment (mentor_id);
CREATE INDEX application_date_by_day ON application_date (on_date);
CREATE INDEX application_date_by_application ON application_date (application_id);
CREATE INDEX target_by_application ON target (application_id);
CREATE INDEX mentor_target_by_target ON mentor_target (target_id);
CREATE INDEX slot_by_application ON slot (application_id);
CREATE INDEX letter_by_application ON letter (application_id);
CREATE INDEX letter_writer_by_mentor ON letter_writer (mentor_id);
CREATE INDEX slot_fill_by_letter ON slot_fill (letter_id);
CREATE INDEX assignment_by_target ON assignment (target_id);
CREATE INDEX request_move_by_request ON request_move (request_id);
CREATE INDEX request_fact_by_request ON request_fact (request_id);
CREATE INDEX plan_item_by_request ON plan_item (request_id);
CREATE INDEX plan_item_by_day ON plan_item (on_date);
CREATE INDEX reminder_by_day ON reminder (on_date);
CREATE INDEX reminder_open ON reminder (on_date) WHERE done_on IS NULL AND deleted_at IS NULL;
CREATE INDEX reminder_by_mentor ON reminder (mentor_id);
CREATE INDEX reminder_by_letter ON reminder (letter_id);
CREATE INDEX meeting_by_day ON meeting (on_date);
CREATE INDEX meeting_by_mentor ON meeting (mentor_id);
CREATE INDEX material_by_file ON material (file_id);
CREATE INDEX evidence_by_letter ON evidence (letter_id);
CREATE INDEX evidence_by_target ON evidence (target_id);
CREATE INDEX evidence_by_file ON evidence (file_id);
CREATE INDEX message_by_request ON message (request_id);
CREATE INDEX message_by_mentor ON message (mentor_id);
CREATE INDEX message_by_plan_item ON message (plan_item_id);
CREATE INDEX message_file_by_message ON message_file (message_id);
CREATE INDEX message_file_by_file ON message_file (file_id);
CREATE INDEX outbox_entry_by_message ON outbox_entry (message_id);
CREATE INDEX outbox_entry_open ON outbox_entry (state, not_before);
CREATE INDEX outbox_entry_by_account ON outbox_entry (account_id);
CREATE INDEX outbox_entry_by_resend ON outbox_entry (resend_of);
CREATE INDEX outbox_event_by_entry ON outbox_event (entry_id);
CREATE INDEX notice_by_letter ON notice (letter_id);
CREATE INDEX notice_by_mentor ON notice (mentor_id);
CREATE INDEX notice_by_reminder ON notice (reminder_id);
CREATE INDEX undo_change_by_step ON undo_change (step_id);
CREATE INDEX letter_by_carried_from ON letter (carried_from_id);
CREATE INDEX application_by_previous ON application (previous_id);
CREATE TRIGGER undo_profile_insert AFTER insert ON profile WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'profile', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'email', NEW.email, 'school', NEW.school, 'year', NEW.year, 'signature', NEW.signature, 'zone', NEW.zone, 'phone', NEW.phone, 'service_ids', NEW.service_ids)); END;
CREATE TRIGGER undo_profile_update AFTER update ON profile WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.name IS NOT NEW.name OR OLD.email IS NOT NEW.email OR OLD.school IS NOT NEW.school OR OLD.year IS NOT NEW.year OR OLD.signature IS NOT NEW.signature OR OLD.zone IS NOT NEW.zone OR OLD.phone IS NOT NEW.phone OR OLD.service_ids IS NOT NEW.service_ids) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'profile', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'email', OLD.email, 'school', OLD.school, 'year', OLD.year, 'signature', OLD.signature, 'zone', OLD.zone, 'phone', OLD.phone, 'service_ids', OLD.service_ids), json_object('id', NEW.id, 'name', NEW.name, 'email', NEW.email, 'school', NEW.school, 'year', NEW.year, 'signature', NEW.signature, 'zone', NEW.zone, 'phone', NEW.phone, 'service_ids', NEW.service_ids)); END;
CREATE TRIGGER undo_profile_delete AFTER delete ON profile WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'profile', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'email', OLD.email, 'school', OLD.school, 'year', OLD.year, 'signature', OLD.signature, 'zone', OLD.zone, 'phone', OLD.phone, 'service_ids', OLD.service_ids), NULL); END;
CREATE TRIGGER undo_mentor_insert AFTER insert ON mentor WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'mentor', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'title', NEW.title, 'given', NEW.given, 'family', NEW.family, 'salutation', NEW.salutation, 'pronouns', NEW.pronouns, 'initials', NEW.initials, 'role', NEW.role, 'how_known', NEW.how_known, 'specialty', NEW.specialty, 'institution', NEW.institution, 'department', NEW.department, 'email', NEW.email, 'alternate_email', NEW.alternate_email, 'assistant_email', NEW.assistant_email, 'phone', NEW.phone, 'postal_address', NEW.postal_address, 'channel', NEW.channel, 'zone', NEW.zone, 'work_start', NEW.work_start, 'work_end', NEW.work_end, 'holiday_region', NEW.holiday_region, 'known_from', NEW.known_from, 'known_to', NEW.known_to, 'settings_shared', NEW.settings_shared, 'leaving_on', NEW.leaving_on, 'leave_from', NEW.leave_from, 'leave_to', NEW.leave_to, 'letters_for_others', NEW.letters_for_others, 'follow_up_cap', NEW.follow_up_cap, 'follow_up_not_before', NEW.follow_up_not_before, 'stay_in_touch_days', NEW.stay_in_touch_days, 'tags', NEW.tags, 'notes', NEW.notes, 'photo', NEW.photo, 'archived_at', NEW.archived_at, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample, 'created_at', NEW.created_at)); END;
CREATE TRIGGER undo_mentor_update AFTER update ON mentor WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.name IS NOT NEW.name OR OLD.title IS NOT NEW.title OR OLD.given IS NOT NEW.given OR OLD.family IS NOT NEW.family OR OLD.salutation IS NOT NEW.salutation OR OLD.pronouns IS NOT NEW.pronouns OR OLD.initials IS NOT NEW.initials OR OLD.role IS NOT NEW.role OR OLD.how_known IS NOT NEW.how_known OR OLD.specialty IS NOT NEW.specialty OR OLD.institution IS NOT NEW.institution OR OLD.department IS NOT NEW.department OR OLD.email IS NOT NEW.email OR OLD.alternate_email IS NOT NEW.alternate_email OR OLD.assistant_email IS NOT NEW.assistant_email OR OLD.phone IS NOT NEW.phone OR OLD.postal_address IS NOT NEW.postal_address OR OLD.channel IS NOT NEW.channel OR OLD.zone IS NOT NEW.zone OR OLD.work_start IS NOT NEW.work_start OR OLD.work_end IS NOT NEW.work_end OR OLD.holiday_region IS NOT NEW.holiday_region OR OLD.known_from IS NOT NEW.known_from OR OLD.known_to IS NOT NEW.known_to OR OLD.settings_shared IS NOT NEW.settings_shared OR OLD.leaving_on IS NOT NEW.leaving_on OR OLD.leave_from IS NOT NEW.leave_from OR OLD.leave_to IS NOT NEW.leave_to OR OLD.letters_for_others IS NOT NEW.letters_for_others OR OLD.follow_up_cap IS NOT NEW.follow_up_cap OR OLD.follow_up_not_before IS NOT NEW.follow_up_not_before OR OLD.stay_in_touch_days IS NOT NEW.stay_in_touch_days OR OLD.tags IS NOT NEW.tags OR OLD.notes IS NOT NEW.notes OR OLD.photo IS NOT NEW.photo OR OLD.archived_at IS NOT NEW.archived_at OR OLD.deleted_at IS NOT NEW.deleted_at OR OLD.sample IS NOT NEW.sample OR OLD.created_at IS NOT NEW.created_at) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'mentor', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'title', OLD.title, 'given', OLD.given, 'family', OLD.family, 'salutation', OLD.salutation, 'pronouns', OLD.pronouns, 'initials', OLD.initials, 'role', OLD.role, 'how_known', OLD.how_known, 'specialty', OLD.specialty, 'institution', OLD.institution, 'department', OLD.department, 'email', OLD.email, 'alternate_email', OLD.alternate_email, 'assistant_email', OLD.assistant_email, 'phone', OLD.phone, 'postal_address', OLD.postal_address, 'channel', OLD.channel, 'zone', OLD.zone, 'work_start', OLD.work_start, 'work_end', OLD.work_end, 'holiday_region', OLD.holiday_region, 'known_from', OLD.known_from, 'known_to', OLD.known_to, 'settings_shared', OLD.settings_shared, 'leaving_on', OLD.leaving_on, 'leave_from', OLD.leave_from, 'leave_to', OLD.leave_to, 'letters_for_others', OLD.letters_for_others, 'follow_up_cap', OLD.follow_up_cap, 'follow_up_not_before', OLD.follow_up_not_before, 'stay_in_touch_days', OLD.stay_in_touch_days, 'tags', OLD.tags, 'notes', OLD.notes, 'photo', OLD.photo, 'archived_at', OLD.archived_at, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample, 'created_at', OLD.created_at), json_object('id', NEW.id, 'name', NEW.name, 'title', NEW.title, 'given', NEW.given, 'family', NEW.family, 'salutation', NEW.salutation, 'pronouns', NEW.pronouns, 'initials', NEW.initials, 'role', NEW.role, 'how_known', NEW.how_known, 'specialty', NEW.specialty, 'institution', NEW.institution, 'department', NEW.department, 'email', NEW.email, 'alternate_email', NEW.alternate_email, 'assistant_email', NEW.assistant_email, 'phone', NEW.phone, 'postal_address', NEW.postal_address, 'channel', NEW.channel, 'zone', NEW.zone, 'work_start', NEW.work_start, 'work_end', NEW.work_end, 'holiday_region', NEW.holiday_region, 'known_from', NEW.known_from, 'known_to', NEW.known_to, 'settings_shared', NEW.settings_shared, 'leaving_on', NEW.leaving_on, 'leave_from', NEW.leave_from, 'leave_to', NEW.leave_to, 'letters_for_others', NEW.letters_for_others, 'follow_up_cap', NEW.follow_up_cap, 'follow_up_not_before', NEW.follow_up_not_before, 'stay_in_touch_days', NEW.stay_in_touch_days, 'tags', NEW.tags, 'notes', NEW.notes, 'photo', NEW.photo, 'archived_at', NEW.archived_at, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample, 'created_at', NEW.created_at)); END;
CREATE TRIGGER undo_mentor_delete AFTER delete ON mentor WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'mentor', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'title', OLD.title, 'given', OLD.given, 'family', OLD.family, 'salutation', OLD.salutation, 'pronouns', OLD.pronouns, 'initials', OLD.initials, 'role', OLD.role, 'how_known', OLD.how_known, 'specialty', OLD.specialty, 'institution', OLD.institution, 'department', OLD.department, 'email', OLD.email, 'alternate_email', OLD.alternate_email, 'assistant_email', OLD.assistant_email, 'phone', OLD.phone, 'postal_address', OLD.postal_address, 'channel', OLD.channel, 'zone', OLD.zone, 'work_start', OLD.work_start, 'work_end', OLD.work_end, 'holiday_region', OLD.holiday_region, 'known_from', OLD.known_from, 'known_to', OLD.known_to, 'settings_shared', OLD.settings_shared, 'leaving_on', OLD.leaving_on, 'leave_from', OLD.leave_from, 'leave_to', OLD.leave_to, 'letters_for_others', OLD.letters_for_others, 'follow_up_cap', OLD.follow_up_cap, 'follow_up_not_before', OLD.follow_up_not_before, 'stay_in_touch_days', OLD.stay_in_touch_days, 'tags', OLD.tags, 'notes', OLD.notes, 'photo', OLD.photo, 'archived_at', OLD.archived_at, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample, 'created_at', OLD.created_at), NULL); END;
CREATE TRIGGER undo_fit_answer_insert AFTER insert ON fit_answer WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'fit_answer', NEW.id, NULL, json_object('id', NEW.id, 'mentor_id', NEW.mentor_id, 'application_id', NEW.application_id, 'question', NEW.question, 'level', NEW.level, 'evidence', NEW.evidence)); END;
CREATE TRIGGER undo_fit_answer_update AFTER update ON fit_answer WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.mentor_id IS NOT NEW.mentor_id OR OLD.application_id IS NOT NEW.application_id OR OLD.question IS NOT NEW.question OR OLD.level IS NOT NEW.level OR OLD.evidence IS NOT NEW.evidence) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'fit_answer', OLD.id, json_object('id', OLD.id, 'mentor_id', OLD.mentor_id, 'application_id', OLD.application_id, 'question', OLD.question, 'level', OLD.level, 'evidence', OLD.evidence), json_object('id', NEW.id, 'mentor_id', NEW.mentor_id, 'application_id', NEW.application_id, 'question', NEW.question, 'level', NEW.level, 'evidence', NEW.evidence)); END;
CREATE TRIGGER undo_fit_answer_delete AFTER delete ON fit_answer WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'fit_answer', OLD.id, json_object('id', OLD.id, 'mentor_id', OLD.mentor_id, 'application_id', OLD.application_id, 'question', OLD.question, 'level', OLD.level, 'evidence', OLD.evidence), NULL); END;
CREATE TRIGGER undo_interaction_insert AFTER insert ON interaction WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'interaction', NEW.id, NULL, json_object('id', NEW.id, 'mentor_id', NEW.mentor_id, 'kind', NEW.kind, 'on_date', NEW.on_date, 'note', NEW.note, 'next_step', NEW.next_step, 'message_id', NEW.message_id, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_interaction_update AFTER update ON interaction WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.mentor_id IS NOT NEW.mentor_id OR OLD.kind IS NOT NEW.kind OR OLD.on_date IS NOT NEW.on_date OR OLD.note IS NOT NEW.note OR OLD.next_step IS NOT NEW.next_step OR OLD.message_id IS NOT NEW.message_id OR OLD.sample IS NOT NEW.sample) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'interaction', OLD.id, json_object('id', OLD.id, 'mentor_id', OLD.mentor_id, 'kind', OLD.kind, 'on_date', OLD.on_date, 'note', OLD.note, 'next_step', OLD.next_step, 'message_id', OLD.message_id, 'sample', OLD.sample), json_object('id', NEW.id, 'mentor_id', NEW.mentor_id, 'kind', NEW.kind, 'on_date', NEW.on_date, 'note', NEW.note, 'next_step', NEW.next_step, 'message_id', NEW.message_id, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_interaction_delete AFTER delete ON interaction WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'interaction', OLD.id, json_object('id', OLD.id, 'mentor_id', OLD.mentor_id, 'kind', OLD.kind, 'on_date', OLD.on_date, 'note', OLD.note, 'next_step', OLD.next_step, 'message_id', OLD.message_id, 'sample', OLD.sample), NULL); END;
CREATE TRIGGER undo_moment_insert AFTER insert ON moment WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'moment', NEW.id, NULL, json_object('id', NEW.id, 'mentor_id', NEW.mentor_id, 'text', NEW.text, 'on_date', NEW.on_date, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_moment_update AFTER update ON moment WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.mentor_id IS NOT NEW.mentor_id OR OLD.text IS NOT NEW.text OR OLD.on_date IS NOT NEW.on_date OR OLD.sample IS NOT NEW.sample) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'moment', OLD.id, json_object('id', OLD.id, 'mentor_id', OLD.mentor_id, 'text', OLD.text, 'on_date', OLD.on_date, 'sample', OLD.sample), json_object('id', NEW.id, 'mentor_id', NEW.mentor_id, 'text', NEW.text, 'on_date', NEW.on_date, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_moment_delete AFTER delete ON moment WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'moment', OLD.id, json_object('id', OLD.id, 'mentor_id', OLD.mentor_id, 'text', OLD.text, 'on_date', OLD.on_date, 'sample', OLD.sample), NULL); END;
CREATE TRIGGER undo_application_insert AFTER insert ON application WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'application', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'detail', NEW.detail, 'kind', NEW.kind, 'service', NEW.service, 'season', NEW.season, 'specialty', NEW.specialty, 'goals', NEW.goals, 'hard_on', NEW.hard_on, 'hard_time', NEW.hard_time, 'hard_zone', NEW.hard_zone, 'hard_status', NEW.hard_status, 'hard_source', NEW.hard_source, 'letters_by', NEW.letters_by, 'cap', NEW.cap, 'archived_at', NEW.archived_at, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample, 'created_at', NEW.created_at, 'previous_id', NEW.previous_id)); END;
CREATE TRIGGER undo_application_update AFTER update ON application WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.name IS NOT NEW.name OR OLD.detail IS NOT NEW.detail OR OLD.kind IS NOT NEW.kind OR OLD.service IS NOT NEW.service OR OLD.season IS NOT NEW.season OR OLD.specialty IS NOT NEW.specialty OR OLD.goals IS NOT NEW.goals OR OLD.hard_on IS NOT NEW.hard_on OR OLD.hard_time IS NOT NEW.hard_time OR OLD.hard_zone IS NOT NEW.hard_zone OR OLD.hard_status IS NOT NEW.hard_status OR OLD.hard_source IS NOT NEW.hard_source OR OLD.letters_by IS NOT NEW.letters_by OR OLD.cap IS NOT NEW.cap OR OLD.archived_at IS NOT NEW.archived_at OR OLD.deleted_at IS NOT NEW.deleted_at OR OLD.sample IS NOT NEW.sample OR OLD.created_at IS NOT NEW.created_at OR OLD.previous_id IS NOT NEW.previous_id) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'application', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'detail', OLD.detail, 'kind', OLD.kind, 'service', OLD.service, 'season', OLD.season, 'specialty', OLD.specialty, 'goals', OLD.goals, 'hard_on', OLD.hard_on, 'hard_time', OLD.hard_time, 'hard_zone', OLD.hard_zone, 'hard_status', OLD.hard_status, 'hard_source', OLD.hard_source, 'letters_by', OLD.letters_by, 'cap', OLD.cap, 'archived_at', OLD.archived_at, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample, 'created_at', OLD.created_at, 'previous_id', OLD.previous_id), json_object('id', NEW.id, 'name', NEW.name, 'detail', NEW.detail, 'kind', NEW.kind, 'service', NEW.service, 'season', NEW.season, 'specialty', NEW.specialty, 'goals', NEW.goals, 'hard_on', NEW.hard_on, 'hard_time', NEW.hard_time, 'hard_zone', NEW.hard_zone, 'hard_status', NEW.hard_status, 'hard_source', NEW.hard_source, 'letters_by', NEW.letters_by, 'cap', NEW.cap, 'archived_at', NEW.archived_at, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample, 'created_at', NEW.created_at, 'previous_id', NEW.previous_id)); END;
CREATE TRIGGER undo_application_delete AFTER delete ON application WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'application', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'detail', OLD.detail, 'kind', OLD.kind, 'service', OLD.service, 'season', OLD.season, 'specialty', OLD.specialty, 'goals', OLD.goals, 'hard_on', OLD.hard_on, 'hard_time', OLD.hard_time, 'hard_zone', OLD.hard_zone, 'hard_status', OLD.hard_status, 'hard_source', OLD.hard_source, 'letters_by', OLD.letters_by, 'cap', OLD.cap, 'archived_at', OLD.archived_at, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample, 'created_at', OLD.created_at, 'previous_id', OLD.previous_id), NULL); END;
CREATE TRIGGER undo_application_date_insert AFTER insert ON application_date WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'application_date', NEW.id, NULL, json_object('id', NEW.id, 'application_id', NEW.application_id, 'code', NEW.code, 'title', NEW.title, 'on_date', NEW.on_date, 'at_time', NEW.at_time, 'zone', NEW.zone, 'status', NEW.status, 'source', NEW.source, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_application_date_update AFTER update ON application_date WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.application_id IS NOT NEW.application_id OR OLD.code IS NOT NEW.code OR OLD.title IS NOT NEW.title OR OLD.on_date IS NOT NEW.on_date OR OLD.at_time IS NOT NEW.at_time OR OLD.zone IS NOT NEW.zone OR OLD.status IS NOT NEW.status OR OLD.source IS NOT NEW.source OR OLD.sample IS NOT NEW.sample) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'application_date', OLD.id, json_object('id', OLD.id, 'application_id', OLD.application_id, 'code', OLD.code, 'title', OLD.title, 'on_date', OLD.on_date, 'at_time', OLD.at_time, 'zone', OLD.zone, 'status', OLD.status, 'source', OLD.source, 'sample', OLD.sample), json_object('id', NEW.id, 'application_id', NEW.application_id, 'code', NEW.code, 'title', NEW.title, 'on_date', NEW.on_date, 'at_time', NEW.at_time, 'zone', NEW.zone, 'status', NEW.status, 'source', NEW.source, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_application_date_delete AFTER delete ON application_date WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'application_date', OLD.id, json_object('id', OLD.id, 'application_id', OLD.application_id, 'code', OLD.code, 'title', OLD.title, 'on_date', OLD.on_date, 'at_time', OLD.at_time, 'zone', OLD.zone, 'status', OLD.status, 'source', OLD.source, 'sample', OLD.sample), NULL); END;
CREATE TRIGGER undo_target_insert AFTER insert ON target WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'target', NEW.id, NULL, json_object('id', NEW.id, 'application_id', NEW.application_id, 'name', NEW.name, 'place', NEW.place, 'min_letters', NEW.min_letters, 'needs', NEW.needs, 'cap', NEW.cap, 'applied_on', NEW.applied_on, 'deadline_on', NEW.deadline_on, 'notes', NEW.notes, 'position', NEW.position, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_target_update AFTER update ON target WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.application_id IS NOT NEW.application_id OR OLD.name IS NOT NEW.name OR OLD.place IS NOT NEW.place OR OLD.min_letters IS NOT NEW.min_letters OR OLD.needs IS NOT NEW.needs OR OLD.cap IS NOT NEW.cap OR OLD.applied_on IS NOT NEW.applied_on OR OLD.deadline_on IS NOT NEW.deadline_on OR OLD.notes IS NOT NEW.notes OR OLD.position IS NOT NEW.position OR OLD.sample IS NOT NEW.sample) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'target', OLD.id, json_object('id', OLD.id, 'application_id', OLD.application_id, 'name', OLD.name, 'place', OLD.place, 'min_letters', OLD.min_letters, 'needs', OLD.needs, 'cap', OLD.cap, 'applied_on', OLD.applied_on, 'deadline_on', OLD.deadline_on, 'notes', OLD.notes, 'position', OLD.position, 'sample', OLD.sample), json_object('id', NEW.id, 'application_id', NEW.application_id, 'name', NEW.name, 'place', NEW.place, 'min_letters', NEW.min_letters, 'needs', NEW.needs, 'cap', NEW.cap, 'applied_on', NEW.applied_on, 'deadline_on', NEW.deadline_on, 'notes', NEW.notes, 'position', NEW.position, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_target_delete AFTER delete ON target WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'target', OLD.id, json_object('id', OLD.id, 'application_id', OLD.application_id, 'name', OLD.name, 'place', OLD.place, 'min_letters', OLD.min_letters, 'needs', OLD.needs, 'cap', OLD.cap, 'applied_on', OLD.applied_on, 'deadline_on', OLD.deadline_on, 'notes', OLD.notes, 'position', OLD.position, 'sample', OLD.sample), NULL); END;
CREATE TRIGGER undo_mentor_target_insert AFTER insert ON mentor_target WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'mentor_target', NEW.id, NULL, json_object('id', NEW.id, 'mentor_id', NEW.mentor_id, 'target_id', NEW.target_id, 'link', NEW.link)); END;
CREATE TRIGGER undo_mentor_target_update AFTER update ON mentor_target WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.mentor_id IS NOT NEW.mentor_id OR OLD.target_id IS NOT NEW.target_id OR OLD.link IS NOT NEW.link) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'mentor_target', OLD.id, json_object('id', OLD.id, 'mentor_id', OLD.mentor_id, 'target_id', OLD.target_id, 'link', OLD.link), json_object('id', NEW.id, 'mentor_id', NEW.mentor_id, 'target_id', NEW.target_id, 'link', NEW.link)); END;
CREATE TRIGGER undo_mentor_target_delete AFTER delete ON mentor_target WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'mentor_target', OLD.id, json_object('id', OLD.id, 'mentor_id', OLD.mentor_id, 'target_id', OLD.target_id, 'link', OLD.link), NULL); END;
CREATE TRIGGER undo_slot_insert AFTER insert ON slot WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'slot', NEW.id, NULL, json_object('id', NEW.id, 'application_id', NEW.application_id, 'title', NEW.title, 'need', NEW.need, 'rule', NEW.rule, 'position', NEW.position)); END;
CREATE TRIGGER undo_slot_update AFTER update ON slot WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.application_id IS NOT NEW.application_id OR OLD.title IS NOT NEW.title OR OLD.need IS NOT NEW.need OR OLD.rule IS NOT NEW.rule OR OLD.position IS NOT NEW.position) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'slot', OLD.id, json_object('id', OLD.id, 'application_id', OLD.application_id, 'title', OLD.title, 'need', OLD.need, 'rule', OLD.rule, 'position', OLD.position), json_object('id', NEW.id, 'application_id', NEW.application_id, 'title', NEW.title, 'need', NEW.need, 'rule', NEW.rule, 'position', NEW.position)); END;
CREATE TRIGGER undo_slot_delete AFTER delete ON slot WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'slot', OLD.id, json_object('id', OLD.id, 'application_id', OLD.application_id, 'title', OLD.title, 'need', OLD.need, 'rule', OLD.rule, 'position', OLD.position), NULL); END;
CREATE TRIGGER undo_letter_insert AFTER insert ON letter WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'letter', NEW.id, NULL, json_object('id', NEW.id, 'application_id', NEW.application_id, 'purpose', NEW.purpose, 'kind', NEW.kind, 'service', NEW.service, 'waiver', NEW.waiver, 'waiver_on', NEW.waiver_on, 'reference', NEW.reference, 'hard_on', NEW.hard_on, 'hard_time', NEW.hard_time, 'hard_zone', NEW.hard_zone, 'soft_on', NEW.soft_on, 'planned_ask_on', NEW.planned_ask_on, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample, 'created_at', NEW.created_at, 'with_narrative', NEW.with_narrative, 'carried_from_id', NEW.carried_from_id)); END;
CREATE TRIGGER undo_letter_update AFTER update ON letter WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.application_id IS NOT NEW.application_id OR OLD.purpose IS NOT NEW.purpose OR OLD.kind IS NOT NEW.kind OR OLD.service IS NOT NEW.service OR OLD.waiver IS NOT NEW.waiver OR OLD.waiver_on IS NOT NEW.waiver_on OR OLD.reference IS NOT NEW.reference OR OLD.hard_on IS NOT NEW.hard_on OR OLD.hard_time IS NOT NEW.hard_time OR OLD.hard_zone IS NOT NEW.hard_zone OR OLD.soft_on IS NOT NEW.soft_on OR OLD.planned_ask_on IS NOT NEW.planned_ask_on OR OLD.deleted_at IS NOT NEW.deleted_at OR OLD.sample IS NOT NEW.sample OR OLD.created_at IS NOT NEW.created_at OR OLD.with_narrative IS NOT NEW.with_narrative OR OLD.carried_from_id IS NOT NEW.carried_from_id) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'letter', OLD.id, json_object('id', OLD.id, 'application_id', OLD.application_id, 'purpose', OLD.purpose, 'kind', OLD.kind, 'service', OLD.service, 'waiver', OLD.waiver, 'waiver_on', OLD.waiver_on, 'reference', OLD.reference, 'hard_on', OLD.hard_on, 'hard_time', OLD.hard_time, 'hard_zone', OLD.hard_zone, 'soft_on', OLD.soft_on, 'planned_ask_on', OLD.planned_ask_on, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample, 'created_at', OLD.created_at, 'with_narrative', OLD.with_narrative, 'carried_from_id', OLD.carried_from_id), json_object('id', NEW.id, 'application_id', NEW.application_id, 'purpose', NEW.purpose, 'kind', NEW.kind, 'service', NEW.service, 'waiver', NEW.waiver, 'waiver_on', NEW.waiver_on, 'reference', NEW.reference, 'hard_on', NEW.hard_on, 'hard_time', NEW.hard_time, 'hard_zone', NEW.hard_zone, 'soft_on', NEW.soft_on, 'planned_ask_on', NEW.planned_ask_on, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample, 'created_at', NEW.created_at, 'with_narrative', NEW.with_narrative, 'carried_from_id', NEW.carried_from_id)); END;
CREATE TRIGGER undo_letter_delete AFTER delete ON letter WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'letter', OLD.id, json_object('id', OLD.id, 'application_id', OLD.application_id, 'purpose', OLD.purpose, 'kind', OLD.kind, 'service', OLD.service, 'waiver', OLD.waiver, 'waiver_on', OLD.waiver_on, 'reference', OLD.reference, 'hard_on', OLD.hard_on, 'hard_time', OLD.hard_time, 'hard_zone', OLD.hard_zone, 'soft_on', OLD.soft_on, 'planned_ask_on', OLD.planned_ask_on, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample, 'created_at', OLD.created_at, 'with_narrative', OLD.with_narrative, 'carried_from_id', OLD.carried_from_id), NULL); END;
CREATE TRIGGER undo_letter_writer_insert AFTER insert ON letter_writer WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'letter_writer', NEW.id, NULL, json_object('id', NEW.id, 'letter_id', NEW.letter_id, 'mentor_id', NEW.mentor_id, 'part', NEW.part, 'position', NEW.position)); END;
CREATE TRIGGER undo_letter_writer_update AFTER update ON letter_writer WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.letter_id IS NOT NEW.letter_id OR OLD.mentor_id IS NOT NEW.mentor_id OR OLD.part IS NOT NEW.part OR OLD.position IS NOT NEW.position) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'letter_writer', OLD.id, json_object('id', OLD.id, 'letter_id', OLD.letter_id, 'mentor_id', OLD.mentor_id, 'part', OLD.part, 'position', OLD.position), json_object('id', NEW.id, 'letter_id', NEW.letter_id, 'mentor_id', NEW.mentor_id, 'part', NEW.part, 'position', NEW.position)); END;
CREATE TRIGGER undo_letter_writer_delete AFTER delete ON letter_writer WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'letter_writer', OLD.id, json_object('id', OLD.id, 'letter_id', OLD.letter_id, 'mentor_id', OLD.mentor_id, 'part', OLD.part, 'position', OLD.position), NULL); END;
CREATE TRIGGER undo_slot_fill_insert AFTER insert ON slot_fill WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'slot_fill', NEW.id, NULL, json_object('id', NEW.id, 'slot_id', NEW.slot_id, 'letter_id', NEW.letter_id, 'backup_rank', NEW.backup_rank)); END;
CREATE TRIGGER undo_slot_fill_update AFTER update ON slot_fill WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.slot_id IS NOT NEW.slot_id OR OLD.letter_id IS NOT NEW.letter_id OR OLD.backup_rank IS NOT NEW.backup_rank) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'slot_fill', OLD.id, json_object('id', OLD.id, 'slot_id', OLD.slot_id, 'letter_id', OLD.letter_id, 'backup_rank', OLD.backup_rank), json_object('id', NEW.id, 'slot_id', NEW.slot_id, 'letter_id', NEW.letter_id, 'backup_rank', NEW.backup_rank)); END;
CREATE TRIGGER undo_slot_fill_delete AFTER delete ON slot_fill WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'slot_fill', OLD.id, json_object('id', OLD.id, 'slot_id', OLD.slot_id, 'letter_id', OLD.letter_id, 'backup_rank', OLD.backup_rank), NULL); END;
CREATE TRIGGER undo_assignment_insert AFTER insert ON assignment WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'assignment', NEW.id, NULL, json_object('id', NEW.id, 'letter_id', NEW.letter_id, 'target_id', NEW.target_id, 'locked_at', NEW.locked_at)); END;
CREATE TRIGGER undo_assignment_update AFTER update ON assignment WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.letter_id IS NOT NEW.letter_id OR OLD.target_id IS NOT NEW.target_id OR OLD.locked_at IS NOT NEW.locked_at) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'assignment', OLD.id, json_object('id', OLD.id, 'letter_id', OLD.letter_id, 'target_id', OLD.target_id, 'locked_at', OLD.locked_at), json_object('id', NEW.id, 'letter_id', NEW.letter_id, 'target_id', NEW.target_id, 'locked_at', NEW.locked_at)); END;
CREATE TRIGGER undo_assignment_delete AFTER delete ON assignment WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'assignment', OLD.id, json_object('id', OLD.id, 'letter_id', OLD.letter_id, 'target_id', OLD.target_id, 'locked_at', OLD.locked_at), NULL); END;
CREATE TRIGGER undo_request_insert AFTER insert ON request WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'request', NEW.id, NULL, json_object('id', NEW.id, 'letter_id', NEW.letter_id, 'stage', NEW.stage, 'stage_on', NEW.stage_on, 'asked_on', NEW.asked_on, 'submitted_on', NEW.submitted_on, 'signal', NEW.signal, 'decline_reason', NEW.decline_reason, 'suggested_person', NEW.suggested_person, 'plan_sends_itself', NEW.plan_sends_itself)); END;
CREATE TRIGGER undo_request_update AFTER update ON request WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.letter_id IS NOT NEW.letter_id OR OLD.stage IS NOT NEW.stage OR OLD.stage_on IS NOT NEW.stage_on OR OLD.asked_on IS NOT NEW.asked_on OR OLD.submitted_on IS NOT NEW.submitted_on OR OLD.signal IS NOT NEW.signal OR OLD.decline_reason IS NOT NEW.decline_reason OR OLD.suggested_person IS NOT NEW.suggested_person OR OLD.plan_sends_itself IS NOT NEW.plan_sends_itself) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'request', OLD.id, json_object('id', OLD.id, 'letter_id', OLD.letter_id, 'stage', OLD.stage, 'stage_on', OLD.stage_on, 'asked_on', OLD.asked_on, 'submitted_on', OLD.submitted_on, 'signal', OLD.signal, 'decline_reason', OLD.decline_reason, 'suggested_person', OLD.suggested_person, 'plan_sends_itself', OLD.plan_sends_itself), json_object('id', NEW.id, 'letter_id', NEW.letter_id, 'stage', NEW.stage, 'stage_on', NEW.stage_on, 'asked_on', NEW.asked_on, 'submitted_on', NEW.submitted_on, 'signal', NEW.signal, 'decline_reason', NEW.decline_reason, 'suggested_person', NEW.suggested_person, 'plan_sends_itself', NEW.plan_sends_itself)); END;
CREATE TRIGGER undo_request_delete AFTER delete ON request WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'request', OLD.id, json_object('id', OLD.id, 'letter_id', OLD.letter_id, 'stage', OLD.stage, 'stage_on', OLD.stage_on, 'asked_on', OLD.asked_on, 'submitted_on', OLD.submitted_on, 'signal', OLD.signal, 'decline_reason', OLD.decline_reason, 'suggested_person', OLD.suggested_person, 'plan_sends_itself', OLD.plan_sends_itself), NULL); END;
CREATE TRIGGER undo_request_move_insert AFTER insert ON request_move WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'request_move', NEW.id, NULL, json_object('id', NEW.id, 'request_id', NEW.request_id, 'from_stage', NEW.from_stage, 'to_stage', NEW.to_stage, 'on_date', NEW.on_date, 'cause', NEW.cause)); END;
CREATE TRIGGER undo_request_move_update AFTER update ON request_move WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.request_id IS NOT NEW.request_id OR OLD.from_stage IS NOT NEW.from_stage OR OLD.to_stage IS NOT NEW.to_stage OR OLD.on_date IS NOT NEW.on_date OR OLD.cause IS NOT NEW.cause) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'request_move', OLD.id, json_object('id', OLD.id, 'request_id', OLD.request_id, 'from_stage', OLD.from_stage, 'to_stage', OLD.to_stage, 'on_date', OLD.on_date, 'cause', OLD.cause), json_object('id', NEW.id, 'request_id', NEW.request_id, 'from_stage', NEW.from_stage, 'to_stage', NEW.to_stage, 'on_date', NEW.on_date, 'cause', NEW.cause)); END;
CREATE TRIGGER undo_request_move_delete AFTER delete ON request_move WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'request_move', OLD.id, json_object('id', OLD.id, 'request_id', OLD.request_id, 'from_stage', OLD.from_stage, 'to_stage', OLD.to_stage, 'on_date', OLD.on_date, 'cause', OLD.cause), NULL); END;
CREATE TRIGGER undo_request_fact_insert AFTER insert ON request_fact WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'request_fact', NEW.id, NULL, json_object('id', NEW.id, 'request_id', NEW.request_id, 'fact', NEW.fact, 'on_date', NEW.on_date, 'note', NEW.note)); END;
CREATE TRIGGER undo_request_fact_update AFTER update ON request_fact WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.request_id IS NOT NEW.request_id OR OLD.fact IS NOT NEW.fact OR OLD.on_date IS NOT NEW.on_date OR OLD.note IS NOT NEW.note) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'request_fact', OLD.id, json_object('id', OLD.id, 'request_id', OLD.request_id, 'fact', OLD.fact, 'on_date', OLD.on_date, 'note', OLD.note), json_object('id', NEW.id, 'request_id', NEW.request_id, 'fact', NEW.fact, 'on_date', NEW.on_date, 'note', NEW.note)); END;
CREATE TRIGGER undo_request_fact_delete AFTER delete ON request_fact WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'request_fact', OLD.id, json_object('id', OLD.id, 'request_id', OLD.request_id, 'fact', OLD.fact, 'on_date', OLD.on_date, 'note', OLD.note), NULL); END;
CREATE TRIGGER undo_plan_item_insert AFTER insert ON plan_item WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'plan_item', NEW.id, NULL, json_object('id', NEW.id, 'request_id', NEW.request_id, 'kind', NEW.kind, 'on_date', NEW.on_date, 'done_on', NEW.done_on)); END;
CREATE TRIGGER undo_plan_item_update AFTER update ON plan_item WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.request_id IS NOT NEW.request_id OR OLD.kind IS NOT NEW.kind OR OLD.on_date IS NOT NEW.on_date OR OLD.done_on IS NOT NEW.done_on) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'plan_item', OLD.id, json_object('id', OLD.id, 'request_id', OLD.request_id, 'kind', OLD.kind, 'on_date', OLD.on_date, 'done_on', OLD.done_on), json_object('id', NEW.id, 'request_id', NEW.request_id, 'kind', NEW.kind, 'on_date', NEW.on_date, 'done_on', NEW.done_on)); END;
CREATE TRIGGER undo_plan_item_delete AFTER delete ON plan_item WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'plan_item', OLD.id, json_object('id', OLD.id, 'request_id', OLD.request_id, 'kind', OLD.kind, 'on_date', OLD.on_date, 'done_on', OLD.done_on), NULL); END;
CREATE TRIGGER undo_reminder_insert AFTER insert ON reminder WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'reminder', NEW.id, NULL, json_object('id', NEW.id, 'title', NEW.title, 'detail', NEW.detail, 'mentor_id', NEW.mentor_id, 'letter_id', NEW.letter_id, 'on_date', NEW.on_date, 'at_time', NEW.at_time, 'zone', NEW.zone, 'done_on', NEW.done_on, 'created_on', NEW.created_on, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample, 'coach', NEW.coach)); END;
CREATE TRIGGER undo_reminder_update AFTER update ON reminder WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.title IS NOT NEW.title OR OLD.detail IS NOT NEW.detail OR OLD.mentor_id IS NOT NEW.mentor_id OR OLD.letter_id IS NOT NEW.letter_id OR OLD.on_date IS NOT NEW.on_date OR OLD.at_time IS NOT NEW.at_time OR OLD.zone IS NOT NEW.zone OR OLD.done_on IS NOT NEW.done_on OR OLD.created_on IS NOT NEW.created_on OR OLD.deleted_at IS NOT NEW.deleted_at OR OLD.sample IS NOT NEW.sample OR OLD.coach IS NOT NEW.coach) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'reminder', OLD.id, json_object('id', OLD.id, 'title', OLD.title, 'detail', OLD.detail, 'mentor_id', OLD.mentor_id, 'letter_id', OLD.letter_id, 'on_date', OLD.on_date, 'at_time', OLD.at_time, 'zone', OLD.zone, 'done_on', OLD.done_on, 'created_on', OLD.created_on, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample, 'coach', OLD.coach), json_object('id', NEW.id, 'title', NEW.title, 'detail', NEW.detail, 'mentor_id', NEW.mentor_id, 'letter_id', NEW.letter_id, 'on_date', NEW.on_date, 'at_time', NEW.at_time, 'zone', NEW.zone, 'done_on', NEW.done_on, 'created_on', NEW.created_on, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample, 'coach', NEW.coach)); END;
CREATE TRIGGER undo_reminder_delete AFTER delete ON reminder WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'reminder', OLD.id, json_object('id', OLD.id, 'title', OLD.title, 'detail', OLD.detail, 'mentor_id', OLD.mentor_id, 'letter_id', OLD.letter_id, 'on_date', OLD.on_date, 'at_time', OLD.at_time, 'zone', OLD.zone, 'done_on', OLD.done_on, 'created_on', OLD.created_on, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample, 'coach', OLD.coach), NULL); END;
CREATE TRIGGER undo_meeting_insert AFTER insert ON meeting WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'meeting', NEW.id, NULL, json_object('id', NEW.id, 'title', NEW.title, 'mentor_id', NEW.mentor_id, 'on_date', NEW.on_date, 'at_time', NEW.at_time, 'zone', NEW.zone, 'place', NEW.place, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_meeting_update AFTER update ON meeting WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.title IS NOT NEW.title OR OLD.mentor_id IS NOT NEW.mentor_id OR OLD.on_date IS NOT NEW.on_date OR OLD.at_time IS NOT NEW.at_time OR OLD.zone IS NOT NEW.zone OR OLD.place IS NOT NEW.place OR OLD.deleted_at IS NOT NEW.deleted_at OR OLD.sample IS NOT NEW.sample) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'meeting', OLD.id, json_object('id', OLD.id, 'title', OLD.title, 'mentor_id', OLD.mentor_id, 'on_date', OLD.on_date, 'at_time', OLD.at_time, 'zone', OLD.zone, 'place', OLD.place, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample), json_object('id', NEW.id, 'title', NEW.title, 'mentor_id', NEW.mentor_id, 'on_date', NEW.on_date, 'at_time', NEW.at_time, 'zone', NEW.zone, 'place', NEW.place, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_meeting_delete AFTER delete ON meeting WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'meeting', OLD.id, json_object('id', OLD.id, 'title', OLD.title, 'mentor_id', OLD.mentor_id, 'on_date', OLD.on_date, 'at_time', OLD.at_time, 'zone', OLD.zone, 'place', OLD.place, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample), NULL); END;
CREATE TRIGGER undo_file_version_insert AFTER insert ON file_version WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'file_version', NEW.id, NULL, json_object('id', NEW.id, 'sha256', NEW.sha256, 'size', NEW.size, 'added_at', NEW.added_at)); END;
CREATE TRIGGER undo_file_version_update AFTER update ON file_version WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.sha256 IS NOT NEW.sha256 OR OLD.size IS NOT NEW.size OR OLD.added_at IS NOT NEW.added_at) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'file_version', OLD.id, json_object('id', OLD.id, 'sha256', OLD.sha256, 'size', OLD.size, 'added_at', OLD.added_at), json_object('id', NEW.id, 'sha256', NEW.sha256, 'size', NEW.size, 'added_at', NEW.added_at)); END;
CREATE TRIGGER undo_file_version_delete AFTER delete ON file_version WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'file_version', OLD.id, json_object('id', OLD.id, 'sha256', OLD.sha256, 'size', OLD.size, 'added_at', OLD.added_at), NULL); END;
CREATE TRIGGER undo_material_insert AFTER insert ON material WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'material', NEW.id, NULL, json_object('id', NEW.id, 'kind', NEW.kind, 'file_id', NEW.file_id, 'name', NEW.name, 'added_at', NEW.added_at, 'replaced_at', NEW.replaced_at, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_material_update AFTER update ON material WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.kind IS NOT NEW.kind OR OLD.file_id IS NOT NEW.file_id OR OLD.name IS NOT NEW.name OR OLD.added_at IS NOT NEW.added_at OR OLD.replaced_at IS NOT NEW.replaced_at OR OLD.deleted_at IS NOT NEW.deleted_at OR OLD.sample IS NOT NEW.sample) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'material', OLD.id, json_object('id', OLD.id, 'kind', OLD.kind, 'file_id', OLD.file_id, 'name', OLD.name, 'added_at', OLD.added_at, 'replaced_at', OLD.replaced_at, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample), json_object('id', NEW.id, 'kind', NEW.kind, 'file_id', NEW.file_id, 'name', NEW.name, 'added_at', NEW.added_at, 'replaced_at', NEW.replaced_at, 'deleted_at', NEW.deleted_at, 'sample', NEW.sample)); END;
CREATE TRIGGER undo_material_delete AFTER delete ON material WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'material', OLD.id, json_object('id', OLD.id, 'kind', OLD.kind, 'file_id', OLD.file_id, 'name', OLD.name, 'added_at', OLD.added_at, 'replaced_at', OLD.replaced_at, 'deleted_at', OLD.deleted_at, 'sample', OLD.sample), NULL); END;
CREATE TRIGGER undo_evidence_insert AFTER insert ON evidence WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'evidence', NEW.id, NULL, json_object('id', NEW.id, 'letter_id', NEW.letter_id, 'target_id', NEW.target_id, 'file_id', NEW.file_id, 'name', NEW.name, 'note', NEW.note, 'added_at', NEW.added_at)); END;
CREATE TRIGGER undo_evidence_update AFTER update ON evidence WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.letter_id IS NOT NEW.letter_id OR OLD.target_id IS NOT NEW.target_id OR OLD.file_id IS NOT NEW.file_id OR OLD.name IS NOT NEW.name OR OLD.note IS NOT NEW.note OR OLD.added_at IS NOT NEW.added_at) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'evidence', OLD.id, json_object('id', OLD.id, 'letter_id', OLD.letter_id, 'target_id', OLD.target_id, 'file_id', OLD.file_id, 'name', OLD.name, 'note', OLD.note, 'added_at', OLD.added_at), json_object('id', NEW.id, 'letter_id', NEW.letter_id, 'target_id', NEW.target_id, 'file_id', NEW.file_id, 'name', NEW.name, 'note', NEW.note, 'added_at', NEW.added_at)); END;
CREATE TRIGGER undo_evidence_delete AFTER delete ON evidence WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'evidence', OLD.id, json_object('id', OLD.id, 'letter_id', OLD.letter_id, 'target_id', OLD.target_id, 'file_id', OLD.file_id, 'name', OLD.name, 'note', OLD.note, 'added_at', OLD.added_at), NULL); END;
CREATE TRIGGER undo_template_insert AFTER insert ON template WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'template', NEW.id, NULL, json_object('id', NEW.id, 'kind', NEW.kind, 'tone', NEW.tone, 'subject', NEW.subject, 'body', NEW.body)); END;
CREATE TRIGGER undo_template_update AFTER update ON template WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.kind IS NOT NEW.kind OR OLD.tone IS NOT NEW.tone OR OLD.subject IS NOT NEW.subject OR OLD.body IS NOT NEW.body) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'template', OLD.id, json_object('id', OLD.id, 'kind', OLD.kind, 'tone', OLD.tone, 'subject', OLD.subject, 'body', OLD.body), json_object('id', NEW.id, 'kind', NEW.kind, 'tone', NEW.tone, 'subject', NEW.subject, 'body', NEW.body)); END;
CREATE TRIGGER undo_template_delete AFTER delete ON template WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'template', OLD.id, json_object('id', OLD.id, 'kind', OLD.kind, 'tone', OLD.tone, 'subject', OLD.subject, 'body', OLD.body), NULL); END;
CREATE TRIGGER undo_message_insert AFTER insert ON message WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'message', NEW.id, NULL, json_object('id', NEW.id, 'kind', NEW.kind, 'request_id', NEW.request_id, 'mentor_id', NEW.mentor_id, 'plan_item_id', NEW.plan_item_id, 'to_name', NEW.to_name, 'to_address', NEW.to_address, 'cc_address', NEW.cc_address, 'subject', NEW.subject, 'body', NEW.body, 'test', NEW.test, 'created_at', NEW.created_at)); END;
CREATE TRIGGER undo_message_update AFTER update ON message WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.kind IS NOT NEW.kind OR OLD.request_id IS NOT NEW.request_id OR OLD.mentor_id IS NOT NEW.mentor_id OR OLD.plan_item_id IS NOT NEW.plan_item_id OR OLD.to_name IS NOT NEW.to_name OR OLD.to_address IS NOT NEW.to_address OR OLD.cc_address IS NOT NEW.cc_address OR OLD.subject IS NOT NEW.subject OR OLD.body IS NOT NEW.body OR OLD.test IS NOT NEW.test OR OLD.created_at IS NOT NEW.created_at) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'message', OLD.id, json_object('id', OLD.id, 'kind', OLD.kind, 'request_id', OLD.request_id, 'mentor_id', OLD.mentor_id, 'plan_item_id', OLD.plan_item_id, 'to_name', OLD.to_name, 'to_address', OLD.to_address, 'cc_address', OLD.cc_address, 'subject', OLD.subject, 'body', OLD.body, 'test', OLD.test, 'created_at', OLD.created_at), json_object('id', NEW.id, 'kind', NEW.kind, 'request_id', NEW.request_id, 'mentor_id', NEW.mentor_id, 'plan_item_id', NEW.plan_item_id, 'to_name', NEW.to_name, 'to_address', NEW.to_address, 'cc_address', NEW.cc_address, 'subject', NEW.subject, 'body', NEW.body, 'test', NEW.test, 'created_at', NEW.created_at)); END;
CREATE TRIGGER undo_message_delete AFTER delete ON message WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'message', OLD.id, json_object('id', OLD.id, 'kind', OLD.kind, 'request_id', OLD.request_id, 'mentor_id', OLD.mentor_id, 'plan_item_id', OLD.plan_item_id, 'to_name', OLD.to_name, 'to_address', OLD.to_address, 'cc_address', OLD.cc_address, 'subject', OLD.subject, 'body', OLD.body, 'test', OLD.test, 'created_at', OLD.created_at), NULL); END;
CREATE TRIGGER undo_message_file_insert AFTER insert ON message_file WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'message_file', NEW.id, NULL, json_object('id', NEW.id, 'message_id', NEW.message_id, 'file_id', NEW.file_id, 'name', NEW.name, 'material', NEW.material, 'position', NEW.position)); END;
CREATE TRIGGER undo_message_file_update AFTER update ON message_file WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.message_id IS NOT NEW.message_id OR OLD.file_id IS NOT NEW.file_id OR OLD.name IS NOT NEW.name OR OLD.material IS NOT NEW.material OR OLD.position IS NOT NEW.position) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'message_file', OLD.id, json_object('id', OLD.id, 'message_id', OLD.message_id, 'file_id', OLD.file_id, 'name', OLD.name, 'material', OLD.material, 'position', OLD.position), json_object('id', NEW.id, 'message_id', NEW.message_id, 'file_id', NEW.file_id, 'name', NEW.name, 'material', NEW.material, 'position', NEW.position)); END;
CREATE TRIGGER undo_message_file_delete AFTER delete ON message_file WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'message_file', OLD.id, json_object('id', OLD.id, 'message_id', OLD.message_id, 'file_id', OLD.file_id, 'name', OLD.name, 'material', OLD.material, 'position', OLD.position), NULL); END;
CREATE TRIGGER undo_rule_edit_insert AFTER insert ON rule_edit WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'rule_edit', NEW.id, NULL, json_object('id', NEW.id, 'pack', NEW.pack, 'path', NEW.path, 'value', NEW.value, 'shipped_value', NEW.shipped_value)); END;
CREATE TRIGGER undo_rule_edit_update AFTER update ON rule_edit WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) AND (OLD.id IS NOT NEW.id OR OLD.pack IS NOT NEW.pack OR OLD.path IS NOT NEW.path OR OLD.value IS NOT NEW.value OR OLD.shipped_value IS NOT NEW.shipped_value) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'rule_edit', OLD.id, json_object('id', OLD.id, 'pack', OLD.pack, 'path', OLD.path, 'value', OLD.value, 'shipped_value', OLD.shipped_value), json_object('id', NEW.id, 'pack', NEW.pack, 'path', NEW.path, 'value', NEW.value, 'shipped_value', NEW.shipped_value)); END;
CREATE TRIGGER undo_rule_edit_delete AFTER delete ON rule_edit WHEN EXISTS (SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL) BEGIN INSERT INTO undo_change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM undo_recorder WHERE step_id IS NOT NULL), 'rule_edit', OLD.id, json_object('id', OLD.id, 'pack', OLD.pack, 'path', OLD.path, 'value', OLD.value, 'shipped_value', OLD.shipped_value), NULL); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('undo_step',1);
INSERT INTO "sqlite_sequence" VALUES('undo_change',336);
INSERT INTO "sqlite_sequence" VALUES('mentor',13);
INSERT INTO "sqlite_sequence" VALUES('interaction',48);
INSERT INTO "sqlite_sequence" VALUES('moment',8);
INSERT INTO "sqlite_sequence" VALUES('fit_answer',76);
INSERT INTO "sqlite_sequence" VALUES('application',3);
INSERT INTO "sqlite_sequence" VALUES('application_date',2);
INSERT INTO "sqlite_sequence" VALUES('slot',9);
INSERT INTO "sqlite_sequence" VALUES('letter',10);
INSERT INTO "sqlite_sequence" VALUES('letter_writer',10);
INSERT INTO "sqlite_sequence" VALUES('slot_fill',12);
INSERT INTO "sqlite_sequence" VALUES('request',10);
INSERT INTO "sqlite_sequence" VALUES('request_move',30);
INSERT INTO "sqlite_sequence" VALUES('plan_item',4);
INSERT INTO "sqlite_sequence" VALUES('request_fact',2);
INSERT INTO "sqlite_sequence" VALUES('target',19);
INSERT INTO "sqlite_sequence" VALUES('assignment',68);
INSERT INTO "sqlite_sequence" VALUES('reminder',3);
INSERT INTO "sqlite_sequence" VALUES('meeting',2);
INSERT INTO "sqlite_sequence" VALUES('file_version',2);
INSERT INTO "sqlite_sequence" VALUES('material',2);
INSERT INTO "sqlite_sequence" VALUES('message',1);
INSERT INTO "sqlite_sequence" VALUES('message_file',1);
INSERT INTO "sqlite_sequence" VALUES('account',1);
INSERT INTO "sqlite_sequence" VALUES('outbox_entry',1);
INSERT INTO "sqlite_sequence" VALUES('outbox_event',2);
INSERT INTO "sqlite_sequence" VALUES('wizard_draft',1);
INSERT INTO "sqlite_sequence" VALUES('host_contact',1);
INSERT INTO "sqlite_sequence" VALUES('practice_mail',1);
INSERT INTO "sqlite_sequence" VALUES('notice',1);
INSERT INTO "sqlite_sequence" VALUES('rule_edit',1);
INSERT INTO "sqlite_sequence" VALUES('mentor_target',1);
INSERT INTO "sqlite_sequence" VALUES('evidence',1);
INSERT INTO "sqlite_sequence" VALUES('template',1);
COMMIT;
