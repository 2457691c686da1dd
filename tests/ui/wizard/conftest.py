"""A workspace with mentors, an application, materials and an account, and a wizard over it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.jobs import JobContext
from lordesk.kinds import (
    ApplicationKind,
    DateStatus,
    FitQuestion,
    InteractionKind,
    LetterService,
    MaterialKind,
    MentorRole,
    Security,
    SlotNeed,
    Waiver,
)
from lordesk.rows.mail import NewAccount
from ui.wizard import defaults
from ui.wizard.services import WizardServices
from ui.wizard.wizard import RequestWizard

if TYPE_CHECKING:
    from pathlib import Path

    from lordesk.core import Core
    from ui.desk import Desk

MOMENT = "when we rebuilt the analysis two days before the abstract deadline"


@dataclass
class World:
    core: Core
    folder: Path
    adeyemi: int = 0
    bell: int = 0
    application: int = 0
    slot: int = 0
    opened: list[Path] = field(default_factory=list)
    opens: bool = True

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return self.opens

    def write(self, name: str, size: int = 1000) -> Path:
        path = self.folder / name
        with path.open("wb") as file:
            file.truncate(size)
        return path

    def services(self) -> WizardServices:
        core = self.core
        return WizardServices(
            mentors=core.mentors,
            interactions=core.interactions,
            applications=core.applications,
            letters=core.letters,
            messages=core.messages,
            materials=core.materials,
            drafts=core.drafts,
            templates=core.templates,
            rules=core.rules,
            accounts=core.accounts,
            outbox=core.outbox,
            handover=core.handover,
            requests=core.requests,
            profile=core.profile,
            undo=core.undo,
        )

    def add_account(self) -> None:
        new = NewAccount(
            address="praman@northfield.example",
            host="smtp.northfield.example",
            port=587,
            security=Security.STARTTLS,
            username="praman",
        )
        self.core.accounts.add(JobContext(), new, "secret")


@pytest.fixture
def world(core: Core, tmp_path: Path) -> World:
    folder = tmp_path / "mine"
    folder.mkdir()
    made = World(core, folder)
    core.profile.update(
        name="Priya Raman", email="praman@northfield.example", year="MS4", zone="America/New_York"
    )
    made.application = core.applications.add(
        "ERAS internal medicine",
        ApplicationKind.RESIDENCY,
        service=LetterService.ERAS,
        specialty="Internal medicine",
        hard_on=date(2026, 9, 30),
        hard_status=DateStatus.CONFIRMED,
        hard_source="AAMC",
    )
    made.slot = core.applications.add_slot(made.application, "IM faculty", SlotNeed.IN_SPECIALTY)
    made.adeyemi = core.mentors.add(
        "Dr. Samuel Adeyemi",
        role=MentorRole.RESEARCH_PI,
        email="s.adeyemi@northfield.example",
        settings_shared="two years on the cohort",
    )
    made.bell = core.mentors.add("Dr. Marcus Bell", email="m.bell@northfield.example")
    core.mentors.set_fit(made.adeyemi, FitQuestion.DEPTH, 4)
    core.mentors.set_fit(made.bell, FitQuestion.DEPTH, 2)
    core.interactions.add_moment(made.adeyemi, MOMENT, date(2025, 3, 10))
    core.interactions.log(made.adeyemi, InteractionKind.FEEDBACK_ACTED_ON, date(2026, 6, 1))
    core.materials.add(JobContext(), made.write("CV_Raman.pdf"), MaterialKind.CV)
    made.add_account()
    return made


@pytest.fixture
def wizard(qtbot, desk: Desk, world: World) -> RequestWizard:
    made = RequestWizard(desk, world.services(), opener=world.open)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.start()
    made.show()
    return made


@pytest.fixture
def filled(wizard: RequestWizard, world: World) -> RequestWizard:
    """With everything that a request needs, at the review."""
    defaults.choose_mentor(wizard.session, world.adeyemi)
    defaults.set_waiver(wizard.session, Waiver.WAIVED)
    wizard.session.state.moment = MOMENT
    wizard.session.touch()
    wizard.go_to(4)
    return wizard
