"""What the gate and an order leave in a record: for one person, and for who knew when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.clearance.bundles import changed, nothing_missing
from tests.cli.desk import FILES, Run, verifies, write_bundle
from tests.cli.recorded import decisions, entries, in_clear, persons

ASK = ("clear", "case", "--agreement", "no-nl-2015-norgerhaven", "--at", "2017-03-14T18:00Z")


@pytest.mark.usefixtures("desk")
class TestTheGate:
    """What a clearance rests on stays readable; what it says of a person stands by itself."""

    def test_four_hashes_and_three_dates_are_in_the_entry(self, run: Run) -> None:
        told = run(*ASK, "--json", "--record", "log").told
        (decision,) = decisions(Path("log"))
        body = decision["body"]
        hashes = (body["terms"], body["floor"], body["facts"], " ".join(body["evaluator"]))
        printed = ("terms_hash", "floor_hash", "facts_hash", "evaluator")
        assert hashes == tuple(told[name] for name in printed)
        dates = ("facts_as_of", "law_as_of", "computed_at")
        assert [body[name] for name in dates] == [told[name] for name in dates]

    def test_one_person_is_shown_without_the_others(self, desk: Path, run: Run) -> None:
        two_persons(desk)
        run(*ASK, "--record", "log")
        (decision,) = decisions(Path("log"))
        names = [one["person"] for one in persons(decision)]
        assert sorted(names) == ["P1", "P7"]
        shown = f"person_{names.index('P7') + 1}"
        run("record", "prove", "log", decision["index"], "--pack", "pack", "--show", shown)
        ran = run("record", "check", "pack", "--policy", "policy", "--json")
        assert ran.code == 0
        assert ran.told["says"]["body"][shown] == persons(decision)[names.index("P7")]
        assert '"P1"' not in json.dumps(ran.told)

    def test_one_person_is_erased_and_the_others_stay(self, desk: Path, run: Run) -> None:
        two_persons(desk)
        run(*ASK, "--record", "log")
        (before,) = decisions(Path("log"))
        erased = run("record", "erase", "log", before["leaf"], "--name", "person_1",
                     "--ground", "retention-ended")  # fmt: skip
        assert erased.code == 0
        (after,) = decisions(Path("log"))
        assert persons(after) == persons(before)[1:]
        assert persons(before)[0]["person"] not in json.dumps(dict(after))
        assert verifies(run)

    @pytest.mark.parametrize("instead", [("--schema",), ("--template", "t.xlsx"), ("--seal",)])
    def test_nothing_is_recorded_where_nothing_is_decided(
        self, instead: tuple[str, ...], run: Run
    ) -> None:
        ran = run("clear", "case", *instead, "--record", "log")
        assert (ran.code, ran.out) == (2, "")
        assert instead[0] in ran.err
        assert decisions(Path("log")) == []
        assert not Path("t.xlsx").exists()


def two_persons(desk: Path) -> None:
    """The bundle with another person beside the first."""
    tables = nothing_missing()
    tables["persons"].append({**tables["persons"][0], "person": "P7"})
    write_bundle(desk / "case", tables)


@pytest.mark.usefixtures("desk")
class TestWhoKnewWhen:
    """An order is lodged, the gate is asked after it, and the record tells both, with proofs."""

    def test_from_the_order_to_every_act_after_it(self, desk: Path, run: Run) -> None:
        run(*ASK, "--record", "log")
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        run("count", "ours.csv", "--rule", "midnights", "--zone", "UTC", "--record", "log")
        run(*ASK, "--record", "log")
        with_order(desk)
        run(*ASK, "--record", "log")
        told = run("record", "timeline", "log", "--order", "D-17", "--proofs", "p", "--json").told
        moments = told["moments"]
        assert [(one["event"], one["command"], one["names_order"]) for one in moments] == [
            ("order-issued", None, True),
            ("order-received", None, True),
            ("order-known", None, True),
            ("decision", "order", True),
            ("decision", "clear", False),
            ("decision", "clear", True),
        ]
        issued, received, known, *_ = moments
        assert (issued["office"], issued["happened_at"]) == ("court", "2017-03-15T09:00Z")
        assert received["happened_at"] <= received["recorded_at"]
        assert known["happened_at"] == "2017-03-15T09:20Z"
        assert known["office"] == received["office"] == decisions(Path("log"))[0]["body"]["ran_by"]
        for moment in moments:
            assert Path("p", f"{moment['index']}.tlog-proof").read_text() == moment["proof"]
        assert verifies(run)

    def test_each_line_is_proved_to_whoever_trusts_the_policy(self, desk: Path, run: Run) -> None:
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        with_order(desk)
        run(*ASK, "--record", "log")
        asked = ("record", "timeline", "log", "--order", "D-17", "--proofs", "p", "--json")
        moments = run(*asked).told["moments"]
        assert len(moments) == 5
        for moment in moments:
            checked = run("record", "check", f"p/{moment['index']}.zip", "--policy", "policy",
                          "--json")  # fmt: skip
            assert checked.code == 0
            says = checked.told["says"]
            body = says["body"]
            assert (says["event"], body.get("command")) == (moment["event"], moment["command"])
            assert moment["recorded_at"] in (says["recorded"], says.get("recorded_at"))
            assert "D-17" in (body.get("order"), *body.get("orders", ()))
            office = {"office", "known_to", "received_by", "ran_by"} & body.keys()
            assert moment["office"] in {body[name] for name in office}
            assert '"P1"' not in checked.out
            assert checked.told["index"] == moment["index"]
        assert {file.suffix for file in Path("p").iterdir()} == {".tlog-proof", ".zip"}

    def test_an_act_that_names_the_order_is_told_in_whatever_case_it_stands(self, run: Run) -> None:
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        recall = {"event": "recalled", "case": "another", "facts": {"order": "D-17"}}
        later = {"event": "turned-back", "case": "another", "facts": {"place": "hasselt"}}
        Path("acts.json").write_text(json.dumps([recall, later]), "utf-8")
        run("record", "append", "log", "acts.json")
        told = run("record", "timeline", "log", "--order", "D-17", "--json").told["moments"]
        names = {one["event"]: one["names_order"] for one in told}
        assert (names["recalled"], names["turned-back"]) == (True, False)

    def test_the_other_party_learns_of_the_order_and_not_of_whom_it_touches(self, run: Run) -> None:
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        shared = [one for one in entries(Path("log")) if not one["sealed"]]
        assert [one["event"] for one in shared][1:] == [
            "order-issued",
            "order-received",
            "order-known",
        ]
        outside = in_clear(Path("log"))
        assert '"D-17"' in outside
        account = decisions(Path("log"))[0]["body"]["ran_by"]
        assert [one for one in ("P1", "case", account) if f': "{one}"' in outside] == []

    def test_the_entries_of_an_order_are_one_case_however_often_it_comes_in(self, run: Run) -> None:
        lodge = ("order", "order.yaml", "--cases", "case", "--record", "log")
        first = run(*lodge)
        before = [(one["event"], one["index"]) for one in entries(Path("log"))]
        again = run(*lodge)
        after = [(one["event"], one["index"]) for one in entries(Path("log"))]
        (case,) = {one["case"] for one in entries(Path("log"))} - {""}
        assert case
        assert [event for event, _ in after[len(before) :]] == ["decision"]
        assert (again.code, again.out) == (first.code, first.out)
        for event, index in before:
            if event.startswith("order-"):
                assert (
                    f"{event} of this order stands on record already, in entry {index};"
                    in again.err
                )
        assert "ya consta en el registro" in run(*lodge, "--lang", "es").err
        assert verifies(run)

    @pytest.mark.parametrize(
        ("told", "events"),
        [
            ({"verification": "verified", "verified_by": "registry"}, ["order-verified"]),
            ({"issued_at": "2017-03-15T09:05Z"}, ["order-issued"]),
            ({"known_at": "2017-03-15T09:30Z"}, ["order-known"]),
            ({"attested_by": "counsel"}, ["order-known"]),
            ({"order": "D-18"}, ["order-issued", "order-known", "order-received"]),
        ],
    )
    def test_what_is_new_of_an_order_is_added_and_nothing_else(
        self, told: dict[str, str], events: list[str], run: Run
    ) -> None:
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        before = len(list(entries(Path("log"))))
        order(**told)
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        added = [one["event"] for one in [*entries(Path("log"))][before:]]
        assert sorted(added) == sorted([*events, "decision"])
        assert verifies(run)

    def test_an_order_is_recognised_by_a_record_that_an_older_program_kept(self, run: Run) -> None:
        lodge = ("order", "order.yaml", "--cases", "case", "--record", "log")
        run(*lodge)
        followed = Path("log.private", "followed.json")
        kept = json.loads(followed.read_text("utf-8"))
        followed.write_text(json.dumps({k: v for k, v in kept.items() if k != "version"}), "utf-8")
        for kept_order in Path("log.private", "orders").iterdir():
            kept_order.unlink()
        assert "stands on record already" in run(*lodge).err
        assert verifies(run)

    @pytest.mark.parametrize(
        ("told", "events"),
        [
            ({}, ["issued", "received", "known"]),
            ({"verification": "verified", "verified_by": "registry"},
             ["issued", "received", "known", "verified"]),
            ({"verification": "refuted"}, ["received", "known"]),
        ],
    )  # fmt: skip
    def test_what_came_in_is_recorded(
        self, told: dict[str, str], events: list[str], run: Run
    ) -> None:
        order(**told)
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        recorded = [one["event"] for one in entries(Path("log"))]
        assert [f"order-{event}" for event in events] == [
            event for event in recorded if event.startswith("order-")
        ]

    def test_an_office_that_vouches_for_the_order_knows_of_it(self, run: Run) -> None:
        order(attested_by="counsel")
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        (known,) = (one for one in entries(Path("log")) if one["event"] == "order-known")
        assert known["body"]["office"] == "counsel"
        assert "known_to" not in known["body"]

    def test_a_lift_waits_for_the_other_party(self, run: Run) -> None:
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        order(order="D-18", kind="lift", lifts="D-17")
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        moments = run("record", "timeline", "log", "--order", "D-17", "--json").told["moments"]
        (lift,) = (one for one in moments if one["event"] == "stay-lifted")
        assert (lift["effect"], lift["names_order"]) == ("permissive", True)
        own = run("record", "timeline", "log", "--order", "D-18", "--json").told["moments"]
        assert [one["event"] for one in own] == ["stay-lifted", "decision"]

    def test_an_order_whose_name_is_words_is_found_and_hidden(self, run: Run) -> None:
        order(order="Beschluss vom 15. März", issued_by="court", issued_at="pending")
        run("order", "order.yaml", "--cases", "case", "--record", "log")
        assert "Beschluss" not in in_clear(Path("log"))
        found = ("record", "timeline", "log", "--order", "Beschluss vom 15. März", "--json")
        issued, *_ = run(*found).told["moments"]
        assert (issued["event"], issued["happened_at"]) == ("order-issued", "")


def order(**told: str) -> None:
    """The order with other or further cells."""
    cells = {**yaml.safe_load(FILES["order.yaml"].replace("Z\n", "Z'\n").replace(": 2", ": '2"))}
    text = "".join(f'{name}: "{value}"\n' for name, value in {**cells, **told}.items())
    Path("order.yaml").write_text(text, "utf-8")


def with_order(desk: Path) -> None:
    """The bundle with the order in it."""
    cells = {"order": "D-17", "kind": "stay", "scope": "person", "person": "P1"}
    write_bundle(desk / "case", changed(nothing_missing(), "orders", row=99, **cells))
