"""Dialogs, only where a decision is asked for."""
