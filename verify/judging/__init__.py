"""A claim as a whole: its readings, its dimensions, its print, what it inherits.

`judge` decides a claim, `verdict_on` one reading, `literal` the line as printed,
`inheritance` carries the conditions of earlier lines along, `corrected_premises` and
`printed_needs` add what the page needs.  Verdicts are put together here and nowhere else.
"""
