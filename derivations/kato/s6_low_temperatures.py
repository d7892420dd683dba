"""One electron at low temperatures."""

HERE = "VI"
