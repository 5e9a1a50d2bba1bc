"""Where a log is read from: a folder, or a prefix on the network."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from pathlib import Path
from typing import Protocol

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.basics.finding import Parameter
from safeconduct.record.refusal import Refused

TIMEOUT_SECONDS = 20
MAX_RESOURCE_BYTES = 256 * (65_535 + 2)
"""A full bundle of the longest entries; nothing of a log is longer."""


class Source(Protocol):
    """A log that can be read, by paths of the tlog-tiles layout."""

    def read(self, path: str) -> bytes | None:
        """The resource, or nothing where there is none."""
        ...


class FolderSource:
    """A log in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, path: str) -> bytes | None:
        """The file at the path under the folder, or nothing."""
        file = self._folder / path
        try:
            with file.open("rb") as stream:
                data = stream.read(MAX_RESOURCE_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError as fault:
            why = system_reason(fault)
            raise Refused(Message.of("record.unreadable", path=path, why=why)) from fault
        return _bounded(path, data)


class WebSource:
    """A log under an http or https prefix."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix.rstrip("/")

    def read(self, path: str) -> bytes | None:
        """The resource at the path under the prefix, or nothing where the server has none."""
        request = urllib.request.Request(f"{self._prefix}/{path}")  # noqa: S310 - see open_source
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
                data: bytes = answer.read(MAX_RESOURCE_BYTES + 1)
        except urllib.error.HTTPError as answer:
            answer.close()
            if answer.code in (404, 410):
                return None
            raise Refused(Message.of("record.unreadable", path=path, why=str(answer))) from answer
        except (OSError, http.client.HTTPException, ValueError) as fault:
            raise Refused(Message.of("record.unreadable", path=path, why=_why(fault))) from fault
        return _bounded(path, data)


def open_source(place: str) -> Source:
    """The log at a folder or an http(s) prefix.

    Raises:
        WrongInput: there is no such folder.
    """
    if place.startswith(("http://", "https://")):
        return WebSource(place)
    folder = Path(place)
    if not folder.is_dir():
        missing = Message.of("record.no-such-log", log=place)
        raise WrongInput(Finding(missing, Severity.ERROR, Location(file=place)))
    return FolderSource(folder)


def _why(fault: Exception) -> Parameter:
    """What stood in the way, without the wrapping of the library that met it."""
    reason = fault.reason if isinstance(fault, urllib.error.URLError) else fault
    if isinstance(reason, OSError):
        return system_reason(reason)
    return str(reason) or type(reason).__name__


def _bounded(path: str, data: bytes) -> bytes:
    if len(data) > MAX_RESOURCE_BYTES:
        raise Refused(Message.of("record.resource-too-long", path=path))
    return data
