"""What does a lawyer take away?  Evidence packs: an entry, what it discloses, and every proof."""

from safeconduct.record.packs.check import CheckedPack, check_pack
from safeconduct.record.packs.files import PackFiles, read_pack, write_pack
from safeconduct.record.packs.pack import make_pack, qr_svg, qr_text

__all__ = [
    "CheckedPack",
    "PackFiles",
    "check_pack",
    "make_pack",
    "qr_svg",
    "qr_text",
    "read_pack",
    "write_pack",
]
