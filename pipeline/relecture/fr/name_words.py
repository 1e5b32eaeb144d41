"""Words around people's names: particles, civilities, first names, words that only look like names. Data only."""

from __future__ import annotations

from relecture.fr.words import words

#: Small words inside a name.
PARTICLES = ("de la", "de", "du", "des", "d'", "le", "la", "von der", "van der", "van den", "von", "van", "der", "den",
             "di", "da", "dos", "del", "della", "el", "al", "ben", "bin", "bint", "ould", "ter", "y")  # fmt: skip

CIVILITIES = ("M.", "MM.", "Mme", "Mmes", "Mlle", "Me", "Mgr", "Dr", "Pr", "Monsieur", "Madame", "Maître")

#: Capitalised at the head of a sentence or by usage, and no part of a person's or a firm's name.
NOT_NAMES = words(
    """
    Le La Les L Un Une Des De Du D Ce Cet Cette Ces Son Sa Ses Leur Leurs Mon Ma Mes Ton Notre Nos Votre Vos Il Elle
    Ils Elles On Nous Vous Je J Tu Qui Que Qu Quoi Dont Où Quand Comment Pourquoi Combien Et Ou Mais Or Ni Car Donc Si
    S C N Comme Pour Par Avec Sans Sous Sur Dans En Entre Vers Chez Selon Depuis Pendant Durant Après Avant Dès Malgré
    Contre Au Aux À A Y Ainsi Alors Aussi Enfin Ensuite Puis Cependant Pourtant Toutefois Hier Demain Aujourd Ici Là
    Plus Moins Très Tout Toute Tous Toutes Chaque Quelques Plusieurs Certains Certaines Aucun Aucune Même Autre Autres
    Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Janvier Février Mars Avril Mai Juin Juillet Août Septembre
    Octobre Novembre Décembre Monsieur Madame Mademoiselle Maître Docteur Professeur Mme Mlle Dr Pr Me Source Sources
    Photo Lire Voir Interrogé Interrogée Interrogés Deux Trois Quatre Cinq Six Sept Huit Neuf Dix Cent Mille Premier
    Première Derrière Devant Près Loin Parmi Face Grâce Quant Outre Reste Restent Ancien Ancienne Nouveau Nouvelle
    Président Présidente Ministre Maire Préfet Préfète Directeur Directrice Député Députée Sénateur Sénatrice
    Affaire Procès Rapport Meurtre Disparition Réforme Amendement Motion Scandale Dossier Projet Plan Mort Décès
    PDG DG CEO Directeur Groupe Société Commandant Capitaine Lieutenant Colonel Général Adjudant Sergent Saint Sainte
    """
)

