"""Two electrons in an atom, with their repulsion: (15)-(20)."""

HERE = "II.B"
