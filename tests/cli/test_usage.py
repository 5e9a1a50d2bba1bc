"""A command line that cannot be read is told in the person's language, and ends with 2."""

from __future__ import annotations

import pytest

from safeconduct.basics import ENGLISH
from safeconduct.cli.language import speak
from safeconduct.cli.main import run

CASES = [
    ("", "safeconduct [OPTIONS] COMMAND", 0),
    ("cuont", "There is no command cuont. Did you mean count", 2),
    ("xyz", "There is no command xyz. `safeconduct --help` lists the commands.", 2),
    ("count --lang es", "Falta BOOKINGS.", 2),
    ("count a.csv --rule x --lang es", "--rule no puede ser x. Es uno de: arrival-not-dep", 2),
    ("count a.csv --ruel x", "There is no option --ruel. Did you mean --rule?", 2),
    ("count a.csv --wholly-unlike", "There is no option --wholly-unlike.", 2),
    ("count a.csv --rule both-ends --absence-nights q", "takes a whole number", 2),
    ("count a.csv --rule both-ends --absence-nights=-1", "--absence-nights is 0 at the least.", 2),
    ("count a.csv --rule both-ends --from", "--from needs a value after it.", 2),
    ("count a.csv --rule both-ends --json=1", "--json stands alone and takes no value.", 2),
    ("count a.csv b.csv --rule both-ends", "The command does not take b.csv.", 2),
    ("--lang fr", "--lang cannot be fr. It is one of: en, es.", 2),
    ("--lang es", "Falta la orden. `safeconduct --help` muestra las órdenes.", 2),
    ("--version", "safeconduct 0.", 0),
]


@pytest.mark.parametrize(("typed", "said", "exit_code"), CASES, ids=[c[0] or "-" for c in CASES])
def test_what_cannot_be_read_is_said_plainly(
    typed: str, said: str, exit_code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        run(typed.split())
    printed = capsys.readouterr()
    speak(ENGLISH)
    assert left.value.code == exit_code
    assert said in printed.out + printed.err
    assert "Traceback" not in printed.err
