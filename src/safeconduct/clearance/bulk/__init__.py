"""How are a million persons asked at once?  Parquet in, one statement, Parquet out."""

from safeconduct.clearance.bulk.answering import Answered, ask_folder
from safeconduct.clearance.bulk.folder import is_parquet, seal_folder
from safeconduct.clearance.bulk.report import bulk_report
from safeconduct.clearance.bulk.two_programs import cross_check

__all__ = ["Answered", "ask_folder", "bulk_report", "cross_check", "is_parquet", "seal_folder"]
