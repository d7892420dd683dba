"""How the lines of a draft hang together: what their words and their symbols propose as premises, tried before it is written.

`words` reads "substituting (3) into (5)", `points` and `candidates` look for premises with which the sides agree at some points, which
decides nothing, and `trying` asks the engine, in a worker.  Only what is proved is written down as a step.
"""
