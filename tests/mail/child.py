"""A sender in a process of its own, to be killed: python -m tests.mail.child HOME SECONDS_LATER"""

from __future__ import annotations

import sys
from pathlib import Path

from lordesk.clock import FixedClock
from lordesk.jobs import JobContext
from lordesk.mail.dial import Dialer
from tests.mail.desk import open_desk
from tests.mail.messages import NOON


def main() -> None:
    clock = FixedClock(NOON)
    with open_desk(Path(sys.argv[1]), clock, Dialer(final_timeout_s=60)) as desk:
        desk.outbox.recover()
        desk.pass_time(seconds=float(sys.argv[2]))
        for account in desk.accounts.rows():
            desk.keychain.remember_for_session(account.key, "secret")
        desk.outbox.send_due(JobContext())


if __name__ == "__main__":
    main()
