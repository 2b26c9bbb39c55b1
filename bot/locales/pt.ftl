# O português das respostas, de Portugal e do Brasil. Uma mensagem por frase ou por linha; os números são os da pessoa.

## Procurar

find-public = { $followed ->
    [one] { $mutual ->
        [0] 1 pessoa que você seguia no X está aqui.
       *[other] 1 pessoa que você seguia no X, e que seguia você, está aqui.
    }
    [many] { $followed } de pessoas que você seguia no X estão aqui{ $mutual ->
        [0] {""}
        [one] , e 1 delas também seguia você
       *[other] , e { $mutual } delas também seguiam você
    }.
   *[other] { $followed } pessoas que você seguia no X estão aqui{ $mutual ->
        [0] {""}
        [one] , e 1 delas também seguia você
       *[other] , e { $mutual } delas também seguiam você
    }.
  }{ $reverse ->
    [0] {""}
    [one] {" "}Outra pessoa seguia você.
   *[other] {" "}Outras { $reverse } seguiam você.
  }
find-reverse = { $followers ->
    [one] 1 pessoa que seguia você no X está aqui.
    [many] { $followers } de pessoas que seguiam você no X estão aqui.
   *[other] { $followers } pessoas que seguiam você no X estão aqui.
  }
find-public-line = → { $who }
find-public-more = { $count ->
    [one] E mais 1
   *[other] E mais { $count }
  }: a lista, por mensagem privada, com a palavra “procurar”.
find-public-rest = { $count ->
    [one] E mais 1.
   *[other] E mais { $count }.
  }
find-public-list = { $count ->
    [one] Para saber quem é
   *[other] Para ter a lista
  }, escreva-me “procurar” em mensagem privada.
find-line-mutual = → { $who } (seguimento mútuo)
find-line-followed = → { $who } (conta que você seguia)
find-line-follower = → { $who } (seguia você)
find-more = { $count ->
    [one] E mais 1.
   *[other] E mais { $count }.
  }
find-none = Que eu saiba, ainda não há aqui ninguém da sua rede do X. Isso muda depressa: pergunte-me de novo daqui a uns dias!{ people-so-far }
not-linked = Ainda não sei quem você era no X. Escreva-me, por exemplo, “eu era x.com/usuario”, com o seu antigo nome, e procurarei aqui a sua gente.{ people-so-far }
people-so-far = { $people ->
    [0] {""}
    [one] {" "}1 pessoa já associou a sua conta.
    [many] {" "}{ $people } de pessoas já associaram a sua conta.
   *[other] {" "}{ $people } pessoas já associaram a sua conta.
  }

## As chegadas, em privado, a quem as pediu

digest-first = { digest-here }:
digest-now = { digest-come }:
digest-yesterday = Desde ontem { digest-arrived }:
digest-weekday = Desde { $day } { digest-arrived }:
digest-since = Desde { $day } { digest-arrived }:
digest-here = { $followed ->
    [one] 1 pessoa que você seguia no X já está aqui
    [many] { $followed } de pessoas que você seguia no X já estão aqui
   *[other] { $followed } pessoas que você seguia no X já estão aqui
  }
digest-come = { $followed ->
    [one] 1 pessoa que você seguia no X acaba de chegar
    [many] { $followed } de pessoas que você seguia no X acabam de chegar
   *[other] { $followed } pessoas que você seguia no X acabam de chegar
  }
digest-arrived = { $followed ->
    [one] chegou 1 pessoa que você seguia no X
    [many] chegaram { $followed } de pessoas que você seguia no X
   *[other] chegaram { $followed } pessoas que você seguia no X
  }
digest-foot = Uma palavra, “stop”, e não escrevo mais. { $issue }
digest-foot-first = Sou o bot de { $campaign }, a cargo de { $operator }, e você permitiu que eu avisasse. Uma palavra, “stop”, e não escrevo mais. { $issue }
tell-me-weekly = Anotado: às segundas-feiras de manhã escrevo em privado quem chegou entre as pessoas que você seguia no X. Uma palavra, “stop”, e não escrevo mais.
tell-me-daily = Anotado: todas as manhãs escrevo em privado quem chegou entre as pessoas que você seguia no X. Uma palavra, “stop”, e não escrevo mais.
tell-me-at-once = Anotado: assim que chegar alguém que você seguia no X, aviso em privado, no máximo uma vez por hora e nunca à noite. Uma palavra, “stop”, e não escrevo mais.
tell-me-open = Para que a mensagem chegue, siga-me ou escreva-me uma vez em privado.
tell-me-elsewhere = Anotado. Aqui não tenho mensagens privadas: escreverei a outra conta associada à sua, se ela as tiver; senão aqui, em público, só quantas pessoas que você seguia no X chegaram, sem nomear ninguém. Uma palavra, “stop”, e não escrevo mais.

