"""The French words that leave no doubt: what they ask cannot be undone, or silences us."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request

_WRITE: Final = (
    "(ecrire|parler|repondre|contacter|deranger|embeter|notifier|mentionner|taguer|tagger|spammer|harceler|pinguer"
    "|solliciter|importuner|relancer|citer|identifier|ennuyer|saouler|souler|gonfler|emmerder|suivre)"
)
_WRITES: Final = (
    "(ecris|ecrit|ecrivez|ecrives|parle|parles|parlez|reponds|repond|repondez|repondes|contacte|contactes|contactez"
    "|derange"
    "|deranges|derangez|embete|embetes|embetez|notifie|notifies|notifiez|mentionne|mentionnes|mentionnez|tague|tagues"
    "|taguez|tag|spamme|spammes|spammez|spam|harcele|harceles|harcelez|envoie|envoies|envoyez|sollicite|sollicites"
    "|sollicitez|importune|relance|relances|cite|cites)"
)
_POLITE: Final = (
    "[j aimerais que (tu|vous)|je (voudrais|veux|souhaite|souhaiterais|prefere|prefererais|aimerais) que (tu|vous)]"
)
_CAN: Final = (
    "[tu (peux|pourrais|veux bien|dois)|(peux|pourrais|veux) tu|vous (pouvez|pourriez)|(pouvez|pourriez) vous"
    "|est ce que tu (peux|pourrais)|il faut|merci de|priere de|je te demande|je vous demande|veuillez] [d|de]"
)
_MY_DATA: Final = (
    "([toutes|tous] (mes|les) (donnees|infos|informations) [personnelles] [me concernant|sur moi|qui me concernent]"
    "|tout ce que tu (sais|as|gardes) (de|sur) moi|tout (sur|de) moi|mon (profil|inscription|compte|historique)"
    "|mes traces|tout ce qui me concerne)"
)
_ANSWER: Final = (
    "(ta|cette|la|votre) [derniere] (reponse|publication)|(ton|ce|le|votre) [dernier] (message|post|pouet|toot"
    "|skeet|commentaire)"
)

WHOLE: Final = {
    Request.STOP: (
        "(stop|arrete|arretez|arreter|cesse|cessez|silence|tais toi|taisez vous|unsubscribe|desabonnement"
        "|desinscription)",
        f"{_CAN} (arreter|cesser|stopper|t arreter|stop|te taire|vous taire) [ca|cela|tout|tout ca|la]",
        f"{_CAN} (arrete|arretez|arreter|cesse|cessez|cesser|stop|stopper) de (me|m) {_WRITE} [_ fois]",
        f"{_CAN} (arrete|arretez|arreter|cesse|cessez|cesser|stop) de (m envoyer|envoyer|me envoyer) (des|tes|tous "
        f"ces|ces|vos) "
        "(messages|notifications|notifs|trucs|posts|reponses|mp|dm)",
        "(arrete|arretez|stop) (d ecrire|de repondre|de parler|de poster|de spammer|de m envoyer (ca|cela|des trucs"
        "|ces trucs))", "(arrete|arretez|stop) avec (tes|vos|ces|les) (messages|notifications|reponses)",
        "(stop|arrete|arretez) [ca|cela|tout|tout ca|toi|la|avec moi|avec ca|un peu|tes messages]",
        "stop (les|aux|tes|a tes|vos|tous les|toutes les) (messages|notifications|notifs|reponses|mp|dm)",
        f"(ne|n) (me|m) {_WRITES} plus [jamais|du tout|rien|de messages|aucun message]",
        f"(me|m) {_WRITES} plus [jamais|du tout|rien|de messages|aucun message]",
        f"{_CAN} (ne plus|de ne plus|ne plus jamais|de ne plus jamais) (me|m) {_WRITE} [du tout|jamais]",
        f"{_CAN} (ne plus|ne plus jamais) m envoyer (de|aucun) (messages|message|notifications)",
        "je dis stop", "va t en", "allez vous en", "arrete le spam",
        "(ne reponds|reponds|ne commente|commente|ne repondez|ne commentez) plus [a|sous] mes (messages|posts"
        "|publications|pouets)",
        "(arrete|arretez) de (repondre|commenter|poster|ecrire) [a|sous] mes (messages|posts|publications|pouets)",
        "n ecris plus [jamais]", "n ecrivez plus", "(ne parle|ne parlez|ne reponds|ne repondez) plus [jamais]",
        f"{_POLITE} (ne|n) (me|m) {_WRITES} plus [jamais|du tout|rien|de messages|aucun message]",
        f"{_POLITE} (arretes|cesses|arretiez|te taises|me laisses tranquille)",
        f"{_POLITE} (arretes|cesses|arretiez) de (me|m) {_WRITE}",
        f"je (ne|n) (veux|souhaite) plus que (tu|vous) (me|m) {_WRITES}",
        f"je (veux|souhaite) plus que (tu|vous) (me|m) {_WRITES}",
        "je (veux|souhaite) plus (recevoir|avoir) [de] (tes|vos) (messages|notifications|reponses)",
        "je (ne|n) (veux|souhaite|desire) (plus|pas|plus jamais) [recevoir] (de [tes|vos]|tes|vos|aucun|ces) "
        "(messages|message|notifications|notifs|reponses) [de (ta|votre) part|de toi|de vous|venant de toi]",
        "je (ne|n) (veux|souhaite|desire) (plus|plus jamais) [rien] (recevoir|entendre parler de toi|rien recevoir"
        "|etre contacte"
        "|etre contactee|etre notifie|etre notifiee|etre derange|etre derangee|etre mentionne|etre mentionnee) [de "
        "toi|par toi|de vous]",
        "(plus aucun|plus jamais de|plus jamais un|plus un seul) (messages|message|notification|notif|mot)",
        f"{_CAN} (laisse moi|laissez moi|laisse nous|me laisser) (tranquille|en paix)",
        "(fiche|fichez|fous|foutez|fichons) moi la paix", "(lache|lachez) moi [les baskets|la grappe|un peu]",
        "(du balai|oust|ouste)",
        "(desabonne|desinscris|desabonnez|desinscrivez) moi", "je (veux|voudrais|souhaite) me (desabonner|desinscrire)",
        f"{_CAN} me (desabonner|desinscrire)", "me desabonner", "me desinscrire",
    ),
    Request.FORGET: (
        "(oublie|oubliez) moi", f"{_CAN} m oublier",
        "je (veux|voudrais|souhaite|demande a) (etre|que tu m) (oublie|oubliee|oublies|efface|effacee|supprime"
        "|supprimee)",
        "(efface|effacez|supprime|supprimez) moi [de (ta|la|votre) (base|base de donnees)|completement]",
        "(retire|retirez) moi (de (ta|la|votre) (base|base de donnees)|completement)",
        f"(efface|effacez|supprime|supprimez|detruis|detruisez|oublie|oubliez) {_MY_DATA}",
        f"{_CAN} (effacer|supprimer|detruire|oublier) {_MY_DATA}", "droit a l oubli",
        "je (veux|voudrais|souhaite|demande) (effacer|supprimer|faire effacer|faire supprimer|la suppression de|l "
        "effacement de) "
        "mes donnees [personnelles]",
        "(suppression|effacement) de (mes donnees|mon compte) [personnelles]", "mon droit a l oubli",
        "j exerce mon droit a l oubli",
    ),
    Request.DELETE: (
        "(supprime|supprimez|efface|effacez|retire|retirez|enleve|enlevez|supprimer|effacer)",
        f"{_CAN} (supprime|supprimez|efface|effacez|retire|retirez|enleve|enlevez|vire|virez|supprimer|effacer"
        "|retirer|enlever) "
        f"(ca|cela|{_ANSWER}|ce que tu (as ecrit|viens d ecrire|viens de dire|as dit))",
    ),
    Request.NOT_ME: (
        "[non] pas moi", "(tu te trompes|vous vous trompez|tu t es trompe|vous vous etes trompes) de (personne"
        "|compte)", "[non] (ce n est|c est|ce n etait|c etait) pas moi [ca|la]", "(ca|cela) (ce n est|c est) pas "
        "moi",
        "(ce n est|c est) pas (mon compte|le mien) [ca|la|du tout]", "(ce|le) compte [x|twitter] (n est pas|est pas|n "
        "est vraiment pas) (le mien|a moi"
        "|moi)",
        "(mauvaise personne|mauvais compte|erreur de personne|pas la bonne personne|pas le bon compte|pas mon compte"
        "|vous faites erreur sur la personne|tu te trompes de personne)",
        "(ce n est|c est) pas la bonne personne", "(ce n est|c est) pas (elle|lui)",
        "je (ne suis|suis) pas cette personne",
    ),
    Request.INSTANCE_STOP: ("instance stop", "(arret|stop) [de l|d] instance", "instance arret",),
}  # fmt: skip
