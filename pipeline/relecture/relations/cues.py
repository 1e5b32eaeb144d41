"""The words that qualify a number, and the interval each allows. Data only.

Each row: the words before the number, then the shares of the value added below and above; ``None``
below means that nothing is said of the lower bound (« jusqu'à »). Longest first: « un peu plus de »
must be tried before « plus de ». Shares are those of checks.md, « Interval of a stated number ».
"""

from __future__ import annotations

from decimal import Decimal

_D = Decimal
BEFORE: tuple[tuple[str, Decimal | None, Decimal], ...] = (
    (r"(?:un\ peu|légèrement|à\ peine)\ plus\ d(?:e\ |es\ |'\ ?)", _D(0), _D("0.10")),
    (r"(?:un\ peu|légèrement|à\ peine)\ moins\ d(?:e\ |es\ |'\ ?)", _D("0.10"), _D(0)),
    (r"(?:bien|beaucoup|largement|nettement)\ plus\ d(?:e\ |es\ |'\ ?)", _D(0), _D(1)),
    (r"(?:bien|beaucoup|largement|nettement)\ moins\ d(?:e\ |es\ |'\ ?)", _D("0.5"), _D(0)),
    (r"pas\ moins\ d(?:e\ |es\ |'\ ?)", _D(0), _D("0.10")),
    (r"plus\ d(?:e\ |es\ |'\ ?)", _D(0), _D("0.25")),
    (r"moins\ d(?:e\ |es\ |'\ ?)", _D("0.25"), _D(0)),
    (r"(?:au\ moins|au\ minimum|minimum|supérieure?s?\ à|au-delà\ d(?:e\ |es\ |'))\ ?", _D(0), _D("0.25")),
    (r"(?:au\ plus|au\ maximum|maximum|inférieure?s?\ à|en\ dessous\ d(?:e\ |es\ |'))\ ?", _D("0.25"), _D(0)),
    (r"(?:à\ peine|tout\ juste)\ ", _D("0.10"), _D("0.05")),
    (
        r"(?:près\ d(?:e\ |es\ |u\ |'\ ?)|presque\ |quasi(?:ment)?\ |pas\ loin\ d(?:e\ |es\ |'\ ?))",
        _D("0.10"),
        _D(0),
    ),
    (r"jusqu'(?:à\ |aux?\ )", None, _D(0)),
    (
        r"(?:environ|quelque|autour\ d(?:e|es|u)|à\ peu\ près|aux\ (?:alentours|environs)\ d(?:e|es)|grosso\ modo"
        r"|de\ l'ordre\ d(?:e|es)|approximativement|peut-être|en\ gros|dans\ les)\ ",
        _D("0.10"),
        _D("0.10"),
    ),
    (r"(?:~|≈|±)\ ?", _D("0.10"), _D("0.10")),
)

#: Qualifiers that may follow the quantity.
AFTER: tuple[tuple[str, Decimal | None, Decimal], ...] = (
    (r"\ (?:environ|à\ peu\ près|approximativement|peu\ ou\ prou)\b", _D("0.10"), _D("0.10")),
    (r"\ (?:au\ moins|au\ minimum|minimum|ou\ plus|et\ plus)\b", _D(0), _D("0.25")),
    (r"\ (?:au\ plus|au\ maximum|maximum|tout\ au\ plus|ou\ moins)\b", _D("0.25"), _D(0)),
)

#: Words before a number that say nothing of its precision: dropped when the relations are read.
TRANSPARENT = (
    r"(?:exactement|précisément|seulement|très\ exactement|à\ elle\ seule|à\ lui\ seul|pile|encore|déjà"
    r"|donc|ainsi|même|désormais|aujourd'hui|justement|respectivement)\ "
)
