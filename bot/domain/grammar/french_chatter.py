"""What French posts hold besides requests: courtesy, complaints, talk and chat."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request, word_set

COURTESY: Final = (
    # greetings
    "re bonjour", "bonjour", "bonsoir", "salut", "coucou", "hello", "allo", "rebonjour", "wesh", "bien le bonjour",
    "enchante~", "tout le monde", "a (tous|toutes) [et a (tous|toutes)]", "(bonne|belle) (journee|soiree|nuit|annee)",
    "a bientot", "bien a (vous|toi)", "cordialement", "bises", "bisous", "(comment ca va|ca va)",
    # politeness
    "s il (te|vous) plait", "s il (te|vous) plais", "merci (d avance|beaucoup|bien|infiniment|mille fois|a toi|a vous)",
    "(mille|grand|un grand) merci", "merci", "pardon [de te deranger]", "desole [de te deranger]", "excuse~ moi",
    "je (te|vous) (prie|remercie)", "(par avance|d avance)", "si (possible|c est possible|tu peux|vous pouvez|tu veux)",
    "gentiment", "volontiers",
    # us
    "(mon|ma|ce|cher|chere|petit|gentil|le|joli) [petit] (bot|robot|quittex|machin|automate)", "quittex [bot]",
    "helloquittex", "quittexbot", "bot", "robot", "mon cher", "monsieur", "madame",
    # insistence
    "alors", "donc", "bon", "ben", "bah", "eh", "euh", "heu", "ah", "oh", "ok", "okay", "d accord", "oui", "ouais",
    "completement", "totalement", "definitivement", "pour de bon", "finalement", "enfin bref", "maintenant", "tout de "
    "suite", "immediatement", "vite [fait]", "rapidement", "enfin", "vraiment", "juste",
    "simplement",
)  # fmt: skip

PADDING: Final = (
    "hop", "allez", "voila", "aujourd hui", "un peu", "deja", "encore une fois", "encore", "la dessus",
    "petite question",
    "une question", "question", "test", "essai", "je teste", "j essaie", "moi aussi", "ici", "dis", "dites",
    "a [mon|notre] tour",
    "et", "puis", "mais", "car",
)  # fmt: skip

COMPLAINT: Final = (
    "erreur", "non merci", "chut", "ca suffit", "c est (du|un) (spam|harcelement)", "assez", "j en ai (assez|marre"
    "|ras le bol)",
    "c est (penible|lourd|saoulant|chiant|fatigant|insupportable|intrusif|agacant)",
    "ca (me saoule|m enerve|me derange|me gene)",
    "tu (me saoules|m enerves|m ennuies|me deranges|m embetes|me gonfles|es penible|es lourd|me spammes|me harceles)",
    "je (n ai|ai) rien demande", "(ca ne|ca) m interesse pas", "pas interesse~", "je (ne suis|suis) pas interesse~",
    "(sale|stupide|espece de|fichu|maudit|satane) [bot|robot|machine]", "stop j ai dit", "j ai dit (stop|arrete)",
    "(c est bon|basta)",
    "je (te|vous|t ai|vous ai) (bloque~|signale~)", "(signale~|bloque~)",
    "trop de (messages|notifications|notifs)", "tu (m ecris|ecris|parles) trop",
)  # fmt: skip

TALK: Final = (
    # us, told of
    "(ce|le|un|cet|du|au|des|les|ces|leur|notre|votre|son) (bot|bots|robot|robots|compte qui|outil|service|site"
    "|projet|truc|machin)",
    "(bot|robot|outil|appli|application|site|compte|service) (qui|pour|permet|aide|trouve|marche|fonctionne|est|va"
    "|peut|fait)",
    "grace (a|au|aux)", "merci (a|au) quotedwords", "quotedwords",
    # somebody else, or advice to somebody
    "(tes|tons|vos|leurs|ses|ton|votre|leur|son) [anciens|propres|vieux] (amis|amies|contacts|abonnements|abonnes"
    "|abonnees|followers"
    "|potes|proches|gens|reseau|communaute|archive|archives|compte|comptes)",
    "vous pouvez (le|la|les|lui|y|aussi|retrouver|trouver|demander|utiliser|essayer|taper|ecrire|tester|mentionner"
    "|voir|aller|faire|suivre)", "(vous devriez|tu devrais|tu pourras|vous pourrez|il suffit|suffit de|il faut|faut"
    "|pensez a|n "
    "hesitez|n hesite|demandez"
    "|demande lui|parlez en|parle en|parlons en|essayez|essaie|essaye|testez|teste le|utilisez|utilise|mentionnez"
    "|mentionne|inscrivez|rejoignez|venez|partagez|allez"
    "|regardez|regarde|permet|permettent|permettra|on peut|chacun|invite)",
    "(il|elle|on|ils|elles|qui|quelqu un|@) [m|me|nous|lui|leur|t|te|y|se] (a|ont|avait|avaient|est|suit|suivait"
    "|suivent|dit|disait"
    "|disent|demande|demandait|demandent|repond|ecrit|croit|pense|veut|aide|aident) [deja|bien|enfin] (dit|demande"
    "|repondu|ecrit|trouve~"
    "|retrouve~|que|si|pourquoi|qui|combien|comment|@|a|aux|les|tout|ses|des)",
    "(de|sur|chez|pour|avec|par|que|qui|suit|suivait|et|ou|si|a|d apres|selon) @",
    "@ (est|a|suit|suivait|etait|dit|va|vient|peut|trouve)",
    # what was
    "(ai|as|a|avons|avez|ont|avait|avais|aurait|aurais|avoir|aura|ayant) [deja|enfin|bien|pas|toujours|tous|toutes"
    "|vite|facilement|tout"
    "|meme|aussi|pu|jamais|plein de] (trouve|retrouve|cherche|demande|liste|montre|affiche|reconnecte|utilise|teste"
    "|essaye|essaie)",
    "(j ai|on a|nous avons|il a|elle a|vous avez|tu as) [pu] (retrouver|trouver|chercher|voir|lister|utiliser"
    "|demander)",
    "c est (lui|elle|moi|toi|eux|nous) qui",
    # opinions
    "(je|on|tu|j|il|elle|ils|elles|se|me|nous|vous) [le|la|les|ne|te] (trouve|trouves|trouvent|trouvais|trouvons) "
    "[que|ca|cela|genial|bien"
    "|dommage|super|bizarre|tres|trop|assez|nul|pas mal|plutot]",
    "(trouve|trouver) (que|ca|cela|dommage|genial|bien|super|bizarre|la mort)",
    "de (ma|mon) (femme|mari|frere|soeur|mere|pere|copain|copine|ami|amie|fils|fille|voisin|voisine|chef|ex)",
    "(bravo|merci) (pour|a|aux)", "(il|elle|on|ca) (retrouve|trouve|cherche|montre|liste|affiche|marche|permet"
    "|fonctionne) (tout|tous|les|des|bien|super)",
    # denials
    "(ne|n) [le|la|les|me|m|te|t|se|s|y|nous|vous] _ (pas|plus|jamais|rien|personne|aucun~|guere)",
    "(sans|pas besoin|plus besoin|inutile|inutiles|jamais|hors de question|surtout pas|pas la peine) ",
    "(arrete~|cesse~|stop|fini) (de|les|d)",
)  # fmt: skip

CHAT: Final = (
    "ca fait (du bien|plaisir|drole|bizarre)",
    "merci~", "bienvenu~", "bravo", "ferme la", "la ferme", "(fiche|fous|foutez|fichez) le camp", "va te faire~",
    "je (t|vous) (adore|aime|kiffe)", "respect", "chapeau bas",
    "genial~", "super", "cool", "top", "excellent~", "formidable~", "incroyable~",
    "magnifique~", "parfait~", "lol~", "mdr~",
    "ptdr~", "xptdr", "haha~", "ahah~", "hihi~", "hehe~", "xd", "j adore~", "j aime~",
    "trop (bien|fort|drole|cool|bon)", "chapeau", "felicitations",
    "(bien|bon) (joue|vu|travail|boulot|bot)", "beau (travail|boulot|projet)", "non", "nan", "pas (mal|grave|bete)",
    "de rien", "avec plaisir", "je t aime~", "d acc",
    "c est (bien|bon|note|ca|vrai|faux|top|cool|nul|drole|fini|parti|pas|clair|marrant|fou|beau|triste|dommage|fait"
    "|tout)", "vive", "hourra", "youpi", "yes", "waouh", "wow", "ouf",
    "(quitt|migr|desert)~", "twitter~", "x", "musk~", "elon", "tweet~", "exode", "xit", "bluesky", "mastodon",
    "mastonautes",
    "(le|la|un|une|ce|cet|du|au|des|les|ces) (bot|bots|robot|robots|outil|campagne|initiative|projet)", "robots",
    "bots", "chatbot~",
    "(con|conne|connard~|connasse|debile~|idiot~|stupide~|nul|nulle|merde~|merdique~|pourri~|inutile~|debiles"
    "|abruti~|cretin~|imbecile~|ordure~"
    "|salope|pute|encule~|batard~|tg|ntm|fdp|gueule|chier|degage~|casse toi|creve|bouffon~|foutre|foutez|bete|moche"
    "|arnaque~|escroc~|honte|honteux)",
    "(je|j|on|nous) (pars|partons|quitte|quittons|suis parti~|ai quitte~|ai trouve~|ai retrouve~|suis la|viens|vais"
    "|arrive|reste|m en vais|teste)",
    "(regarde|regardez|essaie|essayez|essaye|teste|testez|utilise|utilisez|allez voir|va voir|voir aussi|a voir|a "
    "tester|a partager|rt|via|cc|lisez|pour info|venez|rejoignez|partagez)",
    "(oublie|oubliez|efface|effacez|supprime|supprimez|retire|retirez) [moi|nous] (pas|jamais)", "(oublie|oubliez) "
    "pas", "quotedwords", "@", "en train", "pleur~", "moi non plus", "moi qui",
    "(ne|n) [m|me|t|te|les|le|la|l|nous|vous|lui|leur] (oublie|oublies|oubliez|oublions|arrete|arretes|arretez"
    "|arretons"
    "|supprime|supprimes|supprimez|efface|effacez|stop|cesse|cessez|quitte|quittez) (pas|plus|jamais)",
    # said by somebody else, or supposed
    "(mon|ma|mes|son|sa|ton|ta|notre|votre|leur|le|la|un|une) _ [_] [m|me|nous|lui|leur|t|te|s|se] [a|ont] (dit|disait"
    "|crie|criait|hurle|ecrit|repond|repondu|repete|replique|lance|chuchote)",
    "(maman|papa|mamie|papi|elle|il|on|ils|elles|tout le monde|quelqu un) [m|me|nous|lui|leur|t|te|s|se] [a|ont] (dit"
    "|disait|crie|criait|hurle|ecrit|repond|repondu|repete|replique|lance|chuchote)",
    "(si|quand|lorsque) (je|j) [te|t|vous|lui|le|ai] (dis|disais|demande|demandais|ecris|ecrivais|reponds|tape|dit)",
    "(tu|vous|x|twitter) (m|nous) (as|avez|a) [deja|vraiment] oublie~", "peur (que|qu) *",
    "(dit|disait|disent|demande si|repete) (que|qu)", "a (tout a l heure|demain|plus|plus tard)",
)  # fmt: skip

WORDS: Final = word_set(
    "je tu il elle nous vous ils le la les l des du de d mes mon ma ton tes que qui quoi est sont pas ne sur avec "
    "et un une moi toi te plait merci bonjour salut en au aux ce cette ca pour dans j ai suis c s y ou a se sa "
    "ses plus "
)

SHORT_FORMS: Final = {
    "jsuis": "je suis", "chuis": "je suis", "j suis": "je suis", "jetais": "j etais", "g": "j ai", "jai": "j ai",
    "ki": "qui", "koi": "quoi", "kel": "quel", "slt": "salut", "bjr": "bonjour", "bsr": "bonsoir", "pk": "pourquoi",
    "pq": "pourquoi", "pkoi": "pourquoi", "cb": "combien", "cmb": "combien", "cbien": "combien",
    "stp": "s il te plait", "svp": "s il te plait", "mrc": "merci", "mci": "merci", "tt": "tout", "dsl": "desole",
}  # fmt: skip

CLOSING: Final = (
    "merci~", "bonne (nuit|journee|soiree)", "oui", "ouais", "d accord", "(bon|gentil|brave) (bot|robot)", "a bientot",
)  # fmt: skip
YES: Final = (
    "(oui|ouais|ouaip|ouep|oui oui|yes|ok|okay|d accord|volontiers|absolument|certainement|carrement|evidemment|banco"
    "|entendu|yep)",
    "(bien sur|avec plaisir|avec joie|pourquoi pas|ca marche|ca me va|je (suis d accord|veux bien|le veux|confirme"
    "|accepte)|va pour|mais oui|oui (je veux [bien]|vas y|allez y|bien sur|s il te plait|tu peux|vous pouvez|carrement"
    "|merci|c est ca|c est bon))", "c est (d accord|ok|oui|bon pour moi)",
)  # fmt: skip
NO: Final = (
    "(non|nan|jamais|non non)", "(non merci|pas question|hors de question|surtout pas|pas du tout|bien sur que "
    "non|certainement pas|je (ne veux|veux) pas|je prefere (pas|ne pas|que non)|pas maintenant|je refuse|je (ne suis"
    "|suis) pas d accord|pas d accord|sans facon|pas la peine|plutot pas|plutot non|non pas pour moi|pas pour moi)",
)  # fmt: skip
REFUSALS: Final = ("(no|non|nan|spam)",)
ALONE: Final = ("pas moi",)
DENIALS: Final = ("(arrete|arretez|arreter|cesse|cessez|ne|n|pas|plus|jamais)",)
MAY_ASK: Final = ("^ (peux|pourrais|pouvez|pourriez|tu peux|tu pourrais|vous|veux|est ce que) _",)
TO_US: Final = word_set("tu te t toi ton ta tes vous moi me")
HINTS: Final = {Request.FIND: ("trouve", "retrouve", "cherche"), Request.HELP: ("aide",)}
JOINING: Final = word_set("et puis")
