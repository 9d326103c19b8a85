"""Planning again from a plan of record: what stays, what may move, and what came of it."""
