"""Energies that a reader can picture, for the scale beside the article's own figures. Data only.

Each row is (joules, French label, English label). Round figures on purpose: they place a number on a
scale of powers of ten, they prove nothing. Sources: definition of the kWh; 3 Wh for an alkaline AA cell
and 15 Wh for a telephone battery (makers' data sheets); petrol at 32 MJ/L (ADEME, Base Empreinte);
electricity of a French household, about 4.5 MWh a year (CRE); a 900 MW reactor at 75 % load; electricity
consumed in France in 2023, 445 TWh (RTE, Bilan électrique); in the world, about 30 000 TWh (IEA).
"""

from __future__ import annotations

from decimal import Decimal

MAGNITUDES: tuple[tuple[Decimal, str, str], ...] = (
    (Decimal("1"), "une pomme soulevée d’un mètre", "an apple lifted one metre"),
    (Decimal("1.1e4"), "une pile AA", "an AA cell"),
    (Decimal("5.4e4"), "une charge de téléphone", "charging a telephone"),
    (Decimal("3.6e6"), "1\u202fkWh", "1\u202fkWh"),
    (Decimal("1.6e9"), "un plein de 50\u202fL d’essence", "a 50\u202fL tank of petrol"),
    (Decimal("1.6e10"), "un foyer français, un an d’électricité", "a French home, a year’s electricity"),
    (Decimal("2.1e16"), "un réacteur de 900\u202fMW, un an", "a 900\u202fMW reactor, one year"),
    (Decimal("1.6e18"), "la France, un an d’électricité", "France, a year’s electricity"),
    (Decimal("1.1e20"), "le monde, un an d’électricité", "the world, a year’s electricity"),
)
