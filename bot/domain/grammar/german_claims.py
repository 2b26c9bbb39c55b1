"""How one says in German which account on X is one's own."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import ClaimWords, word_set

CLAIMS: Final = ClaimWords(
    be=(
        "ich bin", "ich war", "bin ich", "war ich", "ich hiess", "hiess ich", "ich heisse", "heisse ich",
        "ich nannte mich", "nannte ich mich", "ich hatte den (?:namen", "account", "handle)", "ich hatte das konto",
        "das bin ich,?", "das war ich,?", "ich bin bekannt", "man kannte mich", "kannte man mich", "mich kannte man",
        "ich ?:",
    ),
    my=("mein", "meine"),
    old=(
        "alter", "altes", "alte", "ehemaliger", "ehemaliges", "fruherer", "fruheres", "einziges", "echter", "ex",
        "geloschter", "geloschtes", "damaliger",
    ),
    account=(
        "konto", "account", "accountname", "kontoname", "name", "nutzername", "benutzername", "username", "handle",
        "profil", "pseudonym", "nick", "nickname", "kennung", "id", "adresse",
    ),
    handle=("nutzername", "benutzername", "accountname", "kontoname", "username", "handle", "pseudonym"),
    is_=("ist", "war", "lautet", "lautete", "heisst", "hiess"),
    on=("auf", "bei", "von", "aus", "uber", "druben auf"),
    then=("dort", "damals", "druben", "fruher", "noch"),
    with_=("als", "unter", "mit"),
    adverb=(
        "auch", "fruher", "noch", "ehemals", "vormals", "damals", "einst", "bekannt", "als", "unter", "dem", "namen",
        "der", "die", "das", "konto", "account", "nutzer", "immer", "eigentlich", "dort", "hier",
    ),
    article=("dem ", "das ", "ehemaligen ", "alten "),
    me=("ich",),
    that_was=("das bin", "das war", "bin", "war"),
    formerly=("ehemals", "fruher", "vormals", "einst", "alias", "bekannt als", "hier ist", "hier", "damals"),
    here=("hier",),
    but=("und", "aber", "fruher"),
    hello=("hallo", "hi", "hey", "moin", "servus", "guten (?:tag", "morgen", "abend)"),
    thanks=("danke", "bitte", "vielen dank", "danke schon"),
    not_said=(
        "wenn", "als ob", "ob", "dass", "falls", "nicht", "kein", "nie", "niemals", "denkt", "denken", "sagt",
        "sagen", "sagte", "glaubt", "glauben", "behauptet", "behaupten", "warum", "wieso", "wie", "ware",
        "tut so als",
    ),
    is_somebody=("ist", "war", "hat"),
    endings=("lich", "ig", "isch", "end", "ert", "iert", "los", "voll", "bar", "sam", "haft", "ung", "heit", "keit"),
    names_nobody=word_set(
        "aktiv allein alleine alle alles am auch auf aus bald bei da dabei damals dann dar das dem den der des die "
        "dort drin ein eine einer einfach endlich fan froh fruher gar gern gerne gesperrt glucklich gut hier immer "
        "in ja jahre jahrelang jemand jetzt journalist journalistin kein keine kurz lange langer leider mal mehr "
        "mit mude nach nicht nichts nie noch nur oft ohne raus schon sehr seit sicher so stolz suchtig taglich "
        "traurig uber unterwegs user viel vor weg wieder wirklich wutend zu zufrieden zuletzt gefangen verifiziert"
    ),
    pointing=word_set(
        "account als alter altes auf bei bin bitte danke das dem den der die ehemals findet finde fruher guten "
        "hallo hi hey hier ich ist konto link mein meine meinen meines moin mit name profil sagt sich tag twitter "
        "und verbinde verifiziere verknupfe verknupfen von war x zu"
    ),
    showing=word_set(
        "als beitrag bitte code danke das der dein den die ein eine fur gepostet hallo hi hier ich ist link mein "
        "meine nachweis post beweis beleg poste so tweet und veroffentlicht von x zum zur bestatigung erledigt "
        "fertig wie gewunscht habe auf"
    ),
    placeholders=word_set(
        "name nutzername deinname dein_name handle"
    ),
)  # fmt: skip
