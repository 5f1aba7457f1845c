"""Bytes → raw sheets; TOML → rule sets. A reader doesn't judge what the cells say."""
