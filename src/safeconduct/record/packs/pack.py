"""Making an evidence pack: one entry, the values chosen, and all that is needed to verify it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import islice

import segno

from safeconduct.basics import Message
from safeconduct.record.entries.disclosure import Disclosure
from safeconduct.record.entries.entry import read_entry
from safeconduct.record.entries.presentation import Presentation, choose
from safeconduct.record.keys.keyring import KEY_EVENTS
from safeconduct.record.notes.policy import read_policy
from safeconduct.record.packs.check import check_pack
from safeconduct.record.packs.files import (
    DECLARED,
    ENTRY,
    PAGE,
    POLICY,
    PRESENTATION,
    PROOF,
    VERIFIER,
    PackFiles,
)
from safeconduct.record.packs.offline.single_file import single_file
from safeconduct.record.packs.page import Shown, how_to_verify
from safeconduct.record.proving import Prover
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.tree.hashes import leaf_hash


def make_pack(
    prover: Prover,
    index: int,
    policy: bytes,
    disclosures: Iterable[Disclosure] = (),
    show: Iterable[str] = (),
    url: str = "",
    about_keys: Iterable[int] | None = None,
) -> PackFiles:
    """Make the pack of an entry, and check it before it is handed out.

    Args:
        prover: makes proofs of the log's published checkpoint.
        index: the entry's place.
        policy: the policy file to put in.
        disclosures: what the log's owner keeps of the entry.
        show: the names of values to disclose; for a sealed entry also of its claims.
        url: where the pack can be fetched, for the QR code.
        about_keys: the indices of entries about keys, where known; else all entries are read.

    Raises:
        Refused: the log's checkpoint does not satisfy the policy, tiles are missing, or the
            entry hides no value of a name.
    """
    proved = prover.prove(index)
    presentation = Presentation(read_entry(proved.raw), _chosen(disclosures, show))
    files = {
        ENTRY: proved.raw,
        PRESENTATION: str(presentation).encode(),
        PROOF: bytes(proved.proof),
        POLICY: policy,
        **_declarations(prover, index, about_keys),
    }
    checked = check_pack(files, read_policy(policy))
    verifier = single_file().encode()
    code = qr_text(checked.acceptance.checkpoint.origin, index, proved.raw, url)
    leaf = leaf_hash(proved.raw)
    page = how_to_verify(Shown(checked, leaf, policy, verifier, qr_svg(code), code))
    return {**files, VERIFIER: verifier, PAGE: page}


def _chosen(disclosures: Iterable[Disclosure], show: Iterable[str]) -> tuple[Disclosure, ...]:
    kept, wanted = tuple(disclosures), tuple(show)
    known = {one.name for one in kept}
    for name in wanted:
        if name not in known:
            shown = ", ".join(sorted(known)) or "—"
            raise Refused(Message.of("record.nothing-to-show", name=name, known=shown))
    return choose(kept, wanted)


def _declarations(prover: Prover, before: int, known: Iterable[int] | None) -> dict[str, bytes]:
    """Every entry about keys before the entry, with its proof."""
    if known is None:
        earlier = enumerate(islice(prover.entries(), before))
        known = (at for at, raw in earlier if _is_about_keys(raw))
    files = {}
    for index in sorted(at for at in known if at < before):
        proved = prover.prove(index)
        stem = f"{DECLARED}{index:012d}"
        files[f"{stem}.jwt"] = proved.raw
        files[f"{stem}.tlog-proof"] = bytes(proved.proof)
    return files


def _is_about_keys(raw: bytes) -> bool:
    try:
        return read_entry(raw).claims.get("event") in KEY_EVENTS
    except Malformed:
        return False


def qr_text(origin: str, index: int, raw: bytes, url: str = "") -> str:
    """What the QR code on paper says: where the pack is, or which entry it is of."""
    leaf = read_entry(raw).leaf.hex()
    return f"{url}#{leaf}" if url else f"{origin}/{index}#{leaf}"


def qr_svg(text: str) -> str:
    """A QR code as inline SVG, for a page or a document."""
    drawn = io.BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="svg", xmldecl=False, scale=4, border=4)
    return drawn.getvalue().decode()
