"""Papers as files: a package of Python, which is trusted like any module, and `paper.json`, which is data and runs nothing.

`forms` are descriptions of data from which it is written, read and told in a schema; `heads` the table of all that an
expression may be made of, `expressions` how one is written with its shared parts and built again just as it stood;
`notation`, `lines`, `statements` and `claims` what stands around it; `document` is the whole file, `json_text` its
letters; `loading` finds a paper, whichever of the two it is.  What is read goes through the constructors that a package calls, so
that a file can say no more than a package; a name that is in no table is refused.
"""
