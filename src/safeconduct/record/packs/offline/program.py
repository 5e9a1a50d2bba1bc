"""Verify an evidence pack with Python alone: no installation, no network.

    python3 verify_record.py PACK [POLICY]

PACK is the pack's folder or zip file. POLICY is the policy file that you trust, as you received it
from the parties, a witness or the court; without it the pack's own policy is used, and its digest
is printed, so that you can compare it. Exit 0: everything holds. Exit 1: something does not.
Exit 2: the pack cannot be read.

Verifica un paquete de pruebas solo con Python, sin instalación ni red. PACK es la carpeta o el
archivo zip; POLICY, la política en la que usted confía. Salida 0: todo se sostiene; 1: algo no;
2: el paquete no se puede leer.
"""

from __future__ import annotations

import json
import sys
import zipfile
import zlib
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from safeconduct.record.packs.offline.entries import (
    Keyring,
    check_acts,
    check_issuer,
    keyring_after,
    read_entry,
    unseal,
)
from safeconduct.record.packs.offline.notes import Policy, read_policy
from safeconduct.record.packs.offline.proofs import Proved, prove_entry
from safeconduct.record.packs.offline.texts import LIMIT, Refused, need, sha

UNREADABLE = (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error, Refused)


def read_pack(path: Path) -> dict[str, bytes]:
    """The files of a pack by their names."""
    if path.is_dir():
        found = {f.relative_to(path).as_posix(): f for f in path.rglob("*") if f.is_file()}
        need(len(found) <= 1000, "too many files", "demasiados archivos")
        return {name: _bounded(file.read_bytes()) for name, file in found.items()}
    with zipfile.ZipFile(path) as packed:
        need(len(packed.namelist()) <= 1000, "too many files", "demasiados archivos")
        names = [name for name in packed.namelist() if not name.endswith("/")]
        return {name: _bounded(packed.open(name).read(LIMIT + 1)) for name in names}


def verify(pack: Mapping[str, bytes], policy: Policy) -> dict[str, Any]:
    """What the pack proves.

    Raises:
        Refused: anything in it does not hold.
    """
    for name in ("entry.jwt", "presentation.sd-jwt", "entry.tlog-proof"):
        need(name in pack, f"{name} is missing", f"falta {name}")
    raw = pack["entry.jwt"]
    shown, *texts = pack["presentation.sd-jwt"].decode("ascii", "replace").split("~")
    need(texts and not texts.pop(), "not a presentation", "no es una presentación")
    need(shown.encode() == raw, "the presentation is of another entry", "es de otro asiento")
    proved = prove_entry(pack["entry.tlog-proof"], raw, policy)
    keyring = _declared(pack, proved, policy)
    entry = read_entry(raw)
    need(entry.claims["iss"] == proved.origin, "made for another log", "hecho para otro registro")
    if proved.at == 0:
        keyring = keyring_after({}, entry.claims, 0)
    check_issuer(entry, proved.at, keyring)
    signed, opened = unseal(entry, texts)
    return {
        "log": proved.origin,
        "index": proved.at,
        "tree_size": proved.size,
        "existed_by": _instant(proved.time),
        "says": opened,
        "acts": check_acts(signed, keyring, proved.at),
    }


def _declared(pack: Mapping[str, bytes], proved: Proved, policy: Policy) -> Keyring:
    """The keys that the log declared before the entry, each declaration proved in the log."""
    keyring: Keyring = {}
    last = -1
    for name in sorted(name for name in pack if name.startswith("declared/")):
        stem, _, ending = name.rpartition(".")
        need(ending in ("jwt", "tlog-proof"), "a foreign file", "un archivo ajeno")
        if ending == "jwt":
            raw, proof = pack[name], pack.get(stem + ".tlog-proof", b"")
            place = prove_entry(proof, raw, policy)
            good = place.origin == proved.origin and last < place.at < proved.at
            need(good and (place.at == 0) == (last < 0), "keys out of order", "claves sin orden")
            entry, last = read_entry(raw), place.at
            after = keyring_after(keyring, entry.claims, place.at)
            good = entry.claims["iss"] == proved.origin
            need(good, "made for another log", "hecho para otro registro")
            check_issuer(entry, place.at, after if place.at == 0 else keyring)
            keyring = after
    return keyring


def _bounded(data: bytes) -> bytes:
    need(len(data) <= LIMIT, "a file is too long", "un archivo es demasiado largo")
    return data


def _instant(seconds: int) -> str | None:
    if not seconds:
        return None
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat()  # noqa: UP017 - older Pythons


def main(arguments: list[str]) -> int:
    """Run the program; the exit code."""
    if len(arguments) not in (1, 2):
        sys.stderr.write(__doc__ or "")
        return 2
    try:
        pack = read_pack(Path(arguments[0]))
        trusted = Path(arguments[1]).read_bytes() if arguments[1:] else pack.get("policy.txt", b"")
    except UNREADABLE as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    try:
        result = verify(pack, read_policy(trusted))
    except Refused as refused:
        sys.stderr.write(f"REFUSED / RECHAZADO: {refused}\n")
        return 1
    result["policy_sha256"] = sha(trusted).hex()
    sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
