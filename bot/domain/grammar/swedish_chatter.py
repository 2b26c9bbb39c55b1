"""What Swedish posts hold besides requests: courtesy, complaints, talk and chat."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request, word_set

COURTESY: Final = (
    # greetings
    "hej [hej|dar|igen|alla|pa dig|allihopa]", "hejsan", "hejhej", "tja", "tjena [mittbena]", "tjenare", "halla",
    "hallo", "morsning", "morrn", "god (morgon|kvall|dag|natt|eftermiddag)", "godmorgon", "godkvall", "goddag",
    "halloj",
    "ha (det|en) [sa] (bra|trevlig|fin|skon) [dag|kvall|helg]", "(trevlig|skon|fin) (dag|kvall|helg)", "hej da",
    "hejda",
    "vi (ses|hors)", "(vanliga|basta|manga|varma) halsningar", "mvh", "kram", "hur (mar du|ar laget|star det till)",
    "laget",
    # politeness
    "(snalla|snalla du|snalla nagon)", "tack [sa mycket|pa forhand|i forvag|for hjalpen|snalla|da]", "(stort|tusen"
    "|manga) tack",
    "(ursakta|forlat|sorry) [mig|att jag stor]", "var (sa|sa snall|sa god|snall) [och]", "om (du|ni) (kan|vill|orkar)",
    "om (mojligt|det gar)", "vanligen", "garna", "jag ber dig", "ar du snall", "tackar",
    # us
    "(min|kara|lilla|snalla|du|den|hej) [lilla|kara] (bot|bott|botten|robot|roboten|quittex|vannen)", "quittex [bot"
    "|boten]",
    "helloquittex", "quittexbot", "bot", "botten", "boten", "robot", "kompis", "polarn", "vannen",
    # insistence
    "nu", "genast", "ok", "okej", "okay", "ja", "jaha", "jo", "na", "naja", "alltsa", "bara", "oh", "ah", "aha", "jag "
    "sager",
    "for alltid", "nagonsin", "omedelbart", "direkt", "snabbt", "antligen", "verkligen", "igen", "en gang till",
    "typ", "hmm",
    "eh", "oj", "for guds skull",
)  # fmt: skip

PADDING: Final = (
    "och", "men", "sedan", "sen", "ocksa", "har", "idag", "redan", "test", "ett test", "jag testar [bara|det]",
    "testar",
    "en fraga", "snabb fraga", "fraga", "jag med", "for mig", "lite", "kanske", "egentligen", "da", "ens", "just", "sa",
    "provar", "jag provar", "for skojs skull",
)  # fmt: skip

COMPLAINT: Final = (
    "nej tack", "(det|nu) (racker|ar nog|far racka)", "nog [nu|med det]", "(hysch|schh|tyst nu)", "inte intresserad",
    "(det|detta|det har) ar (spam|irriterande|jobbigt|trakasserier|for mycket|inte kul|obehagligt|patrangande)",
    "jag (ar|blir) (trott pa|less pa|sa trott pa) (det|dig|det har)", "jag ar inte intresserad", "jag har fatt nog",
    "du (ar|blir) (irriterande|jobbig|tjatig|pafrestande)", "du (spammar|stor|irriterar|trakasserar) [mig]", "det "
    "stor mig",
    "jag (bad inte om|har inte bett om) (det|detta|det har)", "(dumma|javla|korkade|irriterande|jakla|himla|jobbiga) "
    "(bot|robot)",
    "(dumma|javla|korkade) (botten|boten|skit)", "for manga (meddelanden|aviseringar|notiser|svar)", "jag (hatar"
    "|gillar inte) det [har]",
    "jag (vill inte ha|behover inte) (det|detta|det har)", "jag menar (det|allvar)", "seriost", "pa allvar",
    "du skriver for (mycket|ofta)", "(jag blockerar|jag anmaler|jag har blockerat|jag har anmalt) dig", "(blockerad"
    "|anmald)",
    "jag (sa|sade) (stopp|sluta)", "sa jag", "skit", "lagg av",
)  # fmt: skip

TALK: Final = (
    # us, told of
    "(denna|den har|den|en|den dar|var|er|deras|hans|hennes) [_] (bot|bott|botten|boten|tjanst|tjansten|app|appen"
    "|sida|sidan"
    "|kampanj|kampanjen|grej|grejen|tjanst som)", "(botten|boten|verktyget|appen|tjansten|sidan) (som|hjalper|hittar"
    "|fungerar|ar"
    "|kan|hittade|har|heter)", "tack vare", "quotedwords", "(hjalper|hjalpte|later) (dig|folk|alla|oss|manniskor|en) ",
    # somebody else, or advice to somebody
    "(dina|era|deras|hans|hennes|sina) [gamla|x|twitter] (vanner|kontakter|foljare|kompisar|konton|data|folk|arkiv"
    "|natverk)",
    "(du kan|ni kan|man kan|du borde|ni borde|man maste|du maste|prova|testa|fraga|anvand|tagga|dela|rekommenderar"
    "|tipsa|kolla in) "
    "[_] (botten|boten|den|bara|den har|detta|pa|fraga|be|att|folk|alla|in)",
    "^ (prova|testa|fraga|anvand|dela|tipsa|kolla) [garna|bara|in] (den|det|botten|boten|detta|den har|en|om) ",
    "(han|hon|de|dom|nagon|ingen|alla|folk|vannen|van|chefen|frun|mannen|@) [mig|har|hade] (sager|sa|sade|sagt|fragar"
    "|fragade"
    "|fragat|vill|ville|tror|tycker|skriver|skrev|pastar|vet|behover|foljer|foljde|anvander)",
    "(av|med|om|fran|for|pa|till|at|och|eller|att|som|ar|var|har|foljer|foljde|hur|mot|hos|enligt) @",
    "@ (ar|har|var|sager|sa|foljer|foljde|kan|kommer|hittar|vill)",
    # what was
    "(jag|vi|har|hade|hon|han|de|dom|ni) [_] [_] (hittat|hittade|letat|letade|sokt|sokte|provat|provade|testat"
    "|testade|anvant"
    "|aterfunnit|upptackt|traffat|visat)",
    "(kul|roligt|skont|bra|latt|svart|glad|lattare|harligt|fint|enkelt) att (hitta|se|soka|aterse|fa)",
    "(ar|finns|stannar|sitter) [_] kvar", "har [_] (lamnat|raderat|slutat|stangt|blivit|sagt|bestamt)", "(hittar"
    "|hittade) (pa|inte pa) ", "(folk|manniskor"
    "|de|dom|alla|nagon|den|kompis|man|person|ni) som (fortfarande"
    "|stannar|ar kvar|lamnat"
    "|anvander|lamnar|inte)", "vem (bryr|behover|vill|fan|i helvete|orkar|vet)",
    # denials
    "(inte|ej|aldrig|ingen|inga|inget|ingenting|utan|varken|knappast|istallet for|slippa) ",
)  # fmt: skip

CHAT: Final = (
    "(skont|bra|kul|trist|roligt) att",
    "tack~", "det (funkade|fungerade)", "regn", "toppen", "jattebra", "bra (jobbat|gjort|jobb|bot|ide)", "kul",
    "underbar~", "fantastisk~", "perfekt",
    "utmarkt",
    "grymt", "cool~", "schysst", "snyggt", "najs", "nice", "bravo", "grattis", "suveran~", "harlig~", "fint", "super",
    "wow",
    "jag (alskar|gillar|tycker om) (det|detta|den|dig|den har)", "alskar (det|den)", "heja", "hurra", "jippi",
    "respekt",
    "lol~", "haha~", "hehe~", "hihi~", "lmao", "omg", "xd", "nej", "nix", "nope", "no", "valkommen", "valkomna",
    "ingen orsak",
    "(inget|inga) problem", "stammer", "exakt", "precis", "sant", "intressant", "just det", "visst", "trist", "synd",
    "ledsen",
    "(lamna|lamnar|lamnat|lamnade|overger|slutat med|slutar med|bort fran|hejda) (x|twitter|musk|elon|det)", "x",
    "twitter~",
    "tweet~", "elon", "musk~", "exodus", "bluesky", "mastodon", "fediverse", "fediversum",
    "(den|denna|den har|en|de) [_] (bot|boten|botten|tjansten|kampanjen|appen|projektet|robot)", "bottar", "robotar",
    "chatbot~",
    "(dum|dumma|dumt|korkad~|idiot~|skit~|javla~|jakla|fan|fitta|kuk|hora|horunge|vardelos~|skrap|nonsens|trams|lojlig~"
    "|pinsam~|hemsk~|usel~|forbannad~|hatar|ful|fula|bluff~|bedragare|skrammande|stick|forsvinn|dra at helvete|kaften"
    "|patetisk~)",
    "(jag|vi) [har] (lamnar|lamnat|lamnade|flyttar|flyttat|flyttade|stannar|alskar|saknar|gick|gar|gatt|ar|bytt|byter"
    "|kom|raderat"
    "|raderar) [_] [_] [_] (x|twitter|hit|har|over|bort|kvar|glad|klar|bluesky|mastodon|det|dig|ut|ur|framme)",
    "(kolla|se|las|lasa|dela|folj|via|rt|tipsar|spana) [in|pa|garna] (detta|den|det|har|in|pa|min|denna|@)", "fyi",
    "via", "rt", "cc",
    "folj", "quotedwords", "@", "grater", "inte jag heller", "lycka till", "ta hand om dig", "ses", "var rad",
    "(inte|aldrig|ej|ingen|inga) [mig|dig|att] (sluta|glom|glomma|glomt|radera|raderat|stoppa|ta bort|tyst|lamna)",
    "(glom|glomma|sluta|radera|stoppa|ta bort|stopp) [mig|det|den|oss|alla] (inte|aldrig)",
    # said by somebody else, or supposed
    "(min|mitt|mina|din|ditt|dina|hans|hennes|var|vara|den|det|en|ett) _ [_] (sa|sade|sager|skriker|skrek|ropar|ropade"
    "|skrev|skriver|svarar|svarade|tyckte)",
    "(mamma|pappa|mormor|morfar|farmor|farfar|chefen|hon|han|de|dom|alla|nagon) [bara|alltid] (sa|sade|sager|skriker"
    "|skrek|ropar|ropade|skrev|skriver|svarar|svarade|tyckte)",
    "(om|nar|ifall) jag * (sager|sa|ber|skriver|svarar)",
    "(har|hade) (du|ni|x|twitter) [redan|verkligen] glomt (mig|oss)", "radd (att|for) *",
    "(sa|sager|sade|fragade|menade) (att|till|mig|honom|henne)",
    "(stoppa|stopp|sluta|radera|glom|ta bort) (den|det|kriget|krig|med|att|x|twitter|musk|elon|branden|varlden|tiden"
    "|honom|henne) ",
)  # fmt: skip

WORDS: Final = word_set(
    "jag du han hon vi ni de dom mig dig oss er min mitt mina din ditt dina den det detta en ett och eller men inte "
    "ej ar var "
    "har hade kan vill ska skulle blir som att om pa i av med fran till for vid nar vem vad hur varfor vilka vilken "
    "nagon nagra "
    "alla manga har dar nu sa tack snalla hej finns fick far mer fler ocksa redan bara "
)

CLOSING: Final = (
    "tack~", "god natt", "hej da", "hejda", "vi (ses|hors)", "(trevlig|skon|fin) (dag|kvall|helg)", "ja", "jaha",
    "jo", "ok",
    "okej", "okay", "(bra|snall|duktig) (bot|robot)", "mvh",
)  # fmt: skip
YES: Final = (
    "(ja|jo|japp|jepp|jajamensan|jadu|visst|absolut|sjalvklart|garna|okej|ok|okay|javisst|givetvis|naturligtvis"
    "|definitivt|yes"
    "|japp|jaa|jajjemen|jupp|joda)",
    "(ja (tack|garna|visst|absolut|snalla|det vill jag|jag vill|gor det|da|for all del)|ja det (ar bra|gar bra|far "
    "du)|det (ar|gar) (bra|ok"
    "|okej)|garna det|varfor inte|gor det|jag (godkanner|samtycker|haller med|accepterar)"
    "|mycket garna)",
)  # fmt: skip
NO: Final = (
    "(nej|nae|nix|nehe|nja|aldrig|nejnej)",
    "(nej tack|helst inte|absolut inte|inte (alls|nu|just nu)|inte tack|verkligen inte|aldrig i livet|jag vill inte "
    "[det]|det vill jag "
    "inte|nej (det vill jag inte|jag vill inte|inte nu|for guds skull)|sjalvklart inte|garna inte|snalla nej|snalla "
    "inte)",
)  # fmt: skip
REFUSALS: Final = ("(nej|nix|spam)",)
ALONE: Final = ("(inte jag|ej jag)",)
DENIALS: Final = ("(inte|ej|aldrig|ingen|inga|sluta|slut|stopp)",)
MAY_ASK: Final = ("^ (kan|skulle|kunde|vill) _",)
TO_US: Final = word_set("du dig din ditt dina ni er mig snalla kan")
HINTS: Final = {Request.FIND: ("hitta", "sok", "leta"), Request.HELP: ("hjalp",)}
JOINING: Final = word_set("och sedan sen")
SHORT_FORMS: Final = {
    "oxa": "ocksa", "mkt": "mycket", "iofs": "i och for sig", "asso": "alltsa", "nat": "nagot",
    "mej": "mig", "dej": "dig", "sej": "sig", "dom": "de", "ngn": "nagon", "tackar": "tack",
    "plz": "snalla", "ba": "bara", "hurdu": "hur du", "vafan": "vad fan", "vadda": "vad da",
    "sluuta": "sluta", "pls": "snalla",
}  # fmt: skip
