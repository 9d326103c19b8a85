"""Plans against what may come: futures drawn from estimates and absence, what becomes of each plan in each, regret and reserves.

`faced` puts each side's plan into the same futures, without a solve; `hindsight.solved_at` looks for the best plan of some of them; `answered`
says from both what the chances, regrets and reserves are, and which projects are always in.
"""

from planner.futures.answer import Answer, answered, faced
from planner.futures.question import NoQuestionError, Question

__all__ = ["Answer", "NoQuestionError", "Question", "answered", "faced"]
