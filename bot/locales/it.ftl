# L’italiano delle risposte. Un messaggio per frase o per riga; i numeri sono quelli della persona.

## Cercare

find-public = { $followed ->
    [one] { $mutual ->
        [0] 1 persona che seguivi su X è qui.
       *[other] 1 persona che seguivi su X, e che ti seguiva, è qui.
    }
    [many] { $followed } di persone che seguivi su X sono qui{ $mutual ->
        [0] {""}
        [one] , e 1 di loro seguiva anche te
       *[other] , e { $mutual } di loro seguivano anche te
    }.
   *[other] { $followed } persone che seguivi su X sono qui{ $mutual ->
        [0] {""}
        [one] , e 1 di loro seguiva anche te
       *[other] , e { $mutual } di loro seguivano anche te
    }.
  }{ $reverse ->
    [0] {""}
    [one] {" "}Un’altra persona ti seguiva.
   *[other] {" "}Altre { $reverse } ti seguivano.
  }
find-reverse = { $followers ->
    [one] 1 persona che ti seguiva su X è qui.
    [many] { $followers } di persone che ti seguivano su X sono qui.
   *[other] { $followers } persone che ti seguivano su X sono qui.
  }
find-public-line = → { $who }
find-public-more = { $count ->
    [one] E un’altra persona
   *[other] E altre { $count }
  }: la lista in messaggio privato, con la parola «cerca».
find-public-rest = { $count ->
    [one] E un’altra persona.
   *[other] E altre { $count }.
  }
find-public-list = { $count ->
    [one] Per sapere chi è
   *[other] Per avere la lista
  }, scrivimi «cerca» in un messaggio privato.
find-line-mutual = → { $who } (vi seguivate)
find-line-followed = → { $who } (account che seguivi)
find-line-follower = → { $who } (ti seguiva)
find-more = { $count ->
    [one] E un’altra persona.
   *[other] E altre { $count }.
  }
find-none = Che io sappia, non c’è ancora nessuno della tua rete X qui. Ma le cose cambiano in fretta: richiedimelo tra qualche giorno!{ people-so-far }
not-linked = Non so ancora chi eri su X. Scrivimi per esempio «ero x.com/nome», con il tuo vecchio nome, e cercherò qui la tua gente.{ people-so-far }
people-so-far = { $people ->
    [0] {""}
    [one] {" "}1 persona ha già collegato il suo account.
    [many] {" "}{ $people } di persone hanno già collegato il loro account.
   *[other] {" "}{ $people } persone hanno già collegato il loro account.
  }

## Gli arrivi, in privato, a chi li ha chiesti

digest-first = { digest-here }:
digest-now = { digest-come }:
digest-yesterday = Da ieri { digest-arrived }:
digest-weekday = Da { $day } { digest-arrived }:
digest-since = Dall’ultima volta ({ $day }) { digest-arrived }:
digest-here = { $followed ->
    [one] 1 persona che seguivi su X è già qui
    [many] { $followed } di persone che seguivi su X sono già qui
   *[other] { $followed } persone che seguivi su X sono già qui
  }
digest-come = { $followed ->
    [one] 1 persona che seguivi su X è appena arrivata
    [many] { $followed } di persone che seguivi su X sono appena arrivate
   *[other] { $followed } persone che seguivi su X sono appena arrivate
  }
digest-arrived = { $followed ->
    [one] è arrivata 1 persona che seguivi su X
    [many] sono arrivate { $followed } di persone che seguivi su X
   *[other] sono arrivate { $followed } persone che seguivi su X
  }
digest-foot = Una parola, «stop», e non ti scrivo più. { $issue }
digest-foot-first = Sono il bot di { $campaign }, curato da { $operator }, e mi hai permesso di avvisarti. Una parola, «stop», e non ti scrivo più. { $issue }
tell-me-weekly = Fatto: il lunedì mattina ti scriverò in privato chi è arrivato tra le persone che seguivi su X. Una parola, «stop», e non ti scrivo più.
tell-me-daily = Fatto: ogni mattina ti scriverò in privato chi è arrivato tra le persone che seguivi su X. Una parola, «stop», e non ti scrivo più.
tell-me-at-once = Fatto: appena arriva qualcuno che seguivi su X te lo dico in privato, al massimo una volta all’ora e mai di notte. Una parola, «stop», e non ti scrivo più.
tell-me-open = Perché ti arrivi, seguimi oppure scrivimi una volta in privato.
tell-me-elsewhere = Fatto. Qui non ho messaggi privati: scriverò a un altro account collegato al tuo, se li ha; altrimenti qui, in pubblico, solo quante persone che seguivi su X sono arrivate, senza nominare nessuno. Una parola, «stop», e non ti scrivo più.

