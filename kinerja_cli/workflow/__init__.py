"""The use cases, one story a file: read, check, compute, save, report. The command line calls these and nothing deeper."""
