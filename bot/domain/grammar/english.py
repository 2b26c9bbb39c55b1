"""How people ask in English."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language, Request
from bot.domain.grammar.english_certain import WHOLE
from bot.domain.grammar.english_chatter import (
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
from bot.domain.grammar.english_choices import CHOICES, OFTEN, UNSURE
from bot.domain.grammar.english_claims import CLAIMS

_OWN: Final = (
    "my [old|former|own|other|dear|x|twitter] [x|twitter] (friends|friend|contacts|follows|followers|followed"
    "|mutuals|moots|people|network|folks|peeps|crowd"
    "|community|circle|buddies|pals|connections|followings|following|matches|list|gang|crew|tribe|colleagues"
    "|favorites|favourites|accounts|oomfs|lot|team)"
)
_PEOPLE: Final = (
    "(all|the|some|these|those|other|more) [the|of the|of my|my] (people|persons|accounts|friends|folks|ones|others"
    "|mutuals)|people|everyone|everybody|anyone|anybody"
    "|someone|somebody|them|those|whoever|friends|mutuals|matches"
)
_FIND: Final = (
    "(find|finding|show|search|search for|look for|look up|lookup|locate|list|discover|get|give|reconnect"
    "|reconnect me with"
    "|match|see|check|bring|spot|identify|track down)"
)

CLAUSE: Final = {
    Request.FIND: (
        "(search|look|check) again",
        "i can not (find|see) *",
        "(show|scan|check|list) [me] [all] [of] (my|the) (list|matches|follows|friends|mutuals|followers)",
        f"(find|search|look|look up|lookup|scan|match|reconnect|connect|locate|discover) [me|us|them|it] [all"
        f"|{_PEOPLE}]", "who [is (here|in|there|around)|else]",
        f"({_OWN}) [on x|from x|from twitter|on twitter]", "[the|a|my] (list|results|result|matches|match)",
        "show [me|us]", "(go|start|run|begin|do it|do your thing|do your magic|lets go)",
        "[what is|anything|something|whats] new", "[any] (news|matches|luck|results|updates)", "(my|our) turn",
        "(me|count me in|i am in)", "(anyone|anybody|somebody|someone)",
        "(can|could|may) i (have|get|see) (the|my) (list|matches|results)", "same [for me]",
        "find (out|friends|ppl|everyone i know)", "where is everyone",
        "(is|are) (anyone|anybody|they) [there|around]", "reconnect me", "tell me who",
    ),
    Request.HELP: (
        "what is the (idea|point|deal|principle|purpose)",
        "help [me|us|wanted|needed|out]", "[some|a little] help", "sos",
        "[the] (instructions|manual|commands|menu|options|guide|faq|docs|documentation|howto|info|information|usage"
        "|support|intro|details)",
        "[what is] (this|that|it|quittex)", "what is (this|that|it) [about|all about|for]", "what", "how",
        "how (to|it works|does it work|come)", "how does (this|that|it) work", "explain [this|yourself|it]",
        "i am (lost|confused|new|stuck)", "tell me more", "more [info|information|details]",
        "how (do|does|can|should|would) (i|you|one|we|this|it) * (bot|tool|thing|app|service|work|use it) [work|here"
        "|please]", "i need a hand", "i do not (understand|get it|know what to do)", "(man|usage)", "about [you"
        "|this]", "introduce yourself",
        "[list of|the|all] commands", "what (exactly|precisely) (do|can|are) you *",
        "(who|what) (manages|runs|made|built|created|owns|is behind|is running|operates|maintains|hosts|wrote"
        "|programmed) "
        "[this|that|the|it|you] *",
        "(are you|is this|is it|you are) [really|actually] (a|an|human|real|legit|safe|official|some) *",
        "(are you|is this) (real|human|safe|legit|official|it)",
        "(it|this|that) (does not|is not|do not) (work|working) *",
        "what (can|should|do|must|could) i (do|ask|say|write|tell|type|send) *",
        "how to (use|do|start|join|register|sign up|find|begin) *",
        "i (do not|did not|can not) (understand|get|know) [it|this|how|what] *", "what is this *", "learn more",
        "getting started", "contact",
    ),
    Request.COUNT: (
        "(today s|todays|this week s) (numbers|stats|figures|count)",
        "how many [people|of us|of you|users|accounts|so far|in total|are we|are you|are there|are they|have we|are "
        "we now|are there now|total]",
        "[the|your|some|latest|current|what are the] (count|counts|counter|counters|numbers|figures|stats"
        "|statistics|total|totals|tally|tallies|score|metrics)",
        "headcount",
        "(show|give|tell|send) [me|us] [the|your|some] [latest|current] (numbers|stats|statistics|counters|count"
        "|figures|counts|totals)", "(today s|todays|the latest|this week s) (numbers|stats|figures|count)", "[the] "
        "latest (figures|numbers|stats|count)", "where are we [at|now]",
        "how (is it|is the campaign) going", "how far are we",
    ),
    Request.RESUME: (
        "unpause",
        "(resume|restart|unmute|unstop|unsilence|continue)", "(start|begin) again", "come back [to me|please]",
        "(you can|can you|you may|could you) (resume|talk|speak|write|reply|talk to me|write to me|come back"
        "|continue)",
        "(talk|speak|write) to me again", "[you (can|may)] (talk|speak|write|reply) [to me] again",
        "(talk|speak|write) to me", "i changed my mind", "unmute me", "(i want to|let me) (resubscribe|subscribe)",
        "(resubscribe|subscribe) [me]", "i (miss|missed) you", "opt (in|me in)", "back [on]",
    ),
    Request.WHY: (
        "why [him|her|them|that|this|those|this person|that person|this match|that match|this account|this one|that "
        "one|these|is that|so]", "how (do|did) you know [that|this|it]", "how come", "tell me why",
        "says who", "what is (your source|the source|the evidence|the proof|your evidence)", "(source|evidence)",
        "based on what", "explain (this|that|the) match",
    ),
    Request.PRIVATE: (
        "take (it|this|that) to (dm|dms|private)",
        "[in|by|make it|keep it|go|stay] (private|privately|dm|dms|pm|a dm|a private message|private message"
        "|private messages|secret)", "dm [me]", "pm [me]", "message me [privately]",
        "(do not|never) (name|cite) me [anymore|any more|again] [in public|publicly]", "hide my name", "not (public"
        "|publicly|in public)",
        "(do not|never) (show|say|publish|tell|give) my name [anymore|any more] [in public|publicly]",
        "(dm|dms|private) only", "private (mode|answer|answers|reply|replies|only)",
    ),
    Request.PUBLIC: (
        "[you (may|can)] (use|say|show|mention) my name [in public|publicly]",
        "[you (can|may)|please] (answer|reply|respond|speak|write) [me|to me] (publicly|in public)",
    "[in|make it|go] (public|publicly)", "public (mode|answer|answers|reply|replies)",
    "[you (can|may)] (name|cite) me [in public|publicly]"),
    Request.TELL_ME: (
        "(every|each) (monday|morning)",
        "send me (a|an|some) (notification|notifications|alert|alerts)",
        "notify [me|us]", "tell (me|us)", "(alert|inform|update|ping) [me|us]", "let me know",
        "keep me (posted|updated|informed|in the loop)", "(weekly|daily|digest|at once)",
        "[a] (weekly|daily) (digest|update|message|summary|updates)",
        "(once|every) [a] (week|day)",
        "(weekly|daily|once a week|once a day) (is|would be|works) (fine|ok|good|enough|great|perfect|better)",
        "(send|give) me (updates|news|a digest|a weekly digest)", "remind me [later]",
        "(turn on|enable) notifications",
    ),
    Request.PROVE: (
        "(send|give) [me] [a|the|my] code",
        "prove [it|me|that it is me]", "(proof|verification)", "(what is|where is|give me|get) (my|the) code",
        "[my|the|a|give me a|send me a|get a] code",
        "verify [me|my account|my identity|it]",
        "(authenticate|certify|confirm|validate) [me|my account|my identity]", "get verified", "how (do i|to|can i) "
        "(verify|prove)",
    ),
    Request.EXPORT: (
        "what (data|info|information) do you (hold|have|keep|store)",
        "(do|does) (you|it) (have|hold|keep|store) [any|some] (data|info|information|anything|records) (about|on|of) "
        "me * *",
        "[what are|show me|show|see|give me] (my|the) (settings|preferences|choices|consents|options|consent) [please]",
        "[all] my data", "export [my data|me|everything]", "(gdpr|subject access request)",
        "(download|get|show|send|give) [me] my data",
    ),
}  # fmt: skip

INSIDE: Final = {
    Request.PLEDGE: (
        "i [will|would|am going to|promise to|pledge to|can] (leave|quit|go|move|migrate|delete my account) [x"
        "|twitter|too] [too] if [at least] * (#|ten|twenty|thirty|fifty|hundred|five|thousand)",
        "if * (#|ten|twenty|fifty|hundred|five|thousand) * (leave|quit|go|do|move|migrate|left) [x|twitter] [too|as "
        "well] (i|so will i|me too)", "i am leaving [x|twitter] if * (#|ten|twenty|fifty|hundred|five|thousand)",
    ),
    Request.EXPORT: (
        "(export|download|send|give|get|show|access|copy of|receive|see|request) [me|us|a copy of] [all] [of] (my "
        "data|my personal data|my information|the data you have)",
        "what (do you|data do you|you|info do you|information do you) (know|have|store|keep|hold) (about|on|of) me",
        "what (data|info|information) * (about|on) me", "everything you (know|have) (about|on) me", "copy of my data",
        "my (settings|preferences)", "(is|are) my [x|twitter] [user] (id|ids|number|account|handle|name|data|details) "
        "[number] (in|on|part of|among) (your|the) (files|file|database|db|records|list|registry|data|system)",
        "(am i|i am) (in|on) (your|the) (files|database|db|records|list|registry|data|system)",
        "(do|does) (you|it|the bot) (have|hold|keep|store) [any|some] (data|info|information|anything|records|a record|"
        "something|a file) (about|on|of) me", "(do you have|have you got) my [x|twitter] [user] (id|number|data"
        "|account)",
    ),
    Request.TELL_ME: (
        "(tell|notify|alert|inform|warn|ping|message|let|email|update|write|dm) (me|us) [know] (when|if|whenever|as "
        "soon as|once|about new|about arrivals|every|weekly|daily)", "(notify|alert) (me|us)", "let (me|us) know",
        "keep (me|us) (posted|updated|informed|in the loop)",
        "(weekly|daily|once a week|once a day) (is|would be|works|please|digest|updates|update|summary) [fine|ok"
        "|good|enough|great]", "(be|get) (notified|informed|alerted|updates|told) [when|if|about]",
        "every (week|day)", "send me (a|an|some) (notification|notifications|alert|alerts|ping) (when|if|whenever|as)",
    ),
    Request.PRIVATE: (
        "(reply|respond|answer|talk|write|tell|send|message|speak|continue|answers|replies|show) * (in private"
        "|privately|in dm|in dms|by dm|via dm|in a dm|by private message|in a private message|by pm)", "(dm|pm) me",
    ),
    Request.PUBLIC: ("(reply|respond|answer|talk|write|tell|speak|continue|answers|replies) * (in public|publicly)",),
    Request.WHY: (
        "why (am i|was i) (shown|matched|given|told) *",
        "why (do|did|are|is|was|would) (you|this|that|he|she|they|it|these) * (show~|list~|suggest~|match~|say|said"
        "|think|propos~|recommend~|name~|here|tell|told|telling)",
        "why (this|that|these) (match|person|account|name|people|one|matches)",
        "why am i (seeing|shown|matched)", "how (do|did|can) you (know|find|match|get) (that|this|it|them|him|her)",
        "how did you (know|find out)",
    ),
    Request.PROVE: (
        "(how|want|can|need|where|ready|like) * (prove|verify|authenticate|confirm) * (it|me|account|identity|i"
        "|myself|am|that)", "(prove|verify) [that] (i am|it is me|my|who i)", "(prove|verify) me",
    ),
    Request.FIND: (
        f"(can|could|would|will) you * ({_OWN})", f"(which|who|how many|some|any|all) [_] of ({_OWN})",
        "(acquaintances|contacts|friends|people|folks|mutuals) (from|off) (x|twitter) [_] [_] (here|around|there)",
        "show [me] all [the|my] (matches|results|friends)",
        f"{_FIND} [me|us|for|up|out] [where|if|all|for] [of] ({_OWN}|{_PEOPLE}|who)",
        f"{_FIND} (my|me|the|some) [_] (friends|people|follows|followers|contacts|mutuals|list|matches|ones)",
        "who * (here|i followed|i follow|i used to follow|i was following|i know|i knew|followed me|follows me|used "
        "to follow me|was following me|from my|of my|among my|in my|joined|arrived|made it|moved|around|migrated"
        "|came over|left x|left twitter|on bluesky|on mastodon|on here|over here|already)",
        "who (else|all) (is|are|has|came|came over|made it|is here)", "who (did|do) i (follow|know)",
        f"(is|are|has|have|did|where|do) * ({_OWN})",
        "(is|are) there (anyone|anybody|someone|people|any of my|friends) *", "who is (here|around|there)",
        "(is|are) (anyone|anybody|someone|everyone|any|some) * (here|i know|i followed|of my|around|from|on)",
        f"({_OWN}) * (here|at|on bluesky|on mastodon|on here|arrived|around|there)",
        f"(looking|searching|hunting|search|look) for [all|some|any|more|for] [of] ({_OWN}|{_PEOPLE}|my|who|the ones)",
        "how many (of my|people i|people that i|people who|of the people i|of those i|mutuals|of my friends|friends"
        "|accounts i|followers of mine)",
        "how many * (i followed|i follow|followed me|i know|used to follow)",
        "(people|accounts|those|everyone|anyone|folks|ones) [that|who|whom] (i|followed me|used to follow me) [used "
        "to] (follow|followed|know|knew|me)", "(anyone|anybody|someone|somebody) [_] (here|i know|there|around)",
        "where (is|are|did) (everyone|everybody|they|the people|people|all my|my)",
        "(find|reconnect|locate|match) me", f"({_OWN}) (from|on|of) (x|twitter)",
        "(new|any) (matches|arrivals|friends|mutuals)", "can not find (anyone|anybody|my|them|people)",
        "find [_] (people|friends|folks|mutuals|everyone)", f"(anything|something|anyone) [new] (among|in|from|of) "
        f"({_OWN})", f"any of ({_OWN}) [here|about|around|there]", "[any|some] familiar (faces|people|names)", "(did"
        "|have"
        "|has|are|is) [there] any [of] [_] [_] * (i|followed|follow|know|knew) [used to] (followed|follow|know|knew)",
        "help me (find|reconnect|search|look|locate)", "want to (find|reconnect|see who|know who|search)",
        "(tell|show) me who",
    ),
    Request.COUNT: (
        "how many * (people|users|accounts|members|persons|of us|of you|are we|are you|are here|are there|have"
        "|joined|left|registered|signed|migrated|arrived|moved|participants|humans|voices|so far)",
        "(number|count|amount) of (people|users|accounts|members|arrivals|registrations|participants|voices)",
        "(show|give|tell|see|what are|what is) [me|us] [the|your|latest|current|some|all] [latest|current] (numbers"
        "|stats|statistics|counters|count|figures|counts|tally|total|totals)", "how big (is|are)", "how many are",
    ),
    Request.HELP: (
        "help (me|us|please|with)", "(need|want|get|some|your|any) [some|your|a bit of|a little] help",
        "(can|could|would|will|please) you [please] (help|explain|assist|tell me how|tell me what)",
        "how (do|does) one", "(need|want|lend me) a hand", "what am i supposed to", "how (do|does|can|could|should"
        "|would|to) (i|this|it|that|you|we|one|the|leave|quit|join|use|get|start"
        "|download|register|sign|move|migrate|link|find|delete|connect|your)",
        "how to", "(can|could) you (delete|erase|remove|forget) (me|my|all my) *",
        "what (can|do|does|are|could) (you|this|it|your|i|the) (do|for|about|commands|ask|say|options|bot|features"
        "|does)", "what (can|should|do|must|could|shall) i (do|ask|say|write|tell|type)", "what are you",
        "what do you",
        "who (are|made|runs|run|owns|built|created|is behind|operates|wrote|is running|maintains|hosts|programmed"
        "|is your) [you|this|it|the|your|creator|owner|operator]",
        "(are|is) (you|this|it) (a|an|real|human|legit|for real|really|official|safe|some) [real|kind of] [bot"
        "|human|robot|person|machine|ai|scam]",
        "(do not|did not|can not) (understand|get it|get how|know how|know what)",
        "(is|does|it is|it does) (it|not|this) [not] (broken|working|work)",
        "(explain|tell me) [me|us] (how|what|more|about you|about yourself|about this|about quittex|to me|this"
        "|yourself)",
        "i am (lost|confused|stuck|new here|new to this)", "i have (a|an|some) (question|problem|issue|questions)",
        "what is (this|quittex|mastodon|bluesky|the fediverse|this bot|this about|your purpose|the point|your name)",
        "(sign|sign me|signing) up", "i (want|would like) to (register|join|participate|sign up|take part|start)",
        "get started",
        "what (happens|will happen|would happen) (if|when|once|after) *", "instructions", "what commands", "show (me"
        "|us) (how|the commands|the way|what you can)",
    ),
}  # fmt: skip

ENGLISH: Final = Language(
    code="en",
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
