"""What the screen says, worked out from values alone: no Qt here, so that every word and figure is tested without a window."""
