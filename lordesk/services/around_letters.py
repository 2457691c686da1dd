"""The smaller services around letters, each made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lordesk.core import Core
    from lordesk.services.closings import ClosingService
    from lordesk.services.evidence import EvidenceService
    from lordesk.services.queue import QueueService
    from lordesk.services.reports import ReportService
    from lordesk.services.side_facts import FactService
    from lordesk.services.writers import WriterService


class AroundLetters:
    """Of one open core."""

    def __init__(self, core: Core) -> None:
        self._core = core

    @cached_property
    def facts(self) -> FactService:
        from lordesk.services.side_facts import FactService

        core = self._core
        return FactService(core.store, core.clock, core.requests.replan)

    @cached_property
    def closings(self) -> ClosingService:
        from lordesk.services.closings import ClosingService

        core = self._core
        return ClosingService(core.store, core.clock, core.requests, core.letters, core.mentors)

    @cached_property
    def writers(self) -> WriterService:
        from lordesk.services.writers import WriterService

        return WriterService(self._core.store, self._core.requests.replan)

    @cached_property
    def queue(self) -> QueueService:
        from lordesk.services.queue import QueueService

        core = self._core
        return QueueService(core.store, core.requests.mark_reply_read, core.reminders.add)

    @cached_property
    def evidence(self) -> EvidenceService:
        from lordesk.services.evidence import EvidenceService

        core = self._core
        return EvidenceService(core.store, core.clock, core.paths)

    @cached_property
    def reports(self) -> ReportService:
        from lordesk.services.reports import ReportService

        return ReportService(self._core.clock, self._core.applications)