## As chegadas, onde não há mensagens privadas: números, e nenhum nome

public-digest-first = { $reader } { digest-here }.
public-digest-now = { $reader } { digest-come }.
public-digest-yesterday = { $reader } Desde ontem { digest-arrived }.
public-digest-weekday = { $reader } Desde { $day } { digest-arrived }.
public-digest-since = { $reader } Desde { $day } { digest-arrived }.
public-digest-foot = Responda “procurar” para saber mais, “stop” e não escrevo mais. { $issue }
public-digest-foot-first = Sou o bot de { $campaign }, a cargo de { $operator }, e você permitiu que eu avisasse. Responda “procurar” para saber mais, “stop” e não escrevo mais. { $issue }

## Dizer quem se é

claim = Anotado! Para provar que essa conta do X é sua, diga-me “prova”; { $operator } também pode confirmar. Depois, diga-me “procurar”.
claim-waiting = Já está anotado. Para provar que essa conta do X é sua, diga-me “prova”; { $operator } também pode confirmar.
claim-proven = Está provado que essa conta do X é sua. Falta-me o número dela: está no seu arquivo do X, e { $operator } pode importá-lo. Depois, diga-me “procurar”.
claim-frozen = Outra conta diz que essa conta do X era dela. Enquanto isso não se esclarecer, nenhuma das duas vale. Diga-me “prova”: um código publicado no X esclarece. { $operator } também pode decidir.
archive-guide = O seu arquivo do X prova isso: { $operator } pode importá-lo. Como obtê-lo: { $guide }
link-known = Já nos conhecemos: essa conta do X está associada à sua. Diga-me “procurar” para ver quem está aqui.

## Provar quem se era no X

prove = No X, a partir da conta que você indicou, publique uma mensagem que contenha { $code } e depois envie-me o endereço (o link) dessa mensagem. O código serve uma só vez, nas próximas { $hours } horas.
prove-privately = Também pode enviá-lo numa mensagem privada.
prove-known = Já está provado que essa conta do X é sua. Diga-me “procurar” para ver quem está aqui.
prove-address = Esse não é o endereço de uma mensagem no X: um endereço assim termina com “status/” e um número. Envie-o de novo, por favor.
prove-too-often = Já vi várias mensagens suas no X. Tente de novo daqui a uma hora, por favor.
prove-linked = Vi o código: essa conta do X está agora associada à sua. Deixe a mensagem lá uma semana, por favor. Diga-me “procurar” para ver quem está aqui.
prove-proven = Vi o código: essa conta do X é sua. Deixe a mensagem lá uma semana, por favor. Falta-me o número dela: está no seu arquivo do X, e { $operator } pode importá-lo.
prove-protected = Vi o código. Mas esse nome está protegido, ou parece-se com o de outra pessoa: { $operator } tem de ver primeiro.
prove-no-code = Vejo a mensagem, mas não o código no próprio texto. Verifique, por favor; diga-me “prova” para rever o código.
prove-other-author = Essa mensagem não é da conta do X que você indicou. Publique o código a partir dessa conta, ou indique outra.
prove-gone = Não vejo essa mensagem. Talvez tenha sido apagada, ou a conta seja protegida: é preciso que todos a possam ver enquanto verifico. Depois, envie-me de novo o endereço.
prove-unreadable = Não entendo o que o X me diz dessa mensagem, desculpe. Tente mais tarde, por favor; { $operator } também pode ajudar.
prove-unreachable = O X não me responde há um dia inteiro, desculpe. Envie-me o endereço mais tarde, por favor; { $operator } também pode ajudar.
prove-expired = Esse código já não serve. Diga-me “prova” e envio um novo.

