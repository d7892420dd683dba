"""Symbols of Hirsch's paper.  Gaussian units.

The charge of the electron is e, a negative number: X says so, and (42) needs it.  A line that needs the other
sign says so.  One letter of the page that has two meanings is two symbols here:

- r̄ of (2) is a parameter of a wave function, r_i and r_f of (12) are radii of an orbit;
- σ is the direction of the spin along the axis, a number +1 or −1; as an operator it is a matrix of Pauli;
- v is the velocity of a particle, v_s that of the Meissner current, v_σ that of the spin current;
- ε of (20) is the energy of one electron, ε of (50) the condensation energy of one electron.
"""

from verify.claims import function, symbol
from verify.units import (
    ACTION,
    CHARGE,
    CHARGE_DENSITY,
    DIMENSIONLESS,
    ELECTRIC_FIELD,
    ENERGY,
    LENGTH,
    MAGNETIC_FIELD,
    MAGNETIC_FLUX,
    MAGNETIC_MOMENT,
    MASS,
    NUMBER_DENSITY,
    TIME,
    VELOCITY,
    WAVE_FUNCTION_3D,
    WAVENUMBER,
)

# constants and what the whole paper speaks of
hbar = symbol("hbar", r"\hbar", "reduced Planck constant", ACTION, positive=True)
c = symbol("c", r"c", "speed of light", VELOCITY, positive=True)
e = symbol("e", r"e", "charge of the electron, which is negative", CHARGE, negative=True)
m_e = symbol("m_e", r"m_e", "mass of the electron", MASS, positive=True)
a_0 = symbol("a_0", r"a_0", "Bohr radius", LENGTH, positive=True)
mu_B = symbol("mu_B", r"\mu_B", "Bohr magneton, with the sign of e", MAGNETIC_MOMENT, negative=True)
phi_quantum = symbol("phi_quantum", r"\phi_0", "flux quantum", MAGNETIC_FLUX, positive=True)
n_s = symbol("n_s", r"n_s", "density of superfluid carriers", NUMBER_DENSITY, positive=True)
lambda_L = symbol("lambda_L", r"\lambda_L", "London penetration depth", LENGTH, positive=True)
sigma = symbol(
    "sigma", r"\sigma", "direction of the spin along the axis, +1 or -1", DIMENSIONLESS, real=True, nonzero=True
)
x = symbol("x", r"x", "coordinate", LENGTH, real=True)
y = symbol("y", r"y", "coordinate", LENGTH, real=True)
z = symbol("z", r"z", "coordinate along the axis", LENGTH, real=True)
t = symbol("t", r"t", "time", TIME, real=True)
r = symbol("r", r"r", "distance, radius of an orbit", LENGTH, positive=True)
R = symbol("R", r"R", "radius of a sample", LENGTH, positive=True)
B = symbol("B", r"B", "magnetic field, along the axis", MAGNETIC_FIELD, real=True)
rho_minus = symbol("rho_minus", r"\rho_-", "charge density near the surface", CHARGE_DENSITY, negative=True)
rho_0 = symbol("rho_0", r"\rho_0", "charge density in the interior", CHARGE_DENSITY, positive=True)
E_m = symbol("E_m", r"E_m", "maximum of the electric field", ELECTRIC_FIELD, positive=True)
v_sigma0 = symbol("v_sigma0", r"v^0_\sigma", "speed of the spin current", VELOCITY, positive=True)
k_F = symbol("k_F", r"k_F", "Fermi wave number", WAVENUMBER, positive=True)
E = symbol("E", r"E", "energy", ENERGY, real=True)

# II.A