## Gli arrivi, dove non ci sono messaggi privati: numeri, e nessun nome

public-digest-first = { $reader } { digest-here }.
public-digest-now = { $reader } { digest-come }.
public-digest-yesterday = { $reader } Da ieri { digest-arrived }.
public-digest-weekday = { $reader } Da { $day } { digest-arrived }.
public-digest-since = { $reader } Dall’ultima volta ({ $day }) { digest-arrived }.
public-digest-foot = Rispondi «cerca» per saperne di più, «stop» e non ti scrivo più. { $issue }
public-digest-foot-first = Sono il bot di { $campaign }, curato da { $operator }, e mi hai permesso di avvisarti. Rispondi «cerca» per saperne di più, «stop» e non ti scrivo più. { $issue }

## Dire chi si è

claim = Grazie, ho preso nota! Per provare che quell’account X è tuo, dimmi «prova»; anche { $operator } può confermarlo. Poi dimmi «cerca».
claim-waiting = Ho già preso nota, grazie. Per provare che quell’account X è tuo, dimmi «prova»; anche { $operator } può confermarlo.
claim-proven = È provato che quell’account X è tuo, grazie. Mi manca il suo numero: lo dà il tuo archivio di X, e { $operator } può importarlo. Poi dimmi «cerca».
claim-frozen = Un altro account dice che questo account X era suo. Finché non è chiarito, nessuno dei due conta. Dimmi «prova»: un codice pubblicato su X chiarisce tutto. Anche { $operator } può decidere.
archive-guide = Il tuo archivio di X lo dimostra: { $operator } può importarlo. Come scaricarlo: { $guide }
link-known = Ci conosciamo già: quell’account X è collegato al tuo. Dimmi «cerca» per sapere chi è qui.

## Provare chi si era su X

prove = Su X, dall’account che mi hai indicato, pubblica un post che contenga { $code }, poi mandami l’indirizzo (il link) di quel post. Il codice vale una sola volta, entro { $hours } ore.
prove-privately = Puoi anche mandarmelo in un messaggio privato.
prove-known = È già provato che quell’account X è tuo. Dimmi «cerca» per vedere chi è qui.
prove-address = Questo non è l’indirizzo di un post su X: un indirizzo così finisce con «status/» e un numero. Mandamelo di nuovo, per favore.
prove-too-often = Ho già guardato diversi post per te. Riprova fra un’ora, per favore.
prove-linked = Ho visto il codice: quell’account X ora è collegato al tuo, grazie! Lascia il post per una settimana. Dimmi «cerca» per vedere chi è qui.
prove-proven = Ho visto il codice: quell’account X è tuo, grazie! Lascia il post per una settimana. Mi manca il suo numero: lo dà il tuo archivio di X, e { $operator } può importarlo.
prove-protected = Ho visto il codice, grazie. Ma questo nome è protetto, o somiglia a quello di qualcun altro: { $operator } deve prima dare un’occhiata.
prove-no-code = Vedo il post, ma non il codice nel suo testo. Controllalo, per favore; dimmi «prova» per rivedere il codice.
prove-other-author = Quel post non viene dall’account X che mi hai indicato. Pubblica il codice da quell’account, oppure indicamene un altro.
prove-gone = Non vedo quel post. Forse è stato cancellato, o l’account è protetto: tutti devono poterlo vedere mentre guardo. Poi rimandami l’indirizzo.
prove-unreadable = Non capisco quello che X mi dice di quel post, mi dispiace. Riprova più tardi, per favore; anche { $operator } può aiutarti.
prove-unreachable = X non mi risponde da un giorno intero, mi dispiace. Rimandami l’indirizzo più tardi, per favore; anche { $operator } può aiutarti.
prove-expired = Quel codice non vale più. Dimmi «prova» e te ne do uno nuovo.

