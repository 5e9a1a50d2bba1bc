"""The same sweep in pandas and Polars, and the plain loop, each as its users would write it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

FIRST = date(2023, 1, 1)
UNTIL = date(2026, 1, 1)
HORIZON = (UNTIL - FIRST).days


def pandas_monthly(bookings: str, absences: str) -> list[int]:
    """Signed edges, a running sum by place and day, then a sum by month."""
    held = _pandas_held(bookings, absences)
    months = held.columns.to_period("M")
    totals = held.T.groupby(months).sum()
    return [totals.size, int(totals.to_numpy().sum()), int(totals.to_numpy().max())]


def pandas_daily(bookings: str, absences: str) -> list[int]:
    """The running sum itself: people held by place and day."""
    held = _pandas_held(bookings, absences).to_numpy()
    return [held.size, int(held.sum()), int(held.max())]


def _pandas_held(bookings: str, absences: str):
    import pandas as pd

    stays = pd.read_parquet(bookings, columns=["booking", "place", "arrived_day", "departed_day"])
    away = pd.read_parquet(absences)
    stays["place"] = stays["place"].astype("category")
    away = away.merge(stays[["booking", "place"]], on="booking", how="left")
    until = pd.Timestamp(UNTIL)
    edges = pd.concat(
        [
            _pandas_edges(stays["place"], stays["arrived_day"], 1),
            _pandas_edges(stays["place"], stays["departed_day"], -1),
            _pandas_edges(away["place"], away["left_day"], -1),
            _pandas_edges(away["place"], away["returned_day"], 1),
        ]
    )
    edges = edges[edges["day"] < until]
    by_day = edges.groupby(["place", "day"], observed=True)["change"].sum()
    days = pd.date_range(FIRST, UNTIL, inclusive="left")
    return by_day.unstack(fill_value=0).reindex(columns=days, fill_value=0).cumsum(axis=1)


def _pandas_edges(place, day, change: int):
    import pandas as pd

    edges = pd.DataFrame({"place": place, "day": pd.to_datetime(day), "change": change})
    return edges.dropna(subset=["day"])


def polars_monthly(bookings: str, absences: str) -> list[int]:
    """Signed edges, a running sum by place and day, then a sum by month."""
    import polars as pl

    held = _polars_held(bookings, absences)
    totals = held.group_by("place", pl.col("day").dt.truncate("1mo")).agg(pl.col("held").sum())
    values = totals.collect()["held"]
    return [len(values), int(values.sum()), int(values.max())]


def polars_daily(bookings: str, absences: str) -> list[int]:
    """The running sum itself: people held by place and day."""
    values = _polars_held(bookings, absences).collect()["held"]
    return [len(values), int(values.sum()), int(values.max())]


def _polars_held(bookings: str, absences: str):
    import polars as pl

    stays = pl.scan_parquet(bookings)
    away = pl.scan_parquet(absences).join(stays.select("booking", "place"), on="booking")
    edges = pl.concat(
        [
            frame.select("place", pl.col(day).alias("day"), pl.lit(change).alias("change"))
            for frame, day, change in (
                (stays, "arrived_day", 1),
                (stays, "departed_day", -1),
                (away, "left_day", -1),
                (away, "returned_day", 1),
            )
        ]
    ).filter(pl.col("day") < UNTIL)
    days = pl.LazyFrame({"day": pl.date_range(FIRST, UNTIL, closed="left", eager=True)})
    grid = stays.select("place").unique().join(days, how="cross")
    by_day = edges.group_by("place", "day").agg(pl.col("change").sum())
    return (
        grid.join(by_day, on=["place", "day"], how="left")
        .sort("place", "day")
        .with_columns(pl.col("change").fill_null(0).cum_sum().over("place").alias("held"))
    )


def loop_monthly(bookings: str, absences: str) -> list[int]:
    """Each day of each stay in turn, on the first hundredth of the register."""
    from safeconduct.engine import session

    with session() as connection:
        count = connection.execute("SELECT count(*) FROM read_parquet(?)", [bookings]).fetchone()
        share = (count or (0,))[0] // 100
        stays = connection.execute(
            "SELECT booking, place, arrived_day, departed_day FROM read_parquet(?)"
            " ORDER BY booking LIMIT ?",
            [bookings, share],
        ).fetchall()
        away = {
            booking: (left, returned)
            for booking, left, returned in connection.execute(
                "SELECT booking, left_day, returned_day FROM read_parquet(?)", [absences]
            ).fetchall()
        }
    totals: Counter[tuple[str, int, int]] = Counter()
    for booking, place, arrived, departed in stays:
        left, returned = away.get(booking, (UNTIL, UNTIL))
        day = arrived
        end = min(departed or UNTIL, UNTIL)
        while day < end:
            if not left <= day < returned:
                totals[place, day.year, day.month] += 1
            day += timedelta(days=1)
    return [len(totals), sum(totals.values()), max(totals.values(), default=0)]
