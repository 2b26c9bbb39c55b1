"""The German words that leave no doubt: what they ask cannot be undone, or silences us."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request

_WRITE: Final = (
    "(schreiben|zu schreiben|antworten|zu antworten|nerven|zu nerven|storen|zu storen|belastigen|zu belastigen"
    "|kontaktieren"
    "|zu kontaktieren|anschreiben|anzuschreiben|erwahnen|zu erwahnen|taggen|zu taggen|markieren|zu markieren|spammen"
    "|zu spammen"
    "|zuzuspammen|pingen|zu pingen|anzupingen|folgen|zu folgen|stalken|reden|zu reden|texten|anzutexten|benachrichtigen"
    "|zu benachrichtigen|belagern|posten|zu posten|kommentieren|zu kommentieren)"
)
_WRITES: Final = (
    "(schreib|schreibe|schreiben sie|antworte|antworten sie|nerv|nerve|nerven sie|stor|store|storen sie|kontaktiere"
    "|kontaktieren sie|erwahne|erwahnen sie|tagge|taggen sie|markiere|markieren sie|spamm|spamme|belastige|belastigen "
    "sie"
    "|folg|folge|rede|reden sie|ping|pinge|sprich|sprechen sie|kommentiere)"
)
_CAN: Final = (
    "[kannst du|konntest du|konnen sie|konnten sie|wurdest du|wurden sie|du (kannst|sollst|musst|solltest)|sie "
    "(sollen|mussen)"
    "|ich (will|mochte) dass (du|sie)|willst du|du sollst]"
)
_MY_DATA: Final = (
    "([alle|alles] (meine|die) [personlichen|gespeicherten] (daten|infos|informationen|angaben|spuren) [uber mich|von "
    "mir]"
    "|alles [was du] [uber mich] [weisst|hast|gespeichert hast] [uber mich]|(mein|meinen|meine) (profil|konto|account"
    "|registrierung|anmeldung|eintrag|verlauf))"
)
_ANSWER: Final = (
    "(deine|diese|die|ihre) [letzte] (antwort|nachricht)|(deinen|diesen|den|dein|dieses|das) [letzten|letztes] (post"
    "|beitrag"
    "|kommentar|toot|tweet|troet|skeet)"
)

WHOLE: Final = {
    Request.STOP: (
        "(nie wieder|nie mehr) [eine|irgendeine] (nachrichten|nachricht|benachrichtigungen|dms|post)",
        "(stop|stopp|aufhoren|ruhe|schweig|schweige|schweigen sie|still|stille|abmelden|abbestellen|silence|halt "
        "stopp)",
        "(sei|seid|seien sie) (still|ruhig|leise)", "halt (die klappe|den mund|die fresse|den rand)", "klappe zu",
        f"{_CAN} (hor|hore|horen sie|hort) [bitte|sofort|endlich] auf [damit|mit (den|deinen|diesen) (nachrichten"
        "|benachrichtigungen|antworten)|mich|mir]",
        f"{_CAN} (hor|hore|horen sie) [bitte|sofort|endlich] auf (mich|mir) {_WRITE}",
        f"(kannst du|konntest du|konnen sie|konnten sie|wurdest du|wurden sie) [damit] aufhoren [(mich|mir) {_WRITE}]",
        "(stopp|stoppe|stoppen sie|stop|beende|beenden sie) (das|es|damit|die nachrichten|deine nachrichten|den spam"
        "|alle nachrichten|diese nachrichten)", "(kannst du|konnen sie) das (stoppen|beenden|lassen)",
        f"{_WRITES} (mir|mich|uns|mit mir) (nicht mehr|nie wieder|nie mehr|nicht|niemals wieder|nicht wieder) [an|zu"
        f"|voll]",
        f"{_WRITES} (nicht mehr|nie wieder|nie mehr) [auf|unter|bei] [meine|meinen|meinem|mir] [posts|beitrage"
        f"|beitragen"
        "|nachrichten]",
        f"ich (will|mochte) [dass] (du|sie) (mir|mich) (nicht mehr|nie wieder) {_WRITE}",
        "ich (will|mochte|wunsche) (keine|keine weiteren|keinerlei) (nachrichten|benachrichtigungen|antworten|posts"
        "|post|dms) "
        "[mehr] [von dir|von ihnen] [mehr|erhalten|bekommen|haben]",
        "ich (will|mochte) nichts mehr [von dir] (horen|lesen|bekommen|erhalten) [von dir]",
        "ich (will|mochte) nicht [mehr|langer] [von dir] (kontaktiert|angeschrieben|erwahnt|gestort|belastigt|markiert"
        "|angepingt|genervt) werden", "(keine|keine weiteren) (nachrichten|benachrichtigungen|antworten|dms"
        "|mitteilungen) [mehr]",
        "[kannst du|konntest du|konnen sie|konnten sie|bitte] [(lass|lasst|lassen sie|lass uns)] (mich|uns) [bitte"
        "|endlich] in "
        "(ruhe|frieden) [lassen]", "(lass|lasst|lassen sie) (mich|uns) [bitte|endlich] (in ruhe|in frieden|zufrieden)",
        "(lass|lassen sie) (das|es|den quatsch|den scheiss) [sein|bleiben]", "(hau|hauen sie|geh|verschwinde|zieh) "
        "[ab|weg|leine]",
        "(meld|melde|melden sie) (mich|uns) ab", "(bestell|bestelle|bestellen sie) (mich|das) ab", "[ich (will"
        "|mochte)] mich abmelden",
        "ich (will|mochte) (das|die nachrichten) abbestellen", "(nimm|nehmen sie) mich (von|aus) (der|deiner|ihrer) "
        "liste",
        "(unterlass|unterlasse|unterlassen sie) das", "nicht mehr [mir|mich] (schreiben|antworten|kontaktieren"
        "|anschreiben|storen|nerven|belastigen)", "(hor|hore|horen sie) [bitte|endlich] auf mir [so viele|standig"
        "|immer] (nachrichten|benachrichtigungen|dms) zu (schicken|senden|schreiben)", "kein (wort|mucks) mehr",
        "(kein|keinen) kontakt mehr",
        "(ich sage|ich sagte|sagte ich) (stop|stopp)", "kein spam [mehr]", "schluss (mit dem spam|mit den nachrichten)",
        "(schalt|schalte) (mich|dich) stumm",
    ),
    Request.FORGET: (
        "(vergiss|vergesst|vergessen sie) mich [bitte|vollstandig|komplett|fur immer]",
        f"(losch|losche|loschen sie|loscht|entfern|entferne|entfernen sie|vernichte|vergiss|tilge) {_MY_DATA} [bitte"
        f"|sofort"
        "|komplett|vollstandig|wieder]",
        f"(kannst du|konntest du|konnen sie|konnten sie|du sollst|wurdest du) {_MY_DATA} (loschen|entfernen|vergessen"
        f"|vernichten)",
        "(losch|losche|loschen sie|entfern|entferne|entfernen sie) mich [komplett|vollstandig] [aus (deiner|der|ihrer"
        "|eurer) "
        "(datenbank|kartei|registrierung)]",
        "ich (will|mochte) [dass] (vergessen|geloscht|entfernt) werden",
        f"ich (will|mochte|verlange|fordere) [dass] {_MY_DATA} (loschen|geloscht werden|geloscht haben|loschen lassen)",
        f"{_MY_DATA} loschen", "[mein] recht auf (vergessenwerden|loschung|vergessen werden)",
        "ich (mache von meinem|nutze mein|berufe mich auf mein) recht auf (loschung|vergessenwerden) [gebrauch]",
        "ich (verlange|fordere|beantrage) die loschung (meiner daten|meines kontos|aller meiner daten|meiner "
        "personlichen daten)",
    ),
    Request.DELETE: (
        "(loschen|losch|losche|entfernen|entferne|loscht|loschen sie|ruckgangig|entfernen sie)",
        f"(losch|losche|loschen sie|entfern|entferne|entfernen sie|nimm|nehmen sie) (das|es|{_ANSWER}) [wieder|zuruck"
        f"|weg]",
        f"(kannst du|konntest du|konnen sie|konnten sie|du sollst) (das|es|{_ANSWER}) [wieder] (loschen|entfernen"
        f"|zurucknehmen)",
        f"(das|{_ANSWER}) [bitte|wieder] (loschen|entfernen)", "(mach|machen sie) das (weg|ruckgangig)",
        "(losch|losche|loschen sie) was du (geschrieben|gesagt|gepostet) hast",
    ),
    Request.NOT_ME: (
        "(nicht ich|ich nicht)", "das (bin|war) nicht ich", "das (bin|war) ich [gar|aber|wirklich|definitiv|doch] "
        "nicht", "(bin|war) ich nicht",
        "das (ist|war) [gar|aber|definitiv] nicht (mein konto|mein account|meins|mein profil|meines|die richtige "
        "person|der richtige"
        "|die richtige|er|sie|ich)", "[nein] (das|dieses) [x|twitter] konto (ist nicht meins|gehort mir nicht|ist "
        "nicht meines|bin ich "
        "nicht)",
        "(dieser|der) account (ist nicht meiner|gehort mir nicht|bin ich nicht)", "das gehort mir nicht", "nicht mein "
        "(konto|account)",
        "(falsche|verkehrte|nicht die richtige) (person|konto)", "(falscher|falsches) (account|konto|mensch|treffer)",
        "(das|hier) (ist|war) (die falsche person|das falsche konto|der falsche account|jemand anderes|jemand anders"
        "|ein anderer)",
        "ich bin [gar|das] nicht (diese|die) person", "(verwechslung|personenverwechslung)",
        "(du verwechselst|sie verwechseln) mich", "ich bin (das|es) nicht",
    ),
    Request.INSTANCE_STOP: (
        "instanz (stop|stopp)", "(stop|stopp) [fur die|der] instanz", "instance (stop|stopp)", "(server|instanz) stopp",
    ),
}  # fmt: skip
