"""SQLite: one file for people and work, one for the graph; one writer thread, read-only readers beside it."""
