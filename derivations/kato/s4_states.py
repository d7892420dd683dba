"""The states and their populations."""

HERE = "IV"
