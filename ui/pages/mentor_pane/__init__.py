"""Everything about one mentor, in a pane: beside the list, or as a drawer over the board."""
