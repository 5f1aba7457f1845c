"""kinerja: evaluates Indonesian civil servants (ASN) from the Excel files that offices really have."""

__version__ = "0.1.0"
