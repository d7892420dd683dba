"""What the abstract says."""

HERE = "Abstract"
