"""Mock interviews: composing one, conducting it, and what is kept of it."""