#: Common first names, so that « Jean » beside « Jeanne » is two people and « Florance » a slip for « Florence ».
FIRST_NAMES = words(
    """
    Adam Adèle Adeline Adrien Adrienne Agathe Agnès Ahmed Aïcha Alain Alban Albert Alberte Alex Alexandra Alexandre
    Alexia Alexis Alfred Ali Alice Alicia Aline Alix Alizée Amandine Amélie Amina Amine Anaëlle Anaïs André Andrée
    Andréa Ange Angela Angèle Angélique Anita Anna Anne Annabelle Annick Annie Anthony Antoine Antoinette Ariane
    Arlette Armand Armelle Arnaud Arthur Astrid Aude Audrey Augustin Aurélia Aurélie Aurélien Aurore Axel Axelle
    Baptiste Barbara Bastien Béatrice Benjamin Benoît Bernadette Bernard Bertrand Blaise Blanche Boris Brice Brigitte
    Bruno Camille Carine Carla Carole Caroline Catherine Cécile Cédric Céline Chantal Charles Charlotte Chloé
    Christelle Christian Christiane Christine Christophe Claire Clara Clarisse Claude Claudette Claudia Claudine
    Clémence Clément Clémentine Colette Coline Constance Corentin Corinne Cyril Cyrille Daniel Danièle Danielle Danny
    David Deborah Delphine Denis Denise Didier Dimitri Dominique Donald Édith Edmond Édouard Élisa Élisabeth Élise
    Elodie Élodie Éloïse Elsa Émile Émilie Emma Emmanuel Emmanuelle Enzo Éric Erik Erika Ernest Estelle Esther Étienne
    Eugène Eugénie Eva Ève Évelyne Fabien Fabienne Fabrice Fanny Farid Fatima Félix Fernand Fernande Flavie Flore
    Florence Florent Florian Florine France Francine Francis Franck François Françoise Frédéric Frédérique Gabriel
    Gabrielle Gaël Gaëlle Gaëtan Gaston Gautier Geneviève Geoffrey Georges Georgette Gérald Géraldine Gérard Germain
    Germaine Ghislain Ghislaine Gilbert Gilberte Gilles Ginette Gisèle Grégoire Grégory Guillaume Gustave Guy Gwenaëlle
    Hamza Hassan Hélène Henri Henriette Hervé Hubert Hugo Hugues Ibrahim Ida Inès Ingrid Irène Iris Isabelle Jacqueline
    Jacques Jade James Janine Jasmine Jean Jeanne Jeannette Jeannine Jennifer Jérémie Jérémy Jérôme Jessica Joël Joëlle
    John Johan Jonathan Jordan José Joseph Joséphine Josette Josiane Joyce Juan Judith Jules Julia Julie Julien
    Julienne Juliette Justin Justine Karim Karima Karine Kevin Kévin Kim Laetitia Laurence Laurent Laurie Laure Léa
    Leila Léo Léon Léonie Liliane Lina Line Lionel Lisa Lise Loïc Louis Louise Lou Luc Lucas Lucie Lucien Lucienne
    Ludivine Ludovic Luis Lydia Lydie Madeleine Magali Malika Manon Manuel Manuela Marc Marcel Marcelle Margaux
    Marguerite Maria Marianne Marie Mariette Marin Marina Marine Marion Marius Martial Martin Martine Maryse Mathieu
    Mathilde Mathis Matthieu Maud Maurice Max Maxence Maxime Maximilien Mehdi Mélanie Mélissa Michaël Michel Michèle
    Michelle Mickaël Mireille Mohamed Mohammed Monique Morgane Mounir Muriel Myriam Nadège Nadia Nadine Naïma Natacha
    Nathalie Nathan Nicolas Nicole Nina Noé Noël Noëlle Noémie Norbert Odette Odile Olga Olivia Olivier Oscar Pascal
    Pascale Patrice Patricia Patrick Paul Paula Paule Paulette Pauline Perrine Philippe Pierre Pierrette Quentin
    Rachel Rachid Raoul Raphaël Raphaëlle Raymond Raymonde Rebecca Régine Régis Rémi Rémy Renaud René Renée Richard
    Robert Roberte Robin Rodolphe Roger Roland Rolande Romain Romane Rosa Rose Roselyne Roxane Sabine Sabrina Salomé
    Sam Samia Samir Samuel Sandra Sandrine Sara Sarah Sébastien Serge Séverine Sidonie Simon Simone Solange Solène
    Sonia Sophie Stanislas Stéphane Stéphanie Steve Suzanne Suzie Sylvain Sylvaine Sylvia Sylvie Tanguy Tatiana Teddy
    Théo Théodore Thérèse Thibault Thibaut Thierry Thomas Tiphaine Timothée Tom Tony Ulysse Valentin Valentine Valérie
    Valéry Vanessa Véra Véronique Victor Victoria Victorien Vincent Violette Virginie Vivien Viviane Vladimir Walter
    William Xavier Yanis Yann Yannick Yasmine Yoann Yohan Yolande Youssef Yves Yvette Yvon Yvonne Zacharie Zoé
    """
)

#: Real names a letter or a sound apart, each line a family of different things.
DISTINCT = (
    words("Irlande Islande"), words("Wikipédia Wikimedia"), words("Patagonie Patagonia"), words("Niger Nigeria Nigéria"),
    words("Autriche Australie"), words("Slovaquie Slovénie"), words("Iran Irak"), words("Gambie Zambie"),
    words("Guyane Guinée Guyana"), words("Loire Loiret"), words("Royan Roman"), words("Martinique Dominique"),
    words("Tarn Tarentaise"), words("Marne Mayenne"), words("Angers Anvers Angres"), words("Vannes Cannes"),
    words("Lorient Lorraine"), words("Chambéry Chambord"), words("Atlantique Atlantico"), words("Mercedes Mercédès"),
    words("Koweït Kuwait"), words("Monténégro Montenegro"), words("Astronomie Astronomy"), words("Métro Metro"),
    words("Energie Énergie Energy"), words("Institut Institute"), words("Europe European"), words("Université University"),
    words("National Nationale Nation"), words("Internationale International"), words("Républicain République"),
    words("Thales Thalys"), words("Barcelone Barcelona"),
)  # fmt: skip

#: Spellings of one first name, each line a family: in one article, before one surname, they are a slip.
FIRST_NAME_SPELLINGS = (
    words("Thibault Thibaud Thibaut Thibauld Thiébaut"), words("Mathieu Matthieu Mathieux"), words("Rémi Rémy"),
    words("Éric Erik Eric Érik"), words("Mathis Matthis Mathys"), words("Jérémy Jérémie Jeremy"), words("Karine Carine"),
    words("Mickaël Michaël Mikaël Michael"), words("Nathalie Natalie"), words("Loïc Loïck"), words("Laetitia Laëtitia"),
    words("Yoann Yohan Yohann Johan Johann Joan"), words("Kevin Kévin Kelvin"), words("Cyril Cyrille Cyrill"),
    words("Élisabeth Elisabeth Elizabeth"), words("Catherine Katherine Cathérine"), words("Mohamed Mohammed Mohamad"),
    words("Sophia Sofia"), words("Gautier Gauthier"), words("Ghislain Guislain"), words("Gwenaëlle Gwénaëlle"),
    words("Elodie Élodie"), words("Emilie Émilie"), words("Lucas Lukas"), words("Marc Mark"), words("Denis Denys"),
    words("Philippe Philipe"), words("Stéphane Stephan"), words("Raphaël Rafael Raphael"), words("Sacha Sasha"),
    words("Dimitri Dmitri Dimitry"), words("Sergueï Sergei Serguei"), words("Vladimir Volodymyr"), words("Anaïs Anaëlle"),
    words("Christophe Christoph"), words("Malika Mallika"), words("Youssef Yousef Youcef"), words("Solène Solenne"),
    words("Maëlle Maële"), words("Marianne Mariane"), words("Isabelle Isabel"), words("Hélène Helen"), words("Lila Leïla Leila"),
    words("Alexis Alexi"), words("Margot Margaux"), words("Maud Maude"), words("Sarah Sara"), words("Hugo Ugo"),
    words("Édouard Edward"), words("Frédéric Frédérik"), words("Ludovic Ludovick"), words("Manon Mannon"), words("Inès Inés"),
)  # fmt: skip

