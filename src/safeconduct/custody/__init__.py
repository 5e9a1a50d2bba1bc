"""Who is where, since when?  Bookings, absences, day counts, occupancy."""

from safeconduct.custody.absences import take_in_absences
from safeconduct.custody.booking import Absence, Booking, Moment
from safeconduct.custody.counted import BookingDays, PlaceDay, PlaceMonth
from safeconduct.custody.counting import Counting, count_days
from safeconduct.custody.day_counts import DayCounts
from safeconduct.custody.grouping import By, Row, days_by
from safeconduct.custody.intake import take_in
from safeconduct.custody.limits import take_in_limits
from safeconduct.custody.occupancy import (
    MonthOccupancy,
    counted_population,
    occupancy,
    unmatched,
)
from safeconduct.custody.persons import gaps, overlaps
from safeconduct.custody.place_names import NamedPlace, Proposal, propose_names
from safeconduct.custody.population import take_in_population
from safeconduct.custody.register import Refused, Register
from safeconduct.custody.rules import RULES, Rule
from safeconduct.custody.zones import Zones, is_zone

__all__ = [
    "RULES",
    "Absence",
    "Booking",
    "BookingDays",
    "By",
    "Counting",
    "DayCounts",
    "Moment",
    "MonthOccupancy",
    "NamedPlace",
    "PlaceDay",
    "PlaceMonth",
    "Proposal",
    "Refused",
    "Register",
    "Row",
    "Rule",
    "Zones",
    "count_days",
    "counted_population",
    "days_by",
    "gaps",
    "is_zone",
    "occupancy",
    "overlaps",
    "propose_names",
    "take_in",
    "take_in_absences",
    "take_in_limits",
    "take_in_population",
    "unmatched",
]
