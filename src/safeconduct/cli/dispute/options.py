"""Options that both commands share: the books and what decides between them."""

from __future__ import annotations

from typing import Annotated

import typer

from safeconduct.cli.reconcile.command import (
    AbsencesOption,
    ActsOption,
    AgreementOption,
    DatedOption,
    IndicesOption,
    OursArgument,
    PeriodOption,
    PlacesOption,
    TheirAbsencesOption,
    TheirsArgument,
)

OutOption = Annotated[str, typer.Option("--file", metavar="FILE", help="reconciliation.help-file")]
LetterOption = Annotated[
    str, typer.Option("--letter", metavar="FILE", help="reconciliation.help-letter")
]
AnswersArgument = Annotated[
    str, typer.Argument(metavar="ANSWERS", help="reconciliation.help-answers")
]
OursOutOption = Annotated[
    str, typer.Option("--corrected-ours", metavar="FILE", help="reconciliation.help-ours-out")
]
TheirsOutOption = Annotated[
    str, typer.Option("--corrected-theirs", metavar="FILE", help="reconciliation.help-theirs-out")
]
StatementOption = Annotated[
    str, typer.Option("--statement", metavar="FILE", help="reconciliation.help-statement")
]
FreezeOption = Annotated[
    str, typer.Option("--freeze", metavar="FILE", help="reconciliation.help-freeze")
]

__all__ = [
    "AbsencesOption",
    "ActsOption",
    "AgreementOption",
    "AnswersArgument",
    "DatedOption",
    "FreezeOption",
    "IndicesOption",
    "LetterOption",
    "OursArgument",
    "OursOutOption",
    "OutOption",
    "PeriodOption",
    "PlacesOption",
    "StatementOption",
    "TheirAbsencesOption",
    "TheirsArgument",
    "TheirsOutOption",
]
