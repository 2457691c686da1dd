"""One question or one form each."""
