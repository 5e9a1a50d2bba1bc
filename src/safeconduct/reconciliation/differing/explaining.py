"""Explaining a claim of money: by rounding, by another version of the rate, or by nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from safeconduct.basics import ONE_DAY, Message, Money, Period, RoundingMode
from safeconduct.basics.finding import Parameter
from safeconduct.compensation.exact import to_money
from safeconduct.reconciliation.days import number
from safeconduct.reconciliation.entry import Entry
from safeconduct.reconciliation.kinds import Kind
from safeconduct.reconciliation.pricing import Claimed, Rated, written_exactly
from safeconduct.reconciliation.terms import Terms


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim of money is not what its days cost."""

    kind: Kind
    why: Message
    clause: str


def explained(entry: Entry, terms: Terms, claimed: Claimed, stated: Fraction) -> Explanation:
    """The first explanation that fits: rounding, a day, nights away, a version of the rate."""
    candidates = _candidates(entry, terms, claimed, stated)
    return next(candidates, None) or _unexplained(entry, terms, claimed, stated)


def _candidates(
    entry: Entry, terms: Terms, claimed: Claimed, stated: Fraction
) -> Iterator[Explanation]:
    exact = terms.prices.exact(claimed)
    if _is_rounding_of(stated, exact, terms):
        why = Message(
            f"reconciliation.why-{entry.side.value}-rounding",
            {"stated": _money(stated, terms), **_exact(exact, terms)},
        )
        yield Explanation(Kind.ROUNDING, why, terms.rounding_clause)
    if entry.stated_days is None:
        yield from _other_days(entry, terms, claimed, stated)
    yield from _other_versions(entry, terms, claimed, stated)


def _other_versions(
    entry: Entry, terms: Terms, claimed: Claimed, stated: Fraction
) -> Iterator[Explanation]:
    """All days at one version of a rate, such as the one before an amendment."""
    days = claimed.beyond + number(claimed.days)
    for rated in terms.prices.rated:
        others = sum(
            (
                claimed.within(one.stretch) * one.each
                for one in terms.prices.rated
                if one.item.id != rated.item.id
            ),
            Fraction(0),
        )
        for each, citation in terms.prices.versions(rated):
            if _is_rounding_of(stated, others + days * each, terms):
                decides = _deciding_clause(terms, claimed, each, rated)
                why = Message(
                    f"reconciliation.why-{entry.side.value}-rate",
                    {
                        "stated": _money(stated, terms),
                        "days": days,
                        "rate": each,
                        "version": str(citation.clause),
                        "clause": decides,
                    },
                )
                yield Explanation(Kind.RATE, why, decides)


def _deciding_clause(terms: Terms, claimed: Claimed, each: Fraction, rated: Rated) -> str:
    """The clause of the days' own price, of those that are priced otherwise than claimed."""
    return next(
        (
            one.clause
            for one in terms.prices.rated
            if one.item.id == rated.item.id and one.each != each and claimed.within(one.stretch)
        ),
        rated.clause,
    )


def _other_days(
    entry: Entry, terms: Terms, claimed: Claimed, stated: Fraction
) -> Iterator[Explanation]:
    """Money that counts the departure day or nights away, where no number of days is stated."""
    stay, window = entry.stay, terms.counting.window
    present = Claimed(terms.counted(replace(stay, absences=())))
    if present.days != claimed.days and _is_rounding_of(stated, terms.prices.exact(present), terms):
        nights = number(present.days) - number(claimed.days)
        why = Message(f"reconciliation.why-{entry.side.value}-pays-absence", {"days": nights})
        yield Explanation(Kind.ABSENCE, why, terms.absence_clause)
    if stay.departed is None or stay.is_backwards:
        return
    day = stay.departed.day
    if (window is not None and day not in window) or any(day in days for days in claimed.days):
        return
    with_departure = Claimed((*claimed.days, Period(day, day + ONE_DAY)))
    if _is_rounding_of(stated, terms.prices.exact(with_departure), terms):
        why = Message(f"reconciliation.why-{entry.side.value}-pays-departure", {"departed": day})
        yield Explanation(Kind.DEPARTURE, why, terms.days_clause)


def _unexplained(entry: Entry, terms: Terms, claimed: Claimed, stated: Fraction) -> Explanation:
    why = Message(
        f"reconciliation.why-{entry.side.value}-amount",
        {
            "stated": _money(stated, terms),
            **_exact(terms.prices.exact(claimed), terms),
            "days": number(claimed.days) + claimed.beyond,
        },
    )
    return Explanation(Kind.AMOUNT, why, terms.money_clause)


def _is_rounding_of(stated: Fraction, exact: Fraction, terms: Terms) -> bool:
    """Whether a figure is another one, rounded to the currency's scale in whichever way."""
    return abs(stated - exact) < Fraction(terms.prices.currency.unit)


def _money(stated: Fraction, terms: Terms) -> Money:
    return to_money(stated, terms.prices.currency, RoundingMode.HALF_EVEN)


def _exact(figure: Fraction, terms: Terms) -> dict[str, Parameter]:
    """An exact figure beside the code of its currency, as a sentence names them."""
    currency = terms.prices.currency
    return {"exact": written_exactly(figure, currency), "currency": currency.code}