## “Não sou eu”

not-me = Entendido: já não digo a ninguém que você era essa conta do X. { $operator } vai ver, e pode desfazer.
not-me-claim = Entendido: já não guardo o que você me disse do X. Pode voltar a dizer-me quem era quando quiser.
not-me-stranger = Entendido: já não digo a ninguém que a outra conta é sua. { $operator } vai ver.
not-me-again = Já está anotado: não digo a ninguém. { $operator } vai ver.
not-me-nothing = Não associo nenhuma conta do X à sua: não há nada a desfazer.

## Em privado, às pessoas de quem é a conta do X

told-linked = Sou o bot de { $campaign }. A conta do X que você indicou está agora associada à sua. Diga-me “procurar” para ver quem está aqui, ou “stop” e não escrevo mais.
told-disputed = Sou o bot de { $campaign }. Outra conta diz que a sua conta do X era dela. Enquanto isso não se esclarecer, não mostro nenhuma. Diga-me “prova”: um código publicado no X esclarece. { $operator } também pode decidir.
told-lost = Sou o bot de { $campaign }. A conta do X que você indicou passa para outra conta, por uma prova mais forte ou por decisão de { $operator }. Se é um erro, diga-me de novo quem era no X, e depois “prova”.
told-joined = Sou o bot de { $campaign }. Outra conta provou que a sua conta do X era dela. Se essa outra conta também é sua, está tudo bem. Se não, diga-me “não sou eu”.
told-settled = Sou o bot de { $campaign }. A questão da sua conta do X está resolvida: continua associada à sua, como antes.

## Calar, voltar

stop = Entendido, não escreverei mais; basta a palavra “voltar” para me chamar de novo.
resume = Estou de volta, com todo o gosto! Diga-me “procurar” para ver quem está aqui, ou “stop” para que eu me cale.

## Ser nomeado ou não

private = Anotado: não direi mais o seu nome em público e responderei em privado. A palavra “público” desfaz isso.
private-elsewhere = Anotado: não direi mais o seu nome em público, nem nas minhas respostas nem na lista da campanha; a palavra “público” desfaz isso.
private-open = Para que as minhas respostas cheguem em privado, escreva-me uma vez em privado.
public = Anotado: posso dizer o seu nome em público, nas minhas respostas e na lista da campanha; basta a palavra “privado” para sair dela.
why-method = { $method ->
    [archive] arquivo do X
    [archive-and-profile] arquivo do X e perfil
    [code] código visto no X
    [admin] verificado pela organização
    [domain] domínio verificado
    [move] conta que mudou
   *[registry] lista da campanha
  }
why = A sua conta do X está associada a esta. Prova: { why-method }, { $since }. E as suas correspondências:
why-own = A sua conta do X está associada a esta. Prova: { why-method }, { $since } (nível { $level } de 5).
why-ask = Para saber o que há por trás das suas correspondências, escreva-me “por que” numa mensagem privada.
why-line = → { $who }: { $relation ->
    [mutual] seguimento mútuo
    [followed] você seguia esta conta
   *[follower] seguia você
  }, { $witness ->
    [own] segundo a sua lista do X ({ $day })
    [both] segundo as duas listas do X
   *[theirs] segundo a lista dessa pessoa
  }. Prova: { why-method }, { $since }.

## A lista pública da campanha: a sua descrição.

list-description = Pessoas e organizações de { $campaign } que escolheram ser nomeadas em público. Para sair, basta uma palavra a esta conta: “privado” ou “stop”.

## Contar

count = { $campaign }, neste momento:

## Ajudar

help = Sou o bot de { $campaign }, a cargo de { $operator }. Encontro aqui a sua rede do X. Diga-me:
help-guide = O guia: { $guide }
help-find = “procurar”: quem está aqui
help-link = “eu era x.com/usuario”: a sua conta do X
help-count = “quantos”: os números
help-tell-me = “avise-me”: chegadas, em privado
help-stop = “stop”: nem mais uma palavra
help-resume = “voltar”: falar de novo
help-prove = “prova”: provar a sua conta do X
help-not-me = “não sou eu”: essa conta do X não é minha
unclear = Não entendi, desculpe. Experimente “procurar”, “quantos”, “ajuda” ou “stop”. Por trás de mim também há uma pessoa: { $operator }.
later = Entendi o pedido, mas ainda não sei fazer isso. Fale com { $operator }.
welcome = Boas-vindas! Sou o bot de { $campaign } e procuro aqui a sua gente do X. Diga-me “ajuda” para saber mais, “stop” para não receber mais nada de mim. Também responde uma pessoa: { $operator }.

