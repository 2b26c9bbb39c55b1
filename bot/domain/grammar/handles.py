"""Which X account an author says is theirs: "I was @alice on X", "mon compte X : @alice", x.com/alice.

Only the first person counts. Who somebody else is, or was, is nobody's claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import regex

from bot.domain.grammar import word_set
from bot.domain.grammar.reading import plain

PLACEHOLDERS: Final = word_set(
    "handle mon_pseudo monpseudo my_handle myhandle name nom pseudo ton_pseudo tonpseudo username votre_pseudo "
    "votrepseudo your_handle your_name youraccount yourhandle yourname "
)
"""What our own help writes where a handle belongs."""

PAGES: Final = word_set(
    "about account compose download explore hashtag home i intent jobs login logout messages notifications "
    "privacy search settings share signup status tos who_to_follow "
)
"""Pages of x.com that are nobody's profile."""

WORDS: Final = word_set(
    "a about absent absente accro actif active adieu after again aide ailleurs alive all almost alone already "
    "also always an and angry any anybody anymore apres assez at aussi auteur autrice avant avec away back bad "
    "banned banni bannie because before best better bien big bloque bloquee bonjour bored bot both busy but by "
    "bye cancer car ce ces cette chez ciao closed connu connue content contente contre dans de dead dehors deja "
    "deleted depuis des dessus devenu devenue donc done dormant du early elon empty encore end enfer entre est et "
    "even everyone everything famous fan ferme fermee fier fiere find fini finie first folle follower followers "
    "following for fou free friend friends from garbage glad gone good goodbye grand grande great happy he hell "
    "hello help her here heureuse heureux him his huge human ici idem if in inactif inactive inscrit inscrite it "
    "jamais jeune journalist journaliste just kind known la last late le least les less libre locked lonely long "
    "lost loud lui ma mad mais mal me mean member merci merde mes mieux moi mon more mort morte most mostly musk "
    "mutual my nazi nazis never new ni nice no nobody non not nothing now nul nulle off offline often old on once one "
    "online only open or ou oui our out over par pareil parfois parti partie partis partout pas pendant perdu "
    "perdue person personne petit petite peu pire plus popular poubelle pour pourquoi present presente private "
    "prive privee prof public publique quelqu qui quiet quite really rest reste restee restes rien rip rude sa "
    "sad safe sans ses seul seule seuls she shit si sick silent since small so some someone something son sont "
    "sorti sortie souvent still stop stuck sucks supprime supprimee suspended suspendu suspendue ta teacher tes toi "
    "that the their them then there these they this those tired today ton too toujours tous tout toute toutes "
    "toxic tranquille trapped trash tres triste trop trouve tweet twitter un under une unknown until up us user "
    "verrouille vers very vide vieille vieux visible vivant we what when while who why with without worse writer "
    "x yesterday you young your "
)
"""Words that follow "I was" or "je suis" on X and name nobody; most others of that kind end like ENDINGS."""

ENDINGS: Final = (
    "ing", "ed", "ly", "ful", "ous", "ive", "less", "able", "ible", "ment", "ee", "ees", "ant", "ante", "eux", "euse",
    "if", "iste", "ique", "ation", "ness",
)  # fmt: skip

