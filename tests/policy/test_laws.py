"""Laws of rights: what holds for every relation, right and subject."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.facts import KEPT, TABLES
from safeconduct.policy import (
    GRANTED,
    Actor,
    Bound,
    Relation,
    Right,
    Role,
    Subject,
    clashes,
    covers,
    may,
    readable,
)

NAMES = st.sampled_from(["", "a", "b"])
AGREEMENTS = st.sampled_from(["one", "two"])
RELATIONS = st.builds(
    Relation,
    role=st.sampled_from(Role),
    agreement=AGREEMENTS,
    office=NAMES,
    place=NAMES,
    transfer=NAMES,
    person=NAMES,
    state=st.sampled_from(["", "MX", "GT"]),
)
SUBJECTS = st.builds(
    Subject,
    agreement=AGREEMENTS,
    person=NAMES,
    transfer=NAMES,
    place=NAMES,
    nationality_asked=st.lists(st.sampled_from(["MX", "GT"]), max_size=2).map(tuple),
    office=NAMES,
)
HELD = st.lists(RELATIONS, max_size=4).map(tuple)
bounded = settings(max_examples=300, deadline=None)


def actor(relations: tuple[Relation, ...]) -> Actor:
    return Actor("account", "A. Fictitious", relations)


@bounded
@given(HELD, RELATIONS, st.sampled_from(Right), SUBJECTS)
def test_a_relation_less_never_adds_a_right(
    held: tuple[Relation, ...], more: Relation, right: Right, subject: Subject
) -> None:
    if may(actor(held), right, subject).allowed:
        assert may(actor((*held, more)), right, subject).allowed


@bounded
@given(HELD, st.sampled_from(Right), SUBJECTS)
def test_a_right_comes_from_one_relation_that_reaches_there(
    held: tuple[Relation, ...], right: Right, subject: Subject
) -> None:
    alone = any(may(actor((relation,)), right, subject).allowed for relation in held)
    for_all = Role.PUBLIC in GRANTED[right]
    assert may(actor(held), right, subject).allowed == (alone or for_all)


@bounded
@given(HELD, RELATIONS, SUBJECTS, st.sampled_from([*TABLES, *KEPT]))
def test_a_relation_less_never_adds_a_column(
    held: tuple[Relation, ...], more: Relation, subject: Subject, table: str
) -> None:
    fewer = readable(actor(held), subject.agreement).columns(table, subject)
    assert fewer <= readable(actor((*held, more)), subject.agreement).columns(table, subject)


READING = {
    Role.SENDING_AUTHORITY: Right.READ_CASE,
    Role.RECEIVING_AUTHORITY: Right.READ_CASE,
    Role.FACILITY: Right.READ_CASE,
    Role.ESCORT: Right.READ_MANIFEST,
    Role.CARRIER: Right.READ_MANIFEST,
    Role.CLINICIAN: Right.READ_MEDICAL,
    Role.COUNSEL: Right.READ_CASE,
    Role.COURT: Right.READ_CASE,
    Role.CONSULATE: Right.READ_WHEREABOUTS,
    Role.RELATIVE: Right.READ_WHEREABOUTS,
    Role.PERSON: Right.READ_CASE,
    Role.INSPECTOR: Right.READ_CASE,
    Role.FINANCE: Right.READ_MONEY,
    Role.AUDITOR: Right.READ_LEDGER,
    Role.PUBLIC: Right.READ_PUBLIC,
}


@bounded
@given(RELATIONS, SUBJECTS)
def test_whatever_is_readable_belongs_to_a_right_to_read(
    relation: Relation, subject: Subject
) -> None:
    reader = actor((relation,))
    for reach in readable(reader, subject.agreement).reaches:
        if reach.covers(subject) and reach.bound is not Bound.OWN_OFFICE:
            assert may(reader, READING[reach.relation.role], subject).allowed


@bounded
@given(RELATIONS, SUBJECTS)
def test_the_limits_of_a_query_say_what_the_reach_says(
    relation: Relation, subject: Subject
) -> None:
    for reach in readable(actor((relation,)), relation.agreement).reaches:
        borne = all(
            value in subject.nationality_asked
            if name == "nationality_asked"
            else getattr(subject, name) == value
            for name, value in reach.limits.items()
        )
        ours = reach.bound is Bound.PUBLIC or subject.agreement == relation.agreement
        assert reach.covers(subject) == (borne and ours)


@bounded
@given(RELATIONS, st.sampled_from(Bound), SUBJECTS)
def test_naming_more_never_widens(relation: Relation, bound: Bound, subject: Subject) -> None:
    wide = Relation(relation.role, relation.agreement, relation.office, "", "", "", relation.state)
    if bound in {Bound.AGREEMENT, Bound.OWN_OFFICE} and covers(relation, bound, subject):
        assert covers(wide, bound, subject)


@bounded
@given(RELATIONS, RELATIONS)
def test_two_roles_clash_whichever_came_first(one: Relation, other: Relation) -> None:
    assert bool(clashes(one, [other])) == bool(clashes(other, [one]))
