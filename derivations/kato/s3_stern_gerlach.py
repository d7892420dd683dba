"""The energy of the moment in the field."""

HERE = "III"
