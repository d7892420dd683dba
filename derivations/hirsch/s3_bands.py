"""Electrons in bands, and the correlated hopping: (21), (22)."""

HERE = "III"
