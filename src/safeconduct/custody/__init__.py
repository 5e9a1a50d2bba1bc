"""Who is where, since when?  Bookings, absences, day counts, occupancy."""

from safeconduct.custody.absences import take_in_absences
from safeconduct.custody.booking import Absence, Booking, Moment
from safeconduct.custody.counted import BookingDays, PlaceDay, PlaceMonth
from safeconduct.custody.counting import Counting, count_days
from safeconduct.custody.day_counts import DayCounts
from safeconduct.custody.intake import take_in
from safeconduct.custody.register import Refused, Register
from safeconduct.custody.rules import RULES, Rule
from safeconduct.custody.zones import Zones

__all__ = [
    "RULES",
    "Absence",
    "Booking",
    "BookingDays",
    "Counting",
    "DayCounts",
    "Moment",
    "PlaceDay",
    "PlaceMonth",
    "Refused",
    "Register",
    "Rule",
    "Zones",
    "count_days",
    "take_in",
    "take_in_absences",
]
