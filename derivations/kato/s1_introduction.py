"""What the introduction says."""

HERE = "I"
