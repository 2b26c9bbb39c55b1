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
    [many] {" "}{ $people } de personnes ont déjà relié leurs comptes.
   *[other] {" "}{ $people } personnes ont déjà relié leurs comptes.
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

claim = Merci, c’est noté ! Pour prouver que ce compte X est bien le vôtre, dites-moi « preuve » ; { $operator } peut aussi le confirmer. Ensuite, dites-moi « trouve ».
claim-waiting = C’est déjà noté, merci. Pour prouver que ce compte X est bien le vôtre, dites-moi « preuve » ; { $operator } peut aussi le confirmer.
claim-proven = Ce compte X est bien le vôtre, la preuve est faite, merci. Il me manque son numéro : votre archive X le donne, et { $operator } peut l’importer. Ensuite, dites-moi « trouve ».
claim-frozen = Un autre compte dit ici que ce compte X était le sien. Tant que ce n’est pas réglé, aucun des deux ne compte. Dites-moi « preuve » : un code publié sur X tranche. { $operator } peut aussi décider.
archive-guide = Votre archive X le prouve : { $operator } peut l’importer. Comment la télécharger : { $guide }
link-known = Nous nous connaissons déjà : ce compte X est bien relié au vôtre. Dites-moi « trouve » pour savoir qui est ici.

## Prouver qui l’on était sur X

prove = Sur X, depuis le compte que vous m’avez indiqué, publiez un message qui contient { $code }, puis envoyez-moi l’adresse (le lien) de ce message. Le code sert une seule fois, dans les { $hours } heures.
prove-privately = Vous pouvez aussi me l’envoyer en privé.
prove-known = La preuve est déjà faite : ce compte X est le vôtre. Dites-moi « trouve » pour savoir qui est ici.
prove-address = Ce n’est pas l’adresse d’un message sur X : une telle adresse finit par « status/ » et un nombre. Renvoyez-la-moi, s’il vous plaît.
prove-too-often = J’ai déjà regardé plusieurs messages pour vous. Réessayez dans une heure, s’il vous plaît.
prove-linked = J’ai vu le code : ce compte X est maintenant relié au vôtre, merci ! Laissez le message en place une semaine. Dites-moi « trouve » pour savoir qui est ici.
prove-proven = J’ai vu le code : ce compte X est le vôtre, merci ! Laissez le message en place une semaine. Il me manque son numéro : votre archive X le donne, et { $operator } peut l’importer.
prove-protected = J’ai vu le code, merci. Mais ce nom est protégé, ou ressemble à celui de quelqu’un d’autre : { $operator } doit d’abord regarder.
prove-no-code = Je vois le message, mais pas le code dans son propre texte. Vérifiez-le, s’il vous plaît ; dites-moi « preuve » pour revoir le code.
prove-other-author = Ce message ne vient pas du compte X que vous m’avez indiqué. Publiez le code depuis ce compte, ou indiquez-m’en un autre.
prove-gone = Je ne vois pas ce message. Peut-être a-t-il été supprimé, ou le compte est protégé : il faut que tout le monde puisse le voir pendant que je regarde. Renvoyez-moi ensuite son adresse.
prove-unreadable = Je ne comprends pas ce que X me dit de ce message, désolé. Réessayez plus tard, s’il vous plaît ; { $operator } peut aussi vous aider.
prove-unreachable = X ne me répond pas depuis une journée entière, désolé. Renvoyez-moi l’adresse plus tard, s’il vous plaît ; { $operator } peut aussi vous aider.
prove-expired = Ce code ne sert plus. Dites-moi « preuve » et je vous en donne un autre.

## « Pas moi »

not-me = Compris : je ne dis plus à personne que vous étiez ce compte X. { $operator } va regarder, et peut revenir en arrière.
not-me-claim = Compris : je ne garde plus ce que vous m’aviez dit de X. Vous pourrez me redire à tout moment qui vous étiez.
not-me-stranger = Compris : je ne dis plus à personne que l’autre compte est le vôtre. { $operator } va regarder.
not-me-again = C’est déjà noté : je ne le dis à personne. { $operator } va regarder.
not-me-nothing = Je ne vous relie à aucun compte X : il n’y a rien à défaire.

