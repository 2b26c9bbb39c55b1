"""How one says in English which account on X is one's own."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import ClaimWords, word_set

CLAIMS: Final = ClaimWords(
    be=(
        "i am", "i'm", "im", "i was", "i used to be", "i have been", "i've been", "i go by", "i went by",
        "it's me,?", "it is me,?", "me ?:", "this is me,?", "i (?:had", "used) the (?:handle", "account", "name)",
        "people knew me as",
    ),
    my=("my",),
    old=("old", "former", "previous", "main", "real", "only", "dead", "deleted", "ex"),
    account=(
        "handle", "account", "username", "user name", "screen name", "screenname", "user ?id", "name", "nickname",
        "nick", "profile", "id", "at", "tag",
    ),
    handle=("handle", "username", "user name", "screenname", "screen name", "nickname"),
    is_=("is", "was", "used to be"),
    on=("on", "from", "over on", "of", "at", "via", "for"),
    then=("there", "back then", "back there", "back", "over"),
    with_=("as", "under"),
    adverb=(
        "known", "as", "also", "still", "formerly", "previously", "once", "actually", "the", "real", "called",
        "named", "that", "account", "user",
    ),
    article=("the artist formerly known as",),
    me=("me",),
    that_was=("it's", "it was", "that's", "that was", "is", "was"),
    formerly=(
        "formerly", "previously", "once", "known as", "formerly known as", "aka", "ex", "here is",
        "previously known as",
    ),
    here=("here",),
    but=("and", "but", "formerly"),
    hello=("hello", "hi", "hey"),
    thanks=("thanks", "thank you", "please"),
    not_said=(
        "if", "wish", "as if", "like", "think", "thinks", "say", "says", "said", "believe", "believes", "claims?",
        "claiming", "pretends?", "pretending", "imagine", "suppose", "not", "no", "never", "told", "thought",
        "whether", "did", "do", "how", "why", "when they",
    ),
    is_somebody=("is", "was", "has"),
    endings=("ing", "ed", "ly", "ful", "ous", "ive", "less", "able", "ible", "ment"),
    names_nobody=word_set(
        "a about absent bot ni si active after again alive all almost alone already also always an and angry any "
        "anybody "
        "anymore at away back bad banned because before best better big bored both busy but by bye cancer dead "
        "deleted done dormant early elon empty even everyone everything famous fan fine finished first follower "
        "followers following for free friend friends from garbage glad gone good goodbye great happy he hell hello "
        "help her here him his huge human idem if in inactive it journalist just kind known last late least less "
        "libre locked lonely long lost loud ma mad me member more mostly musk mutual my nazi nazis never new nice "
        "no nobody non not nothing now null off offline often old on once one online only open or our out over "
        "person popular present private public quiet quit quite really rest rip rude sad safe shadowbanned she shit "
        "sick silent since small so some someone something still stop stuck sucks suspended teacher that the their "
        "them then there these they this those tired today ton too toxic trapped trash tweet twitter under unknown "
        "until up us user verified very visible we what when while who why with without worse writer x yesterday "
        "you young your"
    ),
    pointing=word_set(
        "a account actually add aka also am and claim connect find for former friends formerly from handle hello here "
        "hey "
        "hi i is it link linked me my old on please previously profile prove register sign thank thanks that the "
        "this to twitter up verify was who x you"
    ),
    showing=word_set(
        "a and as asked code done for from here here's hello hey hi i is it it's link me my of on please post "
        "posted proof prove quitted requested thank thanks that that's the this to tweet tweeted verify certify "
        "verification x you"
    ),
    placeholders=word_set(
        "handle my_handle myhandle name username your_handle your_name youraccount yourhandle yourname"
    ),
)  # fmt: skip