_NAME: Final = r"(?P<h>[a-z0-9_]{1,15})(?![\w@-])(?!\.\w)"
_AT: Final = "[@＠]" + _NAME
_BARE: Final = r"(?P<bare>[a-z0-9_]{1,15})(?![\w@'-])(?!\.\w|://)"
_END: Final = r"/?(?:[?#][^\s]*)?(?=[\s,;:!?)\]»”\"']|\.?(?:\s|$)|$)"
_ADDRESS: Final = regex.compile(
    rf"(?<![\w.@/-])(?:https?://)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com/(?:#!/)?@?{_NAME}{_END}"
)
_X: Final = (
    r"(?:l'|le |feu |ex-? ?|the artist formerly known as )*(?:x ?[/(] ?(?:ex-?|ex |formerly )?(?:known as )?twitter\)?"
    r"|twitter ?[/(] ?x\)?|x\.com|twitter\.com|x|twitter)(?![\w'/-])(?!\.\w)"
)
_ON_X: Final = (
    r"(?:,? (?:la-bas|there|back then|back there|avant))?"
    r"(?: ?\(?(?:,? ?(?:back |over |du temps ))?(?:sur|on|from|de|chez|at|via|avant sur|over on|of)(?: mon| my)? "
    rf"{_X})"
)
_ELSEWHERE: Final = (
    r"(?:(?:@?[\w-]+(?:@[\w.-]+|(?:\.[\w-]+)+)|@?[\w-]+(?= (?:sur|on|over on) [mbl]))"
    r"(?: (?:sur|on|over on) (?:mastodon|bluesky|bsky|le fediverse|the fediverse|[\w-]+\.[\w.-]+))?"
    r"(?: here| ici)?,? (?:et|and|mais|but|&|ex|aka|formerly|anciennement) )?"
)
_OLD: Final = (
    r"(?:(?:ancien|ancienne|ex|vieux|vieille|seul|vrai|old|former|previous|main|real|only|dead|deleted)[ -]?)*"
)
_ACCOUNT: Final = (
    r"(?:compte|pseudo|pseudonyme|identifiant|handle|nom d'utilisateur|nom|adresse|profil|arobase|@|nick|surnom"
    r"|account|username|user name|screen name|screenname|user ?id|name|nickname|profile|id|at|tag)"
)
_IS: Final = r"(?: ?[:=→-]+ ?|,? (?:est|etait|c'est|c'etait|is|was|used to be|fut) (?:: ?)?)"
_OF_X: Final = rf"(?: (?:sur |de |chez |d'|on |for |from |at )?{_X})"
_ADVERB: Final = (
    r"(?:(?:aussi|egalement|encore|toujours|avant|anciennement|autrefois|jadis|bien|connue?|comme|sous|le|nom|de"
    r"|known|as|also|still|formerly|previously|once|actually|the|real|called|named|inscrite?|en tant que|en fait"
    r"|that|ce|cette|celui|compte|pseudo|account|user) )*"
)
_BE: Final = (
    r"(?:(?:moi )?je suis|j'etais|j'ai ete|je m'appelle|je m'appelais|je me nommais|je me nomme|moi,? c'est"
    r"|moi,? c'etait|c'est moi,?|c'etait moi,?|moi ?:|on me connaissait|on m'appelait|j'utilisais|j'ai le compte"
    r"|j'avais le compte|i am|i'm|im|i was|i used to be|i have been|i've been|i go by|i went by|it's me,?"
    r"|it is me,?|me ?:|this is me,?|i (?:had|used) the (?:handle|account|name)|people knew me as)"
)
_CIVILITY: Final = regex.compile(
    r"^(?:(?:re)?bonjour|salut|coucou|bonsoir|hello|hi|hey)(?: (?:there|le bot|bot))?[ ,!.]+"
    r"|[ ,!.]+(?:merci|thanks|thank you|please|stp|svp|s'il (?:te|vous) plait)(?: (?:beaucoup|d'avance|a lot))?[ .!]*$"
)
_NAMED: Final = rf"(?:{_AT}|{_BARE})"
_CLAIMS: Final = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"\b{_BE} {_ELSEWHERE}{_ADVERB}{_NAMED}{_ON_X}",
        rf"\b(?:sur|on|over on|from|chez) {_X},? (?:{_BE}|c'est|c'etait|it's|it was"
        rf"|(?:mon|my) {_OLD}{_ACCOUNT} (?:est|etait|is|was)) {_ADVERB}{_NAMED}",
        rf"\b{_BE} (?:sur|on|over on) {_X}(?: ?[:,]| as| under| sous| comme| en tant que| avec)(?: le| the| my| mon)?"
        rf"(?: {_ACCOUNT})?(?: de)? {_AT}",
        rf"\b(?:mon|my) {_OLD}{_X} {_ACCOUNT}{_IS}{_ADVERB}{_NAMED}",
        rf"\b(?:mon|my) {_OLD}{_ACCOUNT}{_OF_X}{_IS}{_ADVERB}{_NAMED}",
        rf"\b(?:mon|my) {_OLD}{_ACCOUNT}{_IS}{_ADVERB}{_NAMED}{_ON_X}",
        rf"\b(?:mon|my) {_OLD}{_X}{_IS}{_NAMED}",
        rf"{_AT}{_ON_X},? (?:c'est|c'etait|it's|it was|that's|that was|is|was) (?:moi|me)\b",
        r"\b(?:anciennement|autrefois|ex|alias|aka|formerly|previously|once|known as|connue? comme"
        rf"|connue? sous le nom de|ici|here is)(?: known as)?[ -]{_AT}{_ON_X}",
    )
)
_TRIED: Final = regex.compile(rf"\b{_BE} {_ADVERB}[@＠][\w@.-]+{_ON_X}")
_WHOLE: Final = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"{_AT}{_ON_X}(?: here| ici)?",
        rf"(?:it's|it is|this is) {_AT} from {_X}",
        rf"{_AT} ?\({_X}\)",
        rf"(?:moi |me )?(?:sur|on) {_X} ?[:=→-]+ ?{_NAMED}",
        rf"(?:{_OLD})?{_X}(?: ?[:=→-]+ ?){_NAMED}",
        rf"(?:{_OLD})?{_X} (?:handle|username|account|compte|pseudo|identifiant)(?: ?[:=→-]+ ?| ){_NAMED}",
        rf"(?:compte|pseudo|identifiant|handle|username|account){_OF_X}(?: ?[:=→-]+ ?| ){_NAMED}",
        rf"{_X} {_AT}",
    )
)
# Behind one of these a word is a name, whatever it looks like.
_CALLS_A_NAME: Final = regex.compile(
    r"\b(?:pseudo|pseudonyme|identifiant|handle|nom d'utilisateur|username|user name|screen ?name|nickname|[:=])"
)
# Right before a claim, these make it somebody else's words, or no claim at all.
_NOT_SAID: Final = regex.compile(
    r"\b(?:si|if|wish|comme si|as if|like|que|qu|think|thinks|say|says|said|croit|croient|dit|disent|pense|pensent"
    r"|believe|believes|claims?|claiming|pretends?|pretending|imagine|suppose|not|no|never|jamais|pas|told|thought"
    r"|whether|did|do|how|why|pourquoi|when they)\W+$"
)
_MINE: Final = regex.compile(rf"\b(?:{_BE} {_ADVERB}|(?:mon|my) {_OLD}(?:{_X} )?{_ACCOUNT}{_OF_X}?(?:{_IS}| ?))$")


