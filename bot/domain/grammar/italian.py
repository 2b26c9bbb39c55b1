"""How people ask in Italian."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language, Request
from bot.domain.grammar.italian_certain import WHOLE
from bot.domain.grammar.italian_chatter import (
    CHAT,
    CLOSING,
    COMPLAINT,
    COURTESY,
    PADDING,
    SHORT_FORMS,
    TALK,
    TO_US,
    WORDS,
)
from bot.domain.grammar.italian_choices import CHOICES, NO, OFTEN, UNSURE, YES
from bot.domain.grammar.italian_claims import CLAIMS

_OWN: Final = (
    "((i|gli|le) (miei|mie|nostri|nostre) [vecchi|vecchie|cari|ex] (amici|amiche|contatti|seguiti|seguite|follower"
    "|followers|follow|conoscenti|colleghi|conoscenze|mutual|mutuals|account|compagni|persone|seguaci|giornalisti"
    "|preferiti|corrispondenze|amicizie|lettori|liste|utenti)|(miei|mie|nostri) [vecchi|vecchie] (amici|amiche|contatti"
    "|follower|seguiti|colleghi|mutual|account)|(la mia|mia) [vecchia] (rete|comunita|cerchia|gente|bolla|lista|banda"
    "|timeline|community)|il mio [vecchio] (giro|gruppo|network|mondo)|gli amici|i contatti)"
)
_PEOPLE: Final = (
    "(le|tutte le|altre|delle|alle) [_] (persone|amiche)|(gli|i|tutti gli|dei|degli|altri) [_] (amici|account|utenti"
    "|contatti)|la gente|(quelli|quelle|coloro|tutti quelli) [che]|chi|qualcuno|tutti|gente|persone"
)
_FIND: Final = (
    "(cerca~|cerchi|trova~|ritrova~|trovi|mostra~|mostri|elenca~|individua~|ricollega~|riconnett~|collega~|recupera~"
    "|scopri~|dimmi|dammi|vedere|vedo|sapere|capire|riunisci~|rintraccia~|fammi vedere|fammi sapere)"
)
_HERE: Final = (
    "(qui|qua|gia qui|arrivato|arrivata|arrivati|arrivate|bluesky|mastodon|bsky|fediverso|venuto|venuti|passato"
    "|passati|migrato|migrati|trasferito|trasferiti|in giro|presente|presenti|da queste parti|di qua)"
)
_TELL: Final = (
    "(avvisami|avvertimi|avvisatemi|mi avvisi|mi avverti|avvisarmi|avvertirmi|notificami|notificarmi|informami"
    "|informarmi|fammi sapere|fammelo sapere|farmi sapere|scrivimi|mandami|allertami"
    "|segnalami|mi avvisate|mi fai sapere|mi avviserai|avvisa|avvisaci)"
)

CLAUSE: Final = {
    Request.FIND: (
        "(cerca|cerco|cercami|cercare|cercali|cerchi|cercate|trova|trovami|trovare|trovali|trovi|ritrova|ritrovami"
        "|ritrovare|mostra|mostrami|fammi vedere|individua|ricollegami|riconnettimi|riconnetti|ricollega|ricerca"
        f"|riconnessione) [mi|ci|subito|gia] [tutto|{_PEOPLE}]",
        f"[e|a|di|ci sono] {_OWN} [di x|di twitter|su x|su twitter|x|twitter]",
        "[e|ma] chi [altro|c e|e|sono|ce] [gia|qui|qua|la|arrivato|in giro]",
        "(c e|ce) (qualcuno|gente|nessuno) [qui|qua|che conosco|la|di mia conoscenza]", "qualcuno",
        "[dammi|passami|mi passi|mi dai|mandami|mostrami|fammi vedere|voglio|vorrei|posso avere|inviami|vedi|apri] "
        "(la|la mia|una|l) (lista"
        "|elenco) [completa|completo|degli amici|dei contatti|delle corrispondenze|dei follower]",
        "[dammi|mostrami] [i|gli] (risultati|corrispondenze"
        "|elenco)", "lista",
        "[ci sono|qualche|che] (novita|nuovi arrivi|qualcosa di nuovo)", "(tocca a me|il mio turno|avanti|vai|vai pure"
        "|fai la tua magia|inizia|comincia|forza|iniziamo|procedi|anche io|io)", "non (trovo|vedo) (nessuno|piu "
        "nessuno)",
        "dove (sono|siete|stanno|sono finiti) [tutti]", "[cerca|trova|cercare|trovare|ritrovare] (contatti|amici"
        "|gente|follower|persone)", "dimmi chi", "[vediamo|vedi|dimmi] chi (trovi|troviamo|hai "
        "trovato|ce|conosci)", "[la] lista [dei|di|degli] [miei] (contatti"
        "|amici|follower|seguiti)",
    ),
    Request.HELP: (
        "(aiuto|aiutami|aiutatemi|aiutare|mi aiuti|mi aiuta|mi aiutate|sos|istruzioni|manuale|comandi|menu|opzioni"
        "|guida|faq|documentazione|supporto|informazioni|info|tutorial|contatto|contatti utili|assistenza|soccorso)",
        "[ho bisogno di|serve|voglio|mi serve|mi servirebbe|dammi|chiedo|cerco|un|un po di|qualche|piu] (aiuto"
        "|informazioni|istruzioni|info)", "(cosa|che|che cosa) [ti|vi] (devo|posso|dovrei|bisogna) (scrivere|dire"
        "|fare|chiedere|scriverti|dirti|chiederti)", "(che|cosa|che cosa) (faccio|si fa)",
        "e (adesso|ora) [che|cosa|che cosa] [faccio|devo fare]",
        "(quali|che) (comandi|parole|ordini) *", "(una|dammi una|mi dai una|mi dareste una|mi daresti una) mano",
        "[la|una|le|i] (guida|istruzioni|comandi)", "[ma] (cos|che cos|cosa|che cosa|che) e [questo|questa roba|questa "
        "cosa|quittex|sta roba]", "(cosa|che cosa)", "come (funziona|funzioni|si usa|si fa|va usato) *",
        "(spiegami|mi spieghi|spiega|spiegati|spiegamelo)", "(mi sono perso|mi sono persa|sono nuovo|sono nuova)",
        "non (capisco|comprendo|ho capito|ci capisco) [niente|nulla|bene|come *|cosa *|che *|un tubo|un cavolo"
        "|questo|molto]",
        "non so (come|cosa|che|nulla|niente|usar~) *",
        "[qui] non (funziona|va|funzioni) *", "chi (sei|siete|e lei)", "(sei|siete|e lei) [davvero] (un|una|umano"
        "|umana|vero|vera|reale) *", "(sei|siete|e lei) [davvero] [un|una] [vero] "
        "(bot|robot|umano|umana|persona|reale|ia|macchina) *", "chi [ti] (gestisce|ha fatto|ha creato|amministra"
        "|cura|mantiene|paga|finanzia|ha programmato) *", "[questo|questa] e [una cosa] (sicuro|sicura|affidabile"
        "|ufficiale|una truffa|vero"
        "|legale)", "presentati", "(dimmi|raccontami) (di piu|tutto)",
        "(piu|maggiori) (informazioni|dettagli|info)", "a (cosa|che cosa|che) servi", "in cosa puoi (aiutarmi|essermi "
        "utile)", "come [mi] puoi aiutar~",
    ),
    Request.COUNT: (
        "[e] (quanti|quante|quanta gente|quante persone) [siamo|siete|sono|ci sono|c e|persone|account|utenti|iscritti"
        "|gia|ci siamo] [gia|ormai|in tutto|adesso|finora|qui|iscritti|registrati|registrate]",
        "[mi dai|mi dici|dammi|dimmi|mostrami|passami] [i|le|tutti i] (numeri|cifre|statistiche|contatori)",
        "[i|gli|le|dammi i|dammi le|mostrami i|mostrami le|dimmi i|quali sono i|vorrei i] [ultimi|ultime|tuoi] (numeri"
        "|cifre|statistiche|contatori|contatore|totali|conteggio|conteggi|dati della campagna)",
        "[gia] siamo (in tanti|tanti|molti|in molti|in quanti|pochi) [gia]", "(quanti|quante|quanta gente|quante "
        "persone|quanti utenti) [se ne|ne] (hanno|sono|ha|avete|siete|si sono|si e) _ * *", "[il] (totale|conteggio"
        "|bilancio)", "a (che punto|quanto|quanti) (siamo|siete|e la campagna)", "come (va|procede) la campagna",
    ),
    Request.RESUME: (
        "(riprendi|riprenda|riprendete|riprendere|torna|torni|ricomincia|ricominci|riattivati|riattiva|riattivare"
        "|continua|continua pure|resume|ritorna|svegliati) [pure|a scrivermi|a parlarmi|con i messaggi|da me|a "
        "rispondermi|i messaggi]",
        "(puoi|potresti|puo|voglio che|vorrei che|potete) (riprendere|ricominciare|tornare|riscrivermi|riparlarmi"
        "|continuare|scrivermi|parlarmi|rispondermi|scrivere|tu riprenda|tu torni|torni|riprenda|ricominci"
        "|continui) [a (scrivermi|parlarmi|scrivere"
        "|rispondermi|parlare)|di nuovo|ancora|pure]",
        "(puoi|potete) (parlare|scrivere|parlarmi|scrivermi) [di nuovo|ancora|di piu]",
        "(scrivimi|parlami|riscrivimi|riparlami) [di nuovo|ancora|pure]", "(torna|torni|riprendi|ricomincia) a "
        "(mandarmi|inviarmi|avvisarmi|scrivermi|parlarmi|mandare|rispondermi) *",
        "(torna|torni) a (parlare|scrivere) [con me]", "non voglio piu [il] silenzio",
        "ho cambiato (idea|parere|opinione)",
        "mi sei mancato", "mi manchi", "(riscrivimi|riscrivetemi|voglio riscrivermi|riabilitami)", "fine del silenzio",
    ),
    Request.WHY: (
        "(dimmi|mi dica|mi dici) perche", "[e|ma] perche [lui|lei|loro|quello|quella|questo|questa|questa persona"
        "|quella persona|quell account|questo "
        "account|no|mai|questi]",
        "[e|ma] (come|da dove) (lo sai|fai a saperlo|l hai saputo|lo hai saputo|sai questo|lo sa|hai fatto a saperlo"
        "|lo ricavi|ti risulta)", "(chi lo dice|chi te l ha detto|in base a cosa|in base a che cosa|su che base|con "
        "che "
        "prove)", "(qual e|quale e) la [tua] fonte", "(fonte|fonti)",
    ),
    Request.PRIVATE: (
        "[in|via|modalita|meglio in|meglio via|per|passa in|preferisco in|vorrei in|lo preferisco in|fallo in] "
        "(privato|dm|messaggio privato|messaggi privati|pvt|mp"
        "|messaggio diretto|segreto) [meglio|e meglio|se possibile|sempre]",
        "(messaggio|messaggi|risposta|risposte) (privato|privati|privata|private)",
        "non voglio che (mi nomini|tu faccia il mio nome|tu dica il mio nome|si faccia il mio nome|venga fatto il "
        "mio nome) [in pubblico]", "(privatamente|discretamente|con discrezione)", "non in pubblico",
        "non (nominarmi|farmi il nome|fare il mio nome|dire il mio "
        "nome) "
        "[in pubblico|piu]", "non mi nominare [piu|in pubblico]", "non (pubblicare|scrivere|usare|citare|mostrare) "
        "il mio nome",
    ),
    Request.PUBLIC: (
        "(puoi|potete) (usare|dire|fare|mostrare) il mio nome [in pubblico]",
        "[in|modalita|meglio in|passa in|preferisco in] (pubblico|pubblica) [va bene|meglio|mi va bene]",
        "pubblicamente",
        "(risposta|risposte) (pubblica|pubbliche)",
        "(puoi|potete) (nominarmi|fare il mio nome|dire il mio nome) [in pubblico]", "nominami [pure|in pubblico]",
    ),
    Request.TELL_ME: (
        "(ogni|tutti i|tutte le) (lunedi|mattina|mattine)",
        "(avvisami|avvisatemi|mi avvisi|avvertimi|notificami|notifiche|notifica|informami|avvisaci|tienimi aggiornato"
        "|tienimi aggiornata|tienimi informato|tienimi informata|mi tenga aggiornato|fammi sapere|fammelo sapere"
        "|tienimi al corrente|avvisarmi|aggiornami|mi faccia sapere)",
        "(voglio|vorrei|si voglio) (essere avvisato|essere avvisata|essere avvertito|essere informato|essere informata"
        "|essere notificato|che mi avvisi|gli avvisi|le notifiche|ricevere avvisi|ricevere notifiche|che tu mi avvisi)",
        "[una volta] (alla|a|ogni|al|la|tutti i|tutte le) (settimana|settimane|giorno|giorni)",
        "(settimanale|settimanalmente|giornaliero|quotidiano|quotidianamente|una volta alla settimana|una volta a "
        "settimana|ogni settimana) (va bene|e sufficiente|basta|mi va bene|e meglio)", "(settimanale|settimanalmente"
        "|quotidianamente|riepilogo settimanale|riassunto settimanale)", "[voglio|vorrei|mandami|preferisco] [un"
        "|il] (riassunto|riepilogo|avviso|resoconto) (settimanale|giornaliero|quotidiano)",
        "[voglio|mandami|preferisco|vorrei] [gli|degli|dei] (avvisi|riepiloghi|notifiche) (settimanali|giornalieri"
        "|quotidiani|ogni settimana|ogni giorno)", "attiva (le notifiche|gli avvisi)",
        "ricordamelo",
    ),
    Request.PROVE: (
        "[la|una|che|quale] (prova|verifica|dimostrazione)", "(provarlo|dimostrarlo|verificarlo|verificarmi|verificami"
        "|verificati|verifica|verificare|autenticami|certificami|confermalo|confermami|confermarlo)",
        "(che|quale) codice", "come mi (verifico|autentico|identifico|certifico)",
        "[mi dai|mandami|dammi|inviami|voglio|vorrei|mi mandi] "
        "[il|un|il mio] codice [di verifica]", "[voglio|vorrei|come posso|posso|come faccio a] (provarlo|dimostrarlo"
        "|verificarlo|verificarmi|confermarlo"
        "|autenticarmi)", "[il|mio|il mio|un|quale il|dammi il|dammi un|dammi il mio|mandami il|mandami un|voglio il"
        "|inviami il|mi serve il|mi serve un|qual e il|qual e il mio] codice [di verifica]",
        "(verifica|controlla|conferma|convalida|verificare|confermare) (il mio account|la mia identita|che sono io|chi "
        "sono)",
    ),
    Request.EXPORT: (
        "[tutti] (i miei dati|le mie informazioni|le mie impostazioni|le mie preferenze|le mie scelte|miei dati"
        "|impostazioni) [personali]", "(esporta|esportare|export|esportami|esportazione|scarica|scaricare) [i miei dati"
        "|tutto|le mie informazioni]", "(voglio|vorrei|chiedo|mi servono) [vedere|tutti] i miei dati",
        "(gdpr|rgpd|diritto di accesso)",
        "(vedere|mostra|mostrami|dammi|quali sono|inviami|mandami|voglio vedere|vorrei vedere) (i miei dati|le mie "
        "impostazioni|le mie preferenze)",
        "(sono|ci sono|compaio|risulto) (nei tuoi archivi|nel tuo database|nei vostri archivi|nel database|nei tuoi "
        "dati"
        "|nel tuo archivio|nel vostro database)",
    ),
}  # fmt: skip

_MANY: Final = (
    "(#|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|quindici|venti|trenta|quaranta|cinquanta|cento|mille)"
)
_GO: Final = "(vado|vado via|esco|lascio|lascero|abbandono|mollo|migro|passo|andro|andro via|mollero|abbandonero)"

INSIDE: Final = {
    Request.PLEDGE: (
        f"(prometto|giuro|mi impegno) [di|a] (lasciare|andarmene|uscire|abbandonare|mollare) * se * {_MANY}",
        f"[me ne] {_GO} [da|di] [x|twitter|anche io|anch io|anche] [anche io|anch io] se * {_MANY}",
        f"^ se (lasciano|abbandonano|mollano) [x|twitter] [altre|altri|almeno|piu di] {_MANY} *",
        f"^ se (se ne|lo|la|ce ne|ne) (vanno|lasciano|abbandonano|mollano|vanno via|escono|fanno) [altre|altri"
        f"|almeno|piu di|in] {_MANY} [_] [_] [_] [_] $", f"se * {_MANY} [_] [_] [_] [_] [_] (vanno|lasciano|escono"
        f"|abbandonano|mollano|migrano|fanno|vengono|passano|via"
        "|andranno|lasceranno) [via|x|twitter|anche loro] [me|io|vado|lascio|esco]",
    ),
    Request.EXPORT: (
        "(dammi|mandami|inviami|esporta|esportare|esportami|scarica|scaricare|vedere|consultare|avere|ricevere|mostrami"
        "|fammi vedere|accedere|accesso|ottenere|richiedo|chiedo) [una copia|a|ai|di|tutti] [i|dei] (miei dati|mie "
        "informazioni|mie impostazioni|mie preferenze|i miei dati|dati che hai su di me)", "copia dei miei dati",
        "(cosa|che|che cosa|quanto) [dati|informazioni] (sai|hai|conservi|memorizzi|sapete|avete|tieni) [tu] [salvato"
        "|memorizzato] (di|su di|su) me", "(quali|che) [miei] (dati|informazioni) (hai|avete|conservi|sai) ",
        "(quali|che) miei dati *", "(dammi|mandami|inviami|voglio|mostrami|vorrei) [tutte] [le] mie informazioni",
        "(quali|che) (dati|informazioni) * (su di me|di me|miei|mie|mi riguardano)",
        "(quali|come) sono le mie (impostazioni|preferenze|scelte)",
        "(sono|ci sono|compaio|risulto|c e il mio nome|e il mio numero) * (nei|nel|nella|negli) [tuoi|tuo|tua|vostri"
        "|vostro] (archivi|archivio|database|dati|lista|elenchi|registri|registro|file)",
        "hai [dei] (dati miei|miei dati|dati su di me)",
    ),
    Request.TELL_ME: (
        "(dimmi|dirmi|mi dici|mi dica|mi dirai) [_] [_] (quando|appena|non appena|ogni volta|chi arriva)",
        "(dimmi|mi dici) se (arriva|arrivano|viene|vengono|compare) ", "(voglio|vorrei) che [tu] (mi (avvisi"
        "|avvisiate|avvisassi|avverta|informi|notifichi))", f"{_TELL} [_] [_] (quando|se|appena|non appena|ogni"
        f"|ogni volta|quanto prima|delle novita|dei nuovi|degli arrivi"
        "|chi arriva|tutti i|una volta|settimanalmente|quotidianamente|subito)",
        "(avvisami|avvertimi|avvisatemi|notificami|tienimi|mi avvisi|aggiornami)",
        "che [tu] mi (avvisassi|avvertissi|avvisaste|informassi|avvisasse)",
        "(puoi|potresti|voglio|vorrei|mi piacerebbe) [essere|ricevere] [un|delle|gli|le] (avvisare|avvertire"
        "|notificare|avvisarmi|avvertirmi"
        "|notificarmi|informarmi|avvisato|avvisata|avvertito|informato|informata|avvisi|notifiche|avviso)",
        "(una volta alla|ogni|una volta a) settimana (basta|va bene|e sufficiente|mi basta)",
    ),
    Request.PRIVATE: (
        "(rispond~|scriv~|parl~|mand~|invi~|dic~|dim~|prefer~|continu~) * (in privato|privatamente|in dm|via dm|in "
        "messaggio privato|per messaggio privato|in pvt)",
        "(rispondi|rispondimi|rispondere|risponda|scrivi|scrivimi|scrivere|mandi|invii|rispondere|dici|parli|parla"
        "|parlami|parliamo|manda|mandami|invia"
        "|inviami|dimmi|dimmelo|continua|continuiamo|risposte|rispondermi|scrivermi|mandamelo|mandamela|passiamo|mi "
        "risponda|dirmelo|scrivimelo) * (in privato|privatamente|in dm|via dm|per dm|nei dm|in messaggio privato|con "
        "un messaggio privato|per messaggio privato|in pvt|in mp|via messaggio privato|in un messaggio privato)",
        "non (nominarmi|mi nominare|fare il mio nome|dire il mio nome)",
    ),
    Request.PUBLIC: (
        "(rispondi|rispondimi|rispondere|scrivi|scrivimi|parla|dimmi|risposte|nominami|nominarmi|risponda|mi risponda) "
        "* (in pubblico|pubblicamente|alla luce del sole)",
    ),
    Request.WHY: (
        "perche (me|te|ce|glie) (lo|la|li|le) (suggerisci|proponi|mostri|consigli|dici|fai vedere)",
        "perche (mi|lo|la|lui|lei|quel|quella|questo|questa|dici|compare|esce|hai|ci|proprio|vedo|ti) * (mostr~|sugger~"
        "|consigl~|dici|compar~|corrispondenz~|persona|account|risultato|propon~|detto|collegat~|fatto vedere|esce)",
        "perche (compare|esce|appare|compaio|dici|mi suggerisci|mi mostri|mi proponi|vedo|mi esce)",
        "come (fai|hai|sai|facevi) * (sapere|sapere che|trovat~|saputo|che e|che sono|chi)",
    ),
    Request.PROVE: (
        "(come|voglio|posso|per|devo|dove|vorrei|bisogna) [_] [_] [_] (dimostrare|dimostro|provare|provo|verificare"
        "|verifico|confermare|confermo|autenticare|certificare) [che|il|la|di] [e|quell|quel|l|il|sia|era] [il|la] "
        "(sono|mio|mia|account"
        "|identita|chi|ero|essere|io)", "(dimostrare|verificare|confermare) (il mio|la mia|che sono|che ero|chi sono)",
        "(qual e|dove|dove lo) [_] [_] (il mio|il) codice", "(ho pubblicato|ho messo|ho postato|ho twittato) [il|il mio"
        "|il tuo] codice",
    ),
    Request.FIND: (
        f"(cerc~|trov~|ritrov~|rintracci~|riconnet~|ricolleg~|recuper~|individu~|controll~|mostr~|verific~|guard~) "
        f"* ({_OWN}|amici|amiche|contatti|follower|seguiti|conoscenti|mutual)", f"(sai|sapete|dimmi|sapere|vedere) "
        f"chi * ({_OWN}|{_HERE}|account)", f"{_FIND} [mi|per favore|gia|anche|se|se c e|per me] [con] ({_OWN}"
        f"|{_PEOPLE})",
        f"(trovare|cercare|vedere|sapere|ritrovare|rintracciare|ricollegarmi|riconnettermi|recuperare|individuare"
        f"|mostrarmi|farmi vedere|dirmi|localizzare) * {_OWN}",
        "chi [_] [_] (seguivo|seguo|conosco|conoscevo|mi seguiva|mi segue|mi conosce)",
        "(cerco|sto cercando) [i|gli|le|la|dei|delle] (amici|gente|miei|mie|mia|contatti|persone|follower|conoscenti"
        "|colleghi|compagni|qualcuno)", f"(quali|che|quanti) [dei] [miei] (amici|amiche|contatti|follower|conoscenti"
        f"|persone) * {_HERE}", f"(dimmi|dirmi|sapere|vedere|sai|guarda|dici) se [c e|ce] (qualcuno|gente|qualche) "
        f"* {_HERE}", f"(guarda|guardare|vedere|vedi|controlla) se (ci sono|sono|c e) {_OWN}",
        f"(chi|quali) * {_HERE}", "chi (altro|dei miei|delle|dei|di quelli|tra|fra|della mia|di loro|c e gia)",
        "chi (c e|ce|sono) $",
        f"(ci sono|c e|sono|dove|hanno|ho) * {_OWN}", f"{_OWN} * {_HERE}", f"{_OWN} (di|da|su) (x|twitter|prima|una "
        f"volta)",
        "(persone|gente|quelli|account|tutti|utenti|amici) [_] (che|a cui) [_] (seguivo|seguo|conosco|conoscevo"
        "|seguiva~|seguono)", "(quanti|quante) (dei miei|delle mie|di quelli|delle persone|dei|miei|amici|mi seguiv~)",
        "(quanti|quante) * (seguivo|conosco|mi seguiv~)",
        "(c e|ce|ci sono) (qualcuno|gente|persone|qualche|altri|nuovi) * (conosco|conosca|seguivo|qui|qua|mi|miei|mie"
        "|contatti|amico)", "qualcuno (che conosco|dei miei|di mia|della mia|che seguivo)",
        "non (trovo|vedo|riesco a trovare) (nessuno|i miei|la mia|piu)", f"(che|quanta) gente * [_] [_] {_HERE}",
        "chi (posso|dovrei|potrei) seguire",
        f"{_OWN} [_] dove", "con chi [_] (riconn~|ricolleg~|connett~)", "(quelli|la gente|i|gli) di (x|twitter)",
        "(e|sono) (arrivato|arrivata|arrivati|venuto|passato) (qualcuno|altri|nessuno|gente)", f"dov e * {_OWN}",
        "dove (sono|stanno|siete|e) (finiti|tutti|i|le|gli|la|andati)", "(nuove|nuovi|altre) (corrispondenze|arrivi"
        "|contatti)", "aiutami a (trovare|cercare|ritrovare|ricollegarmi|riconnettermi|rintracciare|recuperare)",
        "(voglio|vorrei|mi piacerebbe) (trovare|ritrovare|ricollegarmi|riconnettermi|cercare|rivedere) _",
    ),
    Request.COUNT: (
        "(quanti|quante|quanta gente|quante persone) [_] [_] (siamo|siete|sono|ci|c e|hanno|ha|persone|utenti|iscritt~"
        "|registrat~|account|partecipant~|se|migrat~|lasciato|usciti)",
        "(numero|totale|quantita) (di|delle|degli|dei) (persone|utenti|iscritti|account|partecipanti|registrati"
        "|arrivi)",
        "(dammi|dimmi|mostrami|vedere|quali sono|fammi vedere|che) [_] [_] (numeri|cifre|statistiche|contatori|totali)",
        "come (va|procede) la campagna", "a quanti (siamo|siete|sono|si e|ci siamo) *",
        "come (va|vanno|sono) (i|il|le) (numeri|conteggio|cifre|statistiche|contatore)",
    ),
    Request.HELP: (
        "(aiutami|aiutatemi|mi aiuti|mi aiuta|aiutarmi|aiutare|mi aiutate|aiutaci)",
        "(bisogno|serve|voglio|vorrei|dammi|chiedo|qualche|un po|c e) [di|un|un po] [di|d] aiuto",
        "bisogno (di|d) aiuto",
        "(dammi|dare|darmi|dai|serve) una mano",
        "come (funziona~|si usa|si fa|faccio|posso|devo|mi|uso|lo|inizio|partecipo|lascio|esco|vado|scarico|collego"
        "|registro|ci|creo|cerco|trovo|fare|cancello|elimino|chiudo|vi|ti)",
        "(non so|non capisco|non ho capito|non mi e chiaro) [_] (come|cosa|che|niente|nulla|bene|questo)",
        "(cosa|che|che cosa|cos) (e questo|e questa|e quittex|fai|fa|puoi|sai fare|puo|sei|offri|devo|posso|dovrei|e "
        "mastodon|e bluesky|e il fediverso|bisogna|si fa|sapete)",
        "chi (sei|siete|ti ha|vi ha|ha creato|ha fatto|gestisce|ti gestisce|c e dietro|vi gestisce|sta dietro|ti ha "
        "creato|si nasconde|amministra|paga|ce dietro)",
        "(sei|siete|e lei|questo e) [davvero] [un|una] (bot|robot|umano|umana|persona|reale|vero|macchina|ia|sicuro"
        "|ufficiale|truffa)", "a (cosa|che|che cosa) (servi|serve|servite)", "(di cosa|di che) si tratta",
        "(spieg~|raccontami|dimmi|parlami|insegnami) [_] [_] (come|di piu|cosa|questo|funzion~|te|quittex|sei|fare|fai"
        "|che)", "ho (una|un|dei) (domanda|dubbio|problema|problemi)",
        "(voglio|vorrei|mi piacerebbe) (registrarmi|iscrivermi|partecipare|unirmi|cominciare|iniziare)",
        "(non|mi|questo) [mi] (funziona|non funziona|va)", "(sono|mi sono) pers~", "(la|una|tua|qualche) guida",
        "(quali|che) (sono|comandi|ci sono) [i] (comandi|opzioni|parole)", "sono nuov~ [_] [_] (qui|di qui)", "saperne "
        "di piu", "come (porto|importo|carico|mando|invio|traslo) *", "come mi (iscrivo|registro|collego)",
        "(quali|che) comandi", "non so (usare|usarlo|usarti|fare|da "
        "dove)",
    ),
}  # fmt: skip

ITALIAN: Final = Language(
    code="it",
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
    refusals=("(no|nono|spam|macche)",),
    denials=(
        "non (voglio|mi|ti|devi|avvis~|avvert~|notific~|scriv~|mand~|puoi|vorrei|serve)",
        "(mai|smettila|smetti|smettere|basta|senza|ne|nemmeno|neanche|evita)",
    ),
    closing=CLOSING,
    may_ask=("^ (puoi|potresti|puo|potrebbe|vuoi|potete|mi puoi|mi fai|ti dispiace|mi lasci|e possibile|si puo) _",),
    to_us=TO_US,
    hints={
        Request.FIND: ("cerca", "cercare", "trova", "trovami", "ritrova"),
        Request.HELP: ("aiuto", "aiutami"),
    },
    joining=frozenset({"poi"}),
    short_forms=SHORT_FORMS,
    claims=CLAIMS,
)
