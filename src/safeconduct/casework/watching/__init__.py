"""What must somebody look at now?  Duties, titles, gaps and public figures, read off the rows."""

from safeconduct.casework.watching.duties import duties_now, duty_items
from safeconduct.casework.watching.figures import figures_now
from safeconduct.casework.watching.gaps import gaps_now
from safeconduct.casework.watching.happenings import happenings_of
from safeconduct.casework.watching.legality import legality_now

__all__ = [
    "duties_now",
    "duty_items",
    "figures_now",
    "gaps_now",
    "happenings_of",
    "legality_now",
]
