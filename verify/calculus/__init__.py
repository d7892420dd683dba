"""Real functions of one variable between two ends: their signs, zeros and poles, and the rules for their integrals.

Candidates may come from the computer-algebra system; what a rule or a count needs is proved, or nothing is said.
"""
