"""What Italian posts hold besides requests: courtesy, complaints, talk and chat."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import word_set

COURTESY: Final = (
    # greetings
    "ciao [ciao|a (tutti|tutte|tuttx)|di nuovo|bot]", "salve [a tutti]", "(buongiorno|buon giorno) [a (tutti|tutte)]",
    "(buonasera|buona sera|buon pomeriggio|buonanotte|buona notte|buona giornata|buona serata|buondi) [a tutti]",
    "come (stai|va|state|sta)", "ehi", "ehila", "ehy", "[un] (saluto|saluti|abbraccio) [a tutti]", "cordiali saluti",
    "piacere", "arrivederci", "a presto",
    # politeness
    "(per favore|perfavore|per piacere|pf|pls|per cortesia|cortesemente|gentilmente|ti prego|vi prego|la "
    "prego)",
    "(grazie|grz|grazie mille|mille grazie|tante grazie|molte grazie) [in anticipo|di tutto|dell aiuto|a te|per l "
    "aiuto|per tutto|bot|mille|tante|infinite]", "(scusa|scusi|scusate|scusami|mi scusi|perdonami|chiedo scusa) [il "
    "disturbo|se disturbo|se ti disturbo|per il disturbo]", "se (possibile|puoi|non ti dispiace|e possibile|vuoi)",
    "(quando|appena) puoi", "ti (ringrazio|sarei grato|sarei grata)", "fammi (il|un) favore", "la ringrazio",
    # us
    "(mio|caro|gentile|il|piccolo|bel|bravo|signor) [caro|piccolo] (bot|robot|quittex)", "quittex [bot]",
    "helloquittex",
    "quittexbot", "bot", "robot", "amico", "amico mio", "caro", "capo", "signore", "bello", "ragazzi", "raga",
    # insistence
    "allora", "dunque", "ok", "okay", "ora", "adesso", "dai", "su dai", "immediatamente", "in fretta", "velocemente",
    "davvero", "sul serio", "ho detto", "ti ho detto", "una buona volta", "una volta per tutte", "finalmente",
    "semplicemente", "da subito", "da ora in poi", "da adesso", "da oggi", "eh", "beh", "bene", "ah", "oh",
)  # fmt: skip

PADDING: Final = (
    "gia", "ancora", "anche", "anche io", "anch io", "ma", "una domanda", "domanda", "una curiosita",
    "curiosita", "prova prova", "provo", "sto provando", "vediamo", "un po", "oggi", "senti", "ecco", "poi", "quindi",
    "pure", "subito", "mi raccomando", "solo", "per me", "una domandina", "per curiosita",
)  # fmt: skip

COMPLAINT: Final = (
    "no grazie", "(ti sei|si e|vi siete) (sbagliato|sbagliata|confuso|sbagliati)",
    "(ti sbagli|si sbaglia|vi sbagliate|ti confondi)", "(basta|adesso basta|ora basta|basta cosi|e basta|basta dai)",
    "(questo|cio) e (spam|molesto|stalking"
    "|troppo)", "e (spam|fastidioso|insopportabile|troppo|snervante)", "(sei|siete) (un|una|molto|troppo|proprio) "
    "(fastidioso|insistente|invadente|pesante|rompiscatole|molesto|spammone)", "sei (fastidioso|pesante|invadente)",
    "mi (disturbi|dai fastidio|stai disturbando|infastidisci|hai stufato|hai rotto|hai stancato|avete stufato|stai "
    "spammando|stai rompendo)", "(sono|mi sono) (stufo|stufa|stanco|stanca|stufato|stufata|rotto) [di te|di questo|dei "
    "tuoi messaggi]", "non (mi interessa|m interessa|sono interessato|sono interessata) [nulla|niente|piu|questo]",
    "non (ti ho|ho) chiesto (niente|nulla|questo)", "(stupido|maledetto|dannato|cavolo di|stramaledetto) (bot|robot)",
    "troppi (messaggi|avvisi)", "troppe notifiche", "non (voglio|mi serve) (questo|niente|nulla|questa roba)",
    "(ti|vi) (blocco|segnalo|sto bloccando|ho bloccato|ho segnalato)", "(bloccato|segnalato|bloccata)",
    "dico sul serio",
    "scrivi troppo", "non ne posso piu", "che (palle|noia|rottura)", "[che] (rompiscatole|rompipalle|rompicoglioni"
    "|scocciatore|seccatore|pesantezza)", "uffa",
)  # fmt: skip

TALK: Final = (
    # us, told of
    "(questo|il|un|quel|al|del|i|quei|nostro|altro|dei|dal) [_] (bot|robot|progetto|servizio|account che|strumento"
    "|sito)",
    "(questa|una|la|quella|l|un|quest) [_] (app|applicazione|iniziativa|cosa che|pagina|piattaforma)",
    "(bot|robot|strumento|app|servizio) (che|per|e|puo|funziona|trova|permette|aiuta|serve|cerca|fa)",
    "grazie (al|a|ai|alla)", "quotedwords", "(serve|utile|servono|fatto) (per|a) (trovare|cercare|vedere|ritrovare"
    "|chi)",
    "(ti|vi|ci|gli|mi) (aiuta|permette|aiutano|permettono|ha aiutato|cerca|trova|mostra|dice|consente) [a|di] _",
    # somebody else, or advice to somebody
    "((i|le|la) (tuoi|vostri|suoi|loro|tue|vostre|tua|vostra|sua)|(tuoi|vostri|suoi)) [vecchi] (amici|amiche|contatti"
    "|follower|seguiti|gente|rete|comunita|seguaci|archivio)",
    "(potete|dovreste|basta [_] (chiedere|scrivere|menzionare|taggare|usare)|bisogna solo|vi consiglio|ti consiglio"
    "|consiglio|provate|usate|chiedete|chiedi a|chiedigli|se volete|se cercate|se usi|se usate|per chi|chi vuole"
    "|puoi usare|puoi chiedergli|iscrivetevi|unitevi|venite|condividete|guardate|seguite)",
    "^ (prova|provate|usa|usate|menziona|chiedi|invita|condividi|unisciti|vieni|segui|seguite|leggete"
    "|leggi|scaricate|fate) _",
    "(lui|lei|qualcuno|@|loro|(mia|mio) (madre|padre|amico|amica|capo|marito|moglie|fidanzata|fidanzato|fratello"
    "|sorella"
    "|figlio)) [mi|ci|gli|le|ti|si|non] [ha|hanno] (detto|dice|dicono|diceva|chiesto|chiede|vuole|pensa|crede|risposto"
    "|scritto|sa|cerca|raccontato|ha|segue|seguiva|usa|puo|e|era)",
    "(di|su|con|per|da|che|segue|seguiva|e|a|secondo|come|dove|trovare|cerca|vedere|sa|fa|dimentica|cancella) @",
    "@ (e|era|segue|seguiva|dice|ha|sa|va|puo|sta)",
    # what was
    "(ho|ha|abbiamo|avete|hanno|avevo|avrei|abbia|aver|avere|hai) [gia|finalmente|potuto|anche|pure] (trovato|ritrovato"
    "|cercato|visto|usato|provato|chiesto|recuperato|scoperto|ritrovare|trovare|testato)",
    "(sono|siamo|e) [finalmente|gia|riuscito|riuscita] (riuscito|riuscita|riusciti) a", "(mi|ci) (piace|fa piacere"
    "|rallegra) (vedere|trovare|che|sapere|cercare)", "(che|e) (bello|difficile|facile|strano|triste|bellissimo|carino"
    "|dura) (vedere|trovare|ritrovare|che|cercare|sapere)", "(difficile|facile) (da|trovare|cercare)",
    "(aiuto|aiuti) (umanitari|umanitario|per (gli|le|i|il|la|chi|tutti)|ai|agli|alle)",
    "(cercasi|cerca si|si cerca)",
    # denials
    "non (voglio|serve|cerco|cercare|sto|e|ci sono|c e|dovrei|vado|penso|torno|lasciare|lascio|credo|dico|importa"
    "|vedo l "
    "ora|smettete|smettere|smetto|usare|andare|dimenticare|dimenticate|era|ho bisogno|vi dimenticate|aiuta|aiutate)",
    "(mai|senza|nemmeno|neanche|invece di|al posto di|nessuno) ", "(smettete|smettiamo|smettiamola|basta) (di|con) _ _",
    "(chi|che|a chi) (sa|vuole|cazzo|diavolo|cavolo|importa|se ne frega|ti credi|lo direbbe|l avrebbe|ha detto|va|fa|la"
    "|dorme|cerca|trova|vivra|tace|ride|ti ha chiesto)",
)  # fmt: skip

CHAT: Final = (
    "grazi~", "fantastico", "perfetto~", "ottimo", "stupendo", "meravigli~", "incredibile~", "eccellente", "figo~",
    "figata", "bellissim~", "grande", "grandios~", "bravissim~", "bravo~", "brava", "bravi", "ben (fatto|detto)",
    "(buon|bel|gran) (bot|lavoro|servizio|thread)", "mi piac~", "adoro~", "complimenti", "congratulazioni", "evviva",
    "prego", "di niente", "figurati", "ahah~", "haha~", "ahaha~", "eheh~", "hihi~", "lol~", "xd~", "wow", "caspita",
    "mamma mia", "che (bello|bella|brutto|ridere|schifo|vergogna|peccato|tristezza|figata|bomba|storia|meraviglia|roba"
    "|gioia|casino|gente|invidia)", "altrettanto", "esatto", "vero", "certo", "ovvio", "ovviamente", "d accordo",
    "concordo", "no", "si", "sisi", "capito", "ricevuto", "idem", "magari", "speriamo",
    "(lasciare|lascio|lasciato|lasciando|lasciate|lasciamo|abbandon~|uscire|uscito|esco|mollat~|mollo|mollare|cancell~"
    "|eliminat~|eliminar~|chiudere|chiuso|smettere|smesso|addio|fuga|scappat~|basta) [da|di|con|usare] [_] (x|twitter"
    "|quel|musk|elon|social|facebook|instagram|app)", "x", "twitter~", "tweet~", "elon", "musk~", "esodo~", "bluesky",
    "mastodon~", "fediverso", "(questo|il|un|quel|i|al|del) (bot|robot|progetto)", "chatbot~", "robot",
    "(stupid~|idiot~|imbecill~|cretin~|scem~|merda~|cazz~|stronz~|coglion~|puttan~|vaffanculo~|fanculo|schif~"
    "|spazzatura"
    "|inutil~|deficient~|bastard~|truffa~|maledett~|brutt~|odio~|orribil~|pessim~|ridicol~|vergogn~|pagliacc~|fascist~"
    "|nazist~|crepa|muori|va a (quel paese|cagare)|rompi~|culo|fottiti|fotte)",
    "(me ne|ce ne) (vado|andiamo|sono andat~|siamo andat~)", "(sono|siamo) (appena|qui|finalmente|andat~|arrivat~"
    "|passat~"
    "|uscit~|content~|felic~|trist~|iscritt~|scappat~)", "(vi|ti) (seguo|leggo|amo|voglio bene|adoro|odio)",
    "guarda (qua|qui|questo|questa|che|un po)", "(guardate|leggete|leggere|via|rt|cc|attenzione|notizia|articolo"
    "|consiglio|consigliato|condividete|condivido"
    "|secondo"
    "|segnalo)", "quotedwords", "@", "piang~", "piangendo", "(ha|hanno|mi) (detto|chiesto) (che|se|di)", "(dice|dicono"
    "|diceva|chiede) (che|se)", "a (dopo|domani|presto|mai)", "buona fortuna", "in bocca al lupo", "crepi",
    "non [mi|ti|ci|vi|si|lo|la|li|ne|ve|ce] (dimentic~|ferm~|smett~|cancell~|elimin~|scord~|tac~|tacere)",
    "dimenticare~",
    "dimenticalo", "scordatelo", "dimenticatevi", "dimentichiamo~", "ricord~", "lascia (stare|perdere)",
    "lasciamo stare",
    "per (me|te|lui|lei|noi|sempre|niente|fortuna|chi|il|la|i|un|una|non)", "basta (con|di|gia|dire|che|poco|guerra)",
    "(alla|la|contro la|no) guerra", "gaza", "palestina", "governo", "meloni", "salvini", "politic~", "calcio", "gol",
    "viva", "forza", "neanche io", "nemmeno io", "io no", "tu no", "sono io", "boh", "mah", "ma va",
)  # fmt: skip

WORDS: Final = word_set(
    "io tu lui lei noi voi loro il lo la i gli le un una uno di da in su con per tra fra che chi cosa come dove quando "
    "quanti quante perche non e ma anche sono sei siamo siete ho hai ha hanno mi ti ci vi si mio mia miei mie tuo tua "
    "tuoi questo questa quello quella qua ciao grazie favore piacere buongiorno buonasera puoi voglio vorrei amici "
    "gente qualcuno nessuno tutti tutto gia ancora piu del della dei delle dal al alla nel nella su sul c era ero "
    "stato "
)

CLOSING: Final = (
    "grazie~", "va bene", "d accordo", "a (dopo|domani|presto)", "arrivederci", "ciao ciao", "buonanotte", "buona "
    "notte", "buona giornata", "buona serata", "si", "certo", "capito", "perfetto", "(bravo|buon|bel) (bot|robot)",
    "ho capito", "prego", "un abbraccio",
)  # fmt: skip

TO_US: Final = word_set("tu te ti tuo tua puoi potresti sei sai hai fai mi me puo lei")

SHORT_FORMS: Final = {
    "cmq": "comunque", "nn": "non", "xke": "perche", "xche": "perche", "perke": "perche", "qlc": "qualche",
    "qlcn": "qualcuno", "grz": "grazie", "msg": "messaggio", "qnd": "quando", "dv": "dove", "qst": "questo",
    "tt": "tutto", "anke": "anche", "xfavore": "per favore", "x favore": "per favore", "pvt": "privato",
    "notif": "notifiche", "kosa": "cosa",
}  # fmt: skip
