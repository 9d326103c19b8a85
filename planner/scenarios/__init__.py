"""Scenarios: replayed on the data of today, edited, put in force."""
