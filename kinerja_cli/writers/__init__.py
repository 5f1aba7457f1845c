"""Report model → bytes, text or something rich can print. A writer lays out; it computes nothing and opens no file."""
