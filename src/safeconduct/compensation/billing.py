"""Billing: from an agreement, a period and what was measured to a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.citation import Citation
from safeconduct.agreement.tariff import PerDiem, Tariff
from safeconduct.agreement.terms_hash import terms_hash
from safeconduct.basics import Finding, Location, Message, Period, Severity, WrongInput
from safeconduct.compensation.acts import Acts
from safeconduct.compensation.comparisons import comparisons
from safeconduct.compensation.flags import Flags, flag_findings, flagged_days
from safeconduct.compensation.indexation import impossible_figures
from safeconduct.compensation.indices import Indices
from safeconduct.compensation.lacking import lacking
from safeconduct.compensation.measured import BedDays, Measured
from safeconduct.compensation.places import PlacesAvailable
from safeconduct.compensation.priced import Priced, of_shape, priced_items
from safeconduct.compensation.register_days import bed_days
from safeconduct.compensation.settling import settle
from safeconduct.compensation.shapes import charges
from safeconduct.compensation.statement import InputFile, Statement
from safeconduct.compensation.term import period_in_term
from safeconduct.custody import DayCounts


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a statement is computed from, beside the agreement. None: nobody supplied it.

    Attributes:
        counts: the register, counted by the agreement's own rule within the period.
        absences: whether absences were taken off the counts.
        places: places made available.
        acts: acts done.
        indices: index figures.
        flags: disputed and unregistered days.
        files: the files that all of this was read from.
        findings: what was found while they were read, such as refused bookings.
    """

    counts: DayCounts | None = None
    absences: bool = False
    places: PlacesAvailable | None = None
    acts: Acts | None = None
    indices: Indices = field(default_factory=Indices)
    flags: Flags = field(default_factory=Flags)
    files: tuple[InputFile, ...] = ()
    findings: tuple[Finding, ...] = ()


def bill(agreement: Agreement, asked: Period, inputs: Inputs) -> Statement:
    """The statement of a period.

    Args:
        agreement: the agreement.
        asked: the period; it is cut to the agreement's term, and a note says so.
        inputs: what was measured. The register must be counted within the period as cut.

    Raises:
        WrongInput: if the agreement has no tariff, no day of the period lies in its term, or an
            index figure is impossible.
        CrossCheckFailed: if two counts of the register disagree.
    """
    tariff = _usable_tariff(agreement, inputs)
    in_term = period_in_term(agreement, asked)
    period = in_term.period
    items = priced_items(tariff, inputs.indices, period)
    measured = Measured(inputs.places, inputs.acts, _bed_days(agreement, inputs, items, period))
    owed = [charge for one in items for charge in charges(one.item, one.prices, measured)]
    lines = settle(owed, tariff)
    flagged = flagged_days(inputs.flags.raised, inputs.counts, period)
    days = None if measured.bed_days is None else measured.bed_days.total(period)
    return Statement(
        agreement=agreement.id,
        title=agreement.title,
        period=period,
        currency=tariff.currency,
        terms_hash=terms_hash(agreement),
        files=inputs.files,
        lines=lines,
        days=days,
        total=sum((line.amount for line in lines), tariff.currency.zero()),
        comparisons=comparisons(tariff, days),
        flagged=flagged,
        findings=(
            *(*in_term.findings, *inputs.findings, *_refused(inputs)),
            *(*lacking(items, measured, period, owed), *flag_findings(flagged)),
        ),
    )


def _usable_tariff(agreement: Agreement, inputs: Inputs) -> Tariff:
    tariff = tariff_of(agreement)
    impossible = tuple(impossible_figures(tariff.indexations, inputs.indices))
    if impossible:
        raise WrongInput(*impossible)
    return tariff


def tariff_of(agreement: Agreement) -> Tariff:
    """The agreement's tariff.

    Raises:
        WrongInput: if the sources of the agreement state none.
    """
    if agreement.tariff is None:
        message = Message.of("compensation.no-tariff", agreement=agreement.id)
        raise WrongInput(Finding(message, Severity.ERROR, Location()))
    return agreement.tariff


def _bed_days(
    agreement: Agreement, inputs: Inputs, items: Sequence[Priced], period: Period
) -> BedDays | None:
    if inputs.counts is None or agreement.day_count is None:
        return None
    rests_on: tuple[Citation, ...] = (agreement.day_count.citation,)
    if inputs.absences:
        rests_on += (agreement.day_count.absence_citation,)
    return bed_days(inputs.counts, rests_on, {(period,), *_stretches(items)})


def _stretches(items: Sequence[Priced]) -> Iterator[tuple[Period, ...]]:
    for one in of_shape(items, PerDiem):
        yield tuple(price.stretch for price in one.prices)


def _refused(inputs: Inputs) -> Iterator[Finding]:
    yield from inputs.places.refused if inputs.places else ()
    yield from inputs.acts.refused if inputs.acts else ()
    yield from inputs.indices.refused
    yield from inputs.flags.refused
