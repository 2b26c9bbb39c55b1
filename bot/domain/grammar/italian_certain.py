"""What people order in Italian in words that leave no doubt: stop, forget, delete, not me."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request

_WRITING_ME: Final = (
    "(scrivermi|parlarmi|rispondermi|contattarmi|disturbarmi|notificarmi|menzionarmi|taggarmi|spammarmi|assillarmi"
    "|molestarmi|infastidirmi|seccarmi|tormentarmi|importunarmi|citarmi|scocciarmi|stressarmi|perseguitarmi"
    "|mandarmi messaggi|inviarmi messaggi|commentarmi|rompermi [le palle|le scatole|i coglioni|l anima]|pingarmi)"
)
_WRITING: Final = (
    "(scrivere|parlare|rispondere|disturbare|spammare|commentare|taggare|menzionare|mandare messaggi|inviare messaggi"
    "|rompere [le palle|le scatole|i coglioni]|assillare|contattare)"
)
_WRITE: Final = (
    "(scrivere|parlare|rispondere|contattare|disturbare|taggare|menzionare|molestare|notificare|spammare|assillare"
    "|seccare|citare|mandare|inviare|scriva|parli|risponda|contatti|disturbi|tagghi|menzioni|mandi|invii|scriviate"
    "|infastidire|importunare|rompere)"
)
_THINGS: Final = (
    "[piu|i|tuoi|i tuoi|questi|altri|le|le tue|tue|altre|queste|nessun|nessuna|alcun] (messaggi|messaggio|notifiche"
    "|notifica|risposte|risposta|dm|spam|menzioni|roba|cose|mail)"
)
_MORE: Final = "[piu|mai piu|mai|niente|nulla|ancora|di nuovo|piu niente|piu nulla|ora in poi]"
_CAN: Final = (
    "[puoi|potresti|puo|potrebbe|vuoi|vorrei che|voglio che|vorrei che tu|ti prego di|ti chiedo di|le chiedo di|devi"
    "|ti dispiace|mi faccia il favore di|fammi il favore di|abbi la cortesia di|potete]"
)
_MUST: Final = f"({_CAN[1:-1]})"
_MY_DATA: Final = (
    "([tutti] (i miei dati|i dati) [personali] [miei|su di me|che mi riguardano|che hai su di me|che hai]"
    "|[tutte] le informazioni [personali] (su di me|che (hai|avete|conservi) su di me|che mi riguardano)|[tutte] le "
    "mie (informazioni|info|tracce) [personali]|tutto (quello|cio) che (sai|hai|abbiate|avete|sapete|sia"
    "|conservi|hai salvato) (di"
    "|su di|su) me|tutto (di|su di) me|tutto cio che mi riguarda|il mio (profilo|account|storico|nominativo)|la mia "
    "(iscrizione|registrazione|scheda))"
)
_FROM_HERE: Final = (
    "[dal (tuo|vostro|suo) (database|archivio|sistema|registro|elenco)|dal (database|registro|sistema)|dalla (tua"
    "|vostra) banca dati|dai (tuoi|vostri) (archivi|database|dati)|completamente|del tutto|per sempre"
    "|definitivamente|da qui]"
)
_ANSWER: Final = (
    "((la tua|questa|quella|la|la sua) [ultima] (risposta|pubblicazione)|(il tuo|questo|quel|il|quello|il suo) [ultimo]"
    " (messaggio|post|tweet|toot|commento)|(quello|cio) che hai (scritto|detto|pubblicato|appena scritto|appena detto)"
    "|questo|quello) [precedente|di prima]"
)

WHOLE: Final = {
    Request.STOP: (
        "(stop|silenzio|zitto|zitta|taci|taccia|tacete|fermati|smettila|la smetta|smettetela|finiscila|piantala"
        "|sta zitto|stai zitto|stia zitto|fai silenzio|si fermi)",
        f"{_CAN} (smettila|smetti|smettere|smetterla|smetta|la smetta|smettete|smettetela|finiscila|piantala|basta"
        f"|evita|eviti|evitare|cessa|cessate|cessi) [subito|per favore] di ({_WRITING_ME}|{_WRITING}) {_MORE} "
        f"[{_THINGS}]",
        f"{_CAN} (smettila|smetti|smettere|smetterla|smetta|la smetta|finiscila|piantala|basta) [di (mandarmi"
        f"|inviarmi|spedirmi)|con] {_THINGS}",
        f"(smettila|smetti|piantala|finiscila|basta) [di] {_WRITING_ME}",
        f"{_CAN} [di] non {_WRITING_ME} {_MORE} [{_THINGS}]",
        f"{_CAN} [di] non (mandarmi|inviarmi|scrivermi) [mai] [piu] (niente|nulla|queste cose|cose) [piu]",
        f"{_CAN} [di] non mi {_WRITE} {_MORE} [{_THINGS}]", f"non mi devi [mai|piu] {_WRITE} {_MORE}",
        f"{_CAN} [di] non (mandarmi|inviarmi|spedirmi|farmi arrivare) {_MORE} {_THINGS} {_MORE}",
        f"non (devi|deve|dovete|voglio che tu|voglio che) (piu|mai piu) ({_WRITING_ME}|mi scriva)",
        "non (scrivere|parlare|rispondere|commentare|disturbare|scrivete|rispondete) piu [ai miei post|ai miei "
        "messaggi|sotto i miei post]",
        f"non (voglio|desidero|mi servono|mi interessano) [piu|ricevere|piu ricevere|mai piu|avere] {_THINGS} [da te"
        "|tuoi|da voi|da questo bot|del genere]", "(basta|niente|stop) [piu|con i|con le|ai|alle] (messaggi"
        "|notifiche|risposte|dm) [grazie]", "basta (spam|avvisi)", "nessun (messaggio|avviso) in piu",
        "non voglio (piu|mai piu) (ricevere|sentire|sapere|avere) (niente|nulla|notizie) [da te|di te|da voi|di "
        "questo bot|da questo bot]",
        "non voglio (essere|piu essere|venire) (contattato|contattata|disturbato|disturbata|menzionato|menzionata"
        "|taggato|taggata) [piu|da te]", "non voglio (piu sentirti|sentirti piu|avere a che fare con te)",
        "non voglio che [tu] mi (scriva|scriviate|menzioni|disturbi|notifichi|mandi|invii|parli|chiami|citi|contatti"
        f"|risponda|tagghi) [piu] [{_THINGS}]",
        f"{_CAN} (lasciami|mi lasci|lasciarmi|lasciatemi|lasciaci|mi lasciate) (in pace|stare|perdere|tranquillo"
        "|tranquilla)", "(preferirei|preferisco) che (non mi scrivessi|smettessi|mi lasciassi in pace)",
        "non voglio (piu ricevere|ricevere piu|ricevere) (niente|nulla)", "non voglio (parlare con te|parlarti"
        "|avere niente a che fare con te|niente da te|nulla da te|niente da "
        "questo bot|nulla da questo bot)", f"non mi (servono|interessano) {_THINGS}",
        "(voglio|vorrei) che (tu la smetta|smetta|la smetti|ti fermi)", f"{_MUST} (fermarti|tacere|stare zitto)",
        "[voglio|vorrei] (disiscrivermi|disiscrivimi|disiscrivi|disiscrivetemi|annullare l iscrizione|annulla l "
        "iscrizione|cancellare l iscrizione|cancellarmi dalle notifiche|cancellami dalle notifiche|cancellami dagli "
        "avvisi) [da (questo|questa cosa|qui|tutto|te|questo bot|questa roba)]", f"{_CAN} (smettila|smetti|smettere"
        f"|la smetta|basta) di (rispondere|commentare|scrivere) (ai"
        f"|sotto i|nei) miei (messaggi|post|tweet|commenti)", "(toglimi|toglietemi|levami|mi tolga) dalla (lista"
        "|mailing list)", "(toglimi|levami|cancellami|eliminami) dalle (tue|mie|sue) (notifiche|menzioni)",
        "(zitto|zitta|taci|fermati|silenzio) (adesso|ora|subito)", "(chiudi il becco|chiudi la bocca)",
        "(vattene|sparisci|va via|vai via)", "fuori dalle mie (notifiche|menzioni)",
    ),
    Request.FORGET: (
        f"[e] (dimenticami|dimenticatemi|scordami) {_FROM_HERE}",
        "[e] (dimenticati|scordati|si dimentichi) di me",
        f"{_MUST} (dimenticarmi|dimenticarti di me|scordarti di me|mi dimentichi|scordarmi)",
        f"[e] {_CAN} (cancella|cancellare|cancelli|cancellate|elimina|eliminare|elimini|eliminate|rimuovi|rimuovere"
        f"|rimuova|distruggi|distruggere|dimentica|dimenticare|togli) {_MY_DATA} [e {_MY_DATA}] {_FROM_HERE}",
        "[e] (cancellami|eliminami|rimuovimi|cancellatemi|eliminatemi) "
        + _FROM_HERE.replace("[", "(", 1).removesuffix("]") + ")",
        f"{_MUST} (cancellarmi|eliminarmi|rimuovermi) {_FROM_HERE}", "(cancellami|eliminami|rimuovimi)",
        f"(voglio|vorrei|desidero|chiedo|esigo|richiedo) (cancellare|eliminare|rimuovere|la cancellazione di|la "
        f"cancellazione|che tu cancelli|che vengano cancellati|che siano cancellati|far cancellare) {_MY_DATA} "
        f"{_FROM_HERE}", "(chiedo|voglio|vorrei|richiedo) la cancellazione (dei miei dati|del mio account|dal "
        "registro) [personali|completa]",
        f"(voglio|vorrei|desidero) essere (dimenticato|dimenticata|cancellato|cancellata|rimosso|rimossa) {_FROM_HERE}",
        "[il mio] diritto all oblio", "diritto (di|alla) cancellazione",
        "(esercito|voglio esercitare|vorrei esercitare|invoco) (il mio|il) diritto (all oblio|alla cancellazione|di "
        "cancellazione)", "cancellazione (dei miei dati|del mio account) [personali]",
    ),
    Request.DELETE: (
        "(cancella|cancellalo|cancellala|cancellare|cancellatelo|elimina|eliminalo|eliminala|eliminare"
        "|rimuovi|rimuovilo|rimuovila|rimuovere|toglilo|toglila|ritira|ritiralo)",
        f"{_CAN} (cancella|cancellare|cancelli|elimina|eliminare|elimini|rimuovi|rimuovere|rimuova|togli|togliere"
        f"|ritira|ritirare) {_ANSWER}",
        f"{_CAN} (cancellarlo|cancellarla|eliminarlo|eliminarla|rimuoverlo|toglierlo)",
    ),
    Request.NOT_ME: (
        "non (sono|ero) io", "[ma] (quello|quella|questo|questa|quell account) [persona|account|profilo] non (sono"
        "|ero) io",
        "[io] non sono (quella persona|questa persona|quel tizio|quell utente|lui|lei)",
        "(quell|questo|l|quel|il|quello) [account|profilo|utente|nome] [x|twitter|di x|su x] non (e|era) (il mio|mio"
        "|me|a me|io) [account"
        "|profilo]",
        "non e (il mio|mio) [account|profilo|utente] [x|twitter|su x|di x]", "(quell|quel|questo|quella|questa) "
        "(utente|profilo|account|persona) non (sono|ero) io",
        "(hai|avete|ha) sbagliato (persona|account|utente|profilo)", "(persona|account|utente) (sbagliata|sbagliato"
        "|errata|errato)", "non e la persona giusta", "[quello|quella] non e (lui|lei)",
        "(ti sbagli|si sbaglia|vi sbagliate) di persona", "mi (confondi|stai confondendo|state confondendo|hai "
        "confuso|scambi|hai "
        "scambiato) (con|per) (un altro|un altra|un altra persona|qualcun altro)", "e un altra persona",
    ),
    Request.INSTANCE_STOP: (
        "instance stop", "(stop|ferma|fermati|basta|silenzio|arresto) [su|sull|della|nell|dell] (istanza|questa istanza"
        "|mia istanza)", "istanza stop", "(stop|basta|silenzio) (sul|su questo|al) [mio] server",
    ),
}  # fmt: skip