## «Non sono io»

not-me = Capito: non dico più a nessuno che eri quell’account X. { $operator } darà un’occhiata, e può annullare.
not-me-claim = Capito: non conservo più quello che mi avevi detto di X. Puoi ridirmi chi eri quando vuoi.
not-me-stranger = Capito: non dico più a nessuno che l’altro account è tuo. { $operator } darà un’occhiata.
not-me-again = Ho già preso nota: non lo dico a nessuno. { $operator } darà un’occhiata.
not-me-nothing = Non ti collego a nessun account X: non c’è niente da annullare.

## In privato, alle persone di cui è l’account X

told-linked = Sono il bot di { $campaign }. L’account X che mi hai indicato ora è collegato al tuo. Dimmi «cerca» per vedere chi è qui, oppure «stop» e non scrivo più.
told-disputed = Sono il bot di { $campaign }. Un altro account dice che il tuo account X era suo. Finché non è chiarito, non mostro nessuno dei due. Dimmi «prova»: un codice pubblicato su X chiarisce. Anche { $operator } può decidere.
told-lost = Sono il bot di { $campaign }. L’account X che mi avevi indicato va a un altro account, per una prova più forte o per decisione di { $operator }. Se è un errore, ridimmi chi eri su X, poi «prova».
told-joined = Sono il bot di { $campaign }. Un altro account ha provato che il tuo account X era suo. Se anche quell’account è tuo, va tutto bene. Altrimenti dimmi «non sono io».
told-settled = Sono il bot di { $campaign }. La questione del tuo account X è risolta: è collegato al tuo, come prima.

## Tacere, riprendere

stop = Capito, non ti scriverò più; basta la parola «riprendi» per richiamarmi.
resume = Rieccomi, con piacere! Dimmi «cerca» per sapere chi è qui, o «stop» per farmi tacere.

## Farsi nominare o no

private = Fatto: non ti nominerò più in pubblico e ti risponderò in privato. La parola «pubblico» annulla la scelta.
private-elsewhere = Fatto: non ti nominerò più in pubblico, né nelle mie risposte né nella lista della campagna; la parola «pubblico» annulla la scelta.
private-open = Perché le mie risposte ti arrivino in privato, scrivimi una volta in privato.
public = Fatto: posso nominarti in pubblico, nelle mie risposte e nella lista della campagna; basta la parola «privato» per uscirne.
why-method = { $method ->
    [archive] archivio di X
    [archive-and-profile] archivio di X e profilo
    [code] codice visto su X
    [admin] verificato dallo staff
    [domain] dominio verificato
    [move] account trasferito
   *[registry] registro della campagna
  }
why = Il tuo account X è collegato a questo. Prova: { why-method }, { $since }. E le tue corrispondenze:
why-own = Il tuo account X è collegato a questo. Prova: { why-method }, { $since } (livello { $level } su 5).
why-ask = Per sapere cosa c’è dietro le tue corrispondenze, scrivimi «perché» in un messaggio privato.
why-line = → { $who }: { $relation ->
    [mutual] vi seguivate
    [followed] seguivi
   *[follower] ti seguiva
  }, { $witness ->
    [own] secondo la tua lista X ({ $day })
    [both] secondo le vostre due liste X
   *[theirs] secondo la sua lista X
  }. Prova: { why-method }, { $since }.

## La lista pubblica della campagna: la sua descrizione.

list-description = Persone e organizzazioni di { $campaign } che hanno scelto di essere nominate in pubblico. Per uscirne basta una parola a questo account: «privato» o «stop».

## Contare

count = { $campaign }, in questo momento:

## Aiutare

help = Sono il bot di { $campaign }, curato da { $operator }. Ritrovo qui la tua rete di X. Dimmi:
help-guide = La guida: { $guide }
help-find = «cerca»: chi è qui
help-link = «ero x.com/nome»: il tuo account X
help-count = «quanti»: i numeri
help-tell-me = «avvisami»: gli arrivi, in privato
help-stop = «stop»: non una parola di più
help-resume = «riprendi»: di nuovo in contatto
help-prove = «prova»: provare il tuo account X
help-not-me = «non sono io»: quell’account X non è mio
unclear = Non ho capito, scusa. Prova con «cerca», «quanti», «aiuto» o «stop». Dietro di me c’è anche una persona: { $operator }.
later = Ho capito, ma non so ancora farlo. Chiedi a { $operator }.
welcome = Ti do il benvenuto! Sono il bot di { $campaign } e cerco qui la tua gente di X. Dimmi «aiuto» per saperne di più, «stop» per non ricevere più nulla da me. Risponde anche una persona: { $operator }.

