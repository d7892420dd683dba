"""What papers have in common, said once: functions that build plain relations from physics.

No paper, and no part of the machine: a paper imports what it needs (a user's own paper, too),
`verify` never does.  The functions here are built on `verify.claims` alone.  They return
expressions and relations as a physicist would write them down, so nothing is proved or refuted
here, and what a function builds can be read.
"""
