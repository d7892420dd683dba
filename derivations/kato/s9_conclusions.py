"""The conclusions."""

HERE = "IX"
