"""How do two records speak to each other?  Sealed bundles, in order, each receipted."""

from safeconduct.exchange.acknowledgement import Acknowledgement, read_acknowledgement
from safeconduct.exchange.bundle import Bundle, Carried, Haste
from safeconduct.exchange.card import PartyCard, read_card, spoken_string
from safeconduct.exchange.crossing import Withheld, crossing
from safeconduct.exchange.inbox import Arrived, Inbox, Received
from safeconduct.exchange.introduction import disagreements
from safeconduct.exchange.keys import ExchangeKeys
from safeconduct.exchange.link import Link
from safeconduct.exchange.mirror import Mirror
from safeconduct.exchange.outbox import Outbox
from safeconduct.exchange.sealing import open_sealed, seal
from safeconduct.exchange.station import Station
from safeconduct.exchange.their_rows import rows_said, withheld_of_rows

__all__ = [
    "Acknowledgement",
    "Arrived",
    "Bundle",
    "Carried",
    "ExchangeKeys",
    "Haste",
    "Inbox",
    "Link",
    "Mirror",
    "Outbox",
    "PartyCard",
    "Received",
    "Station",
    "Withheld",
    "crossing",
    "disagreements",
    "open_sealed",
    "read_acknowledgement",
    "read_card",
    "rows_said",
    "seal",
    "spoken_string",
    "withheld_of_rows",
]
