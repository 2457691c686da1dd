"""One script a figure, each against its reference in the same run."""
