"""The discussion: (84)-(88)."""

HERE = "XII"
