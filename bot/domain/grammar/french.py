"""How people ask in French."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language, Request
from bot.domain.grammar.french_certain import WHOLE
from bot.domain.grammar.french_chatter import (
    ALONE,
    CHAT,
    CLOSING,
    COMPLAINT,
    COURTESY,
    DENIALS,
    HINTS,
    JOINING,
    MAY_ASK,
    NO,
    PADDING,
    REFUSALS,
    SHORT_FORMS,
    TALK,
    TO_US,
    WORDS,
    YES,
)  # fmt: skip
from bot.domain.grammar.french_choices import CHOICES, OFTEN, UNSURE
from bot.domain.grammar.french_claims import CLAIMS

_OWN: Final = (
    "(mes|nos) [anciens|anciennes|vieux|vieilles|propres] (amis|amies|contacts|abonnements|abonnes|abonnees"
    "|followers|potes|proches"
    "|gens|suivis|follows|mutuels|relations|connaissances|collegues|camarades|correspondances|matchs|comptes"
    "|copains|copines"
    "|favoris|journalistes|twittos|tweetos|abos)|mon [ancien] (reseau|cercle|entourage|monde)|ma (communaute|bande"
    "|tribu|liste)"
)
_PEOPLE: Final = (
    "(les|des|tous les|toutes les|ces|aux) [_] (gens|personnes|comptes|amis|contacts|ceux)|ceux|celles|du monde"
    "|quelqu un|tout le "
    "monde|qui|des twittos|le monde"
)
_FIND: Final = (
    "(trouve~|retrouve~|cherche~|recherche~|montre~|affiche~"
    "|liste~|repere~|reconnecte~|relie~|detecte~|identifie~)"
)
_HERE: Final = (
    "(est|sont|etait|se trouve|a|ont|sera|vient|y a|c est) * (la|ici|present~|arrive~|la bas|parmi nous|bluesky"
    "|mastodon|venu~"
    "|migre~|parti~|rejoint|dispo|disponible~|dans le coin|deja|quitte~)"
)

CLAUSE: Final = {
    Request.FIND: (
        "[il] y a qui [ici|deja]",
        "(refais|refaites|relance|relancez|lance) [une|la|ta] recherche",
        "(regarde|regardez|verifie|verifiez|check|checke|vois) [un peu|voir] (si|qui|combien) * *", "ca donne quoi "
        "[pour (moi|nous)]",
        "(aide|aidez) moi a (retrouver|trouver|chercher|rechercher) * *", "(trouve|trouves|trouvez|trouver|retrouve"
        "|retrouves|retrouvez|retrouver|cherche|cherchez|chercher|recherche"
        "|rechercher) "
        f"[moi|les|le|la|nous] [tout|tous|tout ca|{_PEOPLE}]",
        "qui [ca|donc|est la|est ici]",
        "(a moi|a mon tour|au suivant|c est parti|go|vas y|lance [toi]|on y va|feu|fonce)",
        f"({_OWN}) [sont la|sont ici|de x|de twitter|sur x|sur twitter]",
        "[la|une|ma|le] (liste|resultat|resultats|correspondances|match|matchs)",
        "[quoi|rien|quelque chose] [de] (neuf|nouveau)", "du (nouveau|neuf|monde)",
        "des (nouveaux|nouvelles) [arrives|tetes]",
        "(montre|affiche) [moi]", "(et|pour) moi", "moi", "[il] y a (quelqu un|du monde|qui)", "(quelqu un|des gens)",
        "(lance|lancer|demarre|commence) [la|ta] [recherche|moi ca|magie]",
        "(fais|fait) (ta magie|ton travail|ton boulot|ton job)", "au (boulot|travail)", "(as tu|tu as|t as) trouve *",
        "[la|ma] liste [de|des] [mes] (amis|contacts|abonnes|abonnements|potes|correspondances)",
        "(je peux|puis je|j aimerais|je veux) avoir (la|ma) liste *", "(idem|pareil) [pour moi]",
        "[des] nouvelles de mes (amis|contacts|potes)", "dis moi",
        "(montre|affiche|donne|envoie) [moi] [la|ma] (liste|suite)",
        "je [ne|n] (trouve|retrouve|vois) (pas|plus|personne|aucun) *",
        "je (n arrive|arrive) (pas|plus) a (trouver|retrouver) *", "reconnecte moi", "reconnexion", "reconnecter",
    ),
    Request.HELP: (
        "(kesako|quesaco|keskecest|kezako)",
        "[a l|de l|l] (aide|aides|aider)", "(aide|aidez) [moi|nous]", "au secours", "sos", "mode d emploi",
        "comment (ca|cela|on fait|il|tu) (marche~|fonctionne~) [donc] (ce|cette|ton|votre|le|la) (truc|bot|robot"
        "|machin|outil|machine|service|chose)",
        "[les|quelles] commandes",
        "menu", "[les|des] instructions", "[le|un] guide",
        "[plus d|des] (info|infos|information|informations|explications)",
        "[c est] quoi [ca|ceci|le principe|l idee]", "c est quoi", "comment [faire|ca|ca marche|donc]",
        "explique~ [moi]",
        "je (suis perdu~|comprends rien|comprends pas|pige rien)", "en savoir plus", "[une] presentation",
        "presente toi",
        "je [ne|n] (comprends|pige|sais|capte|vois) (pas|rien) *", "[je] [n] (y arrive|arrive) pas *",
        "j y arrive pas", "(ca|cela|rien) [ne|n] (marche|fonctionne) pas *", "rien ne (marche|fonctionne) *",
        "(es tu|t es|tu es|etes vous|est ce que tu es|tu serais) [vraiment] [un|une] [vrai] (bot|robot|humain"
        "|automate|ia|vraie personne|personne)",
        "[et] (comment|a quoi|c est quoi|pourquoi) (fonctionne|marche|sert|ca sert) *", "(c est|ce est) quoi *",
        "(qui|que) (es tu|est tu|etes vous|fais tu|sais tu faire) *",
        "qui (a cree|a fait|gere|tient|est derriere|heberge|t a *) *",
        "(es tu|t es|tu es|etes vous|est ce que tu es|tu serais) [vraiment] (un|une|humain~|vrai~|reel~)",
        "documentation", "[la] doc", "faq", "support", "contact", "dis m en plus", "dis moi tout",
        "[un] coup de (main|pouce)", "[que|qu est ce qu il] faut [il] faire",
        "comment (je|on) (me|se) (relie|connecte|lie|inscris|inscrit) *",
    ),
    Request.COUNT: (
        "combien [donc|de nous|en tout|au total|a ce jour|a ce stade|de monde|de gens|de personnes|d inscrits|d "
        "inscrites|sommes nous"
        "|on est|est on|etes vous|vous etes|d arrives|d arrivees|de comptes|de migrants|de twittos|sont ils]",
        "[les|des|tes|vos|quels sont les] (chiffres|compteurs|compteur|stats|statistiques|nombres|totaux)",
        "[le] (bilan|total|score)",
        "[on est] [a] combien",
        "(donne|montre|envoie|affiche|dis) [moi|nous] (les|tes|vos|des) [derniers] (chiffres|compteurs|stats"
        "|statistiques|nombres)",
        "[les|vos|tes] (derniers chiffres|chiffres (du jour|d aujourd hui|de la semaine|actuels))", "le compteur",
        "ou en (est on|sommes nous|est la campagne)",
    ),
    Request.RESUME: (
        "(reprends|reprenez|reprendre|reprend|recommence|recommencez|reviens|revenez|redemarre|reactive|reactivez"
        "|reactive toi)",
        "[c est bon|finalement|bon] (tu peux|peux tu|vous pouvez|je veux que tu) (reprendre|recommencer|revenir"
        "|reprennes|recommences"
        "|reviennes|me reparler"
        "|me reecrire|m ecrire a nouveau|reparler|m ecrire|(recommencer|continuer) a (m ecrire|me parler|me repondre))",
        "(reparle|reecris|parle|ecris) moi [a nouveau|de nouveau]", "fin du silence", "plus de silence",
        "reabonne moi", "resume",
        "(tu me manques|j ai change d avis)", "je (veux|voudrais) [bien] (me reabonner|de tes nouvelles)",
    ),
    Request.WHY: (
        "(c est|quelle est) (quoi|qui|ta|votre|la) [ta|la|votre] source",
        "pourquoi [ca|lui|elle|eux|elles|cette personne|ce compte|cette correspondance|ce match|ce resultat|celui "
        "la|celle la|ceux la]",
        "[et] comment (le|tu le) sais tu [ca]", "comment (le sais tu|tu le sais|tu sais ca|sais tu ca)",
        "d ou (ca vient|tu tiens ca|tu sors ca)", "d ou (tu (sors|tiens)|sors tu|tiens tu|vient|viennent) (ce|cette|ces"
        "|cet) (nom|noms|compte|comptes|personne|personnes|resultat|resultats|info|infos)",
        "sur quelle base", "(dis|dites) moi pourquoi", "quelle preuve", "qu est ce qui te fait dire ca",
    ),
    Request.PRIVATE: (
        "[plutot|reponds|reponds moi] (en|par) (message prive|messages prives|mp|dm)",
        "[en|mode|plutot en] (prive|mp|dm|message prive|messages prives)", "(message|messages) prive~",
        "(ne|n) me (nomme|nommez|cite|citez) (pas|plus|jamais) [en public|publiquement]",
        "me (nomme|nommez|cite|citez) (pas|plus|jamais) [en public|publiquement]",
        "(ne|n) (montre|montrez|affiche|affichez|donne|donnez|dis|dites|cite|citez) (pas|plus|jamais) mon nom [en "
        "public]",
        "pas [en] public", "(cache|cachez|masque|masquez|retire|retirez|enleve|enlevez) mon nom",
        "discretement", "confidentiel~",
        "mode prive",
    ),
    Request.PUBLIC: (
        "[tu peux|vous pouvez] (citer|donner|dire|afficher|utiliser|mettre) mon nom [en public|publiquement]",
        "[en|mode|plutot en] public", "publiquement", "reponse~ publique~", "mode public",
    "(nomme|nommez|cite|citez) moi [en public|publiquement]",
    "[tu peux|vous pouvez|tu as le droit de|vous avez le droit de] me (nommer|citer) [en public|publiquement]"),
    Request.TELL_ME: (
        "(chaque|tous les|toutes les) (lundi|lundis|matin|matins)",
        "(envoie|envoyez|envoie moi|envoyez moi) (une|des) (notif|notifs|notification|notifications|alerte|alertes)",
        "(previens|prevenez|avertis|avertissez|notifie|notifiez|alerte|alertez|informe|informez|previens) [moi|nous]",
        "(tiens|tenez) moi [au courant|informe~|au jus]", "(fais|faites) moi signe",
        "[une fois] (par semaine|par jour|toutes les semaines) [ca (me va|suffit|ira|convient)|suffit|c est (bien"
        "|parfait|bon|tres bien)|me (va|suffit|convient)]",
        "(chaque|toutes les|tous les) (semaine|semaines|jour|jours)", "(hebdomadaire|hebdo|quotidien|quotidiennement)",
        "je veux (etre|bien etre) (prevenu~|averti~|informe~|notifie~)", "rappelle moi [plus tard]",
    ),
    Request.PROVE: (
        "[la|une|ma|quelle] preuve", "comment (je|on) (prouve|verifie) *",
        "(quel est|c est quoi|donne moi|envoie moi|envoyez moi|je veux|il me faut) (le|mon|un) code", "prouve~ [moi"
        "|le]", "[le|mon|un|quel] code",
        "verifie~ [moi|mon compte|mon identite|que c est moi]",
        "verification", "authentifie~ [moi]", "certifie~ [moi]", "confirme~ [moi|mon compte|mon identite]",
        "valide~ [moi|mon compte]",
    ),
    Request.EXPORT: (
        "(donne|donnez|montre|montrez|envoie|envoyez) moi mes (infos|informations)",
        "(tu as|t as|vous avez) quoi (sur|de) moi",
        "[toutes] mes donnees [personnelles]", "[quelles sont] [toutes] (mes|les) donnees [sur moi|me concernant]",
        "(ai je|j ai|avez vous|as tu|vous avez|tu as|est ce que vous avez) (des|mes) (donnees|infos|informations) "
        "[sur moi"
        "|me concernant] [chez vous|chez toi|ici] * *", "[quels sont|montre moi|donne moi|voir] (mes|les) (reglages"
        "|parametres|preferences|choix|consentements)",
        "export", "exporte~ [moi] [mes donnees]", "rgpd",
    ),
}  # fmt: skip

INSIDE: Final = {
    Request.PLEDGE: (
        "je (pars|quitte|partirai|quitterai|m en vais|m en irai|le fais|bouge|migre|migrerai|lache) [x|twitter|de x"
        "|de twitter"
        "|aussi|moi aussi|le navire] "
        "si * (#|dix|vingt|trente|quarante|cinquante|cent|cents|mille|cinq|deux|trois|quatre|six|sept|huit|neuf"
        "|quinze)",
        "si * (#|dix|vingt|cinquante|cent|mille|cinq) [_] [_] [_] [_] (partent|quittent|migrent|s en vont|le font"
        "|viennent|partaient) "
        "[x|twitter] [aussi] (je|moi)",
    ),
    Request.EXPORT: (
        "(donne|donnez|envoie|envoyez|exporte|exportez|telecharge|telecharger|recuperer|exporter|voir|consulter"
        "|avoir|recevoir"
        "|acceder a|montre|communique) [moi|nous|une copie de] [toutes] mes donnees", "copie de mes donnees",
        "(que|qu est ce que|ce que|quoi) [tu] (sais|as|gardes|connais|stockes|conserves) [tu] (sur|de) moi",
        "tu sais quoi (de|sur) moi", "mes (reglages|parametres)",
        "(mon|ma|mes) [_] (id|identifiant|identifiants|numero|numeros|compte|nom|pseudo) [x|twitter] (est|sont|figure"
        "|apparait|se trouve) [il|elle|t il] [t il] (dans|chez) *",
        "(suis je|je suis|est ce que je suis|figure je) (dans|sur) (vos|tes|votre|ta|la|les) (fichiers|base|bases|liste"
        "|registre|donnees)", "(ai je|j ai|avez vous|as tu|vous avez|tu as) (des|mes) (donnees|infos|informations) "
        "(chez|sur|dans|de|a) (vous|toi|moi|mon)", "(avez vous|as tu) (mon|ma|mes) [_] (id|identifiant|numero|donnees)",
        "(quelles|quels|mes) (donnees|infos|informations) (as tu|tu as|avez vous|gardes tu|sur moi|me concernant"
        "|que tu)",
        "(acces|accede|acceder) a mes donnees",
    ),
    Request.TELL_ME: (
        "(previens|prevenez|avertis|avertissez|notifie|notifiez|alerte|alertez|dis|dites|ecris|informe|fais|faites"
        "|me prevenir|m avertir"
        "|m alerter|me notifier|me dire|me signaler|signale|me tenir) * (quand|lorsque|lorsqu|des que|des qu|s "
        "il y a du nouveau|au courant|chaque"
        "|toutes les semaines|tous les jours|signe)", "(dis|dites|dire|ecris|fais|signale) * si * (arrive|arrivent"
        "|vient|viennent|debarque|debarquent|rejoint|rejoignent)",
        "(previens|prevenez|avertis|avertissez|tenez|tiens) moi",
        "(etre|m) (prevenu~|averti~|notifie~|informe~|tenu~)", "(envoie|envoyez) moi (une|des) (notif|notifs"
        "|notification|notifications|alerte|alertes) (quand|lorsque|des|si|chaque)",
        "(une fois par|chaque|toutes les) (semaine|semaines) (suffit|me va|seulement)",
    ),
    Request.PRIVATE: (
        "(reponds|repondez|repondre|parle|parlez|parler|ecris|ecrivez|ecrire|envoie|envoyez|dis|reponses|passe"
        "|passons|continue) * "
        "(en|par) (prive|mp|dm|message prive)",
    ),
    Request.PUBLIC: (
        "(reponds|repondez|repondre|parle|parlez|parler|ecris|ecrire|dis|reponses|passe|continue) * (en public"
        "|publiquement)",
    ),
    Request.WHY: (
        "pourquoi (tu|vous|me|ce|cette|cet|lui|elle|m as|as tu|est ce que tu|ai je) * (montre~|propose~|dis|dit"
        "|affiche~|nom~"
        "|correspondance|match|resultat|conseill~|suggere~|sugger~|personne|compte)",
        "comment (as tu|tu as|tu l as) * (trouve~|su)",
    ),
    Request.PROVE: (
        "(comment|je veux|je voudrais|je peux|puis je|pour|peux tu) * (prouver|verifier|authentifier|certifier"
        "|confirmer) * (moi|compte|identite"
        "|que c est|qui je suis|que je)", "(prouver|verifier) (mon|que c est|que je)",
    ),
    Request.FIND: (
        f"(peux tu|tu peux|pouvez vous|vous pouvez|pourrais tu|tu pourrais|pourriez vous) * ({_OWN})",
        "(connaissances|amis|gens|personnes|contacts|comptes|potes) [_] [_] [_] (de|du|sur) (x|twitter) [sont|est] "
        "[deja] (ici|la|present~)", f"(lesquels|lesquelles|certains|quelques uns) de ({_OWN})", "(montre|affiche"
        "|donne|liste) [moi] tout~ (les|mes) (correspondances|resultats|matchs)",
        f"{_FIND} [moi|nous|le|les] [stp|vite|donc|tous|toutes] ({_OWN}|{_PEOPLE}|si|moi)",
        f"(trouver|retrouver|chercher|rechercher|voir|savoir|connaitre|reconnecter|dire|montrer|reperer|lister) * "
        f"({_OWN}|{_PEOPLE})",
        f"[de] (qui|lesquels|lesquelles) * {_HERE}",
        "qui (est|sont|ai je|je|j ai) [deja|bien] (la|ici|present~|arrive~|suivais)",
        "qui (je|j|ai je) * (suiv~|retrouve~|connais|connaissais)", "qui (me|m) * (suiv~|a suivi|connait)",
        f"(ou|est ce que|y a t il|ya|il y a) * ({_OWN})",
        f"({_OWN}) * (sont|est|ont) * (la|ici|ils|elles|il|arrive~|present~|bluesky"
        "|mastodon|ou)", "combien (de|d|parmi) [entre] (mes|mon|ceux|gens que je)",
        "combien (de|d) * (je|j) (suivais|connais)",
        "combien (de|d) * (me|m) suiv~", "(qui|qui je) (puis je|dois je|pourrais je|peux) * (suivre|retrouver)",
        "qui suivre",
        "(quels|quelles|lesquels) * (amis|amies|contacts|gens|comptes|abonnes|potes) * (la|ici|arrive~|present~"
        "|venu~)", "(j ai|ai je|est ce que j ai) (des|mes) (amis|contacts|potes|connaissances|abonnes)",
        "qui (de|parmi|dans) (mes|mon|ma|ceux|les gens|celles)",
        "que (je|j) suivais", "qui me suiv~",
        "je [ne|n] (trouve|retrouve) (pas|plus|personne)", "je (cherche|recherche) (mes|mon|ma|des|les|ceux|celles|si"
        "|qui|quelqu|du monde|tous|toutes)",
        "qui (d autre|a migre|est arrive~|est venu|a rejoint)",
        "je (trouve|retrouve) (pas|plus|personne)", "je ne (trouve|retrouve) (pas|plus|personne)",
        "(trouve|retrouve) moi", "(tetes|visages|gens|connaissances|personnes|comptes|amis) (connues|connus|que je "
        "connais)", f"(du nouveau|de nouveau|quoi de neuf|des nouveaux) (parmi|chez|dans|pour) ({_OWN})", f"({_OWN}) "
        f"[x|twitter] * (venu~|arrive~|la|ici|debarque~|migre~|present~)", "(aider|aide) a (les|mes|ceux|le) [_] "
        "(retrouver|trouver)", "a (les|la|le) (retrouver|trouver)", "qui de chez moi",
        "(dire|dis|savoir|voir|regarder|verifier) [moi|nous] si * (sont|est|ont|a|y a)", "(des|quelques) "
        "(connaissances|potes|amis|copains) [a moi] (ici|la|dans le coin)", "(mes|mon) * [x|twitter] (sont|est|ont|a) "
        "* (la|ici|debarque~|arrive~)",
        "qui (y a t il|il y a|ya|est deja|c est qui|se cache)", f"({_OWN}) (du|de|sur) (x|twitter)",
        "(ou) (sont|est) (ils|elles|tout le monde)",
        "(nouvelles|nouveaux) (correspondances|arrives|venus|amis|contacts)", "y a [t il] (du nouveau|quelqu un)",
        "quelqu un que je connais",
    ),
    Request.COUNT: (
        "combien (de|d) [_] (gens|personnes|inscrit~|compte~|membre~|utilisat~|monde|twittos|francais~|participant~"
        "|arrive~|depart~|migr~|fois x"
        "|voix|nous)",
        "c est quoi (les|vos|tes) (chiffres|stats|statistiques|compteurs|nombres)", "combien (sommes|on est|est on"
        "|etes|sont|vous etes|ont|ya|y a t il|il y a|etions|on est~|a t on)",
        "(on est|nous sommes|vous etes|ils sont|t en es a) combien", "combien * (monde|gens|personnes|inscrits)",
        "[quel~] * (nombre|chiffres|compteurs|statistiques) (d|de|est|sont|actuel~|a jour)",
        "[on] [en] [est] ou en (est on|sommes nous|est la campagne|on est)", "on en est ou",
    ),
    Request.HELP: (
        "(que|qu est ce qui) (se passe|se passera|se passerait|arrive) [t] [il] (si|quand|lorsque|apres) *",
        "(il se passe|ca fait) quoi (si|quand) *", "(je|on) (dois|doit|peux|peut) faire quoi", "(dire|expliquer"
        "|savoir|montrer) comment",
        "(aide|aidez) moi", "(m|nous) aide~", "besoin (d|de) [ton|un peu d|l] aide", "a l aide", "au secours",
        "de l aide",
        "(ca|tu|il) (marche~|fonctionne~) comment", "(j y|je n y|n y|y) (comprends|pige|capte) rien",
        "c est qui ton (createur|createurs|patron|auteur)", "coup de (main|pouce)",
        "(que|qu) (faut|dois|doit) (il|je|on) *",
        "comment (ca se passe|on fait|faire|je fais|fait on) pour *", "(je|on) fait quoi", "je fais quoi", "(un|une) "
        "(vrai|vraie) (humain|humaine|personne) *", "comment (je me|me|on se|se) (relie~|connecte~|lie|lier|inscris"
        "|inscrit)",
        "(peux|pourrais|sais) tu [m] (aider|expliquer|faire)",
        "(peux|pourrais) tu (m oublier|m effacer|me supprimer|supprimer mes|effacer mes|supprimer mon|effacer mon) *",
        "comment (ca|cela|tu|ce truc|ce bot|le bot|on) * (marche~|fonctionne~|fait|utilise~|sert)",
        "c est quoi", "qui (es tu|est tu|etes vous|t a|vous a|est derriere|te gere|t heberge|gere|tient|est ton"
        "|est le responsable|es t~|sont tes|a fait ce|a cree)", "(t es|tu es|vous etes) (qui|quoi)",
        "a quoi (tu|ca|cela|sers|sert|servez)", "tu sers a quoi",
        "que (sais|peux|fais|proposes) tu",
        "(qu est ce que|que) (tu|vous) (sais|peux|fais|savez|pouvez|faites|proposes)",
        "tu (sais|peux|fais) [faire] quoi",
        "tu fais quoi", "comment (faire|je fais|fait on|on fait|dois je|puis je|proceder|participer|commencer)",
        "que (dois|puis|faut) (je|il)",
        "comment (m|s|se|me|je m|on s) (inscri~|enregistr~|lier|relier|y prendre|connecter)",
        "comment (quitter|partir|telecharger|recuperer|supprimer"
        "|lier|relier|rejoindre|venir|migrer|retrouver|trouver|utiliser|te|on te|installer|creer)",
        "je (ne|n) (comprends|pige|sais|capte|vois) (pas|rien)",
        "je (comprends|sais|pige|capte) (pas|rien)", "(j y|je n y|n y) arrive pas",
        "(ca|cela) [ne|n] (marche|fonctionne) pas", "ca ne (marche|fonctionne) pas",
        "je suis perdu~", "(explique|expliquez|expliquer) [moi|nous|m]", "mode d emploi",
        "(es tu|t es|tu es|etes vous|est ce que tu es) un (bot|robot|humain|vrai|automate)",
        "(en savoir|dis m en|dites m en) plus", "(parle|parlez) (moi|nous) de (toi|vous|la campagne|quittex)",
        "j ai (un|une) (probleme|souci|question)",
        "(quelles|quels) (sont|commandes|mots) * (commandes|mots|options|fonctions)", "(le|un|ton|votre|du) guide",
    ),
}  # fmt: skip

FRENCH: Final = Language(
    code="fr",
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
    refusals=REFUSALS,
    alone=ALONE,
    denials=DENIALS,
    closing=CLOSING,
    may_ask=MAY_ASK,
    to_us=TO_US,
    hints=HINTS,
    joining=JOINING,
    short_forms=SHORT_FORMS,
    claims=CLAIMS,
)
