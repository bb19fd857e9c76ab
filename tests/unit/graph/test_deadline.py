from __future__ import annotations

import os
import sys
import threading

import pytest

from graph.deadline import Deadline
from ontology.errors import QueryError


def test_result_and_error_come_back() -> None:
    deadline = Deadline()

    assert deadline.run(lambda: 3, 60) == 3
    with pytest.raises(ZeroDivisionError):
        deadline.run(lambda: 1 // 0, 60)


def test_work_that_does_not_end_keeps_a_place_until_it_ends() -> None:
    deadline, ending, abandoned = Deadline(places=1), threading.Event(), threading.Event()
    before = set(threading.enumerate())

    with pytest.raises(QueryError, match="did not end within 0 seconds"):
        deadline.run(ending.wait, 0, abandon=abandoned.set)

    assert abandoned.is_set()
    assert deadline.late == 1
    with pytest.raises(QueryError, match="1 earlier queries ran out of time and are still running"):
        deadline.run(lambda: 1, 60)
    ending.set()
    for thread in set(threading.enumerate()) - before:
        if thread.name == "polecore-query":
            thread.join()
    assert deadline.late == 0
    assert deadline.run(lambda: 1, 60) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a priority for each thread")
def test_work_that_is_late_takes_only_what_others_leave() -> None:
    deadline, ending, number = Deadline(), threading.Event(), threading.get_native_id()
    own, late = os.getpriority(os.PRIO_PROCESS, number), []

    def work() -> None:
        late.append(threading.get_native_id())
        ending.wait()

    with pytest.raises(QueryError):
        deadline.run(work, 0.2)

    assert os.getpriority(os.PRIO_PROCESS, late[0]) == 19
    assert os.getpriority(os.PRIO_PROCESS, number) == own
    ending.set()
