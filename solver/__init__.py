"""Arrays in, plan and proof out. Knows no names, no disk, no screen, and imports nothing of ours."""
