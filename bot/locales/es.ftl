# El español de las respuestas. Un mensaje por frase o por línea; los números son los de la persona.

## Buscar

find-public = { $followed ->
    [one] { $mutual ->
        [0] 1 persona a la que seguías en X está aquí.
       *[other] 1 persona a la que seguías en X, y que te seguía, está aquí.
    }
    [many] { $followed } de personas a las que seguías en X están aquí{ $mutual ->
        [0] {""}
        [one] , y 1 de ellas también te seguía
       *[other] , y { $mutual } de ellas también te seguían
    }.
   *[other] { $followed } personas a las que seguías en X están aquí{ $mutual ->
        [0] {""}
        [one] , y 1 de ellas también te seguía
       *[other] , y { $mutual } de ellas también te seguían
    }.
  }{ $reverse ->
    [0] {""}
    [one] {" "}Otra persona te seguía.
   *[other] {" "}Otras { $reverse } te seguían.
  }
find-reverse = { $followers ->
    [one] 1 persona que te seguía en X está aquí.
    [many] { $followers } de personas que te seguían en X están aquí.
   *[other] { $followers } personas que te seguían en X están aquí.
  }
find-public-line = → { $who }
find-public-more = { $count ->
    [one] Y 1 más
   *[other] Y { $count } más
  }: la lista, por mensaje privado, con la palabra «busca».
find-public-rest = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
  }
find-public-list = { $count ->
    [one] Para saber quién es
   *[other] Para tener la lista
  }, escríbeme «busca» por mensaje privado.
find-line-mutual = → { $who } (seguimiento mutuo)
find-line-followed = → { $who } (seguías esta cuenta)
find-line-follower = → { $who } (te seguía)
find-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
  }
find-none = Que yo sepa, todavía no hay nadie de tu red de X por aquí. Eso cambia rápido: ¡pregúntame otra vez dentro de unos días!{ people-so-far }
not-linked = Todavía no sé quién eras en X. Escríbeme, por ejemplo, «yo era x.com/usuario» con tu antiguo nombre, y buscaré aquí a tu gente.{ people-so-far }
people-so-far = { $people ->
    [0] {""}
    [one] {" "}1 persona ya ha vinculado su cuenta.
    [many] {" "}{ $people } de personas ya han vinculado su cuenta.
   *[other] {" "}{ $people } personas ya han vinculado su cuenta.
  }

## Las llegadas, en privado, a quien las pidió

digest-first = { digest-here }:
digest-now = { digest-come }:
digest-yesterday = Desde ayer { digest-arrived }:
digest-weekday = Desde el { $day } { digest-arrived }:
digest-since = Desde el { $day } { digest-arrived }:
digest-here = { $followed ->
    [one] 1 persona a la que seguías en X ya está aquí
    [many] { $followed } de personas a las que seguías en X ya están aquí
   *[other] { $followed } personas a las que seguías en X ya están aquí
  }
digest-come = { $followed ->
    [one] 1 persona a la que seguías en X acaba de llegar
    [many] { $followed } de personas a las que seguías en X acaban de llegar
   *[other] { $followed } personas a las que seguías en X acaban de llegar
  }
digest-arrived = { $followed ->
    [one] ha llegado 1 persona a la que seguías en X
    [many] han llegado { $followed } de personas a las que seguías en X
   *[other] han llegado { $followed } personas a las que seguías en X
  }
digest-foot = Una palabra, «stop», y no te escribo más. { $issue }
digest-foot-first = Soy el bot de { $campaign }, a cargo de { $operator }, y me permitiste avisarte. Una palabra, «stop», y no te escribo más. { $issue }
tell-me-weekly = Anotado: los lunes por la mañana te escribiré en privado quién ha llegado de entre la gente que seguías en X. Una palabra, «stop», y no te escribo más.
tell-me-daily = Anotado: cada mañana te escribiré en privado quién ha llegado de entre la gente que seguías en X. Una palabra, «stop», y no te escribo más.
tell-me-at-once = Anotado: en cuanto llegue alguien a quien seguías en X te lo diré en privado, como mucho una vez por hora y nunca de noche. Una palabra, «stop», y no te escribo más.
tell-me-open = Para que te llegue, sígueme o escríbeme una vez en privado.
tell-me-elsewhere = Anotado. Aquí no tengo mensajes privados: escribiré a otra cuenta vinculada a la tuya si los tiene; si no, aquí, en público, solo cuántas personas a las que seguías en X han llegado, sin nombrar a nadie. Una palabra, «stop», y no te escribo más.

