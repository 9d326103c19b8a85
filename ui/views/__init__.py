"""The pages of the window: layout and wiring; words and choices come from the presenters."""
