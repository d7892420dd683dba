"""`python -m referee`, and what the command `referee` starts.

Ctrl-C ends the program without a word while Python is still reading it: as a
KeyboardInterrupt it would come out as a traceback of imports.
"""

from __future__ import annotations

import signal


def start() -> int:
    """The command line; returns its exit status."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from referee.cli import main
    from referee.output import open_closed_streams

    open_closed_streams()
    return main()


if __name__ == "__main__":
    raise SystemExit(start())
