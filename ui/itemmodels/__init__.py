"""One table model for every list, and the columns that each list shows."""
