"""A mock interview: what is asked and for how long, what was answered, and what that was worth."""
