"""What was decided once is not decided again: answers are kept in a file, each under all that it depends on.

`canonical` writes data down so that equal texts mean equal data, whatever process wrote them; `digests` says of a paper
what each of its claims says and rests on; `patching` asks whether a paper could have changed the engine; `engine` names
the program; `store` is the file, `answers` how an answer stands in it, `headers` and `rounds` what an audit asks of it.  A key that
leaves something out is a wrong verdict: each file says why it leaves out nothing.
"""
