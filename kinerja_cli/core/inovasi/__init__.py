"""A register of innovations: what its stages are worth, and what its ideas fill in."""
