"""What people type into the boxes of a day or a moment, and what is read of it."""

from __future__ import annotations

import pytest

from safeconduct.casework import ACTS, read_asked
from safeconduct.web.acts.typed import plain_of_typed, typed_in

REGISTER = ACTS["register-person"].asked


class Form(dict[str, str]):
    """A form that was sent."""

    def getlist(self, name: str) -> list[str]:
        return [self[name]] if name in self else []


@pytest.mark.parametrize(
    ("boxes", "read"),
    [
        (("7", "3", "1988"), "1988-03-07"),
        (("07", "03", "1988"), "1988-03-07"),
        (("", "", ""), ""),
        (("7", "", "1988"), "1988-00-07"),
        (("31", "2", "1988"), "1988-02-31"),
    ],
)
def test_three_boxes_make_a_day(boxes: tuple[str, str, str], read: str) -> None:
    names = ("born_on-day", "born_on-month", "born_on-year")
    typed = typed_in(REGISTER, Form(dict(zip(names, boxes, strict=True))))
    assert plain_of_typed(typed)["born_on"] == read


def test_half_a_day_is_told_and_not_dropped() -> None:
    typed = typed_in(REGISTER, Form({"full_name": "A", "born_on-day": "7"}))
    found = read_asked(REGISTER, plain_of_typed(typed))
    assert isinstance(found, tuple)
    assert [finding.code for finding in found] == ["casework.not-a-day"]


def test_a_moment_carries_the_offset_of_its_place() -> None:
    parts = {"day": "7", "month": "3", "year": "2026", "time": "9:05", "offset": "+01:00"}
    typed = typed_in(REGISTER, Form({f"held_since-{name}": part for name, part in parts.items()}))
    assert plain_of_typed(typed)["held_since"] == "2026-03-07T09:05+01:00"


def test_a_moment_of_which_only_the_offset_stands_is_blank() -> None:
    typed = typed_in(REGISTER, Form({"held_since-offset": "+01:00"}))
    assert plain_of_typed(typed)["held_since"] == ""
