"""The command line: one file a panel; a command is its options, one call, one print, one exit code."""
