"""Pure rules: tables in, tables out; no file, clock, console or environment."""
