"""Qt item models: plumbing between presenters and views, no words of their own."""
