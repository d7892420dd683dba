"""Ring currents and their field."""

HERE = "II"
