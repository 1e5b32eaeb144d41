"""Words around acronyms. Data only."""

from __future__ import annotations

from relecture.fr.words import words

#: Words of an expansion that give no initial (they may: « ADEME » takes the D of « de »).
FUNCTION = words(
    "de du des d la le les l à au aux et en pour sur par sous dans ou un une contre sans entre avec vers chez"
)

#: Words that cannot belong to a lower-case expansion: it starts after them.
BOUNDARY = words(
    """
    le la les l un une ces ce cet cette son sa ses leur leurs notre nos quelques plusieurs certains certaines aucun
    aucune chaque tout toute tous toutes est sont était étaient a ont avait avaient que qui dont où comme selon
    avec mais car donc ni dite dites dit dits appelé appelée appelés appelées nommé nommée baptisé baptisée
    """
)

#: Acronyms that follow a person or a group without being expanded by what precedes: parties, unions, media.
NOT_EXPANDED = words(
    """
    LR PS RN LFI EELV PCF UDI LREM RE MODEM DVD DVG DVC DIV SE EXD EXG NPA LO FN UMP UMPS PRG PRV UPR DLF REC
    NUPES NFP CGT CFDT FO CFTC CFE CGC FSU UNSA SUD SNES FNSEA CNPF MEDEF CPME AFP AP DPA ANSA EFE TASS UE USA ONU
    HT TTC TVA PIB CDI CDD PDG DG BTS CAP BAC NDLR SIC DR AM PM VO VF VOST ENA HEC X NBA NFL
    """
)

#: Small English words: an expansion that holds one is not French.
ENGLISH = words("of the for and in on to with by an at from small new power plant energy world union")

#: Acronyms in use whose letters are those of another in use: not a slip of it (known organisations besides).
IN_USE = words(
    """
    ADF AEI AME APL ARS ART ATR BIP CAE CAR CAP CEA CEE CES CET CNR CPE CRA CRE CSE DCE DES DSE EAU EDR EPF EPR ERP ESA ETA EUR
    FPE GTC HPA IAE IBP IEA IFR IMP INP IPC IPS IRM LCI LDP LED LIP MIT NBC NCB OIT ORL PAC PAE PCA PCF PCI PCR PEA PEL PER PES
    PIC PIL PLA PLR PLS PME PMA PNR PPE PRE PSE PSC PTA RAS RER RES RIS RNP RSE RTL SAE SAS SCI SCP SEA SEM SES SIC SIM SMO SMS
    SNC SPA SPL SRU STO TAP TEP TER TGI TIG TPE TRI TSE TVB UDC UEM UPE VAE VTC
    """
)
#: What follows an acronym that the text brings in as another body: « l'ADF, qui réunit les départements ».
BROUGHT_IN = r"\s\(|,\s(?:qui|dont|où|basée?|créée?|fondée?|présidée?|dirigée?|une?|pour|soit)(?!\w)"
