# Le français des réponses. Un message par phrase ou par ligne ; les nombres sont ceux de la personne.
# Les espaces avant ; : ! ? et dans « » sont des espaces fines insécables (U+202F).

## Trouver

find-public = { $followed ->
    [one] { $mutual ->
        [0] 1 personne que vous suiviez sur X est ici.
       *[other] 1 personne avec qui vous vous suiviez sur X est ici.
    }
   *[other] { $followed } personnes que vous suiviez sur X sont ici{ $mutual ->
        [0] {""}
        [one] , dont 1 qui vous suivait aussi
       *[other] , dont { $mutual } qui vous suivaient aussi
    }.
  }{ $reverse ->
    [0] {""}
    [one] {" "}1 autre vous suivait.
   *[other] {" "}{ $reverse } autres vous suivaient.
  }
find-reverse = { $followers ->
    [one] 1 personne qui vous suivait sur X est ici.
   *[other] { $followers } personnes qui vous suivaient sur X sont ici.
  }
find-public-line = → { $who }
find-public-more = { $count ->
    [one] Et 1 autre
   *[other] Et { $count } autres
  } : la liste en message privé, avec le mot « trouve ».
find-public-rest = { $count ->
    [one] Et 1 autre.
   *[other] Et { $count } autres.
  }
find-public-list = { $count ->
    [one] Pour savoir qui
   *[other] Pour avoir la liste
  } : écrivez-moi « trouve » en message privé.
find-line-mutual = → { $who } (vous vous suiviez)
find-line-followed = → { $who } (vous suiviez)
find-line-follower = → { $who } (vous suivait)
find-more = { $count ->
    [one] Et 1 autre.
   *[other] Et { $count } autres.
  }
find-none = Personne de votre réseau X n’est encore ici, à ma connaissance. Cela change vite : redemandez-moi dans quelques jours !{ people-so-far }
not-linked = Je ne sais pas encore qui vous étiez sur X. Écrivez-moi par exemple « je suis x.com/pseudo » avec votre ancien pseudo, et je chercherai votre réseau ici.{ people-so-far }
people-so-far = { $people ->
    [0] {""}
    [many] {" "}{ $people } de personnes ont déjà fait le lien.
   *[other] {" "}{ $people } personnes ont déjà fait le lien.
  }

## Les arrivées, en privé, à qui l’a demandé

digest-first = { digest-here } :
digest-now = { digest-come } :
digest-yesterday = Depuis hier, { digest-arrived } :
digest-weekday = Depuis { $day }, { digest-arrived } :
digest-since = Depuis le { $day }, { digest-arrived } :
digest-here = { $followed ->
    [one] 1 personne que vous suiviez sur X est déjà ici
    [many] { $followed } de personnes que vous suiviez sur X sont déjà ici
   *[other] { $followed } personnes que vous suiviez sur X sont déjà ici
  }
digest-come = { $followed ->
    [one] 1 personne que vous suiviez sur X vient d’arriver
    [many] { $followed } de personnes que vous suiviez sur X viennent d’arriver
   *[other] { $followed } personnes que vous suiviez sur X viennent d’arriver
  }
digest-arrived = { $followed ->
    [one] 1 personne que vous suiviez sur X est arrivée
    [many] { $followed } de personnes que vous suiviez sur X sont arrivées
   *[other] { $followed } personnes que vous suiviez sur X sont arrivées
  }
digest-foot = Un mot, « stop », et je n’écris plus. { $issue }
digest-foot-first = Je suis le robot de { $campaign }, tenu par { $operator }, et vous m’avez permis de vous prévenir. Un mot, « stop », et je n’écris plus. { $issue }
tell-me-weekly = C’est noté : le lundi matin, je vous écrirai en privé qui est arrivé parmi les gens que vous suiviez sur X. Un mot, « stop », et je n’écris plus.
tell-me-daily = C’est noté : chaque matin, je vous écrirai en privé qui est arrivé parmi les gens que vous suiviez sur X. Un mot, « stop », et je n’écris plus.
tell-me-at-once = C’est noté : dès que quelqu’un que vous suiviez sur X arrive, je vous l’écris en privé, au plus une fois par heure et jamais la nuit. Un mot, « stop », et je n’écris plus.
tell-me-open = Pour que cela vous parvienne, suivez-moi, ou écrivez-moi une fois en privé.
tell-me-elsewhere = C’est noté. Ici je n’ai pas de messages privés : j’écrirai à un autre compte relié au vôtre s’il en a, sinon ici, en public, seulement combien de gens que vous suiviez sur X sont arrivés, sans nommer personne. Un mot, « stop », et je n’écris plus.

