"""A portfolio in a database: tables, their versions, and every edit one durable transaction with its row of the change log."""
