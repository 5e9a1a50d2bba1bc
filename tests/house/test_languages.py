"""A third language is a third folder, and no line of code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.project import PACKAGE

FRISIAN = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "cli.no-such-option"
msgstr "Der is gjin opsje {option}."
"""

FRISIAN_PAGES = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "web.terms-title"
msgstr "Betingsten"
"""

FRISIAN_TERMS = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "agreement.word-use-gate"
msgstr "poarte"
"""

VISIT = """
import json, sys
import django
django.setup()
from django.core.management import call_command
from django.test import Client
from safeconduct.casework.story.cast import AGREEMENT
from safeconduct.casework.story.frame import set_frame
from safeconduct.casework.story.telling import Teller
from safeconduct.store.models import Account
from safeconduct.store.node import ports
from safeconduct.store.notices.wording import language_of, subject
call_command("migrate", verbosity=0)
teller = Teller(ports(), ports().clock.now())
set_frame(teller)
account = Account.objects.create_user("officer@authority.example", "An officer")
teller.do("assign-role", "prisons", account=str(account.pk), role="sending-authority",
          office="prison-service")
visitor = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
front = visitor.get("/?lang=fy")
visitor.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
terms = visitor.get(f"/a/{AGREEMENT}/terms?lang=fy")
account.refresh_from_db()
json.dump({
    "front": [front.status_code, front.headers["Content-Language"], front.content.decode()],
    "terms": [terms.status_code, terms.headers["Content-Language"], terms.content.decode()],
    "mail": [account.language, subject("A", language_of(account.language))],
}, sys.stdout)
"""

ASK = """
from pathlib import Path
import safeconduct
from safeconduct.basics import Lang, Message, languages, render, text
assert Path(safeconduct.__file__).is_relative_to(Path.cwd()), safeconduct.__file__
print(*languages())
print(render(Message.of("cli.no-such-option", option="--fier"), Lang("fy")))
print(text("cli.option-json", Lang("fy")) == text("cli.option-json", Lang("en")))
"""


@pytest.fixture
def with_frisian(tmp_path: Path) -> Path:
    """A copy of the package that differs in one new folder."""
    shutil.copytree(PACKAGE, tmp_path / "safeconduct", ignore=shutil.ignore_patterns("__pycache__"))
    folder = tmp_path / "safeconduct" / "locale" / "fy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "cli.po").write_text(FRISIAN, "utf-8")
    (folder / "web.po").write_text(FRISIAN_PAGES, "utf-8")
    (folder / "agreement.po").write_text(FRISIAN_TERMS, "utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DJANGO_", "SAFECONDUCT_"))}
    environment = {
        **kept, "PYTHONPATH": str(folder), "PYTHONUTF8": "1",
        "DJANGO_SETTINGS_MODULE": "safeconduct.site.settings",
        "SAFECONDUCT_HOME": str(folder / "home"),
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_new_folder_is_a_new_language(with_frisian: Path) -> None:
    said = run(with_frisian, "-c", ASK)
    assert (said.stdout.splitlines(), said.stderr) == (
        ["en es fy", "Der is gjin opsje --fier.", "True"],
        "",
    )


def test_the_command_line_speaks_it(with_frisian: Path) -> None:
    said = run(
        with_frisian, "-c", "from safeconduct.cli import run; run()", "--lang", "fy", "--fier"
    )
    assert "Der is gjin opsje --fier." in said.stderr
    assert said.returncode == 2


def test_pages_and_mail_speak_it_and_say_the_rest_in_english(with_frisian: Path) -> None:
    said = run(with_frisian, "-c", VISIT)
    assert said.returncode == 0, said.stderr[-2_000:]
    seen = json.loads(said.stdout)
    for status, language, page in (seen["front"], seen["terms"]):
        assert (status, language) == (200, "fy")
        assert '<html lang="fy"' in page
        assert "Skip to main content" in page
        assert ">Frysk<" in page
    assert ">Betingsten</h1>" in seen["terms"][2]
    assert " · poarte</p>" in seen["terms"][2]
    assert "As in force on" in seen["terms"][2]
    assert seen["mail"] == ["fy", "A: a duty is overdue"]