## Os contadores públicos; as mesmas linhas respondem a “quantos”.

announcement-counters = { $campaign } · { $slot }
announcement-counters-people = { $count ->
    [one] 1 pessoa inscrita
    [many] { $count } de pessoas inscritas
   *[other] { $count } pessoas inscritas
  }
announcement-counters-people-growth = { $count ->
    [one] 1 pessoa inscrita
    [many] { $count } de pessoas inscritas
   *[other] { $count } pessoas inscritas
  } (+{ $growth } numa semana)
announcement-counters-accounts-bluesky = { $count ->
    [one] 1 conta no Bluesky
    [many] { $count } de contas no Bluesky
   *[other] { $count } contas no Bluesky
  }
announcement-counters-accounts-mastodon = { $count ->
    [one] 1 conta no Mastodon e afins
    [many] { $count } de contas no Mastodon e afins
   *[other] { $count } contas no Mastodon e afins
  }
announcement-counters-arrivals = { $count ->
    [one] 1 chegada
    [many] { $count } de chegadas
   *[other] { $count } chegadas
  }
announcement-counters-voices = { $count ->
    [one] 1 voz
    [many] { $count } de vozes
   *[other] { $count } vozes
  } pela campanha
announcement-counters-edges = { $count ->
    [one] 1 ligação trazida do X
    [many] { $count } de ligações trazidas do X
   *[other] { $count } ligações trazidas do X
  }
announcement-counters-matches = { $count ->
    [one] 1 ligação do X com as duas pessoas aqui
    [many] { $count } de ligações do X com as duas pessoas aqui
   *[other] { $count } ligações do X com as duas pessoas aqui
  }
announcement-counters-reunited = { $count ->
    [one] 1 pessoa tem aqui alguém da sua rede do X
    [many] { $count } de pessoas têm aqui alguém da sua rede do X
   *[other] { $count } pessoas têm aqui alguém da sua rede do X
  }
announcement-counters-reconnected = { $count ->
    [one] 1 ligação do X recuperada aqui
    [many] { $count } de ligações do X recuperadas aqui
   *[other] { $count } ligações do X recuperadas aqui
  }
announcement-counters-early = A campanha acaba de começar: os números são publicados a partir de { $smallest }.
announcement-tag = { $tag }

## O gráfico e o seu texto alternativo.

chart-title = { $campaign }: quem já está aqui
chart-subtitle = Pessoas inscritas e contas associadas, dia a dia
chart-source = Fonte: lista de inscritos de { $campaign }, { $slot }
chart-people = pessoas
chart-accounts-bluesky = contas Bluesky
chart-accounts-mastodon = contas Mastodon
chart-number = { $count }
chart-thousands = { $count } mil
chart-millions = { $count } mi
chart-alt = Gráfico. { $title }.
chart-alt-point = { $label }: { $last } ({ $until }).
chart-alt-curve = { $label }: de { $first } ({ $since }) a { $last } ({ $until }).

## Para quem administra, em privado.

alert-stopped = Bot de { $campaign }: a rede “{ $network }” recusa o nosso acesso, por isso o bot parou nela; as outras continuam. Renove a senha ou o token, execute “quittex check” e volte a iniciar o bot.
alert-gap = Bot de { $campaign }: em “{ $network }” talvez eu não tenha visto tudo entre { $since } e { $until } UTC. “quittex status” diz quanto; nada precisa ser refeito, só responder à mão onde for preciso.
alert-protected = Bot de { $campaign }: alguém reivindica um nome protegido (pedido { $claim }). Ninguém saberá até você decidir: “quittex claims show { $claim }”.
alert-budget = Bot de { $campaign }: em “{ $network }”, { $percent }% do orçamento de envio foi usado. As respostas continuam, um pouco mais lentas; veja “quittex status”.
alert-jump = Bot de { $campaign }: um contador deu um salto implausível, por isso o anúncio { $post } espera a sua decisão. “quittex outbox show { $post }”, depois “retry” ou “withdraw”.
alert-disk = Bot de { $campaign }: restam apenas { $megabytes } MB no disco da base de dados. Abra espaço antes que o bot não possa anotar mais nada.

