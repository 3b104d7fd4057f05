"""backprep: get ready for a back-end developer interview, in the terminal, offline."""

__version__ = "0.1.0"
