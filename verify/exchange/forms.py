"""Forms of data: each says how a thing is written as JSON, how it is read back, and what the schema tells of it.

What is read has just the form that is described, or `Fault` says where, what was found and what was expected.  The `book`
that is handed through is the writer or the reader of the paper: it knows the symbols and the earlier claims.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import Any

from verify.errors import ClaimError

Schema = dict[str, Any]
Defs = dict[str, Schema]
TEXT = 20_000
"""Letters of the longest text."""
MOST = 100_000
"""Entries of the longest list."""
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
FRACTION = re.compile(r"(-?[0-9]{1,40})/([1-9][0-9]{0,39})")


class Fault(ClaimError):
    """What is wrong with a file; `path` leads to the place, from the inside outwards."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"{found}; expected {expected}" if expected else found)
        self.path: list[str | int] = []

    @property
    def pointer(self) -> str:
        """The place as a JSON Pointer (RFC 6901); "" is the whole file."""
        return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in reversed(self.path))


class NotWritable(ClaimError):
    """Something that a file cannot say."""


def shown(body: Any) -> str:
    """The beginning of something that was found, for an error."""
    text = "null" if body is None else {True: "true", False: "false"}[body] if isinstance(body, bool) else repr(body)
    return text if len(text) <= 60 else text[:59] + "…"


def inside(key: str | int, read: Callable[[], Any]) -> Any:
    """What is read there; a fault in it gets the key of the place."""
    try:
        return read()
    except Fault as fault:
        fault.path.append(key)
        raise


class Form:
    """A form of data."""

    def write(self, thing: Any, book: Any) -> Any:
        """The thing as JSON.  Raises NotWritable."""
        raise NotImplementedError

    def read(self, body: Any, book: Any) -> Any:
        """The thing that is written so.  Raises Fault."""
        raise NotImplementedError

    def schema(self, defs: Defs) -> Schema:
        """What the schema says of it; what has a name of its own is entered in `defs`."""
        raise NotImplementedError


@dataclass(frozen=True)
class Text(Form):
    """A text: `pattern` is what it must be as a whole, in the words of `expected`."""

    longest: int = TEXT
    pattern: str = ""
    expected: str = "a text that is not empty"
    empty: bool = False

    def write(self, thing: Any, book: Any) -> Any:
        if not isinstance(thing, str):
            raise NotWritable(f"{thing!r:.60} stands where a text is expected")
        return thing

    def read(self, body: Any, book: Any) -> Any:
        if not isinstance(body, str) or not (self.empty or body.strip()):
            raise Fault(shown(body), self.expected)
        if len(body) > self.longest:
            raise Fault(f"a text of {len(body)} letters", f"at most {self.longest}")
        if control := CONTROL.search(body):
            raise Fault(f"the control character U+{ord(control.group()):04X} in a text", "letters that can be printed")
        if self.pattern and not re.fullmatch(self.pattern, body):
            raise Fault(shown(body), self.expected)
        return body

    def schema(self, defs: Defs) -> Schema:
        least = {} if self.empty else {"minLength": 1}
        return {"type": "string", **least, "maxLength": self.longest} | (
            {"pattern": f"^(?:{self.pattern})$"} if self.pattern else {}
        )


@dataclass(frozen=True)
class Flag(Form):
    """True or false."""

    def write(self, thing: Any, book: Any) -> Any:
        return bool(thing)

    def read(self, body: Any, book: Any) -> Any:
        if not isinstance(body, bool):
            raise Fault(shown(body), "true or false")
        return body

    def schema(self, defs: Defs) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Whole(Form):
    """A whole number."""

    low: int = -1000
    high: int = 1000

    def write(self, thing: Any, book: Any) -> Any:
        return int(thing)

    def read(self, body: Any, book: Any) -> Any:
        if type(body) is not int or not self.low <= body <= self.high:
            raise Fault(shown(body), f"a whole number from {self.low} to {self.high}")
        return body

    def schema(self, defs: Defs) -> Schema:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True)
