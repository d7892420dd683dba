"""What a claim may take as true, and what follows from it.

`facts` collects premises, conditions and the domain that they leave; `execution`
carries out the moves of a derivation; `known` says where an equation is known to hold,
`generality` whether for every value of a symbol; `cases` and `exclusion` are for premises
without a unique solution; `confirmation` checks a counterexample on everything that a step
assumes.
"""
