"""The columns of the Practice inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.itemmodels.row_table_model import Column
from ui.wording import dates

if TYPE_CHECKING:
    from lordesk.clock import Clock
    from lordesk.rows.mail import PracticeMail


def practice_columns(clock: Clock) -> list[Column[PracticeMail]]:
    return [
        Column(
            QCoreApplication.translate("PracticeColumns", "To"),
            text=lambda mail: ", ".join(mail.recipients),
        ),
        Column(
            QCoreApplication.translate("PracticeColumns", "Subject"), text=lambda mail: mail.subject
        ),
        Column(
            QCoreApplication.translate("PracticeColumns", "Arrived"),
            text=lambda mail: dates.moment(mail.arrived_at, clock.local_now()),
            sort_key=lambda mail: mail.arrived_at,
            right=True,
        ),
    ]