class Ratio(Form):
    """A rational number: a whole number, or a text such as "-1/2"."""

    def write(self, thing: Any, book: Any) -> Any:
        return int(thing) if thing.denominator == 1 else f"{thing.numerator}/{thing.denominator}"

    def read(self, body: Any, book: Any) -> Any:
        if type(body) is int and abs(body) < 10**40:
            return Fraction(body)
        match = FRACTION.fullmatch(body) if isinstance(body, str) else None
        if match is None:
            raise Fault(shown(body), 'a whole number, or a text such as "-1/2"')
        return Fraction(int(match[1]), int(match[2]))

    def schema(self, defs: Defs) -> Schema:
        defs["ratio"] = {"oneOf": [{"type": "integer"}, {"type": "string", "pattern": f"^{FRACTION.pattern}$"}]}
        return {"$ref": "#/$defs/ratio"}


@dataclass(frozen=True)
class Choice(Form):
    """One of some words; each stands for a thing."""

    words: Mapping[str, Any]

    @classmethod
    def of(cls, *words: str) -> Choice:
        return cls({word: word for word in words})

    @classmethod
    def among(cls, kind: type[Enum]) -> Choice:
        return cls({str(member.value): member for member in kind})

    def write(self, thing: Any, book: Any) -> Any:
        for word, meant in self.words.items():
            if meant == thing:
                return word
        raise NotWritable(f"{thing!r:.60} is none of {', '.join(self.words)}")

    def read(self, body: Any, book: Any) -> Any:
        if not isinstance(body, str) or body not in self.words:
            raise Fault(shown(body), f"one of {', '.join(self.words)}")
        return self.words[body]

    def schema(self, defs: Defs) -> Schema:
        return {"enum": list(self.words)}


@dataclass(frozen=True)
class Many(Form):
    """A list of things of one form."""

    of: Form
    least: int = 0
    most: int = MOST

    def write(self, thing: Any, book: Any) -> Any:
        return [self.of.write(part, book) for part in thing]

    def read(self, body: Any, book: Any) -> Any:
        if not isinstance(body, list) or not self.least <= len(body) <= self.most:
            found = f"a list of {len(body)}" if isinstance(body, list) else shown(body)
            raise Fault(found, f"a list of {self.least} to {self.most}")
        return tuple(inside(at, lambda: self.of.read(part, book)) for at, part in enumerate(body))  # noqa: B023

    def schema(self, defs: Defs) -> Schema:
        return {"type": "array", "items": self.of.schema(defs), "minItems": self.least, "maxItems": self.most}


@dataclass(frozen=True)
class Row(Form):
    """A list of a fixed length, each entry of a form of its own."""

    of: tuple[Form, ...]

    def write(self, thing: Any, book: Any) -> Any:
        return [form.write(part, book) for form, part in zip(self.of, thing, strict=True)]

    def read(self, body: Any, book: Any) -> Any:
        if not isinstance(body, list) or len(body) != len(self.of):
            raise Fault(shown(body), f"a list of {len(self.of)}")
        pairs = enumerate(zip(self.of, body, strict=True))
        return tuple(inside(at, lambda: form.read(part, book)) for at, (form, part) in pairs)  # noqa: B023

    def schema(self, defs: Defs) -> Schema:
        exactly = {"minItems": len(self.of), "maxItems": len(self.of)}
        return {"type": "array", "prefixItems": [form.schema(defs) for form in self.of], **exactly}


@dataclass(frozen=True)
class Table(Form):
    """Names, each once, with a thing each; handed on as pairs in the order of the file."""

    of: Form
    names: Text = Text(200)

    def write(self, thing: Any, book: Any) -> Any:
        return {name: self.of.write(part, book) for name, part in thing}

    def read(self, body: Any, book: Any) -> Any:
        if not isinstance(body, dict) or len(body) > MOST:
            raise Fault(shown(body), "an object with a member for each name")
        found = []
        for name, part in body.items():
            inside(name[:60], lambda: self.names.read(name, book))  # noqa: B023
            found.append((name, inside(name, lambda: self.of.read(part, book))))  # noqa: B023
        return tuple(found)

    def schema(self, defs: Defs) -> Schema:
        return {
            "type": "object",
            "propertyNames": {"minLength": 1, "maxLength": self.names.longest},
            "additionalProperties": self.of.schema(defs),
        }


