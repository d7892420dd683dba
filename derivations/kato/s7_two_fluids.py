"""The two-fluid model."""

HERE = "VII"