## Las llegadas, donde no hay mensajes privados: números, y ningún nombre

public-digest-first = { $reader } { digest-here }.
public-digest-now = { $reader } { digest-come }.
public-digest-yesterday = { $reader } Desde ayer { digest-arrived }.
public-digest-weekday = { $reader } Desde el { $day } { digest-arrived }.
public-digest-since = { $reader } Desde el { $day } { digest-arrived }.
public-digest-foot = Responde «busca» para saber más, «stop» y no te escribo más. { $issue }
public-digest-foot-first = Soy el bot de { $campaign }, a cargo de { $operator }, y me permitiste avisarte. Responde «busca» para saber más, «stop» y no te escribo más. { $issue }

## Decir quién es uno

claim = ¡Gracias, anotado! Para probar que esa cuenta de X es tuya, dime «prueba»; { $operator } también puede confirmarlo. Después, dime «busca».
claim-waiting = Ya está anotado, gracias. Para probar que esa cuenta de X es tuya, dime «prueba»; { $operator } también puede confirmarlo.
claim-proven = Está probado que esa cuenta de X es tuya, gracias. Me falta su número: lo da tu archivo de X, y { $operator } puede importarlo. Después, dime «busca».
claim-frozen = Otra cuenta dice aquí que esa cuenta de X era suya. Mientras no se aclare, no cuenta ninguna de las dos. Dime «prueba»: un código publicado en X lo aclara. { $operator } también puede decidir.
archive-guide = Tu archivo de X lo demuestra: { $operator } puede importarlo. Cómo descargarlo: { $guide }
link-known = Ya nos conocemos: esa cuenta de X está vinculada a la tuya. Dime «busca» para ver quién está aquí.

## Probar quién se era en X

prove = En X, desde la cuenta que me dijiste, publica un mensaje que contenga { $code } y envíame después la dirección (el enlace) de ese mensaje. El código sirve una sola vez, en las próximas { $hours } horas.
prove-privately = También puedes enviármela en un mensaje privado.
prove-known = Ya está probado que esa cuenta de X es tuya. Dime «busca» para ver quién está aquí.
prove-address = Esa no es la dirección de un mensaje en X: una dirección así termina con «status/» y un número. Envíamela de nuevo, por favor.
prove-too-often = Ya he mirado varios mensajes por ti. Vuelve a intentarlo dentro de una hora, por favor.
prove-linked = He visto el código: esa cuenta de X ya está vinculada a la tuya, ¡gracias! Deja el mensaje una semana. Dime «busca» para ver quién está aquí.
prove-proven = He visto el código: esa cuenta de X es tuya, ¡gracias! Deja el mensaje una semana. Me falta su número: lo da tu archivo de X, y { $operator } puede importarlo.
prove-protected = He visto el código, gracias. Pero ese nombre está protegido o se parece al de otra persona: { $operator } tiene que mirarlo antes.
prove-no-code = Veo el mensaje, pero no el código en su propio texto. Compruébalo, por favor; dime «prueba» para volver a ver el código.
prove-other-author = Ese mensaje no es de la cuenta de X que me dijiste. Publica el código desde esa cuenta o dime otra.
prove-gone = No veo ese mensaje. Quizá se borró o la cuenta está protegida: tiene que verlo todo el mundo mientras miro. Después, envíame otra vez su dirección.
prove-unreadable = No entiendo lo que X me dice de ese mensaje, lo siento. Inténtalo más tarde, por favor; { $operator } también puede ayudarte.
prove-unreachable = X lleva un día entero sin responderme, lo siento. Envíame la dirección más tarde, por favor; { $operator } también puede ayudarte.
prove-expired = Ese código ya no sirve. Dime «prueba» y te doy uno nuevo.

## «No soy yo»