@dataclass(frozen=True)
class Record(Form):
    """An object with members: those that must be there, and others with what stands for them where they are left out.

    `take` tells the members of a thing, `make` builds it from them: a constructor, whose ClaimErrors become faults.  The book is
    handed to both.
    """

    needed: Mapping[str, Form]
    take: Callable[[Any, Any], Mapping[str, Any]]
    make: Callable[..., Any]
    more: Mapping[str, tuple[Form, Any]] = field(default_factory=dict)

    def write(self, thing: Any, book: Any) -> Any:
        members = self.take(thing, book)
        body = {name: form.write(members[name], book) for name, form in self.needed.items()}
        for name, (form, default) in self.more.items():
            value = members[name]
            if type(value) is not type(default) or value != default:
                body[name] = form.write(value, book)
        return body

    def read(self, body: Any, book: Any) -> Any:
        if not isinstance(body, dict):
            raise Fault(shown(body), f"an object with {', '.join(self.needed) or 'members'}")
        for name in body:
            if name not in self.needed and name not in self.more:
                raise Fault(f"the member {shown(name)}", f"one of {', '.join((*self.needed, *self.more))}")
        forms = dict(self.needed) | {name: form for name, (form, _) in self.more.items()}
        members = {name: default for name, (_, default) in self.more.items()}
        for name, form in forms.items():
            if name in body:
                members[name] = inside(name, lambda: form.read(body[name], book))  # noqa: B023
            elif name in self.needed:
                raise Fault(f"no member {name!r}", f"the members {', '.join(self.needed)}")
        return made(lambda: self.make(book, **members))

    def schema(self, defs: Defs) -> Schema:
        forms = dict(self.needed) | {name: form for name, (form, _) in self.more.items()}
        return {
            "type": "object",
            "properties": {name: form.schema(defs) for name, form in forms.items()},
            "required": list(self.needed),
            "additionalProperties": False,
        }


@dataclass(frozen=True)
class Kinds(Form):
    """One of several records; the member `kind` says which, and is left out for the `usual` one.  `pick` tells the kind of a thing."""

    of: Mapping[str, Record]
    pick: Callable[[Any, Any], str]
    usual: str = ""

    def write(self, thing: Any, book: Any) -> Any:
        kind = self.pick(thing, book)
        named = {} if kind == self.usual else {"kind": kind}
        return named | self.of[kind].write(thing, book)

    def read(self, body: Any, book: Any) -> Any:
        kind = body.get("kind", self.usual) if isinstance(body, dict) else None
        if not isinstance(kind, str) or kind not in self.of:
            found = f"the kind {shown(kind)}" if isinstance(body, dict) and "kind" in body else shown(body)
            raise Fault(found, f"an object whose kind is one of {', '.join(self.of)}")
        return self.of[kind].read({name: part for name, part in body.items() if name != "kind"}, book)

    def schema(self, defs: Defs) -> Schema:
        options = []
        for kind, record in self.of.items():
            told = record.schema(defs)
            told["properties"] = {"kind": {"const": kind}} | told["properties"]
            told["required"] = [*(["kind"] if kind != self.usual else []), *told["required"]]
            options.append(told)
        return {"oneOf": options}


@dataclass(frozen=True)
class ByShape(Form):
    """One of several forms that can be told apart by their JSON; `pick` and `tell` choose for a thing and for JSON."""

    of: Mapping[str, Form]
    pick: Callable[[Any, Any], str]
    tell: Callable[[Any], str]

    def write(self, thing: Any, book: Any) -> Any:
        return self.of[self.pick(thing, book)].write(thing, book)

    def read(self, body: Any, book: Any) -> Any:
        return self.of[self.tell(body)].read(body, book)

    def schema(self, defs: Defs) -> Schema:
        return {"oneOf": [form.schema(defs) for form in self.of.values()]}


class Named(Form):
    """A form with a name in the schema; it may contain itself."""

    def __init__(self, name: str, form: Callable[[], Form]) -> None:
        self.name = name
        self.form = form

    def write(self, thing: Any, book: Any) -> Any:
        return self.form().write(thing, book)

    def read(self, body: Any, book: Any) -> Any:
        return self.form().read(body, book)

    def schema(self, defs: Defs) -> Schema:
        if self.name not in defs:
            defs[self.name] = {}
            defs[self.name] = self.form().schema(defs)
        return {"$ref": f"#/$defs/{self.name}"}


def made(make: Callable[[], Any]) -> Any:
    """What a constructor builds; whatever it refuses is a fault of the file."""
    try:
        return make()
    except Fault:
        raise
    except ClaimError as error:
        raise Fault(str(error), "") from None
    except (ArithmeticError, AttributeError, LookupError, NotImplementedError, TypeError, ValueError) as error:
        raise Fault(f"it cannot be built ({type(error).__name__}: {error!s:.80})", "a thing that exists") from None
