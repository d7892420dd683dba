"""Would a realistic slip be noticed, and which one would mend a wrong line?

`catalogue` has the slips that authors and copyists make; `mutants` spoils a claim by
each of them and has it judged again; `repairs` mends a refuted claim by one slip where
the mended line is proved; `properties` turns claims into Hypothesis tests.
"""