not-me = Entendido: ya no le digo a nadie que eras esa cuenta de X. { $operator } lo mirará, y puede deshacerlo.
not-me-claim = Entendido: ya no guardo lo que me dijiste de X. Puedes volver a decirme quién eras cuando quieras.
not-me-stranger = Entendido: ya no le digo a nadie que la otra cuenta es tuya. { $operator } lo mirará.
not-me-again = Ya está anotado: no se lo digo a nadie. { $operator } lo mirará.
not-me-nothing = No te vinculo a ninguna cuenta de X: no hay nada que deshacer.

## En privado, a las personas cuya cuenta de X es

told-linked = Soy el bot de { $campaign }. La cuenta de X que me dijiste ya está vinculada a la tuya. Dime «busca» para ver quién está aquí, o «stop» y no escribo más.
told-disputed = Soy el bot de { $campaign }. Otra cuenta dice que tu cuenta de X era suya. Mientras no se aclare, no muestro ninguna. Dime «prueba»: un código publicado en X lo aclara. { $operator } también puede decidir.
told-lost = Soy el bot de { $campaign }. La cuenta de X que me dijiste pasa a otra cuenta, por una prueba más fuerte o por decisión de { $operator }. Si es un error, dime otra vez quién eras en X, y después «prueba».
told-joined = Soy el bot de { $campaign }. Otra cuenta ha probado que tu cuenta de X era suya. Si esa otra cuenta también es tuya, todo está bien. Si no, dime «no soy yo».
told-settled = Soy el bot de { $campaign }. Lo de tu cuenta de X está resuelto: sigue vinculada a la tuya, como antes.

## Callar, volver

stop = Entendido, no te escribiré más; la palabra «vuelve» basta para llamarme de nuevo.
resume = ¡Aquí estoy otra vez, con mucho gusto! Dime «busca» para ver quién está aquí, o «stop» para que me calle.

## Salir nombrado o no

private = Anotado: no volveré a nombrarte en público y te responderé en privado. La palabra «público» lo deshace.
private-elsewhere = Anotado: no volveré a nombrarte en público, ni en mis respuestas ni en la lista de la campaña; la palabra «público» lo deshace.
private-open = Para que mis respuestas te lleguen en privado, escríbeme una vez en privado.
public = Anotado: puedo nombrarte en público, en mis respuestas y en la lista de la campaña; la palabra «privado» basta para salir de ella.
why-method = { $method ->
    [archive] archivo de X
    [archive-and-profile] archivo de X y perfil
    [code] código visto en X
    [admin] comprobado por el equipo
    [domain] dominio verificado
    [move] cuenta que se mudó
   *[registry] registro de la campaña
  }
why = Tu cuenta de X está vinculada a esta. Prueba: { why-method }, { $since }. Y tus coincidencias:
why-own = Tu cuenta de X está vinculada a esta. Prueba: { why-method }, { $since } (nivel { $level } de 5).
why-ask = Para saber qué hay detrás de tus coincidencias, escríbeme «por qué» en un mensaje privado.
why-line = → { $who }: { $relation ->
    [mutual] seguimiento mutuo
    [followed] seguías esta cuenta
   *[follower] te seguía
  }, { $witness ->
    [own] según tu lista de X del { $day }
    [both] según las dos listas de X
   *[theirs] según su propia lista de X
  }. Prueba: { why-method }, { $since }.

## La lista pública de la campaña: su descripción.

list-description = Personas y organizaciones de { $campaign } que eligieron que se las nombre en público. Basta una palabra a esta cuenta para salir: «privado» o «stop».

## Contar

count = { $campaign }, ahora mismo:

## Ayudar

help = Soy el bot de { $campaign }, a cargo de { $operator }. Encuentro aquí a tu gente de X. Dime:
help-guide = La guía: { $guide }
help-find = «busca»: quién está aquí
help-link = «yo era x.com/usuario»: tu cuenta de X
help-count = «cuántos»: las cifras
help-tell-me = «avísame»: llegadas, en privado
help-stop = «stop»: ni una palabra más
help-resume = «vuelve»: hablamos de nuevo
help-prove = «prueba»: probar tu cuenta de X
help-not-me = «no soy yo»: esa cuenta de X no es mía
unclear = No te he entendido, perdona. Prueba con «busca», «cuántos», «ayuda» o «stop». Detrás de mí también hay alguien: { $operator }.
later = Entiendo lo que pides, pero todavía no sé hacerlo. Pregunta a { $operator }.
welcome = ¡Te damos la bienvenida! Soy el bot de { $campaign } y busco aquí a tu gente de X. Dime «ayuda» para saber más, «stop» para no recibir nada más de mí. También responde una persona: { $operator }.

