"""How people ask in Swedish."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language, Request
from bot.domain.grammar.swedish_certain import WHOLE
from bot.domain.grammar.swedish_chatter import (
    ALONE,
    CHAT,
    CLOSING,
    COMPLAINT,
    COURTESY,
    DENIALS,
    HINTS,
    JOINING,
    MAY_ASK,
    NO,
    PADDING,
    REFUSALS,
    SHORT_FORMS,
    TALK,
    TO_US,
    WORDS,
    YES,
)  # fmt: skip
from bot.domain.grammar.swedish_choices import CHOICES, OFTEN, UNSURE
from bot.domain.grammar.swedish_claims import CLAIMS

_OWN: Final = (
    "(mina|vara|mina egna) [gamla|x|twitter|forra|tidigare|kara] [x|twitter] (vanner|kompisar|kontakter|foljare|folk"
    "|bekanta|kollegor|mutuals|moots|polare|konton|foljda"
    "|favoriter|matchningar|traffar|manniskor|twittervanner|twitterfoljare|twitterkontakter|xvanner|vannerna)|(mitt"
    "|min) [gamla|x|twitter|hela] [x|twitter] (natverk|umgange|krets|vankrets"
    "|gang|bubbla|lista|community|twitterbubbla|twittergang|grupp)"
)
_PEOPLE: Final = (
    "(de|alla|den|dem|andra|nya|nagra) [_] (folk|personer|manniskor|konton|vanner|foljare|kontakter|personerna"
    "|kontona|som)|folk|nagon|nagra|alla|vanner|kompisar|dem|dom|de|vilka|vem|manniskor|foljare"
)
_FIND: Final = (
    "(hitta|hittar|sok|soka|leta|letar|visa|lista|aterfinn|se|ta fram|kolla|spara|koppla|aterknyt|lokalisera|upptack"
    "|ge|sag|beratta|matcha|kolla upp|sok upp|leta upp|leta reda pa|veta|leta fram)"
)
_HERE: Final = (
    "(har|dar|inne|pa plats|kommit|flyttat|anlant|bluesky|mastodon|over|hit|redan|aktiva|aktiv|fediverse|anslutit"
    "|bytt|gatt|med|hittat hit|framme|ocksa)"
)

CLAUSE: Final = {
    Request.FIND: (
        "(hitta|sok|leta upp) (folk|vanner|nagon|nagra|manniskor) (at|for|till) (mig|oss)",
        "(vanlista|vanlistan|kontaktlista|foljarlista)", f"(nagot|nat|nagon) (nytt|ny) (bland|fran|av|hos) ({_OWN})",
        "(finns det|har jag|har du) [nagra|nagon] (traffar|traff|matchningar|resultat|nya) [for (mig|oss)]", "kanner "
        "jag (nagon|nagra|folk) [har|dar]", "[nagra|nagon] (bekanta|kanda) (ansikten|namn|personer) [har|dar]",
        f"(hitta|sok|leta|visa|soka|lista|aterfinn|leta upp|sok upp|leta fram) [mig|oss|at mig|efter|for mig|fram] "
        f"[alla|{_PEOPLE}]",
        "(vem|vilka) [ar|ar har|ar dar|finns|finns har|mer|fler|ar det|annars|ar inne|ar kvar|ar pa plats|ar med]",
        f"({_OWN}) [pa (x|twitter)|fran (x|twitter)|har|hitta|sok|tack]", "[en|min|hela|visa] (lista|listan|resultat"
        "|resultatet|traffar|matchningar|matchning|matchningarna)",
        "(kor|kor igang|kor hart|satt igang|nu kor vi|starta|borja|da kor vi|min tur|nu jag|jag ocksa|mig med|jag med"
        "|min tur nu)", "[nagot|nat|nagra] (nytt|nya)", "nyheter",
        "(nagon|nagra) [har|dar|bekant|bekanta|jag kanner]", "jag hittar (ingen|inga|inte) *", "var ar (alla|de|folk"
        "|ni) [nagonstans]", "(kan|far|skulle) jag (fa|se|kunna fa) (listan|min lista|en lista|traffarna)",
        "(ar|finns) (nagon|nagra|nan) [har|dar]", "samma for mig", "(koppla|aterkoppla) (mig|ihop mig)", "(hitta|sok) "
        "(vanner|folk|kompisar|foljare)", "(vilka|vem) kanner jag [har]",
    ),
    Request.HELP: (
        "hur (funkar|fungerar) (den har|det har|denna|detta|din|er) [botten|boten|bot|roboten|grejen|tjansten|saken]",
        "vad (gar det|gar det har|handlar det|ar) (ut pa|om|ideen|poangen|meningen)", "vad handlar det har om",
        "vad (exakt|egentligen|precis) (gor|kan|ar) du [egentligen|exakt]", "(finns det|har du|har ni) (en|nagon) "
        "(guide|manual|hjalp|instruktion|faq) *",
        "[behover|jag behover|lite|fa|all] hjalp [mig|oss|till|tack]", "hjalpa (mig|till)", "sos", "(instruktioner"
        "|kommandon|manual|meny|alternativ|guide|faq|dokumentation|info|information"
        "|detaljer|support|kontakt|introduktion|bruksanvisning)", "[lista|alla|vilka] (kommandon|instruktioner)",
        "[mer] (info|information|detaljer)",
        "vad (ar det har|ar detta|ar quittex|gor du|ar det|betyder det|kan du [gora]|ar du)", "(vad|hur|va|vadda|vad "
        "da)", "hur (funkar|fungerar|gor man|gar det till|gor jag) [det|detta|det har|du]",
        "(forklara|forklara det|forklara for mig|beratta mer)", "jag (fattar|forstar|begriper|hajar) (inte|inget"
        "|ingenting|inte ett dugg) *", "jag (ar|kanner mig) (vilsen|forvirrad|ny|ny har|lost)",
        "lara sig mer", "mer om (det|detta|dig)", "presentera dig", "vem (skoter|ar du|har gjort dig|ligger bakom"
        "|driver"
        "|skapade|ager|ansvarar) *", "(ar du|ar det har|ar ni) [verkligen|egentligen] (en|ett|pa riktigt|riktig|akta"
        "|saker|officiell"
        "|manniska|bluff|seriost) *", "(det|inget|den) (funkar|fungerar) inte *", "inget (funkar|fungerar)", "vad "
        "(kan|ska|far|borde|maste) jag (gora|saga|skriva|fraga) *",
    ),
    Request.COUNT: (
        "(dagens|veckans|senaste) (siffror|statistik|antal)",
        "hur manga [manniskor|personer|folk] har (lamnat|flyttat|bytt|gatt|kommit|slutat) *", "(vad|hur) ar (laget"
        "|stallningen|statusen) [just nu|nu|idag]",
        "hur manga [ar vi|ar ni|ar det|ar de|av oss|manniskor|personer|anvandare|konton|totalt|hittills|nu|ar vi nu"
        "|ar har|ar med|finns|finns har|blev vi|folk]", "[de|dina|era|visa|senaste|aktuella] [senaste|aktuella] "
        "(siffror|siffrorna|statistik|statistiken|antal|antalet|rakneverket|stallningen|stats)", "(ge|visa|sag) [mig"
        "|oss] (siffrorna|statistiken|dina siffror|de senaste siffrorna)", "hur (gar det|ligger vi till|langt har vi "
        "kommit)",
        "laget (just nu|nu)",
    ),
    Request.RESUME: (
        "(fortsatt|ateruppta|borja om|starta om|resume|fortsatta|vacka|borja igen)", "kom tillbaka [snalla|till mig]",
        "(du kan|du far|kan du|ni kan) (skriva|svara|prata|borja|fortsatta|komma tillbaka|ateruppta) [till mig|med "
        "mig|mig] [igen]",
        "(skriv|prata|svara) [till mig|med mig|mig] (igen|pa nytt)", "jag (har andrat mig|angrar mig|saknar dig|har "
        "bytt asikt)", "(avtysta|sluta tysta) [mig]", "(prenumerera|registrera) [mig] igen", "skriv till mig",
    ),
    Request.WHY: (
        "(sager|sa) vem", "(sag|beratta) [for] [mig] varfor",
        "varfor [han|hon|de|dom|honom|henne|dem|den|det|detta|just (honom|henne|den)|den har personen|den personen"
        "|det har kontot"
        "|den har|ar det sa|just de]", "hur (vet|visste|kan) du (det|detta|veta det)", "(kalla|kallan|bevisning)",
        "vad (ar din kalla|baseras det pa|bygger det pa)", "(pa vilka|vilka) grunder", "enligt vem", "hur kommer det "
        "sig",
    ),
    Request.PRIVATE: (
        "hellre (privat|i dm|via dm|dm)",
        "[i|via|som|per|gor det|hall det|helst|svara] (privat|dm|pm|direktmeddelande|privat meddelande|enskilt"
        "|privatmeddelande|hemligt|hemlig|privatlage|privat lage)", "privata (svar|meddelanden)", "(skriv|svara) "
        "privat [till mig]", "(skicka|ta det|skriv|svara) [mig|till mig] [i|via|per|pa|med] [ett|en] (dm|pm"
        "|direktmeddelande"
        "|privat meddelande) [istallet|i stallet|hellre|bara]",
        "(visa|sag|skriv|namn) inte mitt namn [offentligt]", "(dolj|gom) mitt namn",
        "(namn|namna|nemn) (mig inte|inte mig) [offentligt]", "inte offentligt",
    ),
    Request.PUBLIC: (
        "(du|ni) (far|kan) (anvanda|saga|visa) mitt namn [offentligt]",
        "[gor det|helst|svara] (offentligt|offentlig|publikt|publik|oppet)", "offentliga svar", "(du far|du kan|ni "
        "far) namna mig [offentligt]", "(namn|namnge) mig [garna] [offentligt]",
    ),
    Request.TELL_ME: (
        "varje (mandag|morgon)",
        "(meddela|avisera|informera|notifiera|underratta|larma|pasm|paminn) (mig|oss) [senare|tack]", "(sag|saga"
        "|hojta|hor av dig|sag till) [till] [mig|oss]", "(hall|halla) mig (uppdaterad|informerad|underrattad)",
        "(veckovis|dagligen|varje vecka|varje dag|varje mandag) [racker|ar bra|gar bra|tack|ar lagom|blir bra"
        "|funkar]", "en gang (i veckan|om dagen|per vecka|per dag) [racker|ar (bra|lagom|nog)|tack|funkar|gar bra]",
        "jag vill (bli|ha) (meddelad|informerad"
        "|underrattad|aviseringar|notiser|notifierad|uppdateringar)",
        "(sla pa|aktivera) (aviseringar|notiser)", "lat mig veta", "(veckobrev|veckosammanfattning|daglig "
        "sammanfattning|sammanfattning)",
    ),
    Request.PROVE: (
        "hur (visar|styrker|intygar) jag [att|det] * * *", "(ge|skicka) [mig] en kod [till mig]",
        "(bevis|bevisa|bevisning|verifiera|verifiering|bekrafta|legitimera)", "(verifiera|bekrafta|bevisa|legitimera) "
        "(mig|mitt konto|min identitet|det|att det ar jag)", "[ge mig|skicka|vad ar|var ar|fa] [min|en|mig min] (kod"
        "|koden|min kod)", "min kod", "koden",
        "hur (bevisar|verifierar|bekraftar) jag *", "jag vill (bevisa|verifiera|bekrafta) (det|mig|mitt konto|att *)",
    ),
    Request.EXPORT: (
        "vilka (uppgifter|data) (har|sparar) (du|ni)",
        "(vilken|vad for) (info|information|data) (sparar|har|lagrar|vet) (du|ni) (om|pa) mig",
        "[alla] mina (data|uppgifter|personuppgifter)", "(exportera|gdpr|registerutdrag|dataexport|exportera (mig"
        "|allt|mina data|mina uppgifter))", "[vad ar|vilka ar|visa|visa mig] mina (installningar|val|samtycken|data"
        "|uppgifter)", "(ladda ner|hamta) mina (data|uppgifter)",
        "(har|sparar) (du|ni) [nagra|nagot] (data|uppgifter|information|nagot|saker) (om|pa) mig * *",
    ),
}  # fmt: skip

_NUMBERS: Final = "(#|tio|tjugo|trettio|femtio|hundra|tusen|fem|tre|fyra|sex|sju|atta|nio)"

INSIDE: Final = {
    Request.PLEDGE: (
        f"jag (lamnar|gar|slutar|sticker|drar|flyttar|byter|gor det|hanger pa|hoppar) [_] [_] [_] (om|nar|ifall) * "
        f"{_NUMBERS}", f"(om|nar|ifall) * {_NUMBERS} * (lamnar|gar|sticker|flyttar|byter|gor|slutar|drar|hoppar) [x"
        f"|twitter] [ocksa] [sa] (jag|lamnar|gar|gor|slutar|foljer|flyttar)",
    ),
    Request.EXPORT: (
        "(ge|skicka|visa|exportera|ladda|fa|se|hamta|kopia|begara|vill ha|sand) * mina [personliga|sparade] (data"
        "|uppgifter|personuppgifter)", "vad (vet|har|sparar|lagrar) (du|ni) [for nagot|sparat|lagrat] (om|pa) mig",
        "(vad|allt) * (vet|har|sparat|lagrat) * om mig",
        "vilka (data|uppgifter) * om mig", "kopia (av|pa) mina (data|uppgifter)", "(finns|ar) (mitt|min) [x|twitter] "
        "(id|nummer|konto|namn|anvandarnamn|idnummer) [nummer] (i|med i|bland|hos) (era|dina|er|ditt|ert|registret"
        "|databasen)",
        "(finns|ar) jag (i|med i|pa|bland) (din|er|era|dina|databasen|registret|listan|ert|ditt)", "mina installningar",
    ),
    Request.TELL_ME: (
        "(meddela|avisera|informera|notifiera|sag|saga|skriv|hojta|larma|beratta|paminn|underratta|pinga) [till] [mig"
        "|oss|till mig] [till] * (nar|om|sa fort|sa snart|varje|dagligen|veckovis|direkt|ifall)", "(meddela|avisera"
        "|informera|notifiera|underratta) mig",
        "lat mig veta", "hall mig (uppdaterad|informerad|underrattad)", "(vill|kan jag) [garna] (bli|fa) (meddelad"
        "|informerad|notiser|aviseringar|underrattad|uppdateringar|veta nar)",
    ),
    Request.PRIVATE: ("(svara|skriv|skicka|prata|sag|beratta|visa|ta det|svar) * (privat|i dm|via dm|pa dm|i pm|via "
    "pm|i ett dm|som dm|enskilt|i privat meddelande|via direktmeddelande)",),
    Request.PUBLIC: ("(svara|skriv|prata|sag|beratta|visa) * (offentligt|publikt|oppet)",),
    Request.WHY: (
        "varfor (visas|namns|foreslas|star|syns) *",
        "varfor (visar|namner|foreslar|sager|tipsar|star|ser|far|tror|har|ar|rekommenderar|skriver) (du|jag|det|den"
        "|ni|han|hon|mig|de|denna) *", "varfor (den|det|just|denna) [har|dar] (personen|kontot|namnet|matchningen"
        "|person|konto|traffen)", "hur (vet|visste|hittade|kan|kom) du (att|det|honom|henne|mig|dem|fram)",
    ),
    Request.PROVE: ("(hur|kan|vill|var|maste|redo) * (bevisa|verifiera|bekrafta|legitimera|styrka)", "(bevisa"
    "|verifiera|bekrafta) att (jag|det)", "(verifiera|bekrafta) (mig|mitt)"),
    Request.FIND: (
        f"(kan du|kan ni|skulle du kunna) * ({_OWN})", "visa [mig|oss] alla [mina|de] (traffar|matchningar|resultat"
        "|vanner)", "(bekanta|vanner|folk|kontakter|kompisar) fran (x|twitter) [_] [_] (har|dar)", f"(vilka|vem|hur "
        f"manga|nagra|alla) [_] av ({_OWN})",
        f"{_FIND} [du] [mig|oss|at mig|efter|for mig|fram|upp|mig fram|reda pa] [var|vilka|om|alla|vilka av|vem av] "
        f"[av] ({_OWN})", f"{_FIND} [du] [mig|oss|at mig|efter|for mig|fram|upp] [om|alla|vilka] ({_PEOPLE}) [_] [_] "
        f"[_] [_] (foljde|foljer|foljt|kanner|kande|har|{_HERE})",
        f"({_OWN}) [_] [_] [_] (hitta|finns|ar|sok|visa|har|dar|{_HERE})", f"(vem|vilka|nagon|nagra) (av|bland|fran|i"
        f"|ur) ({_OWN}|de jag|dem jag|de som)", f"(vilka|vem|vilken) [_] [_] [_] (ar|finns|har|kommit|hittat|flyttat"
        f"|kom|foljer) * {_HERE}",
        "(som|de|dem|vilka|vem) jag [_] [_] (foljde|foljer|foljt|kanner|kande)", "som [_] (foljde|foljer|foljt) mig",
        "(vem|vilka) [_] (foljde|foljer|foljt) mig", f"(var|ar|finns|har|vilka|hur ar det med) * ({_OWN})",
        "(finns|ar) (det|har|nagon|nagra|det nagon) [_] [_] [_] (jag|har|fran|som|bekant|kanner|av)", "(jag|vi) "
        "(letar|soker|soka|leta) [efter] (mina|gamla|folk|vanner|mitt|nagon)", "(letar|soker) efter (mina|folk|vanner"
        "|gamla"
        "|nagon|alla|personer|de|dem|mitt|min)", "hur manga (av mina|av dem"
        "|som jag|av de|kompisar|vanner|jag)", "hur manga * (jag|mig) [_] (foljde|foljer|foljt|kanner)",
        "(nya|gamla) (traffar|matchningar|vanner|kontakter)", "(kan|skulle|kunde) (du|ni) [kunna] [hjalpa mig|snalla] "
        "[_] [_] (hitta|soka|leta|visa|lista|kolla|ta fram|koppla)", "hjalp [_] [_] (hitta|leta|soka|aterfinna)",
        "hjalpa mig [_] (hitta|leta|soka)", "(vill|skulle) * (hitta|aterfinna|leta upp) * (vanner|folk|kontakter"
        "|foljare|kompisar)",
        "(visa|sag|beratta|ge) [for] (mig|oss) * (vem|vilka|alla|listan|vanner|traffar|lista)", "(vilka|vem) (mer"
        "|fler|annars) *", "(veta|se|kolla) (vem|vilka|om nagon) *", "(folk|vanner|foljare) fran (x|twitter|forr)",
        "(hitta|sok|leta|koppla) (mig|oss|upp)",
    ),
    Request.COUNT: (
        "hur manga [_] (manniskor|personer|anvandare|konton|medlemmar|ar vi|ar ni|har|ar|deltagare|registrerade"
        "|anmalda|roster|finns|folk|som har|ankomster)", "antal (personer|anvandare|manniskor|medlemmar|konton"
        "|deltagare|registrerade)", "antalet (personer|anvandare|manniskor|medlemmar|konton|deltagare|registrerade)",
        "(visa|ge|sag|vad ar|se) [mig|oss] (siffrorna|statistiken|de senaste siffrorna|dina siffror|statistik"
        "|siffror)", "hur (stor|stort) (ar|blev)",
    ),
    Request.HELP: (
        "vad (hander|sker) (om|nar|ifall|efter) *", "(saga|forklara|visa) hur",
        "hjalp (mig|oss)", "(behover|vill ha|onskar|kan jag fa|far jag) * hjalp", "(kan|skulle|kunde) (du|ni) [snalla"
        "|kunna] [_] (hjalpa|forklara|beratta hur|saga hur)", "hur (gor|funkar|fungerar|kan|ska|lankar|kopplar"
        "|registrerar|anmaler|laddar|lamnar|anvander|hittar|far|gar|byter|kommer|skaffar|raderar|flyttar|bevisar) "
        "(jag|man|det|detta|den|du|vi|mitt|mina|till) *",
        "vad (kan|gor|ar) (du|ni|den|botten|boten) *", "vad (ar|gor|betyder) (det|detta|quittex|mastodon|bluesky"
        "|denna|den har|meningen|fediverse) *", "vad (ska|kan|far|maste|bor) jag [_] (gora|saga|skriva|fraga)", "vem "
        "(ar|har|ligger|driver|styr|star|skapade|gjorde|ager) (du|gjort|bakom|dig|denna|den|ni|det|for|detta|skapat) *",
        "(ar|e) (du|ni) [_] [_] (bot|bott|robot|manniska|ai|maskin|riktig|dator|person)", "(fattar|forstar|begriper"
        "|hajar|vet) (inte|inget|ingenting|ej)", "(det|den) (funkar|fungerar) inte", "jag har en (fraga|undran)",
        "jag har (problem|fragor|ett problem)", "jag ar (ny har|forvirrad|vilsen)",
        "(forklara|beratta) (for|mer|hur|vad|om)", "(vill|kan|var|hur) * (vara med|delta|registrera|anmala|starta"
        "|komma igang|borja)", "vilka (kommandon|ord|alternativ|funktioner) *", "komma igang",
    ),
}  # fmt: skip

SWEDISH: Final = Language(
    code="sv",
    courtesy=COURTESY,
    padding=PADDING,
    whole=WHOLE,
    complaint=COMPLAINT,
    clause=CLAUSE,
    inside=INSIDE,
    talk=TALK,
    chat=CHAT,
    words=WORDS,
    often=OFTEN,
    yes=YES,
    no=NO,
    choices=CHOICES,
    unsure=UNSURE,
    refusals=REFUSALS,
    alone=ALONE,
    denials=DENIALS,
    closing=CLOSING,
    may_ask=MAY_ASK,
    to_us=TO_US,
    hints=HINTS,
    joining=JOINING,
    short_forms=SHORT_FORMS,
    claims=CLAIMS,
)
