"""How is a register made ready once, kept, and loaded again?  Arrays on file, named by digests."""

from safeconduct.screening.index.building import build_index
from safeconduct.screening.index.index import Index
from safeconduct.screening.index.loading import load_index
from safeconduct.screening.index.saving import save_index

__all__ = ["Index", "build_index", "load_index", "save_index"]
