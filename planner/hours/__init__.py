"""Dates and calendars turned into hours: capacity, demand, and the problem that the solver reads."""