## Los contadores públicos; las mismas líneas responden a «cuántos».

announcement-counters = { $campaign } · { $slot }
announcement-counters-people = { $count ->
    [one] 1 persona registrada
    [many] { $count } de personas registradas
   *[other] { $count } personas registradas
  }
announcement-counters-people-growth = { $count ->
    [one] 1 persona registrada
    [many] { $count } de personas registradas
   *[other] { $count } personas registradas
  } (+{ $growth } en una semana)
announcement-counters-accounts-bluesky = { $count ->
    [one] 1 cuenta en Bluesky
    [many] { $count } de cuentas en Bluesky
   *[other] { $count } cuentas en Bluesky
  }
announcement-counters-accounts-mastodon = { $count ->
    [one] 1 cuenta en Mastodon y su familia
    [many] { $count } de cuentas en Mastodon y su familia
   *[other] { $count } cuentas en Mastodon y su familia
  }
announcement-counters-arrivals = { $count ->
    [one] 1 llegada
    [many] { $count } de llegadas
   *[other] { $count } llegadas
  }
announcement-counters-voices = { $count ->
    [one] 1 voz
    [many] { $count } de voces
   *[other] { $count } voces
  } a favor de la campaña
announcement-counters-edges = { $count ->
    [one] 1 seguimiento traído de X
    [many] { $count } de seguimientos traídos de X
   *[other] { $count } seguimientos traídos de X
  }
announcement-counters-matches = { $count ->
    [one] 1 seguimiento de X con ambas personas aquí
    [many] { $count } de seguimientos de X con ambas personas aquí
   *[other] { $count } seguimientos de X con ambas personas aquí
  }
announcement-counters-reunited = { $count ->
    [one] 1 persona tiene aquí a alguien de X
    [many] { $count } de personas tienen aquí a alguien de X
   *[other] { $count } personas tienen aquí a alguien de X
  }
announcement-counters-reconnected = { $count ->
    [one] 1 seguimiento de X recuperado aquí
    [many] { $count } de seguimientos de X recuperados aquí
   *[other] { $count } seguimientos de X recuperados aquí
  }
announcement-counters-early = La campaña acaba de empezar: las cifras se publican a partir de { $smallest }.
announcement-tag = { $tag }

## El gráfico y su texto alternativo.

chart-title = { $campaign }: quién está ya aquí
chart-subtitle = Personas registradas y cuentas vinculadas, día a día
chart-source = Fuente: registro de { $campaign }, { $slot }
chart-people = personas
chart-accounts-bluesky = cuentas de Bluesky
chart-accounts-mastodon = cuentas de Mastodon
chart-number = { $count }
chart-thousands = { $count } mil
chart-millions = { $count } M
chart-alt = Gráfico. { $title }.
chart-alt-point = { $label }: { $last } ({ $until }).
chart-alt-curve = { $label }: de { $first } ({ $since }) a { $last } ({ $until }).

## Para quien administra, en privado.

alert-stopped = Bot de { $campaign }: la red «{ $network }» rechaza nuestro acceso, así que el bot se ha detenido en ella; las demás siguen. Renueva la contraseña o el token, ejecuta «quittex check» y vuelve a arrancar el bot.
alert-gap = Bot de { $campaign }: en «{ $network }» puede que no lo haya visto todo entre { $since } y { $until } UTC. «quittex status» dice cuánto; no hay que rehacer nada, solo responder a mano si hace falta.
alert-protected = Bot de { $campaign }: alguien reclama un nombre protegido (solicitud { $claim }). Nadie lo sabrá hasta que decidas: «quittex claims show { $claim }».
alert-budget = Bot de { $campaign }: en «{ $network }» se ha usado el { $percent } % del presupuesto de envío. Las respuestas siguen, algo más lentas; mira «quittex status».
alert-jump = Bot de { $campaign }: un contador ha dado un salto inverosímil, así que el anuncio { $post } espera tu decisión. «quittex outbox show { $post }» y después «retry» o «withdraw».
alert-disk = Bot de { $campaign }: solo quedan { $megabytes } MB en el disco de la base de datos. Libera espacio antes de que el bot ya no pueda anotar nada.

