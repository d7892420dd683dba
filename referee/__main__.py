"""`python -m referee`, and what the command `referee` starts.

Ctrl-C ends the program without a word while Python is still reading it: as a
KeyboardInterrupt it would come out as a traceback of imports.
"""

from __future__ import annotations

import signal
import sys


def start() -> int:
    """The command line; returns its exit status."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from referee.places import leave_current_folder, open_closed_streams, stranger

    open_closed_streams()
    leave_current_folder()
    if found := stranger():
        print(f"referee: {found}", file=sys.stderr)
        return 2
    from referee.cli import main

    return main()


if __name__ == "__main__":
    raise SystemExit(start())
