"""How one says in Italian which account on X is one's own."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import ClaimWords, word_set

# "Era" is "I was" and "she was": the first person where nobody else is named before it.
_I: Final = (
    r"(?:(?<!\w )|(?<=\b(?:io|prima|e|ed|twitter|x|ciao|salve|ma|qui|qua|anche|ora|adesso|grazie|buongiorno"
    "|buonasera|bluesky|mastodon|invece|su) )"
    r"|(?<=^@[\w.@-]+ ))"
)

CLAIMS: Final = ClaimWords(
    be=(
        "io sono", f"{_I}sono", "(?:io )?ero", "io ?:", "(?:io )?fui", "sono stat[oa]", "mi chiamo", "mi chiamavo",
        "sono io,?", "mi (?:conoscevano|conoscono|conoscevate) come", "(?:io )?(?:ho|avevo) l'account",
        "(?:io )?(?:usavo|uso)", "mi trovavate come",
    ),
    my=("il mio", "mio", "la mia"),
    old=("vecchi[oa]", "ex", "precedente", "unic[oa]", "ver[oa]", "attuale", "anziano", "antic[oa]", "altr[oa]"),
    account=(
        "account(?: precedente| vecchio| di prima)?", "profilo", "nome utente", "nome", "nick", "nickname", "alias",
        "handle", "username", "utente",
        "utenza", "pseudonimo", "@", "chiocciola", "identificativo", "tag",
    ),
    handle=("nome utente", "nick", "nickname", "handle", "username", "utente", "alias"),
    is_=("e", "era", "fu", "e stato", "si chiama", "si chiamava", "sarebbe"),
    on=("su", "di", "da", "in", "sull'", "sul"),
    then=("prima", "la", "allora", "una volta", "ai tempi"),
    with_=("come", "con", "sotto", "col nome", "con il nome", "con l'account"),
    adverb=(
        "stess[oa]",         "anche", "prima", "gia", "ancora", "conosciut[oa]", "come", "il", "la", "l'utente",
        "utente", "account", "nome",
        "precedentemente", "in realta", "chiamat[oa]", "con", "un tempo", "una volta", "sempre",
    ),
    article=("il", "la", "l'", "il mio", "l'ex", "il vecchio", "quello che era", "il fu"),
    me=("io", r"il mio account(?! \w)", r"(?:il )?mio(?! \w)"),
    that_was=("sono", "ero", "e", "era", "quello ero", "quella ero", "quello sono", "quella sono"),
    formerly=("prima", "precedentemente", "gia", "ex", "alias", "conosciut[oa] come", "un tempo"),
    here=("qui", "qua"),
    but=("e", "ma", "ed"),
    hello=("ciao", "salve", "buongiorno", "buonasera", "buon giorno", "ehi"),
    thanks=("grazie(?: mille)?", "per favore", "per piacere", "saluti"),
    not_said=(
        "se", "non", "che", "come se", "magari", "immagina", "quando", "mai", "perche", "come", "dice", "dicono",
        "crede", "credono", "neanche", "nemmeno", "ne", "dove", "chi", "quanto",
    ),
    is_somebody=("e", "era", "fu", "ha", "sta", "aveva"),
    names_nobody=word_set(
        "ancora anche arrivata arrivato attiva attivo bannata bannato bene bloccata bloccato brava bravo cambiata "
        "cambiato capace chi chiuso come con conosciuta conosciuto contenta contento cosi da davvero dei del della "
        "delusa deluso dentro di diventata diventato e ed ex famosa famoso fan felice fuori gente gia giovane "
        "giornalista "
        "gli grande idiota il in inattiva inattivo io iscritta iscritto la le libera libero lo loro lui lei ma mai "
        "male "
        "meglio meno mio mia molti molto nella nel nessuno non noto nota nuova nuovo ora passata passato peggio per "
        "perche persona piu poco popolare presente prima prof pronta pronto proprio qualcuno quasi quella quello "
        "qua qui "
        "sempre senza seria sicura sicuro sola solo sospesa sospeso sparita sparito stanca stanco stata stato stufa "
        "stufo su sul tanto triste troll troppo tutta tutti tutto tra tu un una uno uscita uscito utente vecchia "
        "vecchio vera vero via viva vivo x twitter"
    ),
    endings=(
        "ato", "ata", "ati", "ate", "ito", "ita", "iti", "uto", "uta", "ando", "endo", "mente", "oso", "osa", "ista",
        "isti", "ivo", "iva", "abile", "ibile", "zione", "ante", "ente",
    ),
    pointing=word_set(
        "a account aggiungi amici bot cerca chi ciao collega come con conosci da di e ecco era ero ex favore gente "
        "grazie "
        "il in io la lo l link mi mia mie miei mio nome ora per piacere prima profilo qui questo questa registra "
        "registrami sono su trova twitter un utente vecchio verifica verificami x ai tempi una volta collegami salve "
        "buongiorno buonasera the allora al"
    ),
    showing=word_set(
        "a al bot che ciao codice col con di ecco e fatto favore grazie guarda ho il in io la l link messo mi mio per "
        "piacere post postato prova pubblicato qui questo questa sono su the ti tuo tweet un una verifica verificami x"
    ),
    placeholders=word_set("nome nomeutente nome_utente tuonome tuo_nome mionome utente iltuonome"),
)  # fmt: skip