## I contatori pubblici; le stesse righe rispondono a «quanti».

announcement-counters = { $campaign } · { $slot }
announcement-counters-people = { $count ->
    [one] 1 persona registrata
    [many] { $count } di persone registrate
   *[other] { $count } persone registrate
  }
announcement-counters-people-growth = { $count ->
    [one] 1 persona registrata
    [many] { $count } di persone registrate
   *[other] { $count } persone registrate
  } (+{ $growth } in una settimana)
announcement-counters-accounts-bluesky = { $count ->
    [one] 1 account su Bluesky
    [many] { $count } di account su Bluesky
   *[other] { $count } account su Bluesky
  }
announcement-counters-accounts-mastodon = { $count ->
    [one] 1 account su Mastodon e affini
    [many] { $count } di account su Mastodon e affini
   *[other] { $count } account su Mastodon e affini
  }
announcement-counters-arrivals = { $count ->
    [one] 1 arrivo
    [many] { $count } di arrivi
   *[other] { $count } arrivi
  }
announcement-counters-voices = { $count ->
    [one] 1 voce
    [many] { $count } di voci
   *[other] { $count } voci
  } per la campagna
announcement-counters-edges = { $count ->
    [one] 1 legame portato da X
    [many] { $count } di legami portati da X
   *[other] { $count } legami portati da X
  }
announcement-counters-matches = { $count ->
    [one] 1 legame di X con entrambe le persone qui
    [many] { $count } di legami di X con entrambe le persone qui
   *[other] { $count } legami di X con entrambe le persone qui
  }
announcement-counters-reunited = { $count ->
    [one] 1 persona ha qui qualcuno della sua rete X
    [many] { $count } di persone hanno qui qualcuno della loro rete X
   *[other] { $count } persone hanno qui qualcuno della loro rete X
  }
announcement-counters-reconnected = { $count ->
    [one] 1 legame di X ritrovato qui
    [many] { $count } di legami di X ritrovati qui
   *[other] { $count } legami di X ritrovati qui
  }
announcement-counters-early = La campagna è appena cominciata: i numeri si pubblicano a partire da { $smallest }.
announcement-tag = { $tag }

## Il grafico e il suo testo alternativo.

chart-title = { $campaign }: chi è già qui
chart-subtitle = Persone registrate e account collegati, giorno per giorno
chart-source = Fonte: registro di { $campaign }, { $slot }
chart-people = persone
chart-accounts-bluesky = account Bluesky
chart-accounts-mastodon = account Mastodon
chart-number = { $count }
chart-thousands = { $count } mila
chart-millions = { $count } Mln
chart-alt = Grafico. { $title }.
chart-alt-point = { $label }: { $last } ({ $until }).
chart-alt-curve = { $label }: da { $first } ({ $since }) a { $last } ({ $until }).

## Per chi amministra, in privato.

alert-stopped = Bot di { $campaign }: la rete «{ $network }» rifiuta il nostro accesso, quindi il bot lì si è fermato; le altre continuano. Rinnova la password o il token, esegui «quittex check» e riavvia il bot.
alert-gap = Bot di { $campaign }: su «{ $network }» forse non ho visto tutto tra { $since } e { $until } UTC. «quittex status» dice quanto; non c’è nulla da rifare, se non rispondere a mano dove serve.
alert-protected = Bot di { $campaign }: qualcuno rivendica un nome protetto (richiesta { $claim }). Nessuno lo saprà finché non decidi: «quittex claims show { $claim }».
alert-budget = Bot di { $campaign }: su «{ $network }» è stato usato il { $percent }% del budget di invio. Le risposte continuano, un po’ più lente; vedi «quittex status».
alert-jump = Bot di { $campaign }: un contatore ha fatto un salto inverosimile, quindi l’annuncio { $post } aspetta la tua decisione. «quittex outbox show { $post }», poi «retry» o «withdraw».
alert-disk = Bot di { $campaign }: restano solo { $megabytes } MB sul disco del database. Libera spazio prima che il bot non possa più annotare nulla.

