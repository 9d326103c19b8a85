"""What each command of the command line does: values in, files and words out, an exit code back."""