## Les arrivées, là où il n’y a pas de messages privés : des nombres, et aucun nom

public-digest-first = { $reader } { digest-here }.
public-digest-now = { $reader } { digest-come }.
public-digest-yesterday = { $reader } Depuis hier, { digest-arrived }.
public-digest-weekday = { $reader } Depuis { $day }, { digest-arrived }.
public-digest-since = { $reader } Depuis le { $day }, { digest-arrived }.
public-digest-foot = Répondez « trouve » pour en savoir plus, « stop » pour que je n’écrive plus. { $issue }
public-digest-foot-first = Je suis le robot de { $campaign }, tenu par { $operator }, et vous m’avez permis de vous prévenir. Répondez « trouve » pour en savoir plus, « stop » pour que je n’écrive plus. { $issue }

## Dire qui l’on est

claim = Merci, c’est noté ! { $operator } doit encore confirmer que ce compte X est bien le vôtre. Ensuite, dites-moi « trouve ».
claim-waiting = C’est déjà noté, merci. { $operator } doit encore confirmer que ce compte X est bien le vôtre.
archive-guide = Votre archive X le prouve : { $operator } peut l’importer. Comment la télécharger : { $guide }
link-known = Nous nous connaissons déjà : ce compte X est bien relié au vôtre. Dites-moi « trouve » pour savoir qui est ici.

## Se taire, reprendre

stop = C’est entendu, je ne vous écrirai plus ; le mot « reprends » suffira pour me rappeler.
resume = Me revoilà, avec plaisir ! Dites-moi « trouve » pour savoir qui est ici, ou « stop » pour que je me taise.

## Être nommé ou non

private = C’est noté : je ne vous nommerai plus en public, et je vous répondrai en privé. Le mot « public » fait l’inverse.
private-elsewhere = C’est noté : je ne vous nommerai plus en public, ni dans mes réponses ni sur la liste de la campagne ; le mot « public » fait l’inverse.
private-open = Pour que mes réponses vous parviennent en privé, écrivez-moi une fois en privé.
public = C’est noté : je peux vous nommer en public, ici et sur la liste de la campagne ; le mot « privé » suffit pour en sortir.
why-method = { $method ->
    [archive] archive X
    [archive-and-profile] archive X et profil
    [code] code vu sur X
    [admin] vérifié par l’équipe
    [domain] domaine vérifié
    [move] compte déménagé
   *[registry] registre de la campagne
  }
why = Votre compte X est bien relié au vôtre ici. Preuve : { why-method }, { $since }. Et vos retrouvailles :
why-own = Votre compte X est bien relié au vôtre ici. Preuve : { why-method }, { $since } (niveau { $level } sur 5).
why-ask = Pour le détail de vos retrouvailles, écrivez-moi « pourquoi » en message privé.
why-line = → { $who } : { $relation ->
    [mutual] vous vous suiviez
    [followed] vous suiviez
   *[follower] vous suivait
  }, { $witness ->
    [own] dit votre liste X du { $day }
    [both] disent vos deux listes X
   *[theirs] dit sa propre liste X
  }. Preuve : { why-method }, { $since }.

## La liste publique de la campagne : sa description.

list-description = Les personnes et les organisations de { $campaign } qui ont choisi d’être nommées en public. Pour en sortir, un mot à ce compte suffit : « privé » ou « stop ».

## Compter

count = { $campaign }, à cet instant :

## Aider

help = Je suis le robot de { $campaign }, tenu par { $operator }. Je retrouve ici votre réseau X. Dites-moi :
help-guide = Le guide : { $guide }
help-find = « trouve » : qui est ici
help-link = « je suis x.com/pseudo » : votre compte X
help-count = « combien » : les chiffres
help-tell-me = « préviens-moi » : les arrivées, en privé
help-stop = « stop » : plus un mot
help-resume = « reprends » : de nouveau
unclear = Je n’ai pas compris, pardon. Essayez « trouve », « combien », « aide » ou « stop ». Derrière moi, il y a aussi quelqu’un : { $operator }.
later = Bien compris, mais je ne sais pas encore le faire. { $operator } peut s’en charger.
welcome = Bienvenue ! Je suis le robot de { $campaign }, et je cherche ici les gens de votre réseau X. Dites-moi « aide » pour en savoir plus, « stop » pour ne plus rien recevoir. Un humain répond aussi : { $operator }.

