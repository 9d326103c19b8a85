"""What the value of a plan costs in something else: plans by several prices of it, under a bound that is proved for every plan."""

from planner.tradeoff.frontier import Against, Frontier, Priced
from planner.tradeoff.solving import Asking, NothingFoundError, NoTradeoffError, traded_at

__all__ = ["Against", "Asking", "Frontier", "NoTradeoffError", "NothingFoundError", "Priced", "traded_at"]
