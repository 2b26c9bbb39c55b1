"""The Swedish words that leave no doubt: what they ask cannot be undone, or silences us."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request

_WRITE: Final = (
    "(skriva|svara|kontakta|stora|spamma|tagga|namna|tjata|trakassera|pinga|irritera|messa|prata|posta|kommentera"
    "|folja|meddela|skicka"
    "|mejla|smsa|smasvara)"
)
_WRITES: Final = (
    "(skriv|svara|kontakta|stor|spamma|tagga|trakassera|pinga|irritera|messa|prata|posta"
    "|kommentera|folj|skicka|tjata)"
)
_ME: Final = (
    "[till mig|mig|pa mig|med mig|oss|at mig|till oss|meddelanden|meddelanden till mig|mig meddelanden|saker"
    "|notiser|pa mina inlagg]"
)
_CAN: Final = (
    "[kan du|skulle du kunna|kan ni|skulle ni kunna|du (maste|ska|borde|kan)|jag vill att (du|ni)|vill du|kunde du"
    "|kan du vara snall och|jag ber dig]"
)
_MY_DATA: Final = (
    "([alla|allt] mina [personliga|sparade] (data|uppgifter|personuppgifter|spar|information) [om mig]|[all] min "
    "(profil|information|info|data"
    "|historik|registrering)|mitt (konto|uppgift)|allt [du|ni] [har|vet|sparat] (om mig))"
)
_ANSWER: Final = (
    "(svaret|inlagget|meddelandet)|(ditt|det|detta|det har|det dar) [senaste|sista] (svar|svaret|inlagg|inlagget"
    "|meddelande|meddelandet)|(din|den"
    "|denna) [senaste] (kommentar|post"
    "|kommentaren|posten|toot)"
)

WHOLE: Final = {
    Request.STOP: (
        "(aldrig mer|aldrig igen) (meddelanden|ett meddelande|notiser|nagra meddelanden)",
        "jag vill inte (fa|ta emot) (fler|mer|nagra|nagra fler) (meddelanden|notiser|aviseringar|svar) [fran (dig|er)]",
        "(stopp|stop|sluta|tyst|tystnad|tyst pa dig|avsluta|avregistrera|slut|upphor|avbryt|silence)", "(hall|hall "
        "nu) (kaften|klaffen|tyst|truten|mun|kaft)",
        "(var|vara) tyst", f"{_CAN} sluta [med (det|detta|det dar|det har|meddelandena|spammet|dina meddelanden|att "
        f"skriva)]",
        f"{_CAN} sluta [upp] [med|med att|att] {_WRITE} {_ME}", f"{_CAN} (stoppa|avsluta) (det|detta|meddelandena"
        f"|dina meddelanden|det har)",
        f"sluta {_WRITES} {_ME}", f"{_WRITES} (inte|aldrig) [mer|langre|igen] {_ME} [mer|langre|igen]", f"{_WRITES} "
        f"{_ME} (inte|aldrig) [mer|langre|igen]",
        f"(inte|aldrig) {_WRITE} {_ME} [mer|langre|igen]", f"jag vill inte att (du|ni) (skriver|svarar|kontaktar|stor"
        f"|taggar|namner) {_ME} [mer|langre]",
        "(inga|inte) [fler|flera|mer] (meddelanden|notiser|aviseringar|svar|dm) [mer|tack|fran dig]", "jag vill inte "
        "ha (fler|mer|nagra|dina|flera|nagra fler) "
        "(meddelanden|notiser|aviseringar|svar) [fran dig] [mer|langre]", "jag vill inte (hora|fa|veta) (mer|fler "
        "meddelanden|nagot mer) [fran dig|av dig]",
        "jag vill inte (hora av|hora ifran|hora fran) dig [mer|langre|igen]", "jag vill inte bli (kontaktad|stord"
        "|taggad|namnd|aviserad) [mer|langre|igen] [av dig]",
        f"{_CAN} (lamna|lat) (mig|oss) (ifred|i fred|vara|i lugn och ro|vara ifred)", "(ga bort|ga harifran|ga din "
        "vag|dra|stick|forsvinn)", "(avregistrera|avanmal|ta bort) "
        "mig fran (listan|din lista|utskicken|utskick)", "jag vill (avregistrera mig|sluta fa meddelanden|slippa "
        "meddelanden|slippa dina meddelanden)",
        "(jag sager|jag sa|sa jag) (stopp|sluta)", "avsluta prenumerationen", "tysta (mig|dig)", "inte ett ord till",
    ),
    Request.FORGET: (
        "glom [bort] mig [helt|for alltid|nu]", f"{_CAN} (glomma|glomma bort) mig", f"(radera|ta bort|raderar|utplana"
        f"|glom) {_MY_DATA} [helt|nu|genast]",
        f"{_CAN} (radera|ta bort|utplana|glomma) {_MY_DATA} [helt|nu|genast]", "(radera|ta bort|avlagsna) mig [helt"
        "|fullstandigt] [(ur|fran) (din|er|databasen|registret"
        "|systemet) [databas|register]]", "jag vill (bli glomd|bli bortglomd|glommas|raderas|bli raderad"
        "|tas bort) [helt] [(ur|fran) (registret|databasen)]",
        f"jag (vill|kraver|begar|onskar) att (ni|du) (raderar|tar bort|glommer|utplanar) {_MY_DATA}", f"jag (vill"
        f"|kraver|begar|onskar) [att] [fa|ni|du] {_MY_DATA} [ska] (raderade|raderas|raderad|raderat"
        f"|borttagna|borttaget|tas bort)", f"jag vill (radera|ta bort|fa bort)"
        f" {_MY_DATA}", "[min] ratt (att bli (glomd|bortglomd)|till radering)", "ratten att bli (glomd|bortglomd)",
        "jag (begar|kraver) (radering|att ni raderar|att du raderar) [av] "
        "(mina uppgifter|mina data|mitt konto|alla mina uppgifter|mina personuppgifter)",
    ),
    Request.DELETE: (
        "(radera|ta bort|angra|raderas|avlagsna|tabort)", f"(radera|ta bort|angra|avlagsna|dra tillbaka) (det|den"
        f"|detta|det har|det dar|{_ANSWER})",
        f"(kan du|kan ni|skulle du kunna|snalla) (radera|ta bort|angra) (det|den|detta|det har|det dar|{_ANSWER})",
        "(radera|ta bort) [det] (vad|som|det) du "
        "(skrev|sa|sade|svarade|postade|har skrivit)",
    ),
    Request.NOT_ME: (
        "(inte jag|ej jag)", "det (ar|var) [ju|definitivt|verkligen|faktiskt] inte (jag|mitt konto|mitt|min profil"
        "|ratt person|ratt konto|hon|han)", "(ar|var) inte jag",
        "(det|detta|det har|det dar|den har|den dar) [x|twitter] kontot (ar inte mitt|tillhor inte mig|ar inte jag)",
        "(fel|inte ratt) (person"
        "|konto|snubbe|tjej|kille|match)", "inte mitt konto",
        "det (ar|var) (fel person|fel konto|nagon annan|en annan)", "jag ar inte (den|den personen|den dar personen"
        "|den har personen)", "(forvaxling|personforvaxling)",
        "(du|ni) har (fel person|fel konto|tagit fel [person])", "du (forvaxlar mig|tar fel pa person)", "jag ar det "
        "inte", "det dar ar inte jag", "det har ar inte jag",
    ),
    Request.INSTANCE_STOP: ("instans stopp", "(stopp|stoppa) [for] instansen", "(instansstopp|instans stop|instance "
    "stopp)"),
}  # fmt: skip