## Les compteurs publics ; les mêmes lignes répondent à « combien ».

announcement-counters = { $campaign } · { $slot }
announcement-counters-people = { $count ->
    [one] 1 personne inscrite
    [many] { $count } de personnes inscrites
   *[other] { $count } personnes inscrites
  }
announcement-counters-people-growth = { $count ->
    [one] 1 personne inscrite
    [many] { $count } de personnes inscrites
   *[other] { $count } personnes inscrites
  } (+{ $growth } en une semaine)
announcement-counters-accounts-bluesky = { $count ->
    [one] 1 compte sur Bluesky
    [many] { $count } de comptes sur Bluesky
   *[other] { $count } comptes sur Bluesky
  }
announcement-counters-accounts-mastodon = { $count ->
    [one] 1 compte sur Mastodon et ses cousins
    [many] { $count } de comptes sur Mastodon et ses cousins
   *[other] { $count } comptes sur Mastodon et ses cousins
  }
announcement-counters-arrivals = { $count ->
    [one] 1 arrivée
    [many] { $count } d’arrivées
   *[other] { $count } arrivées
  }
announcement-counters-voices = { $count ->
    [many] { $count } de voix
   *[other] { $count } voix
  } pour la campagne
announcement-counters-edges = { $count ->
    [one] 1 abonnement X apporté
    [many] { $count } d’abonnements X apportés
   *[other] { $count } abonnements X apportés
  }
announcement-counters-matches = { $count ->
    [one] 1 lien de X dont les deux bouts sont ici
    [many] { $count } de liens de X dont les deux bouts sont ici
   *[other] { $count } liens de X dont les deux bouts sont ici
  }
announcement-counters-reunited = { $count ->
    [one] 1 personne a ici quelqu’un de son réseau X
    [many] { $count } de personnes ont ici quelqu’un de leur réseau X
   *[other] { $count } personnes ont ici quelqu’un de leur réseau X
  }
announcement-counters-reconnected = { $count ->
    [one] 1 abonnement de X retrouvé ici
    [many] { $count } d’abonnements de X retrouvés ici
   *[other] { $count } abonnements de X retrouvés ici
  }
announcement-counters-early = La campagne commence tout juste : les chiffres paraîtront à partir de { $smallest }.
announcement-tag = { $tag }

## Le graphique et son texte de remplacement.

chart-title = { $campaign } : qui est déjà là
chart-subtitle = Personnes inscrites et comptes reliés, jour après jour
chart-source = Source : registre de { $campaign }, { $slot }
chart-people = personnes
chart-accounts-bluesky = comptes Bluesky
chart-accounts-mastodon = comptes Mastodon
chart-number = { $count }
chart-thousands = { $count } k
chart-millions = { $count } M
chart-alt = Graphique. { $title }.
chart-alt-point = { $label } : { $last } ({ $until }).
chart-alt-curve = { $label } : de { $first } ({ $since }) à { $last } ({ $until }).

## Pour l’admin, en privé.

alert-stopped = Bot { $campaign } : le réseau « { $network } » refuse notre connexion, le bot s’y est donc arrêté ; les autres continuent. Renouvelez le mot de passe ou le jeton, lancez « quittex check », puis redémarrez le bot.
alert-gap = Bot { $campaign } : sur « { $network } », je n’ai peut-être pas tout vu entre { $since } et { $until } UTC. « quittex status » dit combien ; rien n’est à refaire, sauf répondre à la main si besoin.
alert-protected = Bot { $campaign } : quelqu’un se réclame d’un nom protégé (demande n° { $claim }). Personne n’en sait rien tant que vous n’avez pas tranché : « quittex claims show { $claim } ».
alert-budget = Bot { $campaign } : sur « { $network } », { $percent } % du budget d’envoi est utilisé. Les réponses continuent, un peu plus lentement ; voyez « quittex status ».
alert-jump = Bot { $campaign } : un compteur a fait un bond invraisemblable, l’annonce n° { $post } attend donc votre accord. « quittex outbox show { $post } », puis « retry » ou « withdraw ».
alert-disk = Bot { $campaign } : il ne reste que { $megabytes } Mo sur le disque de la base. Libérez de la place avant que le bot ne puisse plus rien noter.

