"""Print that may mean two things.

A raised index or a power, a label or a factor, letters that do not commute, a
derivative in other dress, words that turn a formula round: each file knows one doubt
and says "ambiguous" instead of guessing.
"""
