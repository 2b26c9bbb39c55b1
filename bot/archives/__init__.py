"""Readers of what people and admins bring: files that may be broken, huge or hostile."""