## Les questions que le robot pose lui-même : un mot y répond.

consent-no = C’est noté : je ne vous préviendrai pas des arrivées. Les mots « préviens-moi » suffiront si vous changez d’avis.
consent-question = Voulez-vous que je vous prévienne chaque lundi de qui arrive ? Répondez « oui » ou « non ».
consent-question-whole = { consent-question } Votre réseau X peut vous trouver ici (« cache-moi » l’empêche), je ne vous nomme en public que si vous dites « public », et vous comptez dans les chiffres.
consent-chosen = C’est noté, et un mot suffira pour en changer.
consent-now = Désormais : { $found ->
    [nobody] personne ne peut vous trouver
    [followed] seuls ceux que vous suiviez peuvent vous trouver
   *[network] votre réseau X peut vous trouver
  }, { $named ->
    [yes] je peux vous nommer en public
   *[no] je ne vous nomme pas en public
  }, { $told ->
    [weekly] je vous préviens le lundi
    [daily] je vous préviens chaque matin
    [at-once] je vous préviens aussitôt
   *[never] je ne vous préviens pas des arrivées
  }, { $counted ->
    [no] vous ne comptez pas dans les chiffres
   *[yes] vous comptez dans les chiffres
  }.

## Les droits : une réponse reprise, tout effacer, tout montrer

delete = C’est fait : ma réponse est en cours de suppression.
delete-none = Je ne trouve aucune réponse de ma part à supprimer pour vous.
forget = Effacé, { $when } : ce que vous m’avez dit et ce que d’autres ont apporté sur vous, { $accounts ->
    [one] 1 compte
   *[other] { $accounts } comptes
  }, { $lists ->
    [one] 1 liste de X
   *[other] { $lists } listes de X
  }, { $posts ->
    [one] 1 réponse
   *[other] { $posts } réponses
  }. Reste une empreinte qui ne nomme personne, pour qu’aucune sauvegarde ne vous ramène. Adieu !
forget-ask = Dois-je effacer pour de bon tout ce que je sais de vous, et supprimer mes réponses ? Dites « oui », ou « oublie-moi ».
forget-no = Très bien, rien ne change.
export = Ce que je garde sur vous :
export-x = { $known ->
    [yes] qui vous étiez sur X
   *[no] aucun numéro de compte X
  }
export-accounts = { $count ->
    [one] 1 compte ici
   *[other] { $count } comptes ici
  }
export-lists = { $count ->
    [one] 1 liste de X
   *[other] { $count } listes de X
  }, { $edges ->
    [one] 1 entrée
   *[other] { $edges } entrées
  }, illisibles
export-posts = { $count ->
    [one] 1 réponse de ma part
   *[other] { $count } réponses de ma part
  }
export-inbox = { $count ->
    [one] 1 message de vous
   *[other] { $count } messages de vous
  }, pour 30 jours
export-foot = Le fichier complet : demandez à { $operator }. « oublie-moi » efface tout.
export-none = Je ne garde rien sur vous, sinon vos messages, 30 jours au plus. « oublie-moi » les efface tout de suite.
export-public = Cela ne regarde que vous : dites-moi « mes données » en message privé.
export-elsewhere = Cela ne regarde que vous, et je n’ai pas de messages privés ici : écrivez à { $operator }.
help-delete = « supprime » : reprendre ma réponse
help-export = « mes données » : ce que je garde
help-forget = « oublie-moi » : tout effacer

## Attendre

waiting-minutes = Beaucoup de monde m’écrit en ce moment : votre réponse arrive dans { $minutes } min environ.
waiting-hours = Beaucoup de monde m’écrit en ce moment : votre réponse arrive dans { $hours } h environ.

## Les serveurs

instance-stop = C’est entendu : je n’écrirai plus à personne de votre serveur. Pour revenir en arrière : { $operator }.
instance-stop-operator = Je ne peux le faire qu’à la demande du compte de contact d’un serveur, ou de quelqu’un dont il affiche le rôle. Écrivez à { $operator }, qui peut s’en charger.
