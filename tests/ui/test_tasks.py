"""Jobs run beside the screen and their outcome arrives on it, exactly once."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import DiskFullError
from lordesk.jobs import JobCancelledError
from ui.tasks import ImmediateRunner, Lane, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from lordesk.jobs import JobContext


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    assert made.close() == []


def double(job: JobContext, number: int) -> tuple[int, int]:
    return number * 2, threading.get_ident()


def fail(job: JobContext) -> None:
    raise DiskFullError(detail="no room")


def wait_long(job: JobContext) -> None:
    job.wait(30)
    job.check()


def test_a_job_runs_elsewhere_and_answers_here(qtbot: QtBot, runner: TaskRunner) -> None:
    heard: list[int] = []
    task = runner.start(double, 21)
    task.succeeded.connect(lambda _: heard.append(threading.get_ident()))
    with qtbot.waitSignal(task.finished), qtbot.waitSignal(task.succeeded) as answer:
        pass
    number, thread = answer.args[0]
    assert number == 42
    assert thread != threading.get_ident()
    assert heard == [threading.get_ident()]


def test_an_expected_failure_comes_as_the_error_itself(qtbot: QtBot, runner: TaskRunner) -> None:
    task = runner.start(fail)
    with qtbot.waitSignal(task.finished), qtbot.waitSignal(task.failed) as answer:
        pass
    assert isinstance(answer.args[0], DiskFullError)


def test_a_bug_in_a_job_is_seen_as_a_bug(qtbot: QtBot, runner: TaskRunner) -> None:
    def broken(job: JobContext) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as exceptions:
        task = runner.start(broken)
        with qtbot.waitSignal(task.finished):
            pass
    assert [kind for kind, _, _ in exceptions] == [ZeroDivisionError]


def test_a_cancelled_job_says_cancelled(qtbot: QtBot, runner: TaskRunner) -> None:
    task = runner.start(wait_long)
    with qtbot.waitSignals([task.cancelled, task.finished]):
        task.cancel()


def test_a_lane_runs_one_job_after_the_other_beside_the_other_lanes(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    gate, order = threading.Event(), []

    def hold(job: JobContext) -> None:
        gate.wait(10)
        order.append("first")

    def follow(job: JobContext) -> None:
        order.append("second")

    runner.start(hold, lane=Lane.MAIL)
    second = runner.start(follow, lane=Lane.MAIL)
    beside = runner.start(double, 1, lane=Lane.DATA)
    with qtbot.waitSignal(beside.succeeded):
        pass
    with qtbot.waitSignal(second.finished):
        gate.set()
    assert order == ["first", "second"]


def test_progress_arrives_and_ends_with_the_last_figure(qtbot: QtBot, runner: TaskRunner) -> None:
    def count(job: JobContext) -> None:
        for done in range(1, 5001):
            job.report(done, 5000)

    heard: list[int] = []
    task = runner.start(count)
    task.progressed.connect(lambda done, total: heard.append(done))
    with qtbot.waitSignal(task.finished):
        pass
    assert heard[-1] == 5000
    assert heard == sorted(heard)


def test_each_job_runs_inside_its_scope(qtbot: QtBot) -> None:
    log: list[str] = []

    @contextmanager
    def scope() -> Iterator[None]:
        log.append(threading.current_thread().name)
        yield
        log.append("left")

    runner = TaskRunner(scope)
    task = runner.start(double, 1)
    with qtbot.waitSignal(task.finished):
        pass
    runner.close()
    assert log == ["lordesk-data_0", "left"]


def test_a_job_may_ask_the_screen_for_something(qtbot: QtBot, runner: TaskRunner) -> None:
    def ask(job: JobContext) -> int:
        return runner.call_on_gui(threading.get_ident)

    task = runner.start(ask)
    with qtbot.waitSignal(task.succeeded) as answer:
        pass
    assert answer.args == [threading.get_ident()]


def test_closing_waits_for_what_stops_and_names_what_does_not(qtbot: QtBot) -> None:
    runner, gate = TaskRunner(), threading.Event()

    def stubborn(job: JobContext) -> None:
        gate.wait(10)

    runner.start(wait_long, lane=Lane.DATA)
    runner.start(stubborn, lane=Lane.MAIL)
    left = runner.close(wait_ms=200)
    assert len(left) == 1
    assert "stubborn" in left[0]
    with pytest.raises(RuntimeError):
        runner.start(double, 1)
    gate.set()
    assert runner.close() == []


def test_a_job_that_asks_the_screen_while_closing_is_cancelled(qtbot: QtBot) -> None:
    runner, asked, gate = TaskRunner(), [], threading.Event()

    def late(job: JobContext) -> None:
        gate.wait(10)
        try:
            runner.call_on_gui(asked.clear)
        except JobCancelledError:
            asked.append("cancelled")
            raise

    task = runner.start(late)
    task.context.cancel = gate.set  # type: ignore[method-assign]
    assert runner.close() == []
    assert asked == ["cancelled"]


def test_the_immediate_runner_answers_on_the_next_turn(qtbot: QtBot) -> None:
    runner, heard = ImmediateRunner(), []
    task = runner.start(double, 4)
    task.succeeded.connect(heard.append)
    assert heard == []
    runner.settle()
    assert heard[0][0] == 8
