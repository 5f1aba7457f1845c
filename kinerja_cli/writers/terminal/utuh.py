"""What is copied from the screen: a command, a path."""

from __future__ import annotations

from rich.text import Text


def utuh(teks: str) -> Text:
    """Keep a line in one piece, however narrow the screen."""
    return Text(teks, no_wrap=True, overflow="ignore")
