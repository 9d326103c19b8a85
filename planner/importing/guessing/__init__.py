"""What the sheets of a workbook probably are: a mapping to begin with, from headings, words, figures and sums."""

from planner.importing.guessing.books import guessed, is_contract

__all__ = ["guessed", "is_contract"]
