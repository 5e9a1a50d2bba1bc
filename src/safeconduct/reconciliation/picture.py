"""Where the money is: by kind of difference and by month, over- and undercharges apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from safeconduct.basics import Currency, Money
from safeconduct.reconciliation.difference import Difference


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the picture, and one row of the table beside it.

    Attributes:
        name: a kind, or a month as ``2025-03``; empty for lines without a day.
        lines: how many differences.
        days: days, theirs less ours.
        over: what they have more, where they have more.
        under: what they have less, where they have less; zero or below.
    """

    name: str
    lines: int
    days: int
    over: Money
    under: Money

    @property
    def net(self) -> Money:
        """Theirs less ours."""
        return self.over + self.under


def by_kind(differences: Iterable[Difference], currency: Currency) -> tuple[Bar, ...]:
    """The differences added up by kind, in the order of names."""
    return _added_up(differences, currency, lambda one: one.kind.value)


def by_month(differences: Iterable[Difference], currency: Currency) -> tuple[Bar, ...]:
    """The differences added up by the month in which they fall or begin."""
    return _added_up(differences, currency, lambda one: f"{one.on:%Y-%m}" if one.on else "")


def _added_up(
    differences: Iterable[Difference], currency: Currency, name_of: Callable[[Difference], str]
) -> tuple[Bar, ...]:
    bars: dict[str, Bar] = {}
    zero = currency.zero()
    for one in differences:
        name = name_of(one)
        before = bars.get(name, Bar(name, 0, 0, zero, zero))
        over, under = (one.amount, zero) if one.amount.amount > 0 else (zero, one.amount)
        bars[name] = Bar(
            name,
            before.lines + 1,
            before.days + one.days,
            before.over + over,
            before.under + under,
        )
    return tuple(bars[name] for name in sorted(bars))


WIDTH, ROW, LABELS, FIGURES = 640, 22, 170, 110
OVER, UNDER = "#1d70b8", "#0b0c0c"
"""Two colours that differ in lightness too, so that print and colour-blind readers tell them."""


def bars(shown: Sequence[Bar], labels: Sequence[str], figures: Sequence[str]) -> str:
    """The bars as SVG: undercharges to the left, overcharges to the right of one line.

    Args:
        shown: the bars.
        labels: what each is called in the reader's language.
        figures: the net amount of each, as the reader's language writes it.
    """
    room = WIDTH - LABELS - FIGURES
    most = max((max(bar.over.amount, -bar.under.amount) for bar in shown), default=0) or 1
    left = max((-bar.under.amount for bar in shown), default=0) or 0
    right = max((bar.over.amount for bar in shown), default=0) or (0 if left else most)
    scale = room / float(left + right)
    zero = LABELS + float(left) * scale
    height = ROW * len(shown) + 6
    size = f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
    font = 'font-family="sans-serif" font-size="11"'
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font}>']
    for number, (bar, label, figure) in enumerate(zip(shown, labels, figures, strict=True)):
        parts += _row(bar, (label, figure), number * ROW + 3, zero, scale)
    parts.append(
        f'<line x1="{zero:.1f}" y1="0" x2="{zero:.1f}" y2="{height}" stroke="{UNDER}"/></svg>'
    )
    return "".join(parts)


def _row(bar: Bar, words: tuple[str, str], top: int, zero: float, scale: float) -> list[str]:
    over, under = float(bar.over.amount) * scale, -float(bar.under.amount) * scale
    base = top + 13
    return [
        f'<text x="0" y="{base}">{escape(words[0])}</text>',
        f'<rect x="{zero - under:.1f}" y="{top}" width="{under:.1f}" height="16" fill="{UNDER}"/>',
        f'<rect x="{zero:.1f}" y="{top}" width="{over:.1f}" height="16" fill="{OVER}"/>',
        f'<text x="{WIDTH}" y="{base}" text-anchor="end">{escape(words[1])}</text>',
    ]
