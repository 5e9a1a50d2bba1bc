"""Every sentence that the loader can say is said by a case."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from babel.messages.pofile import read_po

from safeconduct.agreement import load_file, read_agreement
from safeconduct.agreement.library import load
from safeconduct.basics import WrongInput
from tests.agreement.case import FILE, cases, read
from tests.agreement.test_cases import FILES
from tests.agreement.test_files import TABLE

# Said by `show`, not by the loader; conditions have cases of their own beside their vocabulary.
ELSEWHERE = ("says-", "word-", "condition-")

BY_OTHER_TESTS = {"not-utf8", "file-too-large", "list-too-long"}
"""Of bytes that no table can hold, or too many for one: ``test_files``."""


def sentences() -> set[str]:
    folder = resources.files("safeconduct") / "locale" / "en" / "LC_MESSAGES"
    with Path(str(folder / "agreement.po")).open("rb") as stream:
        codes = {str(message.id) for message in read_po(stream) if message.id}
    named = {re.sub(r"^agreement\.|\.(allowed|example)$", "", code) for code in codes}
    return {code for code in named if not code.startswith(ELSEWHERE)}


def said_by_cases() -> set[str]:
    found = [f for file in FILES for case in cases(file) for f in read(case.text).findings]
    found += [f for row in TABLE for f in read_agreement(row["text"].encode(), FILE).findings]
    found += load_file("no-such-folder/ours.yaml").findings
    for reference in ("tilburg", "§"):
        try:
            load(reference)
        except WrongInput as wrong:
            found += wrong.findings
    return {finding.code.removeprefix("agreement.") for finding in found}


def test_no_sentence_is_without_a_case() -> None:
    assert sentences() - said_by_cases() == BY_OTHER_TESTS
