"""A derivation as a physicist would say it."""

from __future__ import annotations

from verify.vocabulary.moves import Line, Move
from verify.wording import relation, words


def in_words(move: Move) -> str:
    """The route as a physicist would say it: "substitute (u2) and (u3) into (u1)"."""
    parts = [_name(source) for source in move.sources]
    joined = " and ".join(parts)
    match move.rule:
        case "substitute":
            return f"substitute {' and '.join(parts[:-1])} into {parts[-1]}"
        case "eliminate":
            return f"eliminate {', '.join(map(words, move.data))} from {joined}"
        case "solve_for":
            return f"solve {joined} for {words(move.data[0])}"
        case "specialise":
            return f"put {', '.join(f'{relation(key, value)}' for key, value in move.data)} in {joined}"
        case "power":
            return f"raise {joined} to the power {move.data[0]}"
        case "multiply" | "divide":
            return f"{move.rule} {joined} by {words(move.data[0])}"
        case "differentiate":
            return f"differentiate {joined} with respect to {words(move.data[0])}"
        case "differentials":
            return f"take the differential of {joined}"
        case "compare_coefficients":
            return f"compare the coefficients of {' and '.join(map(words, move.data))} in {joined}"
        case "by_parts":
            return f"integrate {joined} by parts, with u = {words(move.data[0])} and v = {words(move.data[1])}"
        case "change_variable":
            return f"put {relation(move.data[0], move.data[1])} in the integral of {joined}"
        case "add":
            return f"add {joined}"
        case _:
            return f"take {joined} together"


def _name(source: Line | Move) -> str:
    if isinstance(source, Move):
        return f"[{in_words(source)}]"
    return f"({source.label})"