_SPEAKS_OF_X: Final = regex.compile(r"(?<![a-z0-9_@])(?:x|twitter)(?![a-z0-9_])")
_POST: Final = regex.compile(
    r"(?<![\w.@/-])(?:https?://)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com/(?P<by>i/web"
    r"|\w{1,15})/status(?:es)?/(?P<id>\d{1,20})"
    r"(?![\w])[^\s]*"
)
_SHOWING: Final = word_set(
    "a and c ci est et here i is it it's j je joint la le lien link m ma me mes moi mon my on poste post posted "
    "pour preuve proof prove prouve prouver published publie sur that that's the this to tweet tweete twitter un une "
    "verif verification verifie verify voici voila x code verify certify quitted done here's fait ok bonjour hello hi "
    "hey salut merci "
    "thanks thank you please stp svp demande as asked requested comme c'est voila"
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim to an X account: its handle, in lower case."""

    x_handle: str


def claimed(text: str) -> Claimed | None:
    """The X account the author says is theirs, if they say so in so many words, and one only.

    It may be one of PLACEHOLDERS: somebody copied our example as it stands.
    """
    found = {claim for line in _lines(text) for claim in (*_in_words(line), *_by_address(line))}
    return found.pop() if len(found) == 1 else None


def misnamed(text: str) -> bool:
    """Whether the author tries to say so with something that is no X handle."""
    for line in _lines(text):
        match = _TRIED.search(line)
        if match and not _NOT_SAID.search(line[: match.start()]) and not line[match.end() :].startswith("?"):
            return True
    return False


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in regex.split(r"[\n]+|(?<=[.!?…])\s+", plain(text))]


def _in_words(line: str) -> Iterator[Claimed]:
    whole = _CIVILITY.sub("", line).strip(" .!,")
    matches = [match for pattern in _CLAIMS for match in pattern.finditer(line)]
    matches += [match for pattern in _WHOLE if (match := pattern.fullmatch(whole))]
    for match in matches:
        claim = _said(match, line if match.string is line else whole)
        if claim:
            yield claim


def _said(match: regex.Match[str], line: str) -> Claimed | None:
    groups = match.groupdict()
    name = groups.get("h") or groups.get("bare") or ""
    asked = line[match.end() :].lstrip(" )").startswith("?")
    if not name or asked or _NOT_SAID.search(line[: match.start()]):
        return None
    if not groups.get("h") and not _is_a_name(name, match[0]):
        return None
    return Claimed(name)


def _is_a_name(name: str, said: str) -> bool:
    """Whether a word without '@' is more likely a handle than a word: "I was happy on X" names nobody."""
    if name.isdigit() or name in WORDS or len(name) < 3:
        return False
    if regex.search(r"[0-9_]", name):
        return True
    return _CALLS_A_NAME.search(said) is not None or not name.endswith(ENDINGS)


def _by_address(line: str) -> Iterator[Claimed]:
    """x.com/alice by itself, or as the first person; the address of somebody else's profile is told of, not claimed."""
    for match in _ADDRESS.finditer(line):
        before, after = line[: match.start()], line[match.end() :]
        mine = _MINE.search(before)
        said = not _NOT_SAID.search(before[: mine.start()]) if mine else _only_points(f"{before} {after}")
        if said and match["h"] not in PAGES:
            yield Claimed(match["h"])


# What may stand around the bare address of one's own profile.
_POINTING: Final = word_set(
    "a account actually add ajoute aka alias am amis ancien anciennement and bonjour bonsoir bot c claim compte "
    "connect coucou en est et etais etait ex fait find for former formerly friends from handle hello here hey hi "
    "i ici il inscris is it j je la le lie lien lier link linked m ma me merci mes moi mon my old on plait please "
    "pour previously profil profile prove pseudo qui quittex register relie relier retrouve s salut sign stp suis "
    "sur svp te thank thanks that the this to trouve trouver twitter up verifie verify voici voila vous was who x "
    "you "
)


_SOMEBODY_IS: Final = regex.compile(r"[@＠]\S+ (?:is|was|has|est|etait|a)\b")


def _only_points(rest: str) -> bool:
    if _SOMEBODY_IS.search(rest):
        return False
    words = regex.sub(r"[#＃@]\w[\w@.-]*|[^\w\s]", " ", _ADDRESS.sub(" ", rest)).split()
    return _POINTING.issuperset(words)


def speaks_of_x(text: str) -> bool:
    """Whether X is named at all: without it nothing here is found, and this is quickly seen."""
    return _SPEAKS_OF_X.search(plain(text)) is not None


def shown(text: str) -> str:
    """The address of the one post on X that somebody shows us as their proof, "" if they do not.

    It stands alone, or beside words that point to it; anywhere else it is a post that people talk about.
    """
    said = plain(text)
    posts = {f"https://x.com/{match['by']}/status/{match['id']}" for match in _POST.finditer(said)}
    words = regex.sub(r"[#＃@]\w[\w@.-]*|[^\w\s']", " ", _POST.sub(" ", said)).split()
    return posts.pop() if len(posts) == 1 and _SHOWING.issuperset(words) else ""
