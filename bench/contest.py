"""A contest: the same question to several contenders, in turn, in rounds, beside a floor."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Contender:
    """One way to answer.

    Attributes:
        name: what the table says.
        target: ``MODULE:FUNCTION``, run by ``bench.measure`` in a process of its own.
        scale: by how much its time is multiplied, where it works on a sample.
        rounds: how often it runs at the most; slow peers run fewer rounds.
        answers: whether its answer must equal the others' (a floor answers something else).
    """

    name: str
    target: str
    scale: int = 1
    rounds: int = 99
    answers: bool = True


@dataclass(frozen=True, slots=True)
class Contest:
    """A question, its floor and its contenders.

    Attributes:
        question: the table's title.
        arguments: what each contender is given: usually paths of generated files.
        floor: the least that any method must do; ratios are against its median.
        ours: the contender that the goal speaks of.
        goal: the goal in words, printed below the table.
        rounds: rounds in which every contender runs once, in rotated order.
    """

    question: str
    arguments: Sequence[str]
    floor: Contender
    ours: Contender
    peers: Sequence[Contender]
    goal: str
    rounds: int = 5


@dataclass(slots=True)
class _Runs:
    seconds: list[float] = field(default_factory=list)
    peak_mib: list[float] = field(default_factory=list)
    answers: set[str] = field(default_factory=set)


def hold(contest: Contest) -> None:
    """Run the contest and print its table: medians, ratios, peak memory, whether answers agree."""
    contenders = [contest.floor, contest.ours, *contest.peers]
    runs = {contender.name: _Runs() for contender in contenders}
    for number in range(contest.rounds):
        turn = number % len(contenders)
        for contender in contenders[turn:] + contenders[:turn]:
            if number < contender.rounds:
                _run_once(contender, contest.arguments, runs[contender.name])
    _print(contest, contenders, runs)


def _run_once(contender: Contender, arguments: Sequence[str], runs: _Runs) -> None:
    command = [sys.executable, "-m", "bench.measure", contender.target, *arguments]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode:
        raise RuntimeError(f"{contender.name} failed:\n{finished.stderr}")
    result = json.loads(finished.stdout.splitlines()[-1])
    runs.seconds.append(result["seconds"] * contender.scale)
    runs.peak_mib.append(result["peak_mib"])
    if contender.answers:
        runs.answers.add(json.dumps(result["answer"], sort_keys=True))


def _print(contest: Contest, contenders: Sequence[Contender], runs: dict[str, _Runs]) -> None:
    floor = statistics.median(runs[contest.floor.name].seconds)
    ours = statistics.median(runs[contest.ours.name].seconds)
    table = Table(title=contest.question, title_justify="left", caption_justify="left")
    for heading in ("", "runs", "median s", "min s", "× floor", "× ours", "peak MiB"):
        table.add_column(heading, justify="left" if not heading else "right")
    for contender in contenders:
        mine = runs[contender.name]
        median = statistics.median(mine.seconds)
        table.add_row(
            contender.name,
            str(len(mine.seconds)),
            f"{median:.3f}",
            f"{min(mine.seconds):.3f}",
            f"{median / floor:.2f}",
            f"{median / ours:.2f}",
            f"{max(mine.peak_mib):.0f}",
        )
    answers = set().union(*(runs[c.name].answers for c in contenders if c.scale == 1))
    console = Console(width=120)
    console.print(table)
    console.print(f"goal: {contest.goal}")
    console.print("answers agree" if len(answers) == 1 else f"ANSWERS DIFFER: {sorted(answers)}")
