"""Small functions that make edits: one module for each noun. Each takes the portfolio and returns an Edit to apply."""
