"""What comes of the scores: proposals, talent boxes, training. Saved months in, a report model out."""
