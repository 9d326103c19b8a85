"""Who else could do some work: what can be told at once, and what solving again proves of it."""
