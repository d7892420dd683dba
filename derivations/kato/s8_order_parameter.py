"""The order parameter of the Ginzburg-Landau theory."""

HERE = "VIII"
