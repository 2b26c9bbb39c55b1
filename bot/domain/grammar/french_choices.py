"""How people say in French who may find them, how often they want to be told, and that they might be forgotten."""

from __future__ import annotations

from typing import Final

from bot.domain.consent import Told

CHOICES: Final = {
    ("found", "nobody"): (
        "(cache|cachez|masque|masquez) moi [de tous|de tout le monde|a tout le monde|aux autres]",
        "[tu peux|peux tu|pouvez vous] me (cacher|masquer)", "(rends|rendez) moi (invisible|introuvable)",
        "(personne|que personne) (ne|n) (peut|doit|puisse) me (trouver|voir|retrouver)",
        "ne me (montre|montrez|affiche|affichez|propose|proposez|revele|listez|liste) (pas|plus|jamais|a personne)",
        "je (ne|n) (veux|souhaite) (pas|plus) (etre (trouve|trouvee|visible|vu|vue|retrouve|retrouvee|affiche|affichee)"
        "|qu on me (trouve|voie|retrouve|montre))", "je (veux|voudrais|prefere) (etre|rester) (invisible|cache|cachee"
        "|introuvable)",
        "mode invisible",
    ),
    ("found", "followed"): (
        "(seuls|seules|seulement|uniquement|juste) (ceux|les (gens|comptes|personnes)|celles et ceux) que (je suivais"
        "|je suis"
        "|j ai suivis|j ai suivi) [sur (x|twitter)] (peuvent|pourront|doivent) me (trouver|voir|retrouver)",
        "(montre|montrez|affiche) moi (seulement|uniquement|juste) (a ceux|aux (gens|comptes|personnes)) que (je "
        "suivais|je suis|j ai suivis) [sur (x|twitter)]", "visible (seulement|uniquement|juste) (pour|par) (ceux|les "
        "(gens|comptes|personnes)) que (je suivais|je suis|j ai suivis) [sur (x|twitter)]",
    ),
    ("found", "network"): (
        "(tout mon reseau|mon reseau entier|tout le monde|mes abonnes aussi) (peut|peuvent|pourra|pourront) me "
        "(trouver|voir"
        "|retrouver)", "(montre|montrez|affiche) moi a (tous|tout le monde|tout mon reseau|mon reseau)",
        "(rends|rendez) moi (visible|trouvable) [a nouveau|a tous|de nouveau]",
        "ne me (cache|cachez|masque) (plus|pas)",
        "je veux (etre|bien etre|redevenir) (visible|trouve|trouvee|trouvable|retrouve|retrouvee)",
    ),
    ("counted", "no"): (
        "ne me (compte|comptez|comptes|comptabilise|comptabilisez) (pas|plus) [dans (les|tes|vos) (chiffres|compteurs"
        "|stats|statistiques)]", "(retire|retirez|enleve|sors|exclus) moi des (chiffres|compteurs|statistiques|stats)",
        "je (ne|n) (veux|souhaite) (pas|plus) etre (compte|comptee|comptabilise|comptabilisee) [dans (les|tes|vos) "
        "(chiffres|compteurs|stats|statistiques)]", "me compte (pas|plus)", "arrete de me compter",
    ),
    ("counted", "yes"): (
        "(compte|comptez|recompte|recomptez|comptabilise) moi [a nouveau|de nouveau|aussi|encore|dans (les|tes|vos) "
        "(chiffres|compteurs|stats|statistiques)]", "[tu peux|vous pouvez] me (compter|recompter) [a nouveau|aussi]",
        "je veux [bien] etre (compte|comptee) [a nouveau]",
    ),
}  # fmt: skip

UNSURE: Final = (
    "(efface|effacer|effacez|supprime|supprimer|supprimez|oublie|oublier|oubliez|detruire|retirer) (moi|mes (donnees"
    "|infos|informations)|mon (compte|profil|inscription))", "(m effacer|me supprimer|m oublier|me retirer)",
    "(suppression|effacement) (de|d) (mes donnees|mon (compte|profil|inscription))",
    "(mes (donnees|infos)|mon (compte|profil)) (supprime~|efface~|detruit~|soient|soit) ", "etre (oublie~|efface~)",
    "droit a (l oubli|l effacement)", "(supprime|supprimer|efface|effacer) compte",
    "(retire|retirez|enleve|enlevez) moi [de (ta|la|votre|cette|tes|vos) (liste|listes)] $",
)

OFTEN: Final = {
    Told.NEVER: (
        "(ne|n) (me|m) (previens|prevenez|avertis|avertissez|alerte|alertez|informe|informez|tiens|tenez|signale"
        "|signalez) (plus|pas|plus jamais) [au courant] [des arrivees|de (rien|quoi que ce soit|ces arrivees)|quand *]",
        "(me|m) (previens|avertis|alerte|informe) (plus|pas) [des arrivees|quand *]",
        "(ne|n) (me|m) (dis|dites|notifie|notifiez) (plus|pas|plus jamais) (qui|quand|les arrivees|des arrivees|si) *",
        "(arrete|arretez|cesse|cessez) de (me|m) (prevenir|avertir|alerter|informer|signaler|notifier) [(des|les|de ces"
        "|de toutes les) [nouvelles] (arrivees|arrives|nouveaux|nouveaux venus)|quand *]",
        "(plus|plus besoin|pas) (d|de) (alertes|alerte|avis d "
        "arrivee|nouvelles des arrivees|resume|digest|arrivees)", "stop (aux|les|avec les) (alertes|arrivees|resumes)",
        "je (ne|n) (veux|souhaite) (plus|pas) (etre (prevenu|prevenue|averti|avertie|alerte|alertee|informe|informee"
        "|tenu au courant|tenue au courant)|que tu me (previennes|avertisses)|de tes alertes|d alertes|recevoir (d "
        "alertes"
        "|les arrivees)) [des arrivees|quand *]", "(desactive|desactivez|coupe|arrete|supprime) les (alertes"
        "|notifications "
        "d arrivee|arrivees)", "plus la peine de me prevenir",
    ),
    Told.WEEKLY: ("(semaine|semaines|hebdo|hebdomadaire|hebdomadairement|lundi|lundis)",),
    Told.DAILY: (
        "(chaque|tous les|par|les) (jour|jours|matin|matins)", "(quotidien~|journalier~|journaliere~)",
    ),
    Told.AT_ONCE: (
        "(tout de suite|aussitot|immediatement|instantanement|sur le champ|en temps reel|en direct|sans attendre)",
        "(des que|des qu|a chaque fois|a chaque arrivee|au fur et a mesure)", "(chaque|toutes les) (heure|heures)",
    ),
}  # fmt: skip
