"""Solutions of ordinary differential equations with initial values, enclosed: values, slopes and zeros.

- `taylor_models`: polynomials with a remainder that holds all along a step;
- `fields`: the right sides of the equations, evaluated with them;
- `flow`: Picard's operator maps a set of functions into itself, step by step;
- `solution`: what the steps say of values, slopes, signs and zeros;
- `one_function`, `determined`: exact solutions, shown to be the only ones, put in for their functions;
- `problems`: the equations and initial values among the premises of a line.
"""
