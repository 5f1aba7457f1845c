"""What the terminal shows, by rich: a subject a file; a function gives what is printed and prints nothing."""