## Las preguntas que hace el propio bot: basta una palabra.

consent-no = Anotado: no te avisaré de las llegadas. Si cambias de opinión, basta con «avísame».
consent-question = ¿Te aviso cada lunes de quién llega? Responde «sí» o «no».
consent-question-whole = { consent-question } Tu red de X puede encontrarte aquí («escóndeme» lo impide), solo te nombro en público si dices «público», y cuentas en las cifras.
consent-chosen = Anotado. Las palabras { $choice ->
    [found-nobody] «hazme visible»
    [counted-no] «cuéntame en las cifras»
    [counted-yes] «no me cuentes»
   *[found-network] «escóndeme»
  } lo deshacen.
consent-now = Desde ahora: { $found ->
    [nobody] nadie puede encontrarte
    [followed] solo quienes seguías en X pueden encontrarte
   *[network] tu red de X puede encontrarte
  }, { $named ->
    [yes] puedo nombrarte en público
   *[no] no te nombro en público
  }, { $told ->
    [weekly] te aviso los lunes
    [daily] te aviso cada mañana
    [at-once] te aviso en cuanto llega alguien
   *[never] no te aviso de las llegadas
  }, { $counted ->
    [no] no cuentas en las cifras
   *[yes] cuentas en las cifras
  }.

## Derechos: una respuesta retirada, todo borrado, todo mostrado

delete = Entendido: borro esa respuesta.
delete-none = No encuentro ninguna respuesta mía para ti que pueda borrar.
forget = Borrado, { $when }: lo que me dijiste y lo que otros trajeron sobre ti, { $accounts ->
    [one] 1 cuenta
   *[other] { $accounts } cuentas
  }, { $lists ->
    [one] 1 lista de X
   *[other] { $lists } listas de X
  }, { $posts ->
    [one] 1 respuesta
   *[other] { $posts } respuestas
  }. Queda una huella que no nombra a nadie, para que ninguna copia te traiga de vuelta. ¡Adiós!
forget-ask = ¿Borro para siempre todo lo que tengo sobre ti, y mis respuestas? Dime «sí», u «olvídame».
forget-no = De acuerdo, nada cambia.
export = Lo que guardo sobre ti:
export-x = { $known ->
    [yes] quién eras en X
   *[no] ningún número de X
  }
export-accounts = { $count ->
    [one] 1 cuenta aquí
   *[other] { $count } cuentas aquí
  }
export-lists = { $count ->
    [one] 1 lista de X
   *[other] { $count } listas de X
  }, { $edges ->
    [one] 1 entrada
    [many] { $edges } de entradas
   *[other] { $edges } entradas
  }, de forma ilegible
export-posts = { $count ->
    [one] 1 respuesta mía
   *[other] { $count } respuestas mías
  }
export-inbox = { $count ->
    [one] 1 mensaje tuyo
   *[other] { $count } mensajes tuyos
  }, durante 30 días
export-foot = El archivo completo: pídelo a { $operator }. La palabra «olvídame» lo borra todo.
export-none = No guardo nada sobre ti salvo tus mensajes, 30 días como mucho. La palabra «olvídame» los borra al instante.
export-public = Eso es solo para ti: dime «mis datos» en un mensaje privado.
export-elsewhere = Eso es solo para ti, y aquí no tengo mensajes privados: escribe a { $operator }.
help-delete = «borra»: retirar mi respuesta
help-export = «mis datos»: lo que guardo
help-forget = «olvídame»: borrarlo todo

## Esperar

waiting-minutes = Mucha gente me escribe ahora mismo: tu respuesta llegará en unos { $minutes } min.
waiting-hours = Mucha gente me escribe ahora mismo: tu respuesta llegará en unas { $hours } h.

## Los servidores

instance-stop = Entendido: ya no escribiré a nadie de tu servidor. Para deshacerlo: { $operator }.
instance-stop-operator = Solo puedo hacerlo si lo pide la cuenta de contacto de un servidor, o alguien que tenga allí un cargo público. Escribe a { $operator }, que puede encargarse.
