"""The meaning: capacity, demand, plans, figures, charts, the command line. Imports data and solver."""
