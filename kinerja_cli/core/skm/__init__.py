"""The satisfaction survey (SKM) of PermenPANRB 14/2017: from sheets to an index with its reasons."""