# II.B
# rbar, Z and psi_rbar are those of II.A
rbar = symbol("rbar", r"\bar{r}", "length of the wave function (2)", LENGTH, positive=True)
Z = symbol("Z", r"Z", "number of protons of the ion", DIMENSIONLESS, positive=True)
H_two = symbol("H_two", r"H", "Hamiltonian of two electrons in an atom", ENERGY, real=True)
kin_two = symbol("kin_two", r"H_{kin}", "kinetic energy of two electrons, as an operator", ENERGY, real=True)
ion_two = symbol("ion_two", r"H_{e-i}", "energy of two electrons in the field of the ion", ENERGY, real=True)
rep_two = symbol("rep_two", r"H_{e-e}", "energy of two electrons at their distance", ENERGY, real=True)
nabla2_1 = symbol("nabla2_1", r"\nabla_1^2", "Laplacian of the place of electron 1", LENGTH**-2, real=True)
nabla2_2 = symbol("nabla2_2", r"\nabla_2^2", "Laplacian of the place of electron 2", LENGTH**-2, real=True)
r_1 = symbol("r_1", r"r_1", "distance of electron 1 from the ion", LENGTH, positive=True)
r_2 = symbol("r_2", r"r_2", "distance of electron 2 from the ion", LENGTH, positive=True)
x_1, y_1, z_1 = (symbol(f"{q}_1", f"{q}_1", "coordinate of electron 1", LENGTH, real=True) for q in "xyz")
x_2, y_2, z_2 = (symbol(f"{q}_2", f"{q}_2", "coordinate of electron 2", LENGTH, real=True) for q in "xyz")
psi_rbar = function(
    "psi_rbar", r"\psi_{\bar{r}}", "wave function of the orbit", WAVE_FUNCTION_3D, arguments=(LENGTH,), real=True
)
Psi_r = symbol("Psi_r", r"\Psi_{\bar{r}}", "wave function of two electrons", LENGTH**-3, real=True)
cosine = symbol("cosine", r"\cos\vartheta", "cosine of the angle between the electrons", DIMENSIONLESS, real=True)
mean_nabla2 = symbol(
    "mean_nabla2", r"\langle\nabla_1^2\rangle", "mean of the Laplacian of an electron", LENGTH**-2, real=True
)
inverse_1 = symbol(
    "inverse_1",
    r"\langle 1/r_1\rangle",
    "mean of the inverse distance of an electron from the ion",
    LENGTH**-1,
    positive=True,
)
inverse_12 = symbol(
    "inverse_12", r"\langle 1/r_{12}\rangle", "mean of the inverse distance of the electrons", LENGTH**-1, positive=True
)
E_kin_two = symbol("E_kin_two", r"E_{kin,2}", "kinetic energy of two electrons", ENERGY, real=True)
E_ei = symbol("E_ei", r"E_{e-i,2}", "energy of two electrons in the field of the ion", ENERGY, real=True)
E_ee = symbol("E_ee", r"E_{e-e,2}", "energy of the repulsion of two electrons", ENERGY, real=True)
E_pot_two = symbol("E_pot_two", r"E_{pot,2}", "electrostatic energy of two electrons in an atom", ENERGY, real=True)
E_total_two = symbol("E_total_two", r"E_{total,2}", "energy of two electrons in an atom", ENERGY, real=True)
r_other = symbol("r_other", r"\bar{r}'", "another radius of the orbital", LENGTH, positive=True)
epsilon_sp = symbol("epsilon_sp", r"\epsilon_{s.p.,2}", "single-particle energy of one electron", ENERGY, real=True)

# III and IV
t_0 = symbol("t_0", r"t_0", "hopping amplitude of an electron in an empty band", ENERGY, positive=True)
Delta_t = symbol("Delta_t", r"\mathit{\Delta t}", "amplitude of the correlated hopping", ENERGY, positive=True)
t_eff = symbol("t_eff", r"t", "effective hopping amplitude", ENERGY, real=True)
U = symbol("U", r"U", "Coulomb energy of two electrons at one site", ENERGY, positive=True)
V = symbol("V", r"V", "Coulomb energy of two electrons at neighbouring sites", ENERGY, positive=True)
J_exchange = symbol("J_exchange", r"J", "exchange energy of neighbouring sites", ENERGY, positive=True)
n_band = symbol("n_band", r"n", "band occupation, electrons for each site", DIMENSIONLESS, positive=True)
n_spin = symbol(
    "n_spin", r"\langle n_{i,-\sigma}\rangle", "mean occupation of a site with one spin", DIMENSIONLESS, positive=True
)
hops = symbol("hops", r"\hat{K}", "sum of c†c + h.c. over the bonds and the spins", DIMENSIONLESS, real=True)
H_t = symbol("H_t", r"H_t", "kinetic energy of the electrons in the band", ENERGY, real=True)
H_Dt = symbol("H_Dt", r"H_{\Delta t}", "energy of the correlated hopping", ENERGY, real=True)

# V

# VI

# VII

# VIII

# IX

# X

# XI

# XII
