"""What a plan means: its figures, who is loaded with what, and why some demand stays unmet."""
