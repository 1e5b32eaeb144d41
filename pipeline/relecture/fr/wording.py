"""Words that go wrong around a figure. Data only."""

from __future__ import annotations

#: Transitive verbs that take a quantity without « de »: stems and the endings that make no noun.
TRANSITIVE = (
    r"produi(?:re|sent|ra|ront|sait|saient|rait)", r"consomm(?:er|ent|e|era|eront|ait|aient|erait)",
    r"gén[éè]r(?:er|ent|e|era|eront|ait|aient)", r"attei(?:ndre|nt|gnent|ndra|ndront|gnait|gnaient)",
    r"pès(?:e|ent|era)|pes(?:er|ait|aient|era)", r"fourni(?:r|t|ssent|ra|ront|ssait)", r"coût(?:er|ent|era|eront|ait|aient)",
    r"délivr(?:er|ent|e|era|eront|ait)", r"cont(?:enir|ient|iennent|iendra|enait)", r"totalis(?:er|ent|e|era|ait)",
    r"mesur(?:er|ent|era|ait|aient)", r"avoisin(?:er|ent|e|ait)", r"(?<!le\s)(?<!un\s)(?<!ce\s)(?<!du\s)(?<!en\s)(?<!au\s)produit",
    r"(?:stock|inject|avoisin|économis)(?:er|ent|era|ait)", r"(?:a|ont|avait|aura) (?:produit|consommé|atteint|coûté|fourni|généré|délivré|pesé)",
)  # fmt: skip

#: « ne … à peine que »: restrictions that say the same twice.
RESTRICTIVE = ("à peine", "seulement", "uniquement", "juste", "tout juste", "simplement")

#: Approximators that say the same twice when they follow one another.
ABOUT = ("environ", "près de", "près d'", "quelque", "à peu près", "approximativement", "autour de", "aux alentours de",
         "aux environs de", "dans les", "grosso modo", "presque")  # fmt: skip
