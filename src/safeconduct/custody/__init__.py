"""Who is where, since when?  Bookings, absences, day counts, occupancy."""

from safeconduct.custody.absences import take_in_absences
from safeconduct.custody.booking import Absence, Booking, Moment
from safeconduct.custody.counted import BookingDays, PlaceDay, PlaceMonth
from safeconduct.custody.counting import Counting, count_days
from safeconduct.custody.day_counts import DayCounts
from safeconduct.custody.grouping import By, Row, days_by
from safeconduct.custody.intake import take_in
from safeconduct.custody.persons import gaps, overlaps
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
    "PlaceDay",
    "PlaceMonth",
    "Refused",
    "Register",
    "Row",
    "Rule",
    "Zones",
    "count_days",
    "days_by",
    "gaps",
    "is_zone",
    "overlaps",
    "take_in",
    "take_in_absences",
]