## En privé, aux personnes dont c’est le compte X

told-linked = Ici le robot de { $campaign }. Le compte X que vous m’avez indiqué est maintenant relié au vôtre. Dites-moi « trouve » pour savoir qui est ici, ou « stop » et je n’écris plus.
told-disputed = Ici le robot de { $campaign }. Un autre compte dit que votre compte X était le sien. Tant que ce n’est pas réglé, je ne montre ni l’un ni l’autre. Dites-moi « preuve » : un code publié sur X tranche. { $operator } peut aussi décider.
told-lost = Ici le robot de { $campaign }. Le compte X que vous m’aviez indiqué revient à un autre compte, par une preuve plus forte ou par décision de { $operator }. Si c’est une erreur, redites-moi qui vous étiez sur X, puis « preuve ».
told-joined = Ici le robot de { $campaign }. Un autre compte a prouvé que votre compte X était le sien. Si cet autre compte est aussi à vous, tout va bien. Sinon, dites-moi « pas moi ».
told-settled = Ici le robot de { $campaign }. La question de votre compte X est réglée : il est relié à votre compte ici, comme avant.

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
why = Votre compte X est bien relié à votre compte ici. Preuve : { why-method }, { $since }. Et vos retrouvailles :
why-own = Votre compte X est bien relié à votre compte ici. Preuve : { why-method }, { $since } (niveau { $level } sur 5).
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
help-resume = « reprends » : on se reparle
help-prove = « preuve » : prouver votre compte X
help-not-me = « pas moi » : ce compte X n’est pas le mien
unclear = Je n’ai pas compris, pardon. Essayez « trouve », « combien », « aide » ou « stop ». Derrière moi, il y a aussi quelqu’un : { $operator }.
later = Bien compris, mais je ne sais pas encore le faire. Demandez à { $operator }.
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
alert-protected = Bot { $campaign } : quelqu’un se réclame d’un nom protégé (demande n° { $claim }). Personne n’en sait rien tant que vous n’avez pas tranché : « quittex claims show { $claim } ».
alert-budget = Bot { $campaign } : sur « { $network } », { $percent } % du budget d’envoi est utilisé. Les réponses continuent, un peu plus lentement ; voyez « quittex status ».
alert-jump = Bot { $campaign } : un compteur a fait un bond invraisemblable, l’annonce n° { $post } attend donc votre accord. « quittex outbox show { $post } », puis « retry » ou « withdraw ».
alert-disk = Bot { $campaign } : il ne reste que { $megabytes } Mo sur le disque de la base. Libérez de la place avant que le bot ne puisse plus rien noter.

## Les questions que le robot pose lui-même : un mot y répond.

consent-no = C’est noté : je ne vous préviendrai pas des arrivées. Les mots « préviens-moi » suffiront si vous changez d’avis.
consent-question = Voulez-vous que je vous prévienne chaque lundi de qui arrive ? Répondez « oui » ou « non ».
consent-question-whole = { consent-question } Votre réseau X peut vous trouver ici (« cache-moi » l’empêche), je ne vous nomme en public que si vous dites « public », et vous comptez dans les chiffres.
consent-chosen = C’est noté. Les mots { $choice ->
    [found-nobody] « rends-moi visible »
    [counted-no] « compte-moi »
    [counted-yes] « ne me compte pas »
   *[found-network] « cache-moi »
  } font l’inverse.
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

delete = Entendu : je supprime cette réponse.
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
  }. Il reste une empreinte qui ne nomme personne, pour qu’aucune sauvegarde ne vous fasse revenir. Adieu !
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
  }, sous une forme illisible
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

waiting-minutes = Beaucoup de monde m’écrit en ce moment : votre réponse arrive dans { $minutes } min environ.
waiting-hours = Beaucoup de monde m’écrit en ce moment : votre réponse arrive dans { $hours } h environ.

## Les serveurs

instance-stop = C’est entendu : je n’écrirai plus à personne de votre serveur. Pour revenir en arrière : { $operator }.
instance-stop-operator = Je ne peux le faire qu’à la demande du compte de contact d’un serveur, ou de quelqu’un dont il affiche le rôle. Écrivez à { $operator }, qui peut s’en charger.
