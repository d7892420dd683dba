"""One electron at high temperatures."""

HERE = "V"
