"""One file for each command: options in, a ``Result`` out. Nothing here prints.

Modules of this package are imported at every start, so they import what they work with only when they run.
"""
