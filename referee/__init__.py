"""The door: the command line, and the only package that knows all the others."""
