"""What people decide about themselves in Italian: how often to be told, to be found or counted or not, yes and no."""

from __future__ import annotations

from typing import Final

from bot.domain.consent import Told

OFTEN: Final = {
    Told.NEVER: (
        "non (avvisarmi|avvertirmi|notificarmi|informarmi|aggiornarmi) (piu|mai piu)", "non mi (avvisare|avvertire"
        "|avvisi|informare|notificare|aggiornare) piu", "(smettila|smetti|basta) [di] (mandarmi|inviarmi|darmi) "
        "avvisi", "(smettila|smetti|basta) [di] (avvisarmi|avvertirmi|notificarmi"
        "|aggiornarmi|avvisi)", "non voglio [piu] [ricevere|piu] (avvisi|avvisi sugli arrivi|essere avvisato|essere "
        "avvisata|che mi avvisi|aggiornamenti)", "(disattiva|togli|spegni|elimina|ferma) (gli avvisi|i miei avvisi|le "
        "notifiche degli arrivi)", "(niente|nessun) (avvisi|avviso|aggiornamenti)", "non avvisarmi",
    ),
    Told.WEEKLY: ("(settimana|settimane|settimanale|settimanalmente|settimanali|lunedi)",),
    Told.DAILY: (
        "(ogni|tutti i|al|tutte le) (giorno|giorni|mattina|mattine|mattino)", "(giornaliero|giornaliera|giornalieri"
        "|giornaliere|quotidiani|quotidiano"
        "|quotidiana|quotidianamente|giornalmente)",
    ),
    Told.AT_ONCE: (
        "(subito|immediatamente|all istante|sul momento|in tempo reale|seduta stante|istantaneamente|senza aspettare)",
        "(appena|non appena|ogni volta) ", "(ogni|tutte le) (ora|ore|arrivo|volta)",
    ),
}  # fmt: skip

CHOICES: Final = {
    ("found", "nobody"): (
        "(nascondimi|nascondetemi|rendimi invisibile|occultami|mi nasconda)",
        "(voglio|puoi|potresti|vorrei) (nascondermi|essere invisibile|restare invisibile|rimanere nascosto|rimanere "
        "nascosta|sparire dalle ricerche)", "nascondimi (a|da) (tutti|chiunque|tutte)",
        "non (mostrarmi|farmi vedere|farmi trovare) [a (nessuno|tutti)] [piu]", "non mi mostrare [a nessuno|piu]",
        "non voglio (che mi trovino|essere trovato|essere trovata|che qualcuno mi trovi|apparire|comparire|che mi "
        "trovi "
        "nessuno|essere visibile|farmi trovare)", "nessuno deve trovarmi", "[voglio] che nessuno mi (trovi|veda"
        "|cerchi)",
    ),
    ("found", "followed"): (
        "(mostrami|fammi trovare|fatemi trovare|fammi vedere|mi mostri) (solo|soltanto|solamente) (a|da) (chi|quelli "
        "che|le persone che|coloro che) (seguivo|seguo)",
        "(solo|soltanto) (chi|quelli che|le persone che) (seguivo|seguo) (puo|possono|mi puo|mi possono) (trovarmi"
        "|vedermi|trovare|vedere)",
    ),
    ("found", "network"): (
        "[voglio] che mi (trovino|vedano|cerchino|possano trovare)", "(mostrami di nuovo|rendimi visibile|mostrami "
        "alla mia rete|mostrami a tutti|fammi trovare|voglio essere "
        "visibile|possono trovarmi|voglio farmi trovare|voglio essere trovato|voglio essere trovata|non nascondermi piu"
        "|mostrami a tutta la mia rete)",
    ),
    ("counted", "no"): (
        "non (contarmi|contatemi|mi contare|mi conti|includermi nelle statistiche|contarmi nelle statistiche) [piu]",
        "non voglio (essere contato|essere contata|che mi conti|stare nelle statistiche|entrare nelle statistiche"
        "|comparire nei numeri)", "(toglimi|levami|escludimi) (dalle statistiche|dai contatori|dal conteggio|dai "
        "numeri)",
    ),
    ("counted", "yes"): (
        "(contami|contatemi|includimi) [di nuovo|anche|pure|nelle statistiche|nel conteggio|anche me]",
        "(puoi|potete) contarmi [di nuovo|pure]", "voglio essere (contato|contata)", "conta anche me",
    ),
}  # fmt: skip

YES: Final = (
    "(si|certo che si|ma certo|si certo|certo|va bene|d accordo|certamente|accetto|sisi|ok va bene|confermo"
    "|volentieri|sicuro|senz altro|ok|esatto)",
)
NO: Final = (
    "(no|nono|assolutamente no|non voglio|meglio di no|per niente|no grazie|rifiuto|certo che no|direi di no)",
)

UNSURE: Final = (
    "(puoi|potresti|puo|si puo|come|voglio|vorrei|mi piacerebbe|e possibile|posso) [_] [_] (cancellarmi|eliminarmi"
    "|dimenticarmi|rimuovermi|cancellare il mio account|cancellare i miei dati|eliminare il mio account|eliminare i "
    "miei"
    " dati|cancello i miei dati|cancello il mio account|elimino i miei dati|elimino il mio account|mi cancello"
    "|cancellare tutto|eliminare tutto|far cancellare|sparire)",
    "(cancellami|eliminami) (tutto|il mio nome|il mio utente)", "(elimina|cancella) (il mio nome|il mio utente)",
    "(cancelli|elimini|cancellate) i miei dati", "voglio sparire", "(cancellami|eliminami|rimuovimi|cancellatemi"
    "|rimuovetemi) (dalla|da questa) [tua|vostra]"
    " lista", "^ (mi dimentichi|mi cancelli|mi elimini) $",
)  # fmt: skip
