"""The practice month: made from a seed, with planted faults, and marked by what was repaired."""
