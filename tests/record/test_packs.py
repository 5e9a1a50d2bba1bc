"""Evidence packs: what a lawyer can check with our command, with Python alone, with no network."""

from __future__ import annotations

import ast
import contextlib
import csv
import json
import random
import runpy
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.basics import WrongInput
from safeconduct.record import disclosure_store
from safeconduct.record.entries import Statement, draft, sign_act
from safeconduct.record.log import FolderStorage, Identity
from safeconduct.record.notes import KeyType, SigningKey, read_policy
from safeconduct.record.packs import check_pack, make_pack, qr_svg, read_pack, write_pack
from safeconduct.record.packs.offline import ed25519
from safeconduct.record.packs.offline.single_file import single_file
from safeconduct.record.proving import Prover
from safeconduct.record.record import Record
from safeconduct.record.refusal import Refused
from safeconduct.record.strict_text import to_base64url
from safeconduct.record.tiles import open_source
from safeconduct.record.tree import leaf_hash

OpenRecord = Callable[[], contextlib.AbstractContextManager[Record]]
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CASE = "5f0c7a52-7a31-4f3e-a4d6-0d6a8d6a1f10"
OFFICER = Ed25519PrivateKey.generate()
OFFICE = "court.hasselt/judge"
CASES = Path(__file__).parent / "cases"


