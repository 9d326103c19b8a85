"""Sheets on disk: the contract of the workbook as data, its reading in a limited child process, and its writing."""
