"""Which worker gets which task: it remembers some of what it has worked on before.

What a task is about is said from the broad to the narrow, ("paper", "claim"): a worker gets a claim that it has worked
on before any other, and stays with a paper as long as that has tasks.  No worker is ever idle for that.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

About = tuple[Hashable, ...]


@dataclass(eq=False)
class Memory:
    """What the tasks of a worker were about, broadly and in full, and which of those that wait it knows in full."""

    broad: set[Hashable] = field(default_factory=set)
    full: set[About] = field(default_factory=set)
    again: deque[int] = field(default_factory=deque)


class Waiting:
    """The tasks that no worker has yet, by their indices."""

    def __init__(self) -> None:
        self.queue: deque[int] = deque()
        self.about: Sequence[About] = ()
        self.repeats = False

    def __len__(self) -> int:
        return len(self.queue)

    def next(self) -> int:
        return self.queue.popleft()

    def put_back(self, index: int) -> None:
        """A task that was never begun."""
        self.queue.appendleft(index)

    def put_last(self, index: int) -> None:
        self.queue.append(index)

    def fill(self, number: int, about: Sequence[About], memories: Iterable[Memory]) -> None:
        """So many tasks, in this order; `about` is empty where nothing is gained by memory."""
        self.queue, self.about, self.repeats = deque(range(number)), about, False
        for memory in memories:
            memory.again = deque(index for index, what in enumerate(about) if what in memory.full)
            self.repeats |= bool(memory.again)

    def next_for(self, memory: Memory, others: Iterable[Memory]) -> int:
        """The next task of a worker, which is taken from those that wait.

        What it knows in full; then what it knows broadly; then what no other knows; else the last one, to which the
        others would come last.
        """
        if not self.about:
            return self.queue.popleft()
        index = self._known(memory)
        if index is None and not self.repeats:
            index = next((i for i in self.queue if self.about[i][0] in memory.broad), None)
            if index is None:
                familiar = set[Hashable]().union(*(other.broad for other in others))
                index = next((i for i in self.queue if self.about[i][0] not in familiar), None)
        index = self.queue[-1] if index is None else index
        self.queue.remove(index)
        memory.broad.add(self.about[index][0])
        memory.full.add(self.about[index])
        return index

    def _known(self, memory: Memory) -> int | None:
        """The first of those that it knows which nobody has taken meanwhile."""
        while memory.again:
            index = memory.again.popleft()
            if index in self.queue:
                return index
        return None
