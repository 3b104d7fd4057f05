"""Style of banks: what a program can see that makes a question worse than it could be. Faults are another matter."""