## Le domande che fa il bot stesso: basta una parola.

consent-no = Va bene: non ti avviserò degli arrivi. Se cambi idea, basta «avvisami».
consent-question = Ti avviso ogni lunedì di chi arriva? Rispondi «sì» o «no».
consent-question-whole = { consent-question } La tua rete di X può trovarti qui («nascondimi» lo impedisce), ti nomino in pubblico solo se dici «pubblico», e conti nei numeri.
consent-chosen = Fatto. Le parole { $choice ->
    [found-nobody] «rendimi visibile»
    [counted-no] «contami»
    [counted-yes] «non contarmi»
   *[found-network] «nascondimi»
  } annullano la scelta.
consent-now = D’ora in poi: { $found ->
    [nobody] nessuno può trovarti
    [followed] solo chi seguivi su X può trovarti
   *[network] la tua rete di X può trovarti
  }, { $named ->
    [yes] posso nominarti in pubblico
   *[no] non ti nomino in pubblico
  }, { $told ->
    [weekly] ti avviso il lunedì
    [daily] ti avviso ogni mattina
    [at-once] ti avviso appena arriva qualcuno
   *[never] non ti avviso degli arrivi
  }, { $counted ->
    [no] non conti nei numeri
   *[yes] conti nei numeri
  }.

## Diritti: una risposta ritirata, tutto cancellato, tutto mostrato

delete = Va bene: cancello quella risposta.
delete-none = Non trovo nessuna mia risposta a te che possa cancellare.
forget = Cancellato, { $when }: quello che mi hai detto e quello che altri hanno portato su di te, { $accounts ->
    [one] 1 account
   *[other] { $accounts } account
  }, { $lists ->
    [one] 1 lista di X
   *[other] { $lists } liste di X
  }, { $posts ->
    [one] 1 risposta
   *[other] { $posts } risposte
  }. Resta un’impronta che non nomina nessuno, così nessuna copia può farti tornare. Addio!
forget-ask = Cancello per sempre tutto quello che ho su di te, e le mie risposte? Dimmi «sì», o «dimenticami».
forget-no = Va bene, non cambia nulla.
export = Quello che conservo su di te:
export-x = { $known ->
    [yes] chi eri su X
   *[no] nessun numero di X
  }
export-accounts = { $count ->
    [one] 1 account qui
   *[other] { $count } account qui
  }
export-lists = { $count ->
    [one] 1 lista di X
   *[other] { $count } liste di X
  }, { $edges ->
    [one] 1 voce
    [many] { $edges } di voci
   *[other] { $edges } voci
  }, in forma illeggibile
export-posts = { $count ->
    [one] 1 risposta mia
   *[other] { $count } risposte mie
  }
export-inbox = { $count ->
    [one] 1 messaggio tuo
   *[other] { $count } messaggi tuoi
  }, per 30 giorni
export-foot = Il file completo: chiedilo a { $operator }. La parola «dimenticami» cancella tutto.
export-none = Non conservo nulla su di te tranne i tuoi messaggi, 30 giorni al massimo. La parola «dimenticami» li cancella subito.
export-public = Riguarda solo te: dimmi «i miei dati» in un messaggio privato.
export-elsewhere = Riguarda solo te, e qui non ho messaggi privati: scrivi a { $operator }.
help-delete = «cancella»: ritirare la mia risposta
help-export = «i miei dati»: cosa conservo
help-forget = «dimenticami»: cancellare tutto

## Aspettare

waiting-minutes = Molte persone mi scrivono in questo momento: la risposta arriva tra circa { $minutes } min.
waiting-hours = Molte persone mi scrivono in questo momento: la risposta arriva tra circa { $hours } ore.

## I server

instance-stop = Va bene: non scriverò più a nessuno del tuo server. Per tornare indietro: { $operator }.
instance-stop-operator = Posso farlo solo se lo chiede l’account di contatto di un server, o qualcuno che vi ha un ruolo pubblico. Scrivi a { $operator }, che può occuparsene.
