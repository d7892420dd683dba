"""The phase of the electron, and the energy of an orbit: (74)-(83)."""

HERE = "XI"
