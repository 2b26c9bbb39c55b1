"""How one says in French which account on X is one's own."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import ClaimWords, word_set

CLAIMS: Final = ClaimWords(
    be=(
        "(?:moi )?je suis", "j'etais", "j'ai ete", "je m'appelle", "je m'appelais", "je me nommais", "je me nomme",
        "moi,? c'est", "moi,? c'etait", "c'est moi,?", "c'etait moi,?", "moi ?:", "on me connaissait",
        "on m'appelait", "j'utilisais", "j'ai le compte", "j'avais le compte",
    ),
    my=("mon",),
    old=("ancien", "ancienne", "ex", "vieux", "vieille", "seul", "vrai"),
    account=(
        "compte", "pseudo", "pseudonyme", "identifiant", "nom d'utilisateur", "nom", "adresse", "profil", "arobase",
        "@", "surnom", "handle",
    ),
    handle=("pseudo", "pseudonyme", "identifiant", "nom d'utilisateur"),
    is_=("est", "etait", "c'est", "c'etait", "fut"),
    on=("sur", "de", "chez", "avant sur", "d'"),
    then=("la-bas", "avant", "du temps"),
    with_=("comme", "sous", "en tant que", "avec"),
    adverb=(
        "aussi", "egalement", "encore", "toujours", "avant", "anciennement", "autrefois", "jadis", "bien", "connue?",
        "comme", "sous", "le", "nom", "de", "inscrite?", "en tant que", "en fait", "ce", "cette", "celui", "compte",
        "pseudo",
    ),
    article=("l'", "le ", "feu "),
    me=("moi",),
    that_was=("c'est", "c'etait", "est"),
    formerly=("anciennement", "autrefois", "ex", "alias", "connue? comme", "connue? sous le nom de", "ici"),
    here=("ici",),
    but=("et", "mais", "anciennement", "ex", "aka"),
    hello=("(?:re)?bonjour", "salut", "coucou", "bonsoir"),
    thanks=("merci", "stp", "svp", "s'il (?:te", "vous) plait"),
    not_said=(
        "si", "comme si", "que", "qu", "croit", "croient", "dit", "disent", "pense", "pensent", "jamais", "pas",
        "pourquoi",
    ),
    is_somebody=("est", "etait", "a"),
    endings=("ment", "ee", "ees", "ant", "ante", "eux", "euse", "if", "iste", "ique", "ation", "ness"),
    names_nobody=word_set(
        "absente accro actif active adieu aide ailleurs apres assez aussi auteur autrice avant avec banni bannie "
        "bien bloque bloquee bonjour car ce ces cette chez ciao closed connu connue content contente contre dans de "
        "dehors deja depuis des dessus devenu devenue donc du encore end enfer entre est et ferme fermee fier fiere "
        "find fini finie folle fou grand grande heureuse heureux ici inactif inscrit inscrite jamais jeune "
        "journaliste la le les libre lui ma mais mal mean membre merci merde mes mieux moi mon mort morte most nul "
        "nulle oui ou par pareil parfois parti partie partis partout pas pendant perdu perdue personne petit petite "
        "peu pire plus poubelle pour pourquoi presente prive privee prof publique quelqu qui reste restee restes "
        "rien sa sans ses seul seule seuls son sont sorti sortie souvent supprime supprimee suspendu suspendue ta "
        "tes toi toujours tous tout toute toutes tranquille tres triste trop trouve un une utilisateur verrouille "
        "vers vide vieille vieux vivant votre"
    ),
    pointing=word_set(
        "ajoute alias am amis ancien anciennement bonjour bot c compte coucou en est et etais etait ex fait ici il "
        "inscris j je la le lie lien lier m ma merci mes moi mon plait pour previously profil pseudo qui quittex "
        "relie relier retrouve s salut stp suis sur svp te trouve trouver twitter verifie voici voila vous x "
        "bonsoir"
    ),
    showing=word_set(
        "bonjour c c'est ce ci comme demande demandee est et fait j j'ai je joint la le lien ma mes moi mon ok pour "
        "poste preuve prouve prouver publie publication salut stp svp te plait s il tweet tweete un une verif "
        "verifie voici voila x merci"
    ),
    placeholders=word_set(
        "mon_pseudo monpseudo nom pseudo ton_pseudo tonpseudo votre_pseudo votrepseudo"
    ),
)  # fmt: skip
