"""Policies, solving and planning again: what leads to a plan."""
