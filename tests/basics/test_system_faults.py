"""Why the system refused a file, in the language of the sentence that names it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from safeconduct.basics import ENGLISH, Lang, Message, render, system_reason

SPANISH = Lang("es")
KNOWN = [
    (errno.ENOENT, "no existe ese archivo o carpeta"),
    (errno.EACCES, "permiso denegado"),
    (errno.EISDIR, "es una carpeta"),
    (errno.ENOTDIR, "no es una carpeta"),
    (errno.ENOSPC, "no queda espacio en el dispositivo"),
    (errno.EROFS, "sistema de archivos de solo lectura"),
]


@pytest.mark.parametrize(("number", "spanish"), KNOWN)
def test_the_reason_is_told_in_both_languages(number: int, spanish: str) -> None:
    reason = system_reason(OSError(number, os.strerror(number)))
    assert render(reason, ENGLISH) == os.strerror(number)
    assert render(reason, SPANISH) == spanish


def test_a_reason_without_a_sentence_keeps_the_words_of_the_system() -> None:
    assert render(system_reason(OSError(errno.ELOOP, "loop")), SPANISH) == "loop"
    assert render(system_reason(ValueError("embedded null byte")), SPANISH) == "embedded null byte"
    assert render(system_reason(OSError()), SPANISH) == "OSError"


def test_the_reason_stands_within_the_sentence_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory") as refused:
        tmp_path.read_bytes()
    message = Message.of("agreement.file-not-readable", reason=system_reason(refused.value))
    assert render(message, SPANISH) == "No se puede leer el archivo (es una carpeta)."
