"""Stories: writing, keeping, rehearsing and carrying them."""