@pytest.fixture
def pack(tmp_path: Path, watched_record: OpenRecord, policy_text: bytes) -> dict[str, bytes]:
    """The pack of a lifted stay that a judge signed; one of two personal values is shown."""
    public = to_base64url(OFFICER.public_key().public_bytes_raw())
    enrolled = Statement("key-enrolled", facts={"key": public, "office": OFFICE})
    lifted = draft(
        Statement(
            "stay-lifted", CASE, "a-1", {"order": "o-7"}, {"full_name": "Ana Pérez", "ground": "x"}
        )
    )
    act = sign_act(OFFICER, lifted.digest, OFFICE, ["order-authenticated"], NOON)
    with watched_record() as record:
        record.append([(draft(enrolled), ())], NOON)
        (receipted,) = record.append([(lifted, [act])], NOON)
        record.append([(draft(Statement("arrived", CASE)), ())] * 5, NOON)
        record.publish(NOON)
        known = record.memory.keyring.entries()
    log = tmp_path / "log"
    disclosures = disclosure_store.read(FolderStorage(log), receipted.index, receipted.leaf)
    prover = Prover.of(open_source(str(log)))
    show = ["full_name", "recorded_at"]
    made = make_pack(prover, receipted.index, policy_text, disclosures, show, about_keys=known)
    scanned = make_pack(prover, receipted.index, policy_text, disclosures, show)
    assert made == scanned
    return dict(made)


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The names of the single-file verifier, run as the file that it is."""
    file = tmp_path_factory.mktemp("offline") / "verify_record.py"
    file.write_text(single_file(), "utf-8")
    return runpy.run_path(str(file))


def ours(files: Mapping[str, bytes], policy: bytes) -> bool:
    try:
        check_pack(files, read_policy(policy))
    except Refused:
        return False
    return True


def alone(offline: dict[str, Any], files: Mapping[str, bytes], policy: bytes) -> bool:
    try:
        offline["verify"](files, offline["read_policy"](policy))
    except offline["Refused"]:
        return False
    return True


def test_a_pack_says_what_was_decided_by_whom_and_by_when(
    pack: dict[str, bytes], policy_text: bytes
) -> None:
    checked = check_pack(pack, read_policy(policy_text))
    assert checked.existed_by == NOON
    assert set(checked.acceptance.cosigned) == {"receiving", "ombudsman"}
    assert checked.says["event"] == "stay-lifted"
    assert checked.says["body"] == {"order": "o-7", "full_name": "Ana Pérez"}
    assert [(act.office, act.attests) for act in checked.acts] == [
        (OFFICE, ("order-authenticated",))
    ]


def test_the_single_file_needs_python_alone_and_agrees(
    tmp_path: Path, pack: dict[str, bytes], policy_text: bytes
) -> None:
    for path in (tmp_path / "pack", tmp_path / "pack.zip"):
        write_pack(pack, path)
        assert read_pack(path) == pack
        done = subprocess.run(
            [sys.executable, "-I", "-S", tmp_path / "pack" / "verify_record.py", path],
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
        told = json.loads(done.stdout)
        assert told["says"]["body"] == {"order": "o-7", "full_name": "Ana Pérez"}
        assert told["existed_by"] == "2026-03-01T12:00:00+00:00"
        assert told["acts"][0]["office"] == OFFICE
    (tmp_path / "policy").write_bytes(policy_text.replace(b"group both all", b"group both 3"))
    refused = subprocess.run(
        [sys.executable, "-I", "-S", tmp_path / "pack" / "verify_record.py", path,
         tmp_path / "policy"],
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert refused.returncode == 1
    assert "RECHAZADO" in refused.stderr


def test_the_single_file_imports_the_standard_library_alone() -> None:
    modules: set[str] = set()
    for node in ast.walk(ast.parse(single_file())):
        if isinstance(node, ast.Import):
            modules.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            modules.add((node.module or "").partition(".")[0])
    assert modules <= sys.stdlib_module_names
    assert "from safeconduct" not in single_file()


@pytest.mark.slow
def test_no_flipped_byte_of_a_pack_is_accepted_and_both_verifiers_agree(
    pack: dict[str, bytes], policy_text: bytes, offline: dict[str, Any]
) -> None:
    chance = random.Random(2026)  # noqa: S311 - the drill repeats
    names = [name for name in pack if name not in ("how-to-verify.html", "verify_record.py",
                                                   "policy.txt")]  # fmt: skip
    assert len(names) == 7
    assert ours(pack, policy_text)
    assert alone(offline, pack, policy_text)
    for _ in range(500):
        name = chance.choice(names)
        data = bytearray(pack[name])
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        flipped = {**pack, name: bytes(data)}
        verdicts = ours(flipped, policy_text), alone(offline, flipped, policy_text)
        assert verdicts == (False, False), name


@pytest.mark.parametrize(
    "change",
    [
        {"entry.jwt": None},
        {"entry.tlog-proof": None},
        {"presentation.sd-jwt": None},
        {"presentation.sd-jwt": b"~"},
        {"declared/000000000000.jwt": None, "declared/000000000000.tlog-proof": None},
        {"declared/000000000000.tlog-proof": None},
        {"declared/note.txt": b"x"},
        {"declared/zz.jwt": b"x"},
    ],
    ids=", ".join,
)
def test_a_pack_with_parts_missing_or_foreign_is_refused(
    pack: dict[str, bytes],
    policy_text: bytes,
    offline: dict[str, Any],
    change: dict[str, bytes | None],
) -> None:
    changed = {name: data for name, data in {**pack, **change}.items() if data is not None}
    assert not ours(changed, policy_text)
    assert not alone(offline, changed, policy_text)


def test_no_proof_passes_with_one_cosignature_too_few_or_a_witness_exchanged(
    pack: dict[str, bytes], policy_text: bytes, offline: dict[str, Any],
    witness_keys: tuple[SigningKey, ...],
) -> None:  # fmt: skip
    proof = pack["entry.tlog-proof"].decode()
    lines = proof.splitlines(keepends=True)
    fewer = "".join(line for line in lines if "ombudsman" not in line).encode()
    exchanged = SigningKey.generate(witness_keys[1].name, KeyType.COSIGNATURE)
    other = policy_text.replace(
        str(witness_keys[1].verifier_key).encode(), str(exchanged.verifier_key).encode()
    )
    for files, policy in (({**pack, "entry.tlog-proof": fewer}, policy_text), (pack, other)):
        assert not ours(files, policy)
        assert not alone(offline, files, policy)


def test_a_value_taken_from_another_entry_is_refused(
    pack: dict[str, bytes], policy_text: bytes, offline: dict[str, Any]
) -> None:
    own = draft(Statement("arrived", personal={"full_name": "Somebody Else"})).disclosures[0].text
    shown = pack["presentation.sd-jwt"] + own.encode() + b"~"
    changed = {**pack, "presentation.sd-jwt": shown}
    assert not ours(changed, policy_text)
    assert not alone(offline, changed, policy_text)


def test_a_sealed_entry_can_be_opened_for_a_court_and_stays_sealed_for_all_others(
    tmp_path: Path, watched_record: OpenRecord, policy_text: bytes, offline: dict[str, Any]
) -> None:
    claim = Statement("protection-claimed", CASE, personal={"told": "Fears return."})
    with watched_record() as record:
        (claimed,) = record.append([(draft(claim), ())], NOON)
        record.publish(NOON)
    prover = Prover.of(open_source(str(tmp_path / "log")))
    for show, expected in (
        ((), {"iss": prover.checkpoint.origin}),
        (
            ("event", "told"),
            {
                "iss": prover.checkpoint.origin,
                "event": "protection-claimed",
                "body": claim.personal,
            },
        ),
    ):
        files = make_pack(prover, claimed.index, policy_text, claimed.disclosures, show)
        assert check_pack(files, read_policy(policy_text)).says == expected
        assert offline["verify"](files, offline["read_policy"](policy_text))["says"] == expected


def test_the_page_says_how_in_english_and_spanish_and_loads_nothing(
    pack: dict[str, bytes],
) -> None:
    page = pack["how-to-verify.html"].decode()
    for needed in (
        '<section lang="en">',
        '<section lang="es">',
        "<svg",
        "verify_record.py PACK POLICY",
        "safeconduct record check",
    ):
        assert needed in page
    assert "record.page" not in page
    assert "<script" not in page
    told = ("o-7", "Ana Pérez", OFFICE, "order-authenticated", "2026-03-01T12:00:00+00:00")
    for needed in (*told, leaf_hash(pack["entry.jwt"]).hex()):
        assert page.count(f">{needed}<") or page.count(needed) >= 2
    assert "src=" not in page


def test_the_page_shows_what_was_written_and_runs_none_of_it(
    tmp_path: Path, watched_record: OpenRecord, policy_text: bytes
) -> None:
    told = {"told": "<script>alert('¿quién?')</script>"}
    with watched_record() as record:
        (said,) = record.append([(draft(Statement("incident", CASE, personal=told)), ())], NOON)
        record.publish(NOON)
    prover = Prover.of(open_source(str(tmp_path / "log")))
    files = make_pack(prover, said.index, policy_text, said.disclosures, ["told"])
    page = files["how-to-verify.html"].decode()
    assert page.count("&lt;script&gt;alert(&#x27;¿quién?&#x27;)&lt;/script&gt;") == 2
    assert "<script" not in page


def test_a_page_under_a_policy_without_witnesses_says_that_no_time_is_proved(
    tmp_path: Path, watched: Identity, watched_record: OpenRecord
) -> None:
    with watched_record() as record:
        (said,) = record.append([(draft(Statement("arrived", CASE)), ())], NOON)
        record.publish(NOON)
    policy = f"log {watched.policy.logs[0]}\nquorum none\n".encode()
    prover = Prover.of(open_source(str(tmp_path / "log")))
    page = make_pack(prover, said.index, policy)["how-to-verify.html"].decode()
    assert "No time is proved" in page
    assert "No se prueba ninguna hora" in page


def test_the_leaf_that_the_page_tells_to_compute_is_the_entrys(pack: dict[str, bytes]) -> None:
    raw = pack["entry.jwt"]
    done = subprocess.run(
        ["openssl", "dgst", "-sha256"], input=b"\0" + raw, capture_output=True, check=True
    )
    assert leaf_hash(raw).hex() in done.stdout.decode()


def test_the_qr_code_is_a_picture_that_needs_nothing() -> None:
    assert qr_svg("record.example/log/7#ab").startswith("<svg")


def test_a_value_that_the_entry_does_not_hide_cannot_be_shown(
    tmp_path: Path, watched_record: OpenRecord, policy_text: bytes
) -> None:
    with watched_record() as record:
        (arrived,) = record.append([(draft(Statement("arrived", CASE)), ())], NOON)
        record.publish(NOON)
    prover = Prover.of(open_source(str(tmp_path / "log")))
    with pytest.raises(Refused) as refused:
        make_pack(prover, arrived.index, policy_text, arrived.disclosures, ["full_name"])
    assert refused.value.message.code == "record.nothing-to-show"
    assert refused.value.message.parameters["known"] == "recorded_at"


def test_a_pack_is_never_written_over_something(tmp_path: Path) -> None:
    with pytest.raises(WrongInput):
        write_pack({}, tmp_path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"\x00" * 100])
def test_a_file_that_is_no_pack_is_wrong_input(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "pack.zip").write_bytes(data)
    with pytest.raises(WrongInput):
        read_pack(tmp_path / "pack.zip")
    with pytest.raises(WrongInput):
        read_pack(tmp_path / "absent")


def rfc_8032() -> list[tuple[str, str, str]]:
    """RFC 8032 section 7.1, tests 1 to 3."""
    with (CASES / "rfc8032.csv").open(newline="") as file:
        return [(r["public"], r["message"], r["signature"]) for r in csv.DictReader(file)]


@pytest.mark.parametrize(("public", "message", "signature"), rfc_8032())
def test_the_small_ed25519_verifies_the_vectors_of_the_rfc(
    public: str, message: str, signature: str
) -> None:
    key, text, signed = (bytes.fromhex(part) for part in (public, message, signature))
    assert ed25519.is_signed(key, text, signed)
    assert not ed25519.is_signed(key, text + b"x", signed)
    scalar = int.from_bytes(signed[32:], "little") + ed25519.ORDER
    if scalar < 2**256:
        assert not ed25519.is_signed(key, text, signed[:32] + scalar.to_bytes(32, "little"))


@given(st.binary(max_size=64), st.integers(0, 95), st.integers(0, 7))
@settings(max_examples=60, deadline=None)
def test_the_small_ed25519_agrees_with_the_library(message: bytes, place: int, bit: int) -> None:
    public = OFFICER.public_key().public_bytes_raw()
    signed = OFFICER.sign(message)
    assert ed25519.is_signed(public, message, signed)
    both = bytearray(public + signed)
    both[place] ^= 1 << bit
    assert not ed25519.is_signed(bytes(both[:32]), message, bytes(both[32:]))
