"""The proved bound: `relaxation` finds prices, `staffing` lays every project's choices out flat, `pricing` proves."""
