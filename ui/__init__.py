"""Every pixel, click and wording. Imports planner, and the plain value types of data."""
