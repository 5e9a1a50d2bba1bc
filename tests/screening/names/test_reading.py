"""What is read from the columns of a manifest or register."""

from __future__ import annotations

from safeconduct.screening.names import Part, read_names


def test_surnames_before_a_comma_are_surnames() -> None:
    (name,) = read_names(None, None, "PÉREZ GARCÍA, Juan José")
    assert [(t.text, t.part) for t in name.tokens] == [
        ("Juan", Part.GIVEN),
        ("José", Part.GIVEN),
        ("PÉREZ", Part.SURNAME),
        ("GARCÍA", Part.SURNAME),
    ]