#: Names brought over from another alphabet or language in several ways, each line one name: an article keeps to one.
TRANSCRIPTIONS = (
    words("Kiev Kyiv Kyïv"), words("Odessa Odesa"), words("Kharkiv Kharkov"), words("Lviv Lvov"), words("Tchernobyl Tchornobyl Chernobyl"),
    words("Zaporijjia Zaporijia Zaporojie Zaporijjya"), words("Mykolaïv Mykolaiv Nikolaïev"), words("Louhansk Lougansk"),
    words("Bélarus Belarus Biélorussie"), words("Riyad Riyadh Ryad"), words("Djeddah Djedda Jeddah"), words("Abou Abu"), words("Dhabi Dabi"),
    words("Bahreïn Bahrein Bahrain"), words("Houthis Houthistes Houtis Houthi"), words("Hezbollah Hizbollah Hizballah"),
    words("Daech Daesh Daesch"), words("Netanyahou Netanyahu Nétanyahou Nétanyahu"), words("Zelensky Zelenski Zelenskiy Zelenskyy"),
    words("Poutine Putin"), words("Kadhafi Khadafi Kaddafi Gaddafi"), words("Khamenei Khaménéi Khameneï"), words("Al-Qaïda Al-Qaida Al-Qaeda"),
    words("Karabakh Karabagh Haut-Karabakh Haut-Karabagh"), words("Bakou Baku"), words("Tbilissi Tbilisi"), words("Erevan Yerevan"),
    words("Kaboul Kabul"), words("Mossoul Mosul"), words("Bagdad Baghdad"), words("Kirghizistan Kirghizstan Kirghizie"),
    words("Hodeïda Hodeida Hodeidah"), words("Rakka Raqqa"), words("Idlib Idleb"), words("Tchétchénie Chechnya"), words("Assad Asad"),
    words("Lijuan Li-Juan"), words("Taipei Taipeï Taïpei Taipeh"), words("Chisinau Chişinău Kichinev"),
)  # fmt: skip

#: Words that tell two people of one family from two spellings of one name.
KIN = words(
    """
    frère frères sœur sœurs soeur soeurs fils fille père mère mari femme épouse époux cousin cousine cousins jumeau jumelle
    jumeaux jumelles couple famille oncle tante neveu nièce homonyme homonymes
    """
)

#: Kin who have one surname, the insides of a regular expression; those by marriage and cousins may have another.
OF_ONE_NAME = r"frère|sœur|soeur|fils|fille|père|mère|jumeau|jumelle|petit-fils|petite-fille|grand-père|arrière-grand-père|arrière-petit-fils"

#: Men's first names that end as women's do, and women's that end as men's.
MASCULINE = words(
    """
    Alexandre Antoine Baptiste Blaise Étienne Eugène Fabrice Guillaume Gustave Hippolyte Jérémie Jérôme Luca Maurice
    Maxence Maxime Patrice Philippe Pierre Rodolphe Serge Stéphane Steve Théodore Timothée Ulysse Zacharie Hamza
    Grégoire Tanguy Côme Auguste Mustapha Joshua Andrea
    """
)
FEMININE = words(
    """
    Agnès Anaïs Astrid Édith Élisabeth Esther Inès Ingrid Iris Judith Manon Marion Margaux Maud Muriel Rachel Sarah
    Deborah Jennifer Myriam Chloé Zoé Salomé Noémie Annick Odile Jade
    """
)
#: …and those of both.
OF_BOTH = words("Camille Claude Dominique Andréa Alex Lou Kim Sam Yannick Joyce Ange Cyrille Leila")
#: First parts of names of places.
OF_PLACE_NAMES = words(
    "Saint Sainte Saints Haute Haut Hauts Bas Basse Val Vals Nouvelle États Etats Royaume Pays Villeneuve"
)
#: What is called after people, and takes hyphens for it.
THINGS_NAMED = words(
    """
    rue place avenue boulevard cours quai square impasse allée allées passage pont porte parc jardin stade gymnase salle
    lycée collège école groupe université institut hôpital clinique centre fondation prix théâtre musée médiathèque
    bibliothèque aéroport gare station résidence cité quartier promotion porte-avions église basilique chapelle abbaye
    cathédrale tour maison espace esplanade crèche Ehpad hôtel
    """
)
