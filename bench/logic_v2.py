"""Times nomenklatura's logic-v2 on pairs of the manifest and the register; prints seconds, pairs.

It runs in an environment of its own, since what it needs and what Safeconduct needs exclude each
other: ``python -m venv .oracles/nomenklatura`` and ``pip install nomenklatura==4.17.4 pyarrow``.
"""

from __future__ import annotations

import json
import sys
import time

import pyarrow.parquet as pq

PERSONS, RECORDS = 20, 100


def main() -> None:
    """Compare each of a few persons with the same hundred records."""
    from followthemoney import model
    from nomenklatura.matching import LogicV2

    config = LogicV2.default_config()
    manifest, register = (pq.read_table(file).slice(0, n).to_pylist() for file, n in _files())

    def entity(kind: str, place: int, row: dict[str, str]) -> object:
        # Names are remembered by the entity's id, so that each must be its own.
        proxy = model.make_entity("Person")
        proxy.id = f"{kind}-{place}"
        proxy.add("name", f"{row['given_names']} {row['surnames']}")
        proxy.add("birthDate", row["born_on"])
        return proxy

    mine = [entity("person", place, row) for place, row in enumerate(manifest)]
    theirs = [entity("record", place, row) for place, row in enumerate(register)]
    LogicV2.compare(mine[0], theirs[0], config)
    begun = time.perf_counter()
    for one in mine:
        for other in theirs:
            LogicV2.compare(one, other, config)
    print(json.dumps([time.perf_counter() - begun, len(mine) * len(theirs)]))


def _files() -> tuple[tuple[str, int], tuple[str, int]]:
    return (sys.argv[1], PERSONS), (sys.argv[2], RECORDS)


if __name__ == "__main__":
    main()
