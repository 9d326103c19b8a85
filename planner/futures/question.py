"""What is asked about the futures: how many are drawn, from what, and when work counts as met."""

from __future__ import annotations

from dataclasses import dataclass, fields

from data.entities import Percent
from data.errors import PlannerError

MOST_DRAWS = 2_000
MOST_SOLVED = 100


class NoQuestionError(PlannerError):
    """A question that cannot be answered; the message says which part of it, and what would do."""


@dataclass(frozen=True, slots=True)
class Question:
    """What futures are drawn from, beside the portfolio's own estimates.

    draws        futures
    seed         which ones: the same seed draws the same futures, whatever else the portfolio holds
    absence      percent of their working time that people are away beyond the absences that are planned
    spell        weeks that such an absence lasts, on average; 1 or more
    low, high    percent of what its demands ask that a project without an estimate may come to; likeliest is what they ask
    met          percent of its hours from which a demand counts as met; None is the portfolio's minimum coverage
    sure         percent of the futures in which a reserve is to be enough
    solved       futures, the first of those drawn, for which the best plan is looked for as well
    """

    draws: int = 500
    seed: int = 1
    absence: Percent = 4.0
    spell: float = 1.5
    low: Percent = 90.0
    high: Percent = 130.0
    met: Percent | None = None
    sure: Percent = 90.0
    solved: int = 0

    def __post_init__(self) -> None:
        wrong = (
            (not 1 <= self.draws <= MOST_DRAWS, f"draw 1 to {MOST_DRAWS:,} futures, not {self.draws:,}"),
            (self.seed < 0, f"the seed is {self.seed}; name 0 or more"),
            (not 0 <= self.absence <= 50, f"an absence of {self.absence:g} % is beyond 0 to 50 %"),
            (not 1 <= self.spell <= 26, f"an absence lasts 1 to 26 weeks on average, not {self.spell:g}"),
            (not 0 <= self.low <= 100, f"the low end of effort is {self.low:g} %; name 0 to 100 %"),
            (not 100 <= self.high <= 1000, f"the high end of effort is {self.high:g} %; name 100 to 1,000 %"),
            (self.met is not None and not 0 <= self.met <= 100, "a demand counts as met from 0 to 100 % of its hours"),
            (not 0 < self.sure < 100, f"a reserve is to be enough in more than 0 and less than 100 % of the futures, not {self.sure:g} %"),
            (not 0 <= self.solved <= MOST_SOLVED, f"look for the best plan of at most {MOST_SOLVED} futures"),
            (self.solved > self.draws, f"{self.solved} futures are to be solved and {self.draws} are drawn; draw more, or solve fewer"),
        )
        for is_wrong, told in wrong:
            if is_wrong:
                raise NoQuestionError(f"{told[0].upper()}{told[1:]}.")

    def as_values(self) -> dict[str, float | None]:
        """The question as what JSON holds."""
        return {each.name: getattr(self, each.name) for each in fields(self)}
