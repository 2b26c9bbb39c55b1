"""How people say in German who may find them, how often they want to be told, and that they might be forgotten."""

from __future__ import annotations

from typing import Final

from bot.domain.consent import Told

CHOICES: Final = {
    ("found", "nobody"): (
        "(versteck|verstecke|verstecken sie|verbirg|verberge|verbergen sie) mich [vor (allen|anderen|den anderen"
        "|jedem)]",
        "[kannst du|konnen sie] mich (verstecken|verbergen|unsichtbar machen)", "(mach|mache|machen sie) mich "
        "unsichtbar",
        "(niemand|keiner) (darf|soll|kann) mich (finden|sehen)",
        "(zeig|zeige|zeigen sie) mich (niemandem|keinem|niemand|nicht an|nicht|nicht mehr)",
        "ich (will|mochte) [hier] nicht [mehr] (gefunden|gesehen|angezeigt|aufgelistet|sichtbar) [werden|sein]",
        "ich (will|mochte) (unsichtbar|versteckt|verborgen) (sein|bleiben)",
    ),
    ("found", "followed"): (
        "nur [die] (leute|menschen|personen|die|diejenigen|konten|accounts|wer) [die|denen|wem] ich [auf (x|twitter)] "
        "(gefolgt"
        "|folgte|folge) [bin] [auf (x|twitter)] (durfen|darf|sollen|soll|konnen|kann) mich (finden|sehen)",
        "nur (leute|menschen|personen|die|diejenigen|konten) denen ich [auf (x|twitter)] (gefolgt bin|folgte|folge) "
        "[auf (x"
        "|twitter)] (durfen|sollen|konnen) mich (finden|sehen)",
        "(zeig|zeige|zeigen sie) mich nur (denen|den leuten|leuten|personen|menschen) denen ich [auf (x|twitter)] "
        "(folgte|folge"
        "|gefolgt bin)", "(zeig|zeige|zeigen sie) mich nur (denen|leuten) (die ich kenne|den ich folgte)",
    ),
    ("found", "network"): (
        "(mein ganzes netzwerk|mein gesamtes netzwerk|mein netzwerk|alle|jeder|meine follower auch) (darf|durfen|soll"
        "|sollen"
        "|kann|konnen) mich (finden|sehen)", "(zeig|zeige|zeigen sie) mich (allen|jedem|wieder|meinem [ganzen] "
        "netzwerk)",
        "(mach|mache|machen sie) mich [wieder] (sichtbar|auffindbar)", "(versteck|verstecke) mich nicht [mehr|langer]",
        "ich (will|mochte) [wieder] (sichtbar sein|gefunden werden|auffindbar sein)",
    ),
    ("counted", "no"): (
        "(zahl|zahle|zahlen sie) mich nicht [mehr] [mit]", "(nimm|nehmen sie) mich aus (der statistik|den zahlen|dem "
        "zahler)",
        "ich (will|mochte) nicht [mehr] (gezahlt|mitgezahlt) werden", "(lass|lasst) mich aus (der statistik|den "
        "zahlen) [raus]",
        "hor auf mich (zu zahlen|mitzuzahlen)",
    ),
    ("counted", "yes"): (
        "(zahl|zahle|zahlen sie) mich [wieder|auch|doch] mit", "(zahl|zahle|zahlen sie) mich (wieder|auch|erneut)",
        "du (kannst|darfst) mich [wieder] (zahlen|mitzahlen)", "ich (will|mochte) [wieder] (gezahlt|mitgezahlt) werden",
    ),
}  # fmt: skip

UNSURE: Final = (
    "(losch|losche|loschen|loscht|losch bitte|entfern|entferne|entfernen|vergiss|vergessen) [sie|du|bitte] [alle] "
    "(mich|mein "
    "(konto|account|profil)|meine (daten|infos|angaben|informationen))",
    "(loschst|entfernst|vergisst) du [bitte] (mich|mein (konto|account|profil)|meine (daten|infos|angaben))", "(mich"
    "|mein (konto|account|profil)|meine (daten|infos|angaben|informationen)) [_] [_] (loschen|geloscht|entfernen"
    "|entfernt"
    "|vergessen|loscht)", "(loschung|entfernung) (meiner daten|meines (kontos|accounts|profils)|von meinen daten)",
    "recht auf (vergessenwerden|loschung|vergessen)", "vergessen werden",
)

OFTEN: Final = {
    Told.NEVER: (
        "(benachrichtige|benachrichtigen sie|informiere|informieren sie|erinnere|warne) mich (nicht mehr|nicht|nie "
        "mehr|nie wieder)"
        " [(uber|bei) [neue|neuen] (ankunfte|ankunften|neuankommlinge|neuen)|wenn *]",
        "(sag|sage|sagen sie) mir (nicht mehr|nicht) [bescheid] (wenn|wer|uber|bescheid) *",
        "(gib|geben sie) mir (nicht mehr|nicht|keinen) bescheid [mehr]",
        "hor auf mich [uber (neue|die) (ankunfte|neuen)] zu (benachrichtigen|informieren) [uber (neue|die) (ankunfte"
        "|neuen)]",
        "keine (ankunfte|meldungen uber ankunfte|zusammenfassung|zusammenfassungen|digests|alarme) mehr",
        "(stopp|stoppe|beende|schalte) (die|den|das) (wochentlichen|tagliche|tagesdigest|digest|zusammenfassung"
        "|alarme) [ab|aus]",
        "ich (will|mochte) (nicht mehr|nicht|nicht langer) (benachrichtigt|informiert|erinnert) werden [uber *|wenn *]",
    ),
    Told.WEEKLY: ("(wochentlich|woche|wochen|montag|montags|wochentliche|wochenubersicht)",),
    Told.DAILY: ("(taglich|tagliche|taeglich)", "(jeden|pro|am) (tag|morgen)", "jeden (abend|tag|morgen)"),
    Told.AT_ONCE: (
        "(sofort|sobald|umgehend|unverzuglich|direkt|in echtzeit|augenblicklich)", "(jedes|jede|jeden) (mal|ankunft"
        "|stunde)",
        "immer wenn",
    ),
}  # fmt: skip
