"""Browsers that save line after line, and what must be in the file afterwards."""

import random
from dataclasses import dataclass, field
from threading import Thread

from tests.reliability.client import Client, a_key, a_ref
from tests.reliability.laptop import Laptop

SHORT, LONG = 40, 4500  # characters; the long ones take more than one page of the file


@dataclass(frozen=True)
class Save:
    """One save as it was sent."""

    ref: str
    key: str
    words: str
    based_on: int = 0


@dataclass
class Browser:
    """It saves as fast as it is answered; what got no answer it sends again, first of all."""

    client: Client
    chance: random.Random
    sent: list[Save] = field(default_factory=list)
    acknowledged: list[Save] = field(default_factory=list)
    strange: list[object] = field(default_factory=list)
    unanswered: Save | None = None

    def work(self) -> None:
        """Until the server is gone."""
        self.client.close()
        while True:
            save = self.unanswered or self._next()
            if not self.send(save):
                return

    def send(self, save: Save) -> bool:
        """Whether there was an answer; anything but the save's own number is noted as strange."""
        if save is not self.unanswered:
            self.sent.append(save)
            self.unanswered = save
        answer = self.client.save(save.ref, save.words, key=save.key, based_on=save.based_on)
        if answer.status == 0:
            return False
        self.unanswered = None
        if answer.status != 200 or answer.json["line"]["number"] != save.based_on + 1:
            self.strange.append((save, answer))
        else:
            self.acknowledged.append(save)
        return True

    def _next(self) -> Save:
        """A new line mostly, now and then a mended one."""
        words = _words(self.chance)
        if self.acknowledged and self.chance.random() < 0.3:
            last = self.acknowledged[-1]
            return Save(last.ref, a_key(), words, last.based_on + 1)
        return Save(a_ref(), a_key(), words)


def _words(chance: random.Random) -> str:
    number = chance.randrange(10**9)
    length = LONG if chance.random() < 0.2 else SHORT
    return (f"{number} Nan cooks on Tuesdays, " * length)[:length].strip()


def at_work(browsers: list[Browser]) -> list[Thread]:
    """All of them, working at once."""
    threads = [Thread(target=one.work, daemon=True) for one in browsers]
    for thread in threads:
        thread.start()
    return threads


def amiss(laptop: Laptop, browsers: list[Browser]) -> list[str]:
    """What is lost, doubled or cut in half of all that these browsers have sent."""
    kept = laptop.lines()
    sent = {save.key: save for one in browsers for save in one.sent}
    found = [
        f"lost: {save}" for one in browsers for save in one.acknowledged if save.key not in kept
    ]
    for key, line in kept.items():
        save = sent.get(key)
        if save is None:
            found.append(f"never sent: {line}")
        elif (save.ref, save.words, save.based_on + 1) != (line.ref, line.words, line.number):
            found.append(f"not as it was sent: {save} {line}")
    numbers: dict[str, list[int]] = {}
    for line in kept.values():
        numbers.setdefault(line.ref, []).append(line.number)
    found += [f"half a line: {ref}" for ref, had in numbers.items() if not _whole(had)]
    standing = [line.ref for line in kept.values() if line.stands]
    return found + [f"none stands: {ref}" for ref in numbers.keys() - set(standing)]


def _whole(numbers: list[int]) -> bool:
    return sorted(numbers) == list(range(1, len(numbers) + 1))
