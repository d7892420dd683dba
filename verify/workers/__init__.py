"""Processes that may die, hang or fill up without taking their caller along.

`pool` runs tasks under hard limits of time and memory, `warm` keeps one worker for a
loop of calls; `children` and `fork_server` start processes on a safe path; `worker` is
what runs inside; `endings` and `last_words` say how it ended, `stopping` that it shall.
Standard library and verdicts only: nothing here knows what a claim is.
"""
