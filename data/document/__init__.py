"""The user's file: opened by a private copy, published whole or not at all, held by one window, recovered and backed up."""
