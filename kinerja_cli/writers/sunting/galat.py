"""Why a workbook can't be edited in place."""

from __future__ import annotations


class SuntingGagal(Exception):
    """The workbook can't be edited without risk; the text is the cause, in Indonesian. The caller writes a copy of values."""
