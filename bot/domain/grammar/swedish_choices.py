"""How people say in Swedish who may find them, how often they want to be told, and that they might be forgotten."""

from __future__ import annotations

from typing import Final

from bot.domain.consent import Told

CHOICES: Final = {
    ("found", "nobody"): (
        "(dolj|gom|gomma|dolja) mig [for (alla|andra|folk)]", "[kan du] (dolja|gomma) mig", "(gor|gora) mig osynlig",
        "(ingen|inga) (far|ska|kan) (hitta|se) mig", "visa (inte mig|mig inte|mig aldrig) [for nagon|for (andra|folk)]",
        "visa mig inte for (nagon|andra|folk|alla)", "jag vill inte (bli hittad|hittas|synas|visas|vara synlig|bli "
        "sedd)",
        "jag vill vara (osynlig|dold|gomd)",
    ),
    ("found", "followed"): (
        "(bara|endast) (de|dem|folk|personer|manniskor|konton|de personer) [som] jag [har] (foljde|foljer|foljt) [pa "
        "(x|twitter)] (far|ska"
        "|kan) (hitta|se) mig", "visa mig (bara|endast) for (de|dem|folk|personer|manniskor) [som] jag [har] (foljde"
        "|foljer|foljt) [pa (x"
        "|twitter)]",
    ),
    ("found", "network"): (
        "(hela mitt natverk|mitt natverk|alla|vem som helst|mina foljare ocksa) (far|ska|kan) (hitta|se) mig", "visa "
        "mig for (alla|hela mitt "
        "natverk|mitt natverk)", "(gor|gora) mig (synlig|hittbar) [igen]", "(dolj|gom) (inte mig|mig inte) [langre"
        "|mer]",
        "jag vill (synas|vara synlig|bli hittad|hittas) [igen]",
    ),
    ("counted", "no"): (
        "(rakna|rakna inte) [inte] (mig|med mig) (inte) [langre|mer]", "rakna (inte|inte med) mig [langre|mer]",
        "rakna mig inte [langre|mer]",
        "ta bort mig (ur|fran) (statistiken|siffrorna|rakningen)", "jag vill inte (raknas|bli raknad|raknas med|vara "
        "med i statistiken)",
        "sluta rakna mig",
    ),
    ("counted", "yes"): (
        "rakna [med] mig (igen|ocksa)", "du (kan|far) rakna [med] mig [igen]", "jag vill (raknas|bli raknad|raknas "
        "med) [igen]", "rakna mig",
    ),
}  # fmt: skip

UNSURE: Final = (
    "(radera|raderar|ta bort|tar du bort|glom|glommer|glomma|avlagsna) [du|bort] [alla] (mig|mitt (konto|profil)|min "
    "(profil|info|information)"
    "|mina (data|uppgifter))", "(mig|mitt konto|min profil|mina (data|uppgifter)) [_] (raderade|raderas|raderat"
    "|raderad|borttagna|borttagen|glomd"
    "|glomda)", "(radering|borttagning) av (mina (data|uppgifter)|mitt konto)", "ratten att bli (glomd|bortglomd)",
    "bli (glomd|bortglomd)",
)

OFTEN: Final = {
    Told.NEVER: (
        "(meddela|avisera|informera|notifiera|varna|underratta) mig (inte|aldrig) [langre|mer|mera] [om (nya"
        "|nyanlanda|ankomster)|nar *]",
        "(meddela|avisera|informera|notifiera) (inte|aldrig) mig [langre|mer] [om (nya|ankomster)|nar *]",
        "(sag|beratta) (inte|inte till mig) [till] [mig] [langre|mer] (nar|om|vem) *", "sag inte till [mig] [langre"
        "|mer] [nar *|om *]",
        "sluta (meddela|avisera|informera|notifiera) mig (om [nya] (nya|ankomster|nyanlanda)|nar *)",
        "inga [fler] (ankomster|sammanfattningar|sammanfattning|veckobrev|ankomstmeddelanden) [mer|langre|tack]",
        "(stang|stang av|sla|sla av|avsluta|stoppa) (av) [den|de|det] (aviseringar|aviseringarna|sammanfattningen"
        "|sammanfattningarna|veckobrevet)",
        "jag vill inte (bli meddelad|bli informerad|bli underrattad|veta) [langre|mer] [om ankomster|nar *|vilka som "
        "kommer]",
    ),
    Told.WEEKLY: ("(veckovis|vecka|veckan|veckor|mandag|mandagar|veckobrev|veckosammanfattning)",),
    Told.DAILY: ("(dagligen|daglig|dagligt)", "(varje|per|om) (dag|dagen|morgon)"),
    Told.AT_ONCE: (
        "(genast|direkt|omedelbart|med en gang|pa en gang|sa snart|sa fort|i realtid|omgaende)", "(varje|var) (gang"
        "|ankomst|timme)",
    ),
}  # fmt: skip
