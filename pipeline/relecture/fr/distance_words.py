"""Words by which the press tells how far one town is from another. Data only: insides of patterns."""

from __future__ import annotations

#: Between the names of the two ends of a way.
ENDS = r"\s?[-–—/]\s?| et (?:de |d'|à )?| à | de | d'| jusqu'à | vers "
#: Before the first: what makes the pair of names a way.
FROM = r"\b(?:entre|de|d'|depuis|ligne|liaison|trajet|trajets|lgv|tgv|autoroute|vol|vols|route|axe|train|trains|relie|relient|reliant|relier|rallier|ralliera|rallie|ralliant|sépare|séparent|séparant|parcours|course) (?:ferroviaire |aérienne |autoroutière |directe? )?$"
#: Anywhere in the sentence: the figure is a way's.
WAY = r"\b(?:sépar\w+|distant\w*|distance|reli\w+|ralli\w+|trajet\w*|parcours|liaison\w*|ligne\w*|route|autoroute|vol|vols|course|lgv|tgv|train\w*|bout à bout)\b"
#: The two are the ends of the figure, and not of a longer way.
APART = r"\b(?:sépar\w+|distant\w*|distance)\b"
#: Between a town and « à ¤ de » another.
STANDS = r"(?:,| |qui|ne|n'|se|est|sont|était|trouve|trouvait|situe|situait|située?|qu'|que|distante?|pourtant|seulement|à peine|pas|même|désormais|toujours|par la route|en voiture|en train)*\bà (?:environ |près de |plus de |moins de |quelque |à peine |seulement |une distance de )?"
#: The figure is that of another way, or of several.
ASIDE = r"\b(?:tour|étapes?|boucle|cumul\w*|aller-retour|allers-retours|parcouru\w*|chaque|par an|par jour|au total|détour\w*|périple|via|escales?|fois|tous les|toutes les|voile|voilier|navig\w*|marin\w*|mer|bateau|cargo|paquebot|marche|pèlerin\w*|rallye|exploit|tronçon\w*|encore|premiers?|derniers?|reste\w*|déjà|rénov\w*|travaux|réseau|moins de|plus proche|satellite|coureurs? au)\b"