## As perguntas que o próprio bot faz: uma palavra basta.

consent-no = Anotado: não vou avisar das chegadas. Se mudar de ideia, basta “avise-me”.
consent-question = Quer que eu avise todas as segundas-feiras quem chegou? Responda “sim” ou “não”.
consent-question-whole = { consent-question } A sua rede do X pode encontrar você aqui (“esconda-me” impede isso), só digo o seu nome em público se você disser “público”, e você conta nos números.
consent-chosen = Anotado. As palavras { $choice ->
    [found-nobody] “quero ser visível”
    [counted-no] “conte-me nos números”
    [counted-yes] “não me conte”
   *[found-network] “esconda-me”
  } desfazem isso.
consent-now = A partir de agora: { $found ->
    [nobody] ninguém pode encontrar você
    [followed] só quem você seguia no X pode encontrar você
   *[network] a sua rede do X pode encontrar você
  }, { $named ->
    [yes] posso dizer o seu nome em público
   *[no] não digo o seu nome em público
  }, { $told ->
    [weekly] aviso às segundas-feiras
    [daily] aviso todas as manhãs
    [at-once] aviso assim que alguém chega
   *[never] não aviso das chegadas
  }, { $counted ->
    [no] você não conta nos números
   *[yes] você conta nos números
  }.

## Direitos: uma resposta retirada, tudo apagado, tudo mostrado

delete = Entendido: apago essa resposta.
delete-none = Não encontro nenhuma resposta minha a você que possa apagar.
forget = Apagado, { $when }: o que você me disse e o que outros trouxeram, { $accounts ->
    [one] 1 conta
   *[other] { $accounts } contas
  }, { $lists ->
    [one] 1 lista do X
   *[other] { $lists } listas do X
  }, { $posts ->
    [one] 1 resposta
   *[other] { $posts } respostas
  }. Fica uma marca que não nomeia ninguém, para que nenhuma cópia traga você de volta. Adeus!
forget-ask = Apago para sempre tudo o que tenho sobre você, e as minhas respostas? Diga “sim”, ou “esqueça-me”.
forget-no = Está bem, nada muda.
export = O que guardo sobre você:
export-x = { $known ->
    [yes] quem você era no X
   *[no] nenhum número do X
  }
export-accounts = { $count ->
    [one] 1 conta aqui
   *[other] { $count } contas aqui
  }
export-lists = { $count ->
    [one] 1 lista do X
   *[other] { $count } listas do X
  }, { $edges ->
    [one] 1 entrada
    [many] { $edges } de entradas
   *[other] { $edges } entradas
  }, em forma ilegível
export-posts = { $count ->
    [one] 1 resposta minha
   *[other] { $count } respostas minhas
  }
export-inbox = { $count ->
    [one] 1 mensagem sua
   *[other] { $count } mensagens suas
  }, por 30 dias
export-foot = Os dados completos: peça a { $operator }. A palavra “esqueça-me” apaga tudo.
export-none = Não guardo nada sobre você além das suas mensagens, 30 dias no máximo. A palavra “esqueça-me” apaga-as logo.
export-public = Isso diz respeito só a você: diga-me “os meus dados” numa mensagem privada.
export-elsewhere = Isso diz respeito só a você, e aqui não tenho mensagens privadas: escreva a { $operator }.
help-delete = “apagar”: retirar a minha resposta
help-export = “os meus dados”: o que guardo
help-forget = “esqueça-me”: apagar tudo

## Esperar

waiting-minutes = Muita gente me escreve neste momento: a sua resposta chega em cerca de { $minutes } min.
waiting-hours = Muita gente me escreve neste momento: a sua resposta chega em cerca de { $hours } h.

## Os servidores

instance-stop = Entendido: não escreverei mais a ninguém do seu servidor. Para voltar atrás: { $operator }.
instance-stop-operator = Só posso fazer isso a pedido da conta responsável por um servidor, ou de alguém que tenha nele um cargo público. Escreva a { $operator }, que pode tratar disso.
