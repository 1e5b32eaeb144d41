"""What editors see and what other tools read: the HTML report and the exports.

Everything here works from `relecture.schema.Annotation` alone; it knows neither spaCy nor the analysis.
Reading order: `load`, `layout` (the text cut into runs), `page` (the whole file), `export`.
"""
