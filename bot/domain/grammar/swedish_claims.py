"""How one says in Swedish which account on X is one's own."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import ClaimWords, word_set

CLAIMS: Final = ClaimWords(
    be=(
        "jag ar", "jag var", "ar jag", "var jag", "jag heter", "jag hette", "hette jag", "heter jag",
        "jag kallade mig", "jag kallas", "jag hade (?:kontot", "namnet)", "det ar jag,?", "det var jag,?",
        "jag gick under", "jag ?:",
    ),
    my=("mitt", "min"),
    old=("gamla", "gammalt", "gammal", "tidigare", "forra", "fore detta", "ex", "enda", "riktiga", "raderade"),
    account=(
        "konto", "namn", "anvandarnamn", "handle", "profil", "alias", "kontonamn", "pseudonym", "nick", "id",
        "adress", "anvandare", "handtag",
    ),
    handle=("anvandarnamn", "kontonamn", "handle", "alias", "pseudonym"),
    is_=("ar", "var", "heter", "hette"),
    on=("pa", "fran", "hos", "via", "over pa"),
    then=("dar", "da", "tidigare", "forr", "borta"),
    with_=("som", "under"),
    adverb=(
        "ocksa", "aven", "tidigare", "fortfarande", "forr", "kand", "kant", "som", "under", "namnet", "kontot",
        "en gang", "da", "egentligen", "alltid", "dar", "har",
    ),
    article=("gamla ", "det gamla "),
    me=("jag",),
    that_was=("det var", "det ar", "ar", "var"),
    formerly=("tidigare", "forr", "fore detta", "fd", "alias", "kand som", "har ar", "har"),
    here=("har",),
    but=("och", "men", "tidigare"),
    hello=("hej", "hejsan", "tja", "god (?:morgon", "kvall", "dag)", "hallo"),
    thanks=("tack", "snalla", "tack sa mycket"),
    not_said=(
        "om", "som om", "att", "inte", "aldrig", "ej", "tror", "sager", "sade", "sa", "pastar", "varfor", "hur",
        "huruvida", "lats", "tycker",
    ),
    is_somebody=("ar", "var", "har"),
    endings=("lig", "ligt", "isk", "iskt", "ande", "ende", "ad", "ade", "erad", "bar", "sam", "full", "los", "het"),
    names_nobody=word_set(
        "aktiv alla alltid aldrig allt bra borta bannad avstangd da dar den det dom du ens en ett fast fortfarande "
        "for fran forst ganska gammal glad hack har helt i inne inte ju kand kanske kvar lange ledsen lite man med "
        "medlem mer mest mycket ny nog nu och ocksa ofta om pa sa sedan sen sist snart som stolt trott tyst under "
        "ute utan van vid vilse aven arg journalist ensam"
    ),
    pointing=word_set(
        "alias anvandarnamn ar bot den det detta ett forr fran har hej hejsan hitta hittar jag konto koppla lanka "
        "lank man med mig min mitt namn namnet och pa profil snalla som tack tidigare till twitter var verifiera "
        "vem x"
    ),
    showing=word_set(
        "ar bevis beviset den det efterfragat en ett fardig for fran har hej inlagg inlagget jag klart kod lank "
        "lanken min mitt postade post publicerat so som tack tweet tweeten och pa x verifiera bad du om"
    ),
    placeholders=word_set(
        "namn anvandarnamn ditt_namn dittnamn handle"
    ),
)  # fmt: skip
