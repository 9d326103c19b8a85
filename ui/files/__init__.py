"""The files of the window: opened, kept, published, recovered and restored."""
