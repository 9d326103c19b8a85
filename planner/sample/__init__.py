"""The sample portfolio: Corran & Vale, an invented maker of harbour instruments, as reviewable .csv files of the contract."""

from planner.sample.company import sample_portfolio

__all__ = ["sample_portfolio"]
