"""The frozen rows that the screen and the rules are given; one file a noun group."""
