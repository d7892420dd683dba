"""Values put in, and equations solved for what shall be replaced.

`replacement` puts a value in with bound variables out of the way and asks whether it
is admissible; `equations` solves one equation for a symbol, `systems` several;
`charts` turns conditions into assumptions by new coordinates; `ideals` is for
equations modulo equations.  What is assumed of a symbol travels with its value.
"""
