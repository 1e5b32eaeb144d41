"""Words that quantulum3 builds its French regular expressions from."""

UNITS = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize",
]  # fmt: skip

TENS = [
    "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "septante", "huitante", "nonante",
]  # fmt: skip

#: quantulum3 reads a list as successive thousands: cent, mille, million, then the long scale.
SCALES = ["cent", "mille", "million", "milliard", "billion"]

DECIMALS = {"demi": 0.5, "tiers": 1 / 3, "quart": 0.25, "cinquième": 0.2, "dixième": 0.1}

MISCNUM = {"et": (1, 0), "une": (1, 1), "vingts": (1, 20), "cents": (100, 0), "octante": (1, 80)}

###############################################################################

SUFFIXES = {"k": 1e3, "M": 1e6, "Md": 1e9}

MULTIPLICATION_OPERATORS = {" fois "}

DIVISION_OPERATORS = {" par ", " à l'", " le ", " la ", " au "}

NEGATIVES = {"moins"}

GROUPING_OPERATORS = {" "}
#: The comma has become a point in `parser.clean_text`.
DECIMAL_OPERATORS = {"."}

# Pattern for extracting word based numbers
TEXT_PATTERN = r"""
    (?:
        (?<![a-zA-Z0-9+.-])
        {number_pattern_no_groups}
    )?
    [ ]?(?:{numberwords_regex})
    (?:[ -]*(?:{numberwords_regex}))*
    (?!\s?{number_pattern_no_groups})
"""

RANGES = {"à"}
UNCERTAINTIES = {"plus ou moins"}

CONJUNCTIONS = {"et", "ou", "mais"}

POWERS = {"carré": 2, "carrés": 2, "cube": 3, "cubes": 3}
EXPONENTS_REGEX = r"(?:(?:\^?\-?[0-9{{superscripts}}]+)?(?:\ (?:{powers}))?)".format(powers="|".join(POWERS))
