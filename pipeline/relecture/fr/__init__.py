"""Everything French that is data: unit table, number words, lexicons, gazetteers."""
