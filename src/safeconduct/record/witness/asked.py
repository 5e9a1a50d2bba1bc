"""The witnesses of a policy, asked side by side, so that a silent one delays no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from safeconduct.basics import Message
from safeconduct.record.notes.note import Note, SignatureLine
from safeconduct.record.notes.policy import Policy
from safeconduct.record.refusal import Refused
from safeconduct.record.witness.client import PATIENCE_SECONDS, Prove, WitnessClient

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class AskedWitnesses:
    """All witnesses that a log asks."""

    clients: tuple[WitnessClient, ...]

    @classmethod
    def of(cls, policy: Policy, patience: float = PATIENCE_SECONDS) -> AskedWitnesses | None:
        """The witnesses of a policy that say where they answer; nothing if none does."""
        clients = tuple(
            WitnessClient(policy.urls[name], (key,), patience)
            for name, key in policy.witnesses.items()
            if name in policy.urls
        )
        return cls(clients) if clients else None

    def remembered(self, origin: str) -> tuple[bytes | None, ...]:
        """Each answer: the latest checkpoint that a witness holds, or that it holds none."""
        asked = self._each(lambda client: client.latest(origin))
        return tuple(answer for answer in asked if not isinstance(answer, Message))

    def cosign(
        self, note: Note, since: int, prove: Prove
    ) -> tuple[tuple[SignatureLine, ...], tuple[Message, ...]]:
        """Cosignatures on a signed checkpoint, and why some are missing."""
        answers = list(self._each(lambda client: client.cosign(note, since, prove)))
        lines = [line for one in answers if not isinstance(one, Message) for line in one]
        return tuple(lines), tuple(one for one in answers if isinstance(one, Message))

    def _each(self, ask: Callable[[WitnessClient], Told]) -> Iterator[Told | Message]:
        def told(client: WitnessClient) -> Told | Message:
            try:
                return ask(client)
            except Refused as refused:
                return refused.message

        with ThreadPoolExecutor(len(self.clients)) as pool:
            yield from pool.map(told, self.clients)
