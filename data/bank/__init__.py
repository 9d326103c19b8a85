"""A portfolio that several people share: the same tables, log and digest as a file's, on a PostgreSQL server."""
