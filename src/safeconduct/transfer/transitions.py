"""Transition tables: from each state, what may be done, and to which state it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from safeconduct.basics import Finding, Message, Severity


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a transition table: in this state, this act leads to that state."""

    state: str
    act: str
    leads_to: str


@dataclass(frozen=True, slots=True)
class Transitions:
    """The life of one kind of thing.

    Attributes:
        name: of what, e.g. ``manifest``.
        start: the state in which it begins.
        steps: every step that exists; what does not stand here cannot be done.
    """

    name: str
    start: str
    steps: tuple[Step, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """Every state, in the order in which the table names them."""
        named = (self.start, *(s for step in self.steps for s in (step.state, step.leads_to)))
        return tuple(dict.fromkeys(named))

    @property
    def final(self) -> frozenset[str]:
        """The states from which nothing leads on."""
        return frozenset(self.states) - {step.state for step in self.steps}

    def from_state(self, state: str) -> Mapping[str, str]:
        """What may be done in a state: act to the state to which it leads."""
        return MappingProxyType(
            {step.act: step.leads_to for step in self.steps if step.state == state}
        )


def next_state(table: Transitions, state: str, act: str) -> str | Finding:
    """The state to which an act leads, or the finding that it cannot be done in this state.

    Args:
        table: the table of the thing.
        state: the state in which it is.
        act: what is to be done.
    """
    possible = table.from_state(state)
    if act in possible:
        return possible[act]
    if not possible:
        over = Message.of("transfer.nothing-follows", what=table.name, state=state, act=act)
        return Finding(over, Severity.ERROR)
    acts = ", ".join(possible)
    wrong = Message.of("transfer.not-from-here", what=table.name, state=state, act=act, acts=acts)
    return Finding(wrong, Severity.ERROR)


def next_states(table: Transitions, state: str) -> tuple[str, ...]:
    """The states to which something leads from here, each once."""
    return tuple(dict.fromkeys(table.from_state(state).values()))
