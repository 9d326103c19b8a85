"""The portfolio, its edits, and everything that touches a disk. Imports nothing of ours."""
