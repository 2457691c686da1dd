"""How rows, cards, pills and calendar cells are painted."""
