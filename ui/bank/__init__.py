"""Shared banks in the window: opened and watched."""
