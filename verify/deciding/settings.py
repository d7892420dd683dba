"""What a decision may depend on, besides the claim."""

from __future__ import annotations

from dataclasses import dataclass

from verify.quantities.dimension import UnitSystem


@dataclass(frozen=True)
class Settings:
    """What a decision may depend on, besides the claim: recorded in the audit."""

    seed: int = 0
    quick: bool = False
    proofs: bool = True
    units: UnitSystem = UnitSystem.SI
    only_proofs: bool = False
    """Nobody asks for a refutation: one that is not confirmed on the premises is as good as no answer."""


DEFAULT = Settings()
