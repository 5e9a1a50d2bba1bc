"""What is charged, disputed, corrected and paid?"""

from __future__ import annotations

from typing import Any

from safeconduct.casework.act import Act
from safeconduct.casework.acts.money.dispute_statement import DISPUTE_STATEMENT
from safeconduct.casework.acts.money.issue_notes import ISSUE_NOTES
from safeconduct.casework.acts.money.issue_statement import ISSUE_STATEMENT
from safeconduct.casework.acts.money.pay import PAY
from safeconduct.casework.acts.money.pay_advance import PAY_ADVANCE
from safeconduct.casework.acts.money.report_grant import REPORT_GRANT
from safeconduct.casework.acts.money.settle_dispute import SETTLE_DISPUTE
from safeconduct.casework.acts.money.withdraw_dispute import WITHDRAW_DISPUTE

ACTS: tuple[Act[Any], ...] = (
    DISPUTE_STATEMENT,
    ISSUE_NOTES,
    ISSUE_STATEMENT,
    PAY,
    PAY_ADVANCE,
    REPORT_GRANT,
    SETTLE_DISPUTE,
    WITHDRAW_DISPUTE,
)
"""Every act of this room."""
