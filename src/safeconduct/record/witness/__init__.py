"""Who else remembers?  The witness protocol, as the one who cosigns and as the one who asks."""

from safeconduct.record.witness.asked import AskedWitnesses
from safeconduct.record.witness.client import WitnessClient
from safeconduct.record.witness.request import CheckpointRequest, parse_request
from safeconduct.record.witness.server import WitnessServer
from safeconduct.record.witness.state import FolderState
from safeconduct.record.witness.witness import Answer, Witness

__all__ = [
    "Answer",
    "AskedWitnesses",
    "CheckpointRequest",
    "FolderState",
    "Witness",
    "WitnessClient",
    "WitnessServer",
    "parse_request",
]
