"""The request wizard: a frame, five steps and what they share."""
