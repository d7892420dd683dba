"""The file in which answers are kept: SQLite with a write-ahead log, text that is no program, one row a key.

Several processes may use it at the same time, and each may be killed at any moment: a row is there whole or not at all.
Nothing in the file is trusted because it is there: a row has a digest of its key and its text, and a file that is damaged,
or not ours, is set aside under another name with one warning.  Whatever goes wrong with the file costs time only: the
audit goes on without it.

Standard library only.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from verify.cache.keys import digest

NAME = "decisions.sqlite"
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite puts beside its file."""
OURS, VERSION = 0x52656665, 1
"""The mark of the application in the head of the file, and the version of its table."""
PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""
AT_ONCE = 500
MOST = 400_000
"""Rows, of which the oldest are dropped beyond that number: some 300 MB."""
TABLE = "CREATE TABLE kept (key BLOB PRIMARY KEY, text BLOB NOT NULL, seal BLOB NOT NULL, day INTEGER NOT NULL)"

Warn = Callable[[str], None]


class _Foreign(Exception):
    """The file is not one of ours."""


@dataclass(frozen=True)
class Info:
    """How many rows there are, in how many bytes, and since which day (None: there are none)."""

    path: Path
    rows: int
    size: int
    since: str | None


class Store:
    """Answers by their keys.  It never raises: once the file cannot be used, nothing is found and nothing is kept."""

    def __init__(self, folder: Path, warn: Warn) -> None:
        self.path = folder / NAME
        self.warn = warn
        self._said = False
        self._rows: sqlite3.Connection | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._rows = self._opened()
        except (_Foreign, sqlite3.DatabaseError) as error:
            if _is_about_the_file(error):
                self._set_aside(error)
                with suppress(OSError, sqlite3.Error, _Foreign):
                    self._rows = self._opened()
            else:
                self._give_up(error)
        except OSError as error:
            self._give_up(error)

    def get(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        """The texts that are kept under these keys."""
        found: dict[bytes, str] = {}
        wanted = iter(dict.fromkeys(keys))
        while self._rows is not None and (some := list(islice(wanted, AT_ONCE))):
            asked = f"SELECT key, text, seal FROM kept WHERE key IN ({','.join('?' * len(some))})"
            try:
                rows = self._rows.execute(asked, some).fetchall()
            except sqlite3.Error as error:
                self._failed(error)
                break
            for key, text, seal in rows:
                if not isinstance(text, bytes) or seal != digest(key, text):
                    self._failed(sqlite3.DatabaseError("a row is not as it was written"))
                    return {}
                found[key] = text.decode("utf-8", "surrogatepass")
        return found

    def put(self, texts: Mapping[bytes, str]) -> None:
        """Keeps texts under their keys, all of them or none."""
        if self._rows is None or not texts:
            return
        day = int(time.time() // 86400)
        packed = ((key, text.encode("utf-8", "surrogatepass")) for key, text in texts.items())
        rows = [(key, text, digest(key, text), day) for key, text in packed]
        try:
            with self._rows:
                self._rows.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
        except sqlite3.Error as error:
            self._failed(error)

    def clear(self) -> None:
        """Forgets everything, and gives the space back."""
        if self._rows is not None:
            try:
                with self._rows:
                    self._rows.execute("DELETE FROM kept")
                self._rows.execute("VACUUM")
                self._rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error as error:
                self._failed(error)

    def info(self) -> Info:
        """How much is kept."""
        number, first = 0, None
        if self._rows is not None:
            with suppress(sqlite3.Error):
                number, first = self._rows.execute("SELECT count(*), min(day) FROM kept").fetchone()
        files = [self.path, *(self.path.with_name(NAME + end) for end in BESIDE)]
        size = sum(file.lstat().st_size for file in files if file.is_file())
        since = None if first is None else time.strftime("%Y-%m-%d", time.gmtime(first * 86400))
        return Info(self.path, number, size, since)

    def close(self) -> None:
        """Drops the oldest rows beyond `MOST`, and closes the file."""
        rows, self._rows = self._rows, None
        if rows is None:
            return
        with suppress(sqlite3.Error), closing(rows):
            (number,) = rows.execute("SELECT count(*) FROM kept").fetchone()
            if number > MOST:
                with rows:
                    oldest = "SELECT key FROM kept ORDER BY day LIMIT ?"
                    rows.execute(f"DELETE FROM kept WHERE key IN ({oldest})", (number - MOST // 2,))

    # --- the file

    def _opened(self) -> sqlite3.Connection:
        """The file, made if there is none.  Raises _Foreign, sqlite3.Error and OSError."""
        _check(self.path)
        rows = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        try:
            _patiently(lambda: rows.execute("PRAGMA journal_mode = WAL"))
            rows.execute(
                "PRAGMA synchronous = NORMAL"
            )  # survives a killed process; a power cut may cost the last answers
            rows.execute("PRAGMA trusted_schema = OFF")
            _patiently(lambda: rows.execute("BEGIN IMMEDIATE"))
            self._prepare(rows)
            rows.execute("COMMIT")
        except BaseException:
            rows.close()
            raise
        rows.isolation_level = "IMMEDIATE"
        return rows

    def _prepare(self, rows: sqlite3.Connection) -> None:
        """Makes the table in an empty file; nobody else writes meanwhile."""
        (mark,) = rows.execute("PRAGMA application_id").fetchone()
        (version,) = rows.execute("PRAGMA user_version").fetchone()
        tables = [sql for (sql,) in rows.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
        if (mark, version, tables) == (0, 0, []):
            rows.execute(TABLE)
            rows.execute(f"PRAGMA application_id = {OURS}")
            rows.execute(f"PRAGMA user_version = {VERSION}")
        elif (mark, version, tables) != (OURS, VERSION, [TABLE]):
            raise _Foreign("it was not written by this version of Referee")

    def _failed(self, error: Exception) -> None:
        """What is wrong with the file itself is set aside; of what may pass (a full disk) only this run has nothing."""
        rows, self._rows = self._rows, None
        if rows is not None:
            with suppress(sqlite3.Error):
                rows.close()
        if _is_about_the_file(error):
            self._set_aside(error)
        else:
            self._give_up(error)

    def _set_aside(self, error: Exception) -> None:
        names = (self.path.with_name(f"{NAME}.set-aside-{number}") for number in range(1, 1000))
        there = next((name for name in names if not os.path.lexists(name)), None)
        try:
            if there is None:
                raise OSError("there are too many files set aside")
            os.replace(self.path, there)
            for end in BESIDE:
                with suppress(FileNotFoundError):
                    os.replace(self.path.with_name(NAME + end), there.with_name(there.name + end))
        except OSError as problem:
            self._give_up(problem)
        else:
            self._say(f"{self.path} was damaged or not ours ({error}) and is now {there.name}; nothing in it was used")

    def _give_up(self, error: Exception) -> None:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        self._say(f"{self.path} cannot be used ({why}); what is decided is not kept")

    def _say(self, sentence: str) -> None:
        if not self._said:
            self._said = True
            self.warn(sentence)


def _patiently(do: Callable[[], object]) -> None:
    """Again and again, while another process holds the file: SQLite itself does not wait for a change of the journal."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            do()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _check(path: Path) -> None:
    """Raises _Foreign for what is no file of its own, OSError for a file of somebody else."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(found.st_mode):
        raise _Foreign("it is no regular file")
    if hasattr(os, "getuid") and found.st_uid != os.getuid():
        raise OSError("it belongs to another user")
    if found.st_mode & stat.S_IWOTH:
        raise OSError("everybody may write to it")


def _is_about_the_file(error: Exception) -> bool:
    """Whether the file itself is wrong: not locked, not out of space, not unreadable for now."""
    return isinstance(error, _Foreign) or not isinstance(
        error, (sqlite3.OperationalError, sqlite3.InterfaceError, OSError)
    )
