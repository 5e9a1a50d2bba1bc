"""Why the operating system refused a file, as a message; its own words are in English alone."""

from __future__ import annotations

import errno

from safeconduct.basics.finding import Message

_CODES = {
    errno.EACCES: "basics.file-not-permitted",
    errno.EEXIST: "basics.file-exists",
    errno.EIO: "basics.file-device-fault",
    errno.EISDIR: "basics.file-is-folder",
    errno.EMFILE: "basics.file-too-many-open",
    errno.ENAMETOOLONG: "basics.file-name-too-long",
    errno.ENOENT: "basics.file-not-there",
    errno.ENOSPC: "basics.file-no-room",
    errno.ENOTDIR: "basics.file-in-no-folder",
    errno.EPERM: "basics.file-not-permitted",
    errno.EROFS: "basics.file-read-only",
}


def system_reason(fault: OSError | ValueError) -> Message:
    """The reason, to stand as a parameter in the sentence that names the file.

    Args:
        fault: what a file operation raised; a ``ValueError`` for a path that no system takes.
    """
    number = fault.errno if isinstance(fault, OSError) else None
    if number in _CODES:
        return Message(_CODES[number])
    words = getattr(fault, "strerror", None) or str(fault) or type(fault).__name__
    return Message.of("basics.file-fault", words=words)
