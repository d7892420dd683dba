"""`referee serve`: the engine for other programs, by the Model Context Protocol.

`tools` is the table of what may be asked; `decided`, `measured` and `texts` answer it, in a worker under limits; `told` is
how an answer is written; `server` speaks the protocol and `wires` carry it.  What a client sends is text in our own grammars
and data that a schema describes: nothing of it is evaluated, names a file, or changes what counts as decided.
"""
