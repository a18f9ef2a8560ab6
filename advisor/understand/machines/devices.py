"""Hardware in a message: devices by name, how many, with which memory; and memory said on its own."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from advisor.domain.hardware import Device, OwnedDevice
from advisor.understand.amounts.amounts import Amount
from advisor.understand.machines.counting import counted
from advisor.understand.machines.memories import memory_tag
from advisor.understand.machines.processors import processors
from advisor.understand.machines.sizes import is_size, on_top
from advisor.understand.words.classes import MACHINES
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import Message, wordset

_DETERMINERS = wordset("una la mi otra a my the otra another an")
_AFTER_CARD = wordset("y and de con with es is para for en in pero but que o or xt gb tengo")
_ADJECTIVES = wordset(
    "vieja viejo antigua antiguo old humble humilde triste spare pobre simple nueva new used usada trusty modesta"
)
_MODDED = wordset("mod modded modificada modificado moddeada version variant edition model")
_EACH = wordset("each cada apiece")
_IN_ALL = wordset(
    "total totales combined altogether overall juntas sumadas conjunto repartidos repartidas split spread across"
)
_BARE_DENIED = frozenset({"px", "p", "mhz", "rpm", "w", "wh", "mah"})
_MEMORY_REACH = 6
_PLURAL_FROM = 5
_GENERIC = "(chip not said)"


@dataclass(frozen=True, slots=True)
class Mention:
    """A device named at tokens `start` to before `end`. `memory_gb` is None where it was not said."""

    device: Device
    start: int
    end: int
    count: int = 1
    memory_gb: float | None = None

    @property
    def owned(self) -> OwnedDevice:
        return OwnedDevice(
            self.device, self.memory_gb or self.device.common_gb or self.device.memory_gb[-1], self.count
        )

    @property
    def assumed(self) -> bool:
        """Whether the memory is a guess among several sizes."""
        return self.memory_gb is None and len(self.device.memory_gb) > 1


class DeviceIndex:
    """The devices by the words that name them."""

    def __init__(self, devices: Sequence[Device]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[bool, ...], Device]]] = defaultdict(list)
        self._laptops = {d.name.removesuffix(" Laptop"): d for d in devices if d.kind == "laptop_gpu"}
        self.by_id = {d.id: d for d in devices}
        for device in devices:
            if not device.aliases:
                continue
            plurals = [p for a in device.aliases if a.isalpha() and len(a) > _PLURAL_FROM for p in _plurals(a)]
            for alias in dict.fromkeys((*device.aliases, device.name.split(" (")[0].lower(), *plurals)):
                written = Message(alias)
                joined = tuple(written.adjacent(k) for k in range(len(written.tokens) - 1))
                if written.tokens:
                    self._by_first[written.words[0]].append((written.words, joined, device))
        self._loose = {
            written.words[-1]: device
            for device in devices
            if device.kind == "gpu"
            and (written := Message(device.name)).words[-1].isdigit()
            and len(written.words[-1]) in (3, 4)
            and (written.words[-1],) not in {tokens for rows in self._by_first.values() for tokens, _, _ in rows}
        }
        """Numbers of cards that mean one only where the words around say so ("tengo una 6600")."""

    def laptop(self, device: Device) -> Device:
        """The laptop version of a desktop card, where there is one."""
        return self._laptops.get(device.name, device) if device.kind == "gpu" else device

    def find(self, reading: Reading) -> list[Mention]:
        """The devices named, in order, outside of what is taken already."""
        message = reading.message
        found: list[Mention] = []
        i = 0
        while i < len(message.tokens):
            match = None if reading.taken[i] else self._at(reading, i)
            if match:
                found.append(match)
                i = match.end
            else:
                i += 1
        return found

    def _at(self, reading: Reading, i: int) -> Mention | None:
        message = reading.message
        best: Mention | None = None
        for tokens, joined, device in self._by_first.get(message.words[i], ()):
            end = i + len(tokens)
            said = message.words[i:end]
            if said != tokens and not (
                len(tokens) > 1 and said[:-1] == tokens[:-1] and said[-1:] == (tokens[-1] + "s",)
            ):
                continue
            if best and end <= best.end:
                continue
            if any(flag and not message.adjacent(i + k) for k, flag in enumerate(joined)):
                continue
            if end < len(message.words) and message.words[end] == "s" and message.adjacent(end - 1):
                end += 1
            if len(tokens) == 1 and tokens[0].isdigit() and not self._is_card(reading, i):
                continue
            if tokens[0] == "a" and message.words[end : end + 1] == ("b",) and message.adjacent(end - 1):
                continue  # "50B-A10B": the parameters in use
            if tokens == ("a", "2"):
                continue  # far more often a level of a language
            if len(tokens) == 2 and len(tokens[0]) == 1 and device.kind == "apple" and not _is_apple(reading, i, end):
                continue
            best = Mention(device, i, end)
        return best or self._loosely(reading, i)

    def _loosely(self, reading: Reading, i: int) -> Mention | None:
        words = reading.message.words
        device = self._loose.get(words[i])
        k = i - 1 - (i > 1 and words[i - 1] in _ADJECTIVES)
        if (
            device is None
            or i == 0
            or words[k] not in _DETERMINERS
            or _is_clock(words, k)
            or not self._is_card(reading, i)
        ):
            return None
        after = words[i + 1] if i + 1 < len(words) else ""
        hardware = (
            reading.has("own", "have")
            or reading.has("memory")
            or any(not d.device.unified for d in reading.dialogue.devices)
        )
        if not hardware or (after.isalpha() and after not in _AFTER_CARD):
            return None
        return Mention(device, i, i + 1)

    def _is_card(self, reading: Reading, i: int) -> bool:
        """Whether a bare number such as 3060 is a card here, and not an amount of something or a part of a name."""
        message = reading.message
        after = message.words[i + 1] if i + 1 < len(message.words) else ""
        before = message.words[i - 1] if i else ""
        if after in _BARE_DENIED or before in (
            "ryzen",
            "i",
            "xeon",
            "$",
            "€",
            "core",
            "epyc",
            "v",
            "ctx",
            "contexto",
            "context",
        ):
            return False
        plural = after == "s" and message.adjacent(i)
        if not plural and any(h.value != "gb" for h in reading.at(i + 1, "unit", "currency")):
            return after in ("g", "gb")
        return not (
            i and message.words[i - 1] in ("5", "7", "9", "3") and i > 1 and message.words[i - 2] in ("ryzen", "i", "e")
        )


def _plurals(alias: str) -> tuple[str, ...]:
    """ "Raspberrys", "raspberries"."""
    return (f"{alias}s", f"{alias.removesuffix('y')}ies") if alias.endswith("y") else (f"{alias}s",)


def _is_clock(words: tuple[str, ...], k: int) -> bool:
    """ "DDR5 a 6000": Spanish "a" before the rate of a memory."""
    return words[k] == "a" and k > 0 and (words[k - 1].isdigit() or words[k - 1] in ("ddr", "ram", "memoria", "lpddr"))


def _is_apple(reading: Reading, start: int, end: int) -> bool:
    """A bare "m2" is a chip only near a Mac, a memory size or "pro/max/ultra"."""
    message = reading.message
    if reading.has("machine", "mac", "laptop") or "ipad" in message.words:
        return True
    if any(d.device.kind == "apple" for d in reading.dialogue.devices):
        return True
    after = message.words[end : end + 3]
    return (
        any(w in ("gb", "gib", "g", "gigas", "giga", "gigs", "gig", "ram", "chip") for w in after)
        or (start > 0 and message.words[start - 1] in ("apple", "chip", "mac", "air"))
        or after[:1] in (("air",), ("mini",), ("studio",))
        or (after[:1] in (("with",), ("con",), ("de",)) and after[1:2] != () and after[1].isdigit())
    )


def mentions(reading: Reading, index: DeviceIndex) -> list[Mention]:
    """The devices named with their counts; their tokens are taken, so that their numbers are no amounts."""
    found: list[Mention] = []
    for m in index.find(reading):
        many = counted(reading, m.start, m.end, m.device.unified)
        found.append(replace(m, start=many.start, end=many.end, count=many.count, memory_gb=many.memory_gb))
        reading.take(found[-1].start, found[-1].end)  # the 2 of "M2 MacBook" counts no MacBooks
    for hit in processors(reading):
        reading.take(*hit)
    return found


def with_memory(
    reading: Reading, found: list[Mention], sizes: list[Amount], laptop: Callable[[Device], Device]
) -> tuple[list[Mention], list[Amount]]:
    """The mentions with the memory said beside them, and the sizes that stay on their own.

    A size belongs to the device before it when it is one of the sizes that device is sold with (any, for shared
    memory) and is not said to be RAM; a size right before a device ("a 12GB 3060") likewise.
    """
    left: list[Amount] = []
    claimed = {k: m.memory_gb for k, m in enumerate(found) if m.memory_gb}
    counts: dict[int, int] = {}
    for size in sizes:
        owner = _owner(reading, found, size, claimed, laptop)
        if owner is None:
            left.append(size)
        else:
            claimed[owner] = _for_one(reading, found[owner], size)
            if (times := _times_after(reading, size)) and found[owner].count == 1:
                counts[owner] = times
    return [replace(m, memory_gb=claimed.get(k), count=counts.get(k, m.count)) for k, m in enumerate(found)], left


def _for_one(reading: Reading, m: Mention, size: Amount) -> float:
    """The memory of each: "two MI50s, 64 GB of VRAM" is what they come to."""
    share = size.value / m.count
    sold = m.device.memory_gb
    words = reading.message.words
    each = _EACH & set(words[max(size.start - 3, 0) : size.end + 2])
    in_all = _IN_ALL & set(words[max(size.start - 3, 0) : size.start + 5])
    of_each = words[m.end : size.start] in ((), ("de",))  # "2080 Ti 22 GB" has been changed, "dos 3080 de 20" too
    beside = (size.start >= m.end and of_each and not in_all) or each
    total = m.count > 1 and not (m.device.unified or beside or size.value in sold)
    return share if total and (share in sold or size.value > 2 * sold[-1]) else size.value


def _times_after(reading: Reading, size: Amount) -> int:
    """The 2 of "A100 80GB x2"; 0 where there is none."""
    words = reading.message.words[size.end : size.end + 2]
    return (
        int(words[1]) if len(words) == 2 and words[0] in ("x", "×") and words[1].isdigit() and len(words[1]) == 1 else 0
    )


def _owner(
    reading: Reading, found: list[Mention], size: Amount, claimed: dict[int, float], laptop: Callable[[Device], Device]
) -> int | None:
    tag = memory_tag(reading, size)
    if tag in ("disk", "file") or (not tag and on_top(reading, size)):
        return None
    best: tuple[int, int] | None = None
    place = bisect_right(found, size.start, key=lambda m: m.start)
    for k in range(max(place - 2, 0), min(place + 2, len(found))):
        m = found[k]
        each = m.count > 1 and set(reading.message.words[max(size.start - 3, 0) : size.end + 2]) & _EACH
        after = 0 <= size.start - m.end <= (2 * _MEMORY_REACH if each else _MEMORY_REACH)
        between = reading.message.words[size.end : m.start]
        right_before = m.start >= size.end and _leads(between, tag)
        if k in claimed or not (after or right_before):
            continue
        if any(m.end <= other.start < size.start for other in found[k + 1 : k + 3]):
            continue
        if (tag == "ram" and not m.device.unified) or (after and _of_another_machine(reading, m.end, size.start)):
            continue
        sold = (*m.device.memory_gb, *laptop(m.device).memory_gb)
        fits = size.value in sold or (m.device.unified and 1 <= size.value <= 1024)
        if tag == "vram" and not m.device.unified:
            fits = fits or size.value <= 192
        fits = fits or (tag != "ram" and not m.device.unified and _said_of(reading, m, size))
        if fits:
            distance = size.start - m.end if after else m.start - size.end
            if best is None or distance < best[0]:
                best = (distance, k)
    return best[1] if best else None


def _leads(between: tuple[str, ...], tag: str) -> bool:
    """Whether a size belongs to what is named after these words: "a 12GB 3060", "12 GB of VRAM on my 3080"."""
    if len(between) <= 1:
        return all(w.isalpha() and w not in _JOINING for w in between)
    return tag == "vram" and len(between) <= _LED_BY and set(between) <= _LEADING


_LED_BY = 6
_LEADING = wordset(
    "of vram gddr memory de memoria video on in from with my our the a an single en con mi la una un nuestra split spread across over "
    "between repartidos repartidas entre total combined dual two dos rtx gtx rx nvidia radeon geforce"
)


def _of_another_machine(reading: Reading, start: int, end: int) -> bool:
    """ "Un pc con 3060 y un móvil de 8 gb": between the device and the size another machine is told of."""
    kinds = reading.of("machine", *MACHINES)
    return any(start < h.start < end and _JOINING & set(reading.message.words[start : h.start]) for h in kinds)


_JOINING = wordset("y and , + plus ; más")


def _said_of(reading: Reading, m: Mention, size: Amount) -> bool:
    """A size that no maker sells ("MI50 de 32gb", "2080 Ti with the 22GB mod"), or one of several equal parts."""
    between, after = reading.message.words[m.end : size.start], reading.message.words[size.end : size.end + 1]
    around = {
        *reading.message.words[max(size.start - 3, 0) : size.start],
        *reading.message.words[size.end : size.end + 2],
    }
    number = reading.number_ending.get(size.start)
    if size.unit and m.count > 1 and (around & _EACH or (number is not None and number.value == m.count)):
        return True  # "16 * A10 (16 * 23G)"
    sold = m.device.memory_gb
    if size.low < size.high and size.low in sold:
        return True
    if not size.unit and between == ("de",) and is_size(size.value) and sold[0] <= size.value <= 2 * sold[-1]:
        return True  # "Radeon 5700 XT de 16"
    if not size.unit or not sold[0] / 2 <= size.value <= 2 * sold[-1] or size.end < m.start:
        return False
    return between in ((), ("de",)) or (after[:1] != () and after[0] in _MODDED)
