"""What German posts hold besides requests: courtesy, complaints, talk and chat."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request, word_set

COURTESY: Final = (
    # greetings
    "hallo [zusammen|ihr|nochmal|miteinander|du]", "hallochen", "hi [zusammen|ihr]", "hey", "hej", "moin [moin]",
    "servus",
    "gruss gott", "gruss dich", "grusse dich", "gruezi", "grezi", "na", "tach", "huhu", "ahoi", "tschuss", "tschau",
    "guten (morgen|tag|abend)", "gute nacht", "schonen (tag|abend|sonntag|feierabend)", "schones wochenende",
    "(einen|einen wunder) schonen (tag|abend|sonntag)", "(viele|liebe|beste|schone|herzliche) grusse", "lg", "vg",
    "mfg",
    "bis (bald|dann|spater|morgen)", "wie geht es (dir|ihnen|euch)", "wie gehts", "alles gute", "gruss", "grusse",
    # politeness
    "bitte [sehr|schon|schnell|mal]", "(danke|dankeschon|dank) [schon|sehr|dir|ihnen|euch|im voraus|vorab|dafur]",
    "(vielen|herzlichen|lieben|besten|tausend) dank [im voraus|vorab|dir|dafur]", "danke (fur die|fur deine) hilfe",
    "sei so (gut|lieb|nett)", "seien sie so (gut|lieb|nett)", "entschuldigung", "entschuldige", "entschuldigen sie",
    "sorry [fur die storung]", "verzeihung", "wenn (moglich|es geht|du kannst|sie konnen|du magst)", "falls moglich",
    "freundlicherweise", "gerne", "gern", "bitteschon", "tut mir leid", "ich bitte (dich|sie)", "ware (nett|lieb|toll"
    "|super)",
    # us
    "(mein|lieber|liebe|liebes|kleiner|guter|netter|der|du) [lieber|kleiner] (bot|robot|roboter|quittex|maschine)",
    "quittex [bot]", "helloquittex", "quittexbot", "bot", "robot", "roboter", "bester", "kumpel", "alter", "digga",
    # insistence
    "also", "nun", "ok", "okay", "jetzt", "sofort", "gleich", "ja", "jaja", "ach", "ah", "oh", "na gut", "ah ja",
    "eben", "einfach", "doch", "mal", "schnell", "endlich", "wirklich", "nochmal", "noch einmal", "unbedingt",
    "umgehend", "tja", "hm", "hmm", "ahm", "auf der stelle", "ein fur alle mal", "fur immer",
)  # fmt: skip

PADDING: Final = (
    "so", "und", "aber", "dann", "auch", "hier", "heute", "schon", "test", "ein test", "ich teste [nur|das|mal]",
    "kurze "
    "frage",
    "eine frage", "frage", "ich probiere (das|es|mal) [aus|mal]", "ich auch", "nur", "vielleicht", "eigentlich", "denn",
    "uberhaupt", "gerade", "bitte mal", "fur mich", "dazu", "ganz", "versuch",
)  # fmt: skip

COMPLAINT: Final = (
    "nein danke", "(es|das) reicht [mir|jetzt]", "genug [davon]", "schluss [jetzt|damit]", "pssst", "psst", "pst",
    "(das|es) (ist|wird) (spam|nervig|lastig|belastigung|zu viel|genug|nicht lustig|aufdringlich|unheimlich)",
    "ich habe [die nase] (genug|voll|davon genug)", "mir reicht es", "ich bin (genervt|nicht interessiert)",
    "kein interesse", "(das|es) interessiert mich nicht", "das nervt [mich]", "es nervt [mich]",
    "du (nervst|spammst|storst|belastigst) [mich|nur]", "sie (nerven|spammen|storen|belastigen) [mich]",
    "(ich habe|habe) (dich|sie) nicht (gefragt|darum gebeten)", "ich habe nicht (gefragt|darum gebeten)",
    "[du|sie] (dummer|nerviger|bloder|damlicher|verdammter|blode|dumme|scheiss|bloder) [bot|roboter|maschine|ding]",
    "(blod"
    "|dumm)",
    "zu viele (nachrichten|benachrichtigungen|antworten)", "ich (hasse|mag) (das|es) [nicht]",
    "ich (will|brauche|mochte) (das|es) nicht", "ich meine (es|das) ernst", "(ernsthaft|echt jetzt)",
    "du schreibst zu (viel|oft)", "(ich habe dich|ich habe sie|du bist|sie sind) (blockiert|gemeldet|geblockt)",
    "ich (blockiere|melde|blocke) (dich|sie)", "(blockiert|gemeldet|geblockt)", "ich sagte (stopp|stop)",
    "ich habe (stopp|stop) gesagt", "hab ich gesagt", "habe ich gesagt", "das wars",
)  # fmt: skip

TALK: Final = (
    # us, told of
    "(dieser|dieses|diesen|diesem|diese|der|den|dem|das|ein|einen|einem|unser|euer|ihr|sein) [_] (bot|bots|tool|app"
    "|dienst|service|seite|projekt|ding|kampagne|werkzeug)",
    "(bot|tool|app|dienst|service|seite|konto) (der|die|das|hilft|findet|funktioniert|ist|kann|war|hat|namens|mit)",
    "(dank|mit hilfe) (des|dem|der|von|diesem)", "quotedwords", "(hilft|helfen|half) (dir|ihnen|euch|uns|allen|leuten"
    "|einem)",
    "^ (meine|meinen|alte|alle|sie|die|leute|freunde) [_] [_] zu (finden|suchen|sehen|treffen)", "(dabei|dazu) zu "
    "(finden|suchen)",
    # somebody else, or advice to somebody
    "(deine|deinen|deiner|eure|euren|ihre|ihren|seine|seinen) [alten|x|twitter] (freunde|freunden|kontakte|kontakten"
    "|follower|followern|leute|leuten|konten|daten|community|archiv)",
    "(du kannst|ihr konnt|man kann|kann man|man muss|ihr musst|du musst|du solltest|ihr solltet|einfach den|probiert"
    "|versucht|fragt|nutzt|benutzt|erwahnt|teilt|kommt|geht|schaut|registriert euch|meldet euch|empfehle|empfehlt) ",
    "^ (probier|versuch|frag|nutz|benutz|teil|schau|nimm) [doch|mal|einfach] (es|den|das|mal|doch|diesen|die) _",
    "(er|sie|man|jemand|niemand|freund|freundin|frau|mann|chef|@) [mir|mich|hat|haben|ihn] (sagt|sagte|gesagt|fragt"
    "|fragte|gefragt|will|wollte|meint|meinte|denkt|glaubt|schreibt|schrieb|behauptet|weiss|braucht|folgt|folgte)",
    "(von|mit|fur|bei|an|zu|uber|und|oder|hat|ist|war|dass|wenn|folgt|folgte|wem|wen|wie|gegen) @",
    "@ (ist|hat|war|sagt|folgt|folgte|kann|kommt|findet|geht|will)",
    # what was
    "(habe|hab|hat|haben|hatte|hatten|habt) [_] [_] [_] (gefunden|gesucht|gefragt|wiedergefunden|probiert|ausprobiert"
    "|benutzt|genutzt|entdeckt|getroffen|geholfen|gezeigt)",
    "(ich|wir|sie|er) (fand|fanden|suchte|suchten|fragte|fragten|probierte|nutzte|konnte|konnten)",
    "(schon|toll|froh|glucklich|gut|super|leicht|schwer|schwierig|einfach|spass) [_] [_] [_] zu (finden|sehen|suchen)",
    "(finde|finden|fand) (ich|das|es|wir|dass) [das|es] (gut|toll|super|schade|blod|doof|cool|schon|schrecklich|traurig"
    "|lustig|komisch|seltsam|klasse|spannend|schlimm|interessant|genial|mega|schwierig|nicht|sehr|echt|wirklich|ja"
    "|immer)",
    "ich finde (es|das|den|die|x|twitter|euch|dich|dass) ", "(das|es) (finde|fand) ich",
    "(leute|menschen|diejenigen|alle|jeder|jemand|einer|freund|mann|frau|person) (die|der|das) (immer|noch|bleiben"
    "|bleibt)",
    "wer (braucht|will|weiss schon|kann das|soll das|zum teufel|bitte braucht|sagt)",
    # denials
    "(nicht|kein|keine|keinen|keiner|nie|niemals|niemand|ohne|nichts|statt|weder|kaum) ",
)  # fmt: skip

CHAT: Final = (
    "(tut|ist|war|fuhlt sich) [so] (gut|schon|toll|befreiend) (hier|zu|an)", "tut gut",
    "danke~", "dank", "hat (geklappt|funktioniert)", "regen", "wetter", "super", "toll~", "klasse", "prima", "genial",
    "geil~", "mega", "cool", "krass", "spitze",
    "grossartig", "wunderbar", "fantastisch", "perfekt", "ausgezeichnet", "hervorragend", "bravo", "respekt", "stark",
    "gut gemacht", "gute (arbeit|idee|sache|besserung)", "guter (bot|job)", "brav~", "weiter so", "sehr (gut|schon"
    "|cool|nett)",
    "schon dass", "gluckwunsch", "gratul~", "ich (liebe|mag) (es|das|dich|den)", "liebe (es|das)", "freut mich",
    "freue mich",
    "lol~", "haha~", "hehe~", "hihi~", "rofl", "lmao", "xd", "omg", "wow", "yay", "juhu", "hurra", "nein", "ne",
    "nee", "no",
    "willkommen", "kein problem", "keine (ursache|sorge|ahnung|panik)", "stimmt", "genau", "richtig", "interessant",
    "na klar", "egal", "schade", "traurig", "lustig", "witzig",
    "(verlasse|verlassen|verlasst|verliess|raus aus|weg von|weg aus|abschied von|tschuss) (x|twitter|dem|diesem|musk"
    "|elon)",
    "x", "twitter~", "tweet~", "elon", "musk~", "exodus", "xodus", "bluesky", "mastodon", "fediverse", "fediversum",
    "(der|die|das|dieser|diese|dieses|ein|den|diesen) [_] (bot|bots|tool|app|dienst|kampagne|projekt|initiative"
    "|roboter)",
    "bots", "chatbot~",
    "(dumm~|blod~|doof~|idiot~|trottel~|mist~|scheiss~|scheisse|fick~|arsch~|nutzlos~|mull~|schrott|unsinn|quatsch"
    "|lacherlich|peinlich|schrecklich|furchtbar|hasslich|hasse|nervt|spinnst|schwachsinn|hurensohn|wichser|fresse"
    "|klappe"
    "|kotz~|betrug~|abzocke|verpiss~|halts|depp~|vollpfosten|mullhaufen)",
    "(ich|wir) (bin|sind|habe|haben|verlasse|verlassen|gehe|gehen|wechsle|ziehe|losche|liebe|vermisse|fuhle|freue"
    "|bleibe) "
    "[_] [_] [_] (weg|raus|hier|angekommen|verlassen|umgezogen|da|gewechselt|geloscht|x|twitter|gegangen|froh|um|mich)",
    "(schau|schaut|guck|guckt|seht|lies|lest|teilt|folgt|via|rt|siehe|zitat|laut|empfehlung)", "fyi", "via", "rt", "cc",
    "quotedwords", "@", "heul~", "wein~", "ich auch nicht", "nicht ich sondern",
    "(nicht|nie|niemals|kein|keine|nichts) (aufhoren|vergessen|loschen|stoppen|schweigen|verlassen)",
    "(vergiss|vergesst|vergessen|losch|losche|stopp|stoppt) (mich|uns|das|es|den|die|nicht|alle) nicht",
    # said by somebody else, or supposed
    "(mein|meine|dein|deine|sein|seine|ihr|ihre|unser|unsere|der|die|das) _ [_] (sagt|sagte|schreit|schrie|ruft|rief"
    "|schreibt|schrieb|meint|meinte|antwortet|antwortete)",
    "(mama|mami|papa|papi|oma|opa|sie|er|alle|jemand) [nur|immer|mal] (sagt|sagte|sagten|schreit|schrie|ruft|rief"
    "|schrieb|meint|meinte|antwortet|antwortete)",
    "(wenn|falls|sobald) ich * (sag|sage|sagte|schreibe|bitte|frage|antworte)",
    "(hast|habt|hat) (du|ihr|x|twitter) (mich|uns) [schon|etwa|wirklich] vergessen", "angst dass *",
    "(sagt|sagte|meinte|fragte|gesagt|gemeint) (dass|mir|mich|ihm|ihr|uns)", "viel (erfolg|gluck|spass)", "pass auf "
    "dich auf",
    "(stoppt|stopp|stoppen|loscht|losch|vergesst|vergiss) (den|die|das|der|diesen|diese|dieses|x|twitter|musk|elon) _",
)  # fmt: skip

WORDS: Final = word_set(
    "ich du er sie es wir ihr mich mir dich dir uns euch mein meine meinen meiner meinem dein deine der die das den "
    "dem "
    "des ein eine einen einem einer und oder aber nicht kein keine ist sind war bin bist hat habe haben kann kannst "
    "konnen wer was wie wo wann warum wen wem von mit auf fur aus bei nach zu zum zur im in am an um als auch noch "
    "schon "
    "bitte danke hallo hier da alle viele wird werden will mochte man nur doch ja nein uber unter dass wenn weil mal "
)

CLOSING: Final = (
    "dank~", "gute nacht", "schonen (tag|abend|sonntag|feierabend)", "schones wochenende", "tschuss", "bis "
    "(bald|dann"
    "|spater|morgen)", "ja", "jaja", "ok", "okay", "(guter|lieber|braver) (bot|roboter)", "gerne", "gern", "bitteschon",
)  # fmt: skip
YES: Final = (
    "(ja|jo|jap|jep|jupp|jup|jawohl|klar|sicher|naturlich|okay|ok|selbstverstandlich|gerne|gern|absolut|definitiv"
    "|unbedingt"
    "|einverstanden|jaa|yes|aber ja|ja ja|freilich|passt|doch)",
    "(na klar|aber sicher|aber gerne|sehr gerne|ja gerne|ja klar|ja bitte|ja naturlich|auf jeden fall|von mir aus"
    "|warum nicht"
    "|in ordnung|geht klar|alles klar|mach das|machen sie das|ich bin einverstanden|bin dabei|ich stimme zu|das ist "
    "(ok|okay"
    "|in ordnung|gut)|ja (ich will|mach das|das mochte ich|mochte ich|das will ich|ich bin einverstanden))",
)  # fmt: skip
NO: Final = (
    "(nein|ne|nee|niemals|nie|nein nein|neee)",
    "(nein danke|lieber nicht|besser nicht|auf keinen fall|keinesfalls|bloss nicht|auf gar keinen fall|bitte nicht"
    "|jetzt nicht"
    "|nicht jetzt|kein bedarf|ich (will|mochte|mag) [das|es] nicht|das (will|mochte) ich nicht|nein (das will ich "
    "nicht|ich "
    "will nicht)|ganz sicher nicht|sicher nicht|naturlich nicht|eher nicht|ich lehne ab|nicht einverstanden)",
)  # fmt: skip
REFUSALS: Final = ("(nein|ne|nee|no|spam)",)
ALONE: Final = ("(nicht ich|ich nicht)",)
DENIALS: Final = ("(nicht|nie|niemals|kein|keine|nichts|stopp|stop|aufhoren|horauf|hor|hort)",)
MAY_ASK: Final = ("^ (kannst|konntest|konnen|konnten|wurdest|wurden) _",)
TO_US: Final = word_set("du dich dir dein deine deinen sie ihnen bitte kannst mir mich")
HINTS: Final = {Request.FIND: ("finde", "such", "suche"), Request.HELP: ("hilfe",)}
JOINING: Final = word_set("und dann")
SHORT_FORMS: Final = {
    "hab": "habe", "hab s": "habe es", "habs": "habe es", "is": "ist", "ich s": "ich es", "isses": "ist es",
    "ists": "ist es", "gibts": "gibt es", "gehts": "geht es", "wars": "war es",
    "kannste": "kannst du", "konntste": "konntest du", "bitteee": "bitte", "biddeschon": "bitte", "plsbitte": "bitte",
    "bidde": "bitte", "nich": "nicht", "nix": "nichts", "net": "nicht", "grad": "gerade", "vllt": "vielleicht",
    "jmd": "jemand", "jmnd": "jemand", "wieviele": "wie viele", "wieviel": "wie viel", "bin s": "bin es", "geht "
    "s": "geht es",
    "gibt s": "gibt es", "ist s": "ist es", "dankee": "danke", "thx": "danke", "nochma": "nochmal",
    "ma": "mal", "biste": "bist du", "haste": "hast du", "weisste": "weisst du", "aufm": "auf dem",
    "furn": "fur den", "bzgl": "bezuglich", "zb": "zum beispiel", "wg": "wegen",
}  # fmt: skip
