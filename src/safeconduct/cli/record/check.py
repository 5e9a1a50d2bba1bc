"""``safeconduct record check``: check an evidence pack, offline."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import (
    JsonOption,
    console,
    label,
    leave,
    print_findings,
    print_json,
    say,
    table,
)
from safeconduct.cli.record.asking import policy_from, refusals
from safeconduct.cli.record.said import as_plain, print_table
from safeconduct.record import (
    CheckedPack,
    Refused,
    Standing,
    check_pack,
    read_pack,
    standing,
)
from safeconduct.record.notes import Policy, read_policy
from safeconduct.record.packs.files import ENTRY, POLICY, PackFiles
from safeconduct.record.tree import leaf_hash

PackArgument = Annotated[Path, typer.Argument(metavar="PACK", help="cli.record-check-pack")]
PolicyOption = Annotated[
    Path | None, typer.Option("--policy", metavar="FILE", help="cli.record-check-policy")
]
ReceiptOption = Annotated[
    list[Path] | None, typer.Option("--receipt", metavar="PACK", help="cli.record-check-receipt")
]


def check(
    pack: PackArgument,
    policy: PolicyOption = None,
    receipt: ReceiptOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Check that everything in a pack holds."""
    del lang
    files = read_pack(pack)
    with refusals(str(pack)):
        trusted = policy_from(policy) if policy else _own_policy(files)
        checked = check_pack(files, trusted)
        receipts = [check_pack(read_pack(path), trusted) for path in receipt or ()]
        stands = _standing(checked, files, receipts)
    findings = () if policy else (_own_policy_note(files),)
    if as_json:
        print_json({**_plain(checked, stands), "findings": as_plain(findings)})
    else:
        _print(checked, stands)
    print_findings(findings)
    leave(findings)


def _own_policy(files: PackFiles) -> Policy:
    if POLICY not in files:
        raise Refused(Message.of("record.missing", path=POLICY))
    return read_policy(files[POLICY])


def _own_policy_note(files: PackFiles) -> Finding:
    digest = hashlib.sha256(files[POLICY]).hexdigest()
    return Finding(Message.of("record.own-policy", digest=digest), Severity.NOTE)


def _standing(
    checked: CheckedPack, files: PackFiles, receipts: list[CheckedPack]
) -> Standing | None:
    if "event" not in checked.says:
        return None
    return standing(checked, leaf_hash(files[ENTRY]).hex(), receipts)


def _plain(checked: CheckedPack, stands: Standing | None) -> dict[str, Plain]:
    acts: list[Plain] = [
        {
            "office": act.office,
            "attests": [*act.attests],
            "signed_at": act.signed_at,
            "key": act.jws.kid,
        }
        for act in checked.acts
    ]
    return {
        "log": checked.acceptance.checkpoint.origin,
        "index": checked.index,
        "size": checked.acceptance.checkpoint.size,
        "cosigned": [*sorted(checked.acceptance.cosigned)],
        "existed_by": checked.existed_by.isoformat() if checked.existed_by else None,
        "says": {**checked.says},
        "acts": acts,
        "effective": stands.effective if stands else None,
        "verified": True,
    }


def _print(checked: CheckedPack, stands: Standing | None) -> None:
    body = checked.says.get("body")
    said = {**checked.says, **(body if isinstance(body, dict) else {})}
    rows = [
        (name, str(value)) for name, value in said.items() if name not in ("body", "acts", "iss")
    ]
    rows += [
        (label("cli.record-signed-by"), f"{act.office} {act.signed_at}") for act in checked.acts
    ]
    code = "cli.record-checked" if checked.existed_by else "cli.record-checked-untimed"
    line = label(code).format(
        log=checked.acceptance.checkpoint.origin,
        index=checked.index,
        existed_by=checked.existed_by or "—",
    )
    console().print(line, markup=False)
    print_table(table(("cli.record-name", "cli.record-value"), rows))
    if stands is not None:
        console().print(say(stands.why), markup=False)
