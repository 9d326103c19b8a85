"""Sheets of any form as the portfolio's own: a mapping says what a table is and what its columns mean, as data."""
