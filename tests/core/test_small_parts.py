"""Events, the clock, the folders and the applicant: small, and everything rests on them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from lordesk.clock import Clock, FixedClock, ShiftedClock
from lordesk.events import Bus, Changed
from lordesk.paths import paths_in, resources_dir
from tests.core.conftest import TUESDAY_9, ZONE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.core.conftest import House

EVENT = Changed(frozenset({"mentor"}), frozenset({1}))


def test_every_listener_hears_an_event_until_it_ends_its_subscription() -> None:
    bus, one, two = Bus(), list[Changed](), list[Changed]()
    end = bus.subscribe(one.append)
    bus.subscribe(two.append)
    bus.publish(EVENT)
    end()
    end()
    bus.publish(EVENT)
    assert (len(one), len(two)) == (1, 2)


def test_a_listener_may_end_its_subscription_while_it_hears() -> None:
    bus, heard = Bus(), list[Changed]()

    def once(event: Changed) -> None:
        heard.append(event)
        end()

    end = bus.subscribe(once)
    bus.subscribe(heard.append)
    bus.publish(EVENT)
    bus.publish(EVENT)
    assert len(heard) == 3


def test_a_write_is_told_once_it_is_committed(house: House) -> None:
    seen: list[int] = []
    house.bus.subscribe(lambda _event: seen.append(len(house.mentors.rows())))
    house.mentors.add("Dr. Ada Park")
    assert seen == [1]


def test_a_step_tells_its_tables_rows_and_author(house: House) -> None:
    with house.store.step("mentor-added", initiator="pane"):
        mentor = house.mentors.add("Dr. Ada Park")
    (event,) = house.heard
    assert event == Changed(frozenset({"mentor"}), frozenset({mentor}), "pane")


def test_the_working_day_turns_at_four() -> None:
    clock = FixedClock(datetime(2026, 8, 19, 3, 59, tzinfo=ZONE), ZONE)
    assert (clock.today(), clock.working_day()) == (date(2026, 8, 19), date(2026, 8, 18))
    clock.advance(timedelta(minutes=1))
    assert clock.working_day() == date(2026, 8, 19)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "America/New_York"])
def test_the_day_is_that_of_the_applicants_zone(zone: str) -> None:
    clock = FixedClock(datetime(2026, 8, 18, 11, tzinfo=UTC), ZoneInfo(zone))
    days = {"Pacific/Kiritimati": 19, "Etc/GMT+12": 17, "America/New_York": 18}
    assert clock.today() == date(2026, 8, days[zone])
    assert clock.zone_name() == zone
    assert clock.now().tzinfo is UTC


def test_a_shifted_clock_runs_on_from_its_start() -> None:
    clock = ShiftedClock(TUESDAY_9, ZONE)
    assert clock.today() == date(2026, 8, 18)
    assert timedelta() <= clock.now() - TUESDAY_9 < timedelta(minutes=1)


def test_the_systems_clock_is_in_utc_and_monotonic() -> None:
    clock = Clock()
    assert clock.now().utcoffset() == timedelta()
    assert clock.monotonic() <= clock.monotonic()


def test_a_corrected_wall_clock_leaves_the_monotonic_one() -> None:
    clock = FixedClock(TUESDAY_9)
    clock.jump_to(TUESDAY_9 + timedelta(hours=1))
    assert clock.monotonic() == 0.0
    clock.advance(timedelta(seconds=5))
    assert clock.monotonic() == 5.0


def test_the_folders_are_the_users_alone_even_where_they_were_open(tmp_path: Path) -> None:
    paths = paths_in(tmp_path / "home")
    paths.data.mkdir(parents=True, mode=0o755)
    paths.data.chmod(0o755)
    paths.make()
    paths.make()
    for folder in (paths.data, paths.config, paths.logs, paths.files, paths.backups):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_file_where_a_folder_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(OSError, match="home"):
        paths_in(tmp_path / "home").make()


def test_the_shipped_files_are_found() -> None:
    assert (resources_dir() / "sample" / "workspace.json").is_file()


def test_a_new_profile_is_empty_and_keeps_what_is_typed(house: House) -> None:
    assert house.profile.get().name == ""
    assert house.profile.get().given_name == ""
    house.profile.update(
        name="  Priya\r\nRaman ", signature="MS4\nNorthfield", service_ids={"eras": "15027416"}
    )
    profile = house.profile.get()
    assert (profile.name, profile.given_name) == ("Priya Raman", "Priya")
    assert profile.signature == "MS4\nNorthfield"
    assert profile.service_ids == (("eras", "15027416"),)


def test_the_shipped_holidays_are_known(house: House) -> None:
    days = house.rules.holidays(2026)
    assert date(2026, 9, 7) in days
    assert date(2027, 1, 1) in days
    assert house.rules.broken == []
