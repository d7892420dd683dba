"""The kinds of statement, one file each: what decides it, and on which argument.

The table `KINDS` in `verify.kinds.table` says for each statement which function checks
it.  A new kind is one file here with its row in that table, and one test.
"""
