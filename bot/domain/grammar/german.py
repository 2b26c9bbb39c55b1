"""How people ask in German."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language, Request
from bot.domain.grammar.german_certain import WHOLE
from bot.domain.grammar.german_chatter import (
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
from bot.domain.grammar.german_choices import CHOICES, OFTEN, UNSURE
from bot.domain.grammar.german_claims import CLAIMS

_OWN: Final = (
    "(meine|meinen|meiner|unsere|unseren) [alten|ehemaligen|alte|lieben|x|twitter|fruheren|ganzen] [x|twitter] "
    "(freunde|freunden"
    "|freundinnen|kontakte|kontakten|follower|followern|followerinnen|leute|leuten|bekannten|bekannte|kollegen"
    "|kolleginnen|mutuals"
    "|moots|gefolgten|abos|abonnenten|konten|accounts|gruppe|bubble|timeline|community|liste|matches|treffer|crew"
    "|clique|lieblinge"
    "|folgenden|peeps|menschen|freundesliste)|(mein|meinem|meinen) [altes|alten|x|twitter] [x|twitter] (netzwerk"
    "|umfeld|kreis|freundeskreis"
    "|bekanntenkreis|bubble)"
)
_PEOPLE: Final = (
    "(die|der|alle|allen|den|diese|andere|neue) [_] (leute|leuten|menschen|personen|konten|accounts|freunde|follower"
    "|anderen|kontakte)"
    "|leute|jemand|jemanden|alle|irgendwen|irgendwer|irgendjemand|freunde|die|diejenigen|denen|denjenigen|bekannte"
    "|bekannten|sie|wen|wer"
)
_FIND: Final = (
    "(finde|finden|find|such|suche|suchen|zeig|zeige|zeigen|liste|nenn|nenne|nennen|gib|geben|schau|schauen|guck"
    "|gucken|entdecke"
    "|wiederfinden|verbinde|verbinden|vernetze|sehen|raussuchen|heraussuchen|sag|sage|sagen|wissen|erfahren|checke"
    "|check|finds)"
)
_HERE: Final = (
    "(hier|da|dabei|angekommen|dort|druben|umgezogen|gewechselt|rubergekommen|bluesky|mastodon|herubergekommen"
    "|fediverse|gelandet"
    "|schon|bereits|auch|inzwischen|mittlerweile|aktiv|weg von x|gekommen|registriert|angemeldet|unterwegs)"
)

CLAUSE: Final = {
    Request.FIND: (
        "(gibt es|habe ich|hast du) [hier|schon|etwa] (treffer|matches|ergebnisse|neue|etwas) [fur (mich|uns)]",
        "(freundesliste|kontaktliste|followerliste)", "wer [hier] ist mir bekannt", "kenne ich [hier|da] [schon] "
        "(jemanden|wen|irgendwen|leute) [hier|da]", f"(neues|neue) (unter|bei|von) ({_OWN})", "(wem|wen) (bin|habe) "
        "ich * * *",
        f"(finde|find|such|suche|suchen|finden|zeig|zeige|schau|guck|zeigen sie|suchen sie|finden sie) [mir"
        f"|uns|mich|sie|nach|fur "
        f"mich] [alle|los|{_PEOPLE}|mal nach]",
        "wer [ist|ist das|ist hier|ist da|ist dabei|alles|sonst|noch|ist noch hier|ist noch da|denn|ist alles hier"
        "|ist alles da]", "wen",
        f"({_OWN}) [auf (x|twitter)|von (x|twitter)|aus (x|twitter)|hier|finden|suchen|zeigen|anzeigen]",
        "[die|eine|meine] (liste|ergebnisse|treffer|resultate|ubereinstimmungen)",
        "(los|los gehts|los geht es|auf gehts|auf geht es|leg los|legen sie los|start|starte|fang an|mach|mach schon"
        "|go|ich bin dran|jetzt ich|bin "
        "dran)", "[was|irgendwas|etwas|gibt es was|gibt es etwas] (neues|neue)", "[gibt es] neuigkeiten", "(ich|mich) "
        "auch",
        "(jemand|irgendwer|irgendjemand) [hier|da|dabei|bekanntes|den ich kenne]", "[gibt es] (neue|bekannte) "
        "(gesichter|leute|treffer)",
        "ich (finde|sehe) (niemanden|keinen|keine|nichts|niemand) *", "wo (sind|stecken|seid) (alle|sie|die|ihr|denn "
        "alle)",
        "(kann|darf|konnte) ich (die|meine) (liste|treffer|ergebnisse) (haben|sehen|bekommen)", "ich (will|mochte"
        "|hatte gern) (die|meine) liste *",
        "(wen|wer) kenne ich [hier|schon]", "gleiches fur mich", "(verbinde|vernetze) mich", "(freunde|leute|follower"
        "|kontakte) (finden|suchen)",
        "(ist|sind) (jemand|welche|schon jemand|schon welche) [hier|da]", "wiederfinden", "suche starten",
    ),
    Request.HELP: (
        "wie (funktioniert|geht|lauft) (dieser|der|das|dieses|dieser|diese|die) [bot|ding|teil|sache|roboter|tool"
        "|dienst]",
        "worum (geht es|geht s|dreht es sich|handelt es sich) [hier|dabei|genau]", "was ist (das prinzip|die idee|der "
        "sinn)",
        "was (genau|denn|eigentlich|alles) (machst|kannst|tust|bist) du [genau|eigentlich|denn|alles]", "(wozu|wofur) "
        "(bist|dienst|taugst) du *", "(gibt es|hast du) (eine|ein|irgendwo eine) (anleitung|hilfe|handbuch|faq"
        "|ubersicht) *",
        "[zu|um|brauche|ich brauche|kleine|etwas|bisschen] hilfe", "(hilf|hilft|helfen sie|helft) [mir|uns] [mal"
        "|weiter]", "sos",
        "(anleitung|befehle|kommandos|menu|optionen|handbuch|faq|doku|dokumentation|info|infos|informationen|details"
        "|erklarung|kontakt|support"
        "|einfuhrung|gebrauchsanweisung)", "[die|eine|alle|liste der] (befehle|anleitung|kommandos)", "[mehr] (infos"
        "|informationen|details)",
        "was (ist das|ist dies|ist quittex|soll das|bist du|geht)", "was", "wie", "wie bitte",
        "wie (geht das|funktioniert das|funktioniert es|geht es|gehts|lauft das)", "(erklar|erklare|erklaren sie) "
        "[mir|uns] [das|es|dich|alles] [mal]",
        "ich (verstehe|kapiere|check|checke|begreife) (das|es|nichts|nur bahnhof|gar nichts) [nicht]", "ich bin "
        "(verwirrt|neu hier|neu|uberfordert)",
        "[ich] (komme|komm) nicht (weiter|klar)", "mehr (dazu|erfahren|wissen)", "(stell|stellen sie) (dich|sich) vor",
        "(wer|was) (bist|seid|sind) (du|ihr|sie) [eigentlich|uberhaupt|denn]", "wer (betreibt|macht|hat|steckt hinter"
        "|leitet|programmiert|verwaltet) "
        "(dich|das|den|diesen|dieses|quittex|dir|ihnen) *", "(bist du|sind sie|ist das) [wirklich|eigentlich] (ein"
        "|eine|echt|serios|offiziell"
        "|menschlich|sicher|vertrauenswurdig) *", "(das|es|nichts) (geht|funktioniert|klappt) [hier] nicht *",
        "nichts (geht|funktioniert)",
        "was (kann|soll|muss|darf) ich (tun|machen|sagen|schreiben|fragen|eingeben) *", "was (kannst|machst) du *",
        "was konnen sie *",
    ),
    Request.COUNT: (
        "(die|deine|eure) zahlen (von heute|des tages|der woche)",
        "(die|deine|eure) zahlen (von heute|des tages|der woche)", "(wie|was) ist der [aktuelle] (stand"
        "|zwischenstand) [jetzt|gerade]",
        "wie viele [leute|menschen|von uns|seid ihr|sind wir|sind es|sind sie|personen|nutzer|konten|accounts"
        "|insgesamt|bisher|jetzt|sind hier|sind da"
        "|sind wir jetzt|sind dabei|sind wir schon]", "wie viel [seid ihr|sind wir|leute]",
        "[die|deine|eure|aktuelle|aktuellen|neueste|neuesten|was sind die] [aktuellen|neuesten] (zahlen|zahl"
        "|statistik|statistiken|zahler|stats|stand|anzahl"
        "|kennzahlen|bilanz|zwischenstand)", "der (stand|zwischenstand) [der dinge]", "aktueller stand", "wo stehen "
        "wir [gerade|jetzt]",
        "(zeig|zeige|gib|nenn|nenne|sag) [mir|uns] (die|deine|eure) [aktuellen|neuesten] (zahlen|statistik"
        "|statistiken)", "wie (lauft|steht) (es|die kampagne)",
    ),
    Request.RESUME: (
        "(weiter|weitermachen|fortsetzen|mach weiter|machen sie weiter|fortfahren|resume|wieder da|weiterreden"
        "|reaktivieren)", "fang wieder an",
        "komm [bitte] (zuruck|wieder)", "(du kannst|du darfst|kannst du|sie konnen|sie durfen) [mir|mit mir] [wieder] "
        "(schreiben|reden|sprechen|antworten"
        "|weitermachen|anfangen|zuruckkommen)", "(schreib|rede|sprich|antworte|schreiben sie|reden sie) [mir|mit mir] "
        "[wieder]",
        "(schreib|rede|sprich) wieder mit mir", "ich habe (es mir|meine meinung) [anders] (uberlegt|geandert)",
        "(meld|melde) (mich|dich) wieder [an]",
        "du (fehlst|fehlst mir)", "ich vermisse dich", "(stummschaltung|stille) (aufheben|aus|beenden)", "wieder "
        "anmelden", "hebe die stille auf",
    ),
    Request.WHY: (
        "(sag|sage|sagen sie) mir (warum|wieso|weshalb)", "(warum|wieso|weshalb|wozu) [er|sie|das|diese|dieser|die"
        "|der|diese person|dieses konto|dieser treffer|ist das "
        "so|gerade die|ausgerechnet die|ausgerechnet der]",
        "(woher|wie) (weisst|wissen) (du|sie) (das|es)", "(woher|wie) (weisst|wissen) (du|sie) das", "(quelle|beleg"
        "|belege)", "was ist (deine|die) quelle",
        "(auf welcher|welche) grundlage", "sagt wer", "wie (kommst du|kommen sie) (darauf|drauf)",
    ),
    Request.PRIVATE: (
        "lieber (per|als|via) (dm|pn|direktnachricht|privatnachricht)",
        "[nur] (privat|per dm|per pn) [antworten|schreiben|bitte]", "nur (privat|per dm) [bitte]",
        "[im|ins|auf|mach|mach es|bleib|lieber|bitte] (privat|privaten|dms|pn|pns|direktnachricht"
        "|privatnachricht|vertraulich|nicht offentlich"
        "|modus privat)", "(als|per|in|via) [einer|eine] (dm|pn|direktnachricht|privatnachricht|privater nachricht"
        "|private nachricht)",
        "private (antwort|antworten|nachricht|nachrichten)", "(schreib|schreibe) mir (privat|eine dm|eine pn)",
        "(nenn|nenne|nennen sie|zitier|zitiere) mich (nicht|nie|nicht mehr|nie mehr) [offentlich]",
        "[bitte] nicht [mehr] [offentlich] nennen", "(nenn|nenne|zeig|zeige|nennen sie|zeigen sie) meinen namen (nicht"
        "|nicht mehr|nie) [offentlich]", "(versteck|verstecke|verbirg) meinen namen",
    ),
    Request.PUBLIC: (
        "(du (kannst|darfst)|sie (konnen|durfen)) meinen namen (nennen|sagen|zeigen|verwenden) [offentlich]",
        "offentlich [ist|ware|geht|ist auch|geht auch] (ok|okay|in ordnung|gut|fur mich ok|klar|recht)",
        "[du (kannst|darfst)] offentlich (antworten|schreiben|reden)", "(nenn|nenne|nennen sie) mich [ruhig]", "[im"
        "|mach|mach es|lieber|bitte] (offentlich"
        "|offentlichen|modus offentlich)", "offentliche "
    "(antwort|antworten)",
        "(du darfst|sie durfen) mich [offentlich] nennen", "(nenn|nenne) mich [ruhig] offentlich",
    ),
    Request.TELL_ME: (
        "jeden (montag|morgen)",
        "(benachrichtige|benachrichtigen sie|informiere|informieren sie|alarmiere|erinnere) (mich|uns) [bitte|daruber]",
        "(sag|sage|sagen sie|gib|geben sie) [mir|uns] [bitte] bescheid (wenn|sobald|falls) * *",
        "(sag|sage|sagen sie|gib|geben sie) (mir|uns) [bitte] bescheid", "bescheid (sagen|geben)", "(halt|halte"
        "|halten sie) (mich|uns) [bitte] auf dem laufenden",
        "(wochentlich|taglich|sofort) [bitte|reicht|reicht mir|genugt|ist gut|ist ok|ware gut|passt|ist in ordnung]",
        "(einmal|ein mal) (pro|die|in der|am) (woche|tag) [reicht|genugt|ist (gut|ok|genug)|bitte] [mir|vollig]",
        "(jede|jeden) (woche|tag|montag)", "(ich mochte|ich will|mochte) [gerne] (benachrichtigt|informiert) werden",
        "benachrichtigungen (an|einschalten|aktivieren)",
        "(wochenubersicht|wochentliche ubersicht|tagliche ubersicht|tagliche zusammenfassung|wochentliche "
        "zusammenfassung)", "(lass|lassen sie) (mich|es mich) wissen",
    ),
    Request.PROVE: (
        "(wie|womit|wo) (weise|zeige|belege|beweise) ich [das|es] (nach|dass|dir|euch) * * *", "(schick|sende|gib) "
        "mir (einen|den|meinen|bitte einen) code",
        "(beweis|beweise|beweisen|nachweis|verifizieren|verifizierung|bestatigen|bestatigung)", "(beweise|verifiziere"
        "|verifizieren sie|bestatige|bestatigen sie|uberprufe"
        "|prufe) (mich|es|mein konto|meine identitat|meinen account|das)", "(mein|der|den|einen|welcher) code", "[was "
        "ist|wo ist|gib mir|schick mir|sende mir] [mein|meinen"
        "|der|den|einen] code", "(wie|womit) (beweise|verifiziere|bestatige|belege) ich *", "(das konto|mein konto"
        "|meinen account) (verifizieren|bestatigen|beweisen)",
        "ich (will|mochte) (es|das|mich) (beweisen|verifizieren|bestatigen)", "mich verifizieren",
    ),
    Request.EXPORT: (
        "welche (daten|infos) (hast|speicherst|haben|speichern) (du|sie)",
        "[alle] meine daten [bitte]", "(export|export|exportieren|exportiere|dsgvo|dsgvo auskunft|datenauskunft"
        "|selbstauskunft|auskunft"
        "|datenexport)", "meine daten (exportieren|herunterladen"
        "|anzeigen|sehen|zeigen)", "[was sind|zeig mir|zeige mir|zeig|zeige] meine (einstellungen|daten|optionen|wahl"
        "|zustimmungen|einwilligungen)",
        "(exportiere|exportieren sie) (mich|alles|meine daten)", "(hast du|haben sie|habt ihr|gibt es) [irgendwelche"
        "|irgendwas] (daten|infos|informationen|etwas|was) "
        "(uber|von) (mich|mir) * *",
    ),
}  # fmt: skip

_NUMBERS: Final = "(#|zehn|zwanzig|dreissig|vierzig|funfzig|hundert|tausend|funf|zwei|drei|vier|sechs|sieben|acht|neun)"

INSIDE: Final = {
    Request.PLEDGE: (
        f"ich (gehe|verlasse|wechsle|bin weg|losche|komme|steige|ziehe|mache|verschwinde|wurde) [_] [_] [_] [_] (wenn"
        f"|falls|sobald) * {_NUMBERS}",
        f"(wenn|falls|sobald) * {_NUMBERS} * (gehen|verlassen|wechseln|mitmachen|mitkommen|gehn|umziehen) [x|twitter] "
        f"[auch] (gehe|verlasse|wechsle|bin|komme|mache|dann"
        "|ich)",
    ),
    Request.EXPORT: (
        "(gib|geben|schick|schicke|sende|senden|zeig|zeige|zeigen|exportiere|exportieren|herunterladen|kopie|will"
        "|mochte|bekommen|auskunft|hatte) * meine [personlichen"
        "|gespeicherten] daten", "meine [personlichen|gespeicherten] daten * (sehen|haben|herunterladen|exportieren"
        "|bekommen|einsehen|anzeigen)",
        "was (weisst|wissen|hast|haben|speicherst|speichert|speichern) (du|sie|ihr) [alles] (uber|von) (mich|mir)",
        "(was|alles) * (uber|von) (mich|mir) (gespeichert"
        "|weisst|hast|wisst|habt|speicherst)", "welche (daten|infos|informationen) * (uber|von) (mich|mir)", "kopie "
        "meiner daten", "auskunft uber meine daten",
        "(ist|sind|steht|stehen) (meine|mein|meinen) [x|twitter] (id|ids|nummer|konto|account|name|daten|kennung) "
        "[nummer] (in|bei) (deinen|euren|ihren|deiner|eurer|der|den|dir"
        "|euch|ihnen)", "(bin|stehe) ich (in|auf) (deiner|eurer|der|ihrer|deinen|euren) (datenbank|liste|kartei|daten"
        "|dateien)", "meine einstellungen",
    ),
    Request.TELL_ME: (
        "(benachrichtige|benachrichtigen|informiere|informieren|sag|sage|sagen|gib|geben|melde|meld|melden|schreib"
        "|schreibe|erinnere|warne|alarmiere) [sie] (mir|mich|uns|dich) * "
        "(wenn|sobald|falls|bei|uber neue|jede|jeden|taglich|wochentlich|sofort|wer neu)", "(benachrichtige"
        "|benachrichtigen sie|informiere|informieren sie) mich",
        "(sag|sage|sagen sie|gib|geben sie) [mir|uns] * bescheid", "auf dem laufenden", "(mochte|will|wurde gern|kann "
        "ich) [gerne] * (benachrichtigt|informiert) werden",
        "(wochentlich|taglich|einmal die woche) (reicht|genugt|bitte)", "(lass|lassen sie) * mich wissen (wenn|sobald"
        "|wer|falls)",
    ),
    Request.PRIVATE: (
        "(antworte|antworten|schreib|schreibe|schreiben|schick|schicke|sende|rede|reden|sag|sage|zeig|zeige|zeigen"
        "|kommunizieren|antworten) * (privat|per dm|per pn|als dm|als pn"
        "|in dms|per direktnachricht|als direktnachricht|per privatnachricht|im privaten)", "(nenn|nenne|nennen sie) "
        "mich nicht (offentlich|mehr offentlich)",
    ),
    Request.PUBLIC: ("(antworte|antworten|schreib|schreibe|schreiben|rede|reden|sag|sage) * offentlich",),
    Request.WHY: (
        "(warum|wieso|weshalb) (zeigst|nennst|schlagst|empfiehlst|sagst|steht|wird|werden|sehe|bekomme|hast|ist"
        "|glaubst|denkst|meinst|sind|habe|schreibst) (du|sie|mir|er|es|ich|mich|das"
        "|die|der|diese|dieser|dieses) *", "(warum|wieso|weshalb) (diese|dieser|dieses) (person|account|konto|treffer"
        "|name|vorschlag)", "(woher|wie) (weisst|wusstest|kennst|kommst"
        "|hast) du (das|dass|darauf|ihn|sie|diese|den)",
    ),
    Request.PROVE: (
        "(wie|kann|will|mochte|wo|muss|womit|bereit) * (beweisen|verifizieren|bestatigen|nachweisen|belegen)",
        "(beweisen|verifizieren|bestatigen|nachweisen|belegen) dass ich",
        "(verifizier|verifiziere|bestatige|prufe) (mich|mein|meine|meinen|dass ich)",
    ),
    Request.FIND: (
        f"(kannst du|konntest du|konnen sie|konnten sie|such|suche) * ({_OWN})", "(zeig|zeige|zeigen sie) [mir|uns] "
        "alle [meine|die] (treffer|ergebnisse|freunde|matches)", f"(welche|welcher|wer|wie viele|einige|alle) [_] "
        f"(von|meiner) ({_OWN})",
        f"{_FIND} [sie|du] [mir|uns|mich|mal|nach|fur mich|heraus|raus|bitte] [wo|welche|ob|nach|alle|mal|von] "
        f"({_OWN})",
        f"{_FIND} [sie|du] [mir|uns|mich|mal|nach|fur mich|bitte] [ob|alle|nach] ({_PEOPLE}) [_] [_] [_] (folgte"
        f"|folge|gefolgt|kenne|kannte|folgten|folgen|hier|{_HERE})",
        f"({_OWN}) [_] [_] [_] [_] (finden|suchen|wiederfinden|sehen|zeigen|wiedersehen|anzeigen|finde|suche"
        f"|wiederzufinden|entdecken|{_HERE})",
        f"wer * (meinen|meiner|meine|mein|meinem|von|unter|aus) * {_HERE}", f"wer (ist|sind|war|hat|kam|kommt|folgt"
        f"|hat es|ist denn|ist schon|ist alles|alles ist|von) * {_HERE}",
        "wer (von|unter|aus) (meinen|meiner|den|denen|meinem|unseren)", "wer [_] [_] (ist|ist alles|ist schon|ist "
        "noch|ist sonst) (hier|da|dabei|umgezogen|angekommen|gewechselt)",
        "(wem|wen|denen|dem) ich [_] [_] [_] (folgte|folge|gefolgt|kenne|kannte|gefolgt bin|gefolgt war)", "(wer|die) "
        "mir [_] [_] (folgte|folgten|gefolgt|folgt|folgen)",
        f"(wo|sind|ist|gibt es|habe ich|seid|welche|welcher|kennst du) * ({_OWN})", f"({_OWN}) * {_HERE}", "(wen|wem) "
        "(kenne|kannte|folge|folgte|kann|soll|konnte) ich *",
        "(ist|sind) (jemand|irgendwer|irgendjemand|leute|welche) [_] [_] (hier|da|den|die|von|aus|dabei"
        "|angekommen|bekannt)", "jemand (hier|da) [_] [_] (kenne|kenn|kennt|bekannt)",
        "(ich|wir) (suche|suchen|such) [_] [nach] ({_OWN}|alte|alten|leute|freunde|bekannte|menschen|leuten|meine"
        "|meinen)".replace("{_OWN}", _OWN),
        "wer (folgte|folgt|folgten) mir", "(gibt es|ist|sind) [hier|da|schon] (jemand|jemanden|leute|wen|wer) [hier"
        "|da] (den|die|der|von|dem|denen)", "habe ich [hier|da|schon] [_] (freunde|bekannte|kontakte)", "ich (suche"
        "|such) (nach)", "wie viele (von|meiner|meine|meinen|freunde|leute die ich|denen ich|der leute"
        "|leute denen|menschen denen|follower)",
        "wie viele * (ich|mir) (folgte|folge|gefolgt|kenne|kannte|folgten)", "(neue|alte) (treffer|freunde|kontakte"
        "|matches|bekannte)", "(finde|find|such|suche) [sie] (mich|mir|uns) [_]",
        "(kannst|konntest|konnen|wurdest|konnten) (du|sie) [mir|mich|uns|mal|bitte] [_] [_] [_] [_] (finden|suchen"
        "|zeigen|raussuchen|heraussuchen|verbinden|wiederfinden|vernetzen)",
        "(hilf|helfen) * (finden|suchen|wiederfinden|wiederzufinden)", "(will|mochte|wurde) * (freunde|leute|kontakte"
        "|follower|bekannte) * (finden|wiederfinden|suchen)",
        "(zeig|zeige|zeigen|sag|sage|sagen|nenn|gib) [sie] (mir|uns) * (wer|wen|alle|leute|liste|treffer|freunde)",
        "wer (ist|sind) (noch|sonst|schon|alles|bereits) *",
        "(sehen|wissen|erfahren|schauen|gucken) wer *", "(jemanden|leute) den ich kenne", "von (x|twitter) "
        "wiederfinden", "leute von (x|twitter|fruher)",
    ),
    Request.COUNT: (
        "wie viele [_] (menschen|leute|nutzer|konten|accounts|personen|mitglieder|sind|seid|haben|teilnehmer"
        "|anmeldungen|registrierte|registriert|angemeldet|nutzerinnen|stimmen|ankunfte|umgezogen"
        "|wechsler|folks|user)", "(anzahl|zahl) (der|von|an) (leute|menschen|nutzer|mitglieder|personen|konten"
        "|teilnehmer|ankunfte|anmeldungen|stimmen)",
        "(zeig|zeige|gib|nenn|nenne|sag|was sind|kenne|sehen) [mir|uns] (die|deine|eure) [aktuellen|neuesten] (zahlen"
        "|statistik|statistiken|zahler|kennzahlen)", "wie gross (ist|seid|sind)",
        "wie viel (leute|menschen|sind|seid)",
    ),
    Request.HELP: (
        "was (passiert|geschieht) (wenn|falls|nachdem) *",
        "wie (das|es|dies|der bot|dieser bot) [hier] (geht|funktioniert|lauft)", "(sagen|erklaren|zeigen) wie",
        "(hilf|hilft|helft|helfen sie) (mir|uns)", "(brauche|brauch|benotige) * hilfe", "(kannst|konntest|konnen"
        "|konnten) (du|sie) (mir|uns) [_] [_] (helfen|erklaren|sagen wie|weiterhelfen)",
        "wie (kann|geht|funktioniert|mache|muss|soll|komme|lauft|verlinke|verknupfe|nutze|benutze|melde|registriere"
        "|verbinde|lade|bekomme|verlasse|kommt|kundige|losche|finde|geb|gebe|wechsle) "
        "(ich|man|das|es|dieser|der|die|meine|mein|mich|dieses|quittex) *", "wie (funktioniert|geht|lauft) *", "wie "
        "macht man *", "was (kannst|machst|tust|bist) du", "was (konnen|machen|sind) sie",
        "was (ist|macht|soll) (das|dieser|quittex|mastodon|bluesky|das fediverse|der bot|dies|hier|die kampagne) *",
        "was (kann|soll|muss|darf) ich [_] [_] (tun|machen|sagen|schreiben|fragen|hier)",
        "wer (steckt|hat dich|hat das|betreibt|bist|seid|ist dein|ist euer|macht|leitet|verantwortet|programmiert"
        "|steht) *", "(bist|seid) (du|ihr) [_] [_] (bot|roboter|mensch|ki|maschine|programm|echt)",
        "(verstehe|versteh|kapier|kapiere|check|checke|weiss|raff|raffe|begreife) (das|es|nicht|nichts|nur|gar|leider"
        "|hier|ich|immer)", "(das|es) (geht|funktioniert|klappt) (nicht|bei mir nicht)",
        "ich habe [mal] (eine|ein|noch eine) (frage|problem|fragen)", "ich bin (verwirrt|neu hier|neu"
        "|aufgeschmissen)", "(erklar|erklare|erklaren sie) (mir|uns|das|es|bitte|doch|mal)",
        "(will|mochte|kann|wo) * (mitmachen|teilnehmen|registrieren|anmelden|starten|anfangen)", "(welche|was fur) "
        "(befehle|kommandos|optionen|funktionen) *", "(mehr) (uber|zu) (dich|dir|das|quittex|die kampagne)",
        "(wo|wie) * (anleitung|hilfe|archiv)",
    ),
}  # fmt: skip

GERMAN: Final = Language(
    code="de",
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
