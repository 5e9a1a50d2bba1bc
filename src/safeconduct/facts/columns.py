"""Short constructors for declarations, so that a table reads as a list of its facts."""

from __future__ import annotations

from dataclasses import replace

from safeconduct.facts.kinds import FactType, OfficeKind, Personal, Unit
from safeconduct.facts.table import Column


def key(name: str, article: str = "") -> Column:
    """A reference that names the row."""
    return Column(name, FactType.KEY, required=True, article=article)


def of_person(article: str = "Mandela 7(a)") -> Column:
    """The person of whom the row speaks."""
    return Column("person", FactType.REFERENCE, required=True, refers_to="persons", article=article)


def ref(name: str, table: str, article: str = "", *, personal: Personal = Personal.NO) -> Column:
    """The key of a row in another table."""
    return Column(name, FactType.REFERENCE, refers_to=table, personal=personal, article=article)


def code(
    name: str,
    codes: tuple[str, ...],
    article: str = "",
    personal: Personal = Personal.PERSONAL,
    attestors: tuple[OfficeKind, ...] = (),
) -> Column:
    """One of a closed list."""
    return Column(
        name, FactType.CODE, codes=codes, personal=personal, article=article, attestors=attestors
    )


def codes(
    name: str,
    allowed: tuple[str, ...] = (),
    article: str = "",
    personal: Personal = Personal.PERSONAL,
) -> Column:
    """Several codes; an empty list of allowed ones leaves them open, e.g. for ISO 639."""
    return Column(name, FactType.CODES, codes=allowed, personal=personal, article=article)


def flag(
    name: str,
    article: str = "",
    personal: Personal = Personal.PERSONAL,
    attestors: tuple[OfficeKind, ...] = (),
) -> Column:
    """Yes or no."""
    return Column(name, FactType.BOOLEAN, personal=personal, article=article, attestors=attestors)


def count(
    name: str, unit: Unit, article: str = "", personal: Personal = Personal.PERSONAL
) -> Column:
    """A whole number."""
    return Column(name, FactType.INTEGER, unit=unit, personal=personal, article=article)


def day(name: str, article: str = "", personal: Personal = Personal.PERSONAL) -> Column:
    """A day."""
    return Column(name, FactType.DATE, personal=personal, article=article)


def instant(name: str, article: str = "", personal: Personal = Personal.PERSONAL) -> Column:
    """A moment."""
    return Column(name, FactType.INSTANT, personal=personal, article=article)


def jurisdiction(name: str, article: str = "", personal: Personal = Personal.PERSONAL) -> Column:
    """A State or a part of one."""
    return Column(name, FactType.JURISDICTION, personal=personal, article=article)


def words(name: str, article: str = "", personal: Personal = Personal.PERSONAL) -> Column:
    """Text for people."""
    return Column(name, FactType.TEXT, personal=personal, article=article)


def happened_on(name: str, article: str = "", personal: Personal = Personal.PERSONAL) -> Column:
    """The day of something that has happened, so never later than its recording."""
    return Column(name, FactType.DATE, personal=personal, article=article, past=True)


def happened_at(name: str, article: str = "", personal: Personal = Personal.PERSONAL) -> Column:
    """The moment of something that has happened, so never later than its recording."""
    return Column(name, FactType.INSTANT, personal=personal, article=article, past=True)


def needed(column: Column) -> Column:
    """The column, without which a row is refused."""
    return replace(column, required=True)
