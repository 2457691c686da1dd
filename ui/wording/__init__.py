"""Codes, enumerations, errors, dates and counts as sentences; nothing else makes them."""
