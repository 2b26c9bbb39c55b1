"""The English words that leave no doubt: what they ask cannot be undone, or silences us."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request

_TALKING: Final = (
    "(replying|responding|answering|writing|messaging|texting|contacting|spamming|bothering|tagging|mentioning"
    "|pinging|notifying|harassing"
    "|annoying|emailing|talking|posting|dming|disturbing|pestering|sending|following|speaking|stalking|commenting"
    "|nagging)"
)
_TALK_TO: Final = (
    "(reply|respond|answer|write|message|text|contact|spam|bother|tag|mention|ping|harass|annoy|email|talk"
    "|dm|disturb|pester|send"
    "|follow|speak|comment|nag)"
)
_ME: Final = (
    "[me|to me|at me|us|to us|with me|on my posts|to my posts|under my posts|in my mentions|me messages|me things"
    "|me stuff|me notifications"
    "|me dms|me any messages|messages|dms|notifications|anything|me anything|stuff|things|things to me|to my messages]"
)
_CAN: Final = (
    "[can you|could you|would you|will you|you can|you should|i want you to|i would like you to|i need you to|you "
    "need to|you have to"
    "|i am asking you to|i asked you to|i told you to|do]"
)
_MY_DATA: Final = (
    "([all] [of] (my|the) (data|info|information|personal data|personal information|records|details|traces) [that] "
    "[about "
    "me|you have|you (have|hold|keep|store) (on|about) me]"
    "|(everything|all) [that] [you] (have|know|about|store|keep) [on|about] me|my (profile|account|registration"
    "|record|entry|history))"
)
_ANSWER: Final = (
    "(your|this|that|the|the last|your last|your latest|that last) "
    "(reply|answer|post|message|response|toot|skeet|comment|tweet)"
)

WHOLE: Final = {
    Request.STOP: (
        "(no|never) [more] (dms|messages|replies|notifications) (ever|ever again|again)",
        "(stop|silence|quiet|unsubscribe|optout|shush)", "shut up", "be (quiet|silent)", "go away",
        f"{_CAN} stop [it|this|that|everything|all this|all of this] [already]", f"{_CAN} (quit|cease) (it|this|that)",
        f"{_CAN} (stop|quit|cease) {_TALKING} {_ME}",
        f"{_CAN} stop (the|your|all the|all your|these|all these|with the|with your) (messages|notifications|replies"
        "|dms|spam|spamming|mentions|pings)", "stop (messages|notifications|messaging)",
        f"{_CAN} (do not|never|not) [ever] {_TALK_TO} {_ME} [again]",
        f"{_CAN} (leave|let) me (alone|be|in peace)", "leave (us|my mentions) alone",
        "(no|not) more (messages|notifications|replies|dms|mentions|pings"
        "|spam)",
        "i would rather you (stopped|did not)", "cease", "desist",
        "i (do not|no longer) (wish|want) to (receive|get|have) [any] [more|further] (messages|replies|notifications"
        "|dms) [from you] [any more]", "i do not want (messages|notifications|replies|dms|of your messages)",
        "i (do not|no longer) want (your|any|any of your|these|more|any more|to get|to receive|to hear) [more] "
        "[messages|replies|notifications"
        "|dms|from you|from you anymore|your messages|messages from you|these messages|any messages]",
        "i do not want you to (write|reply|message|contact"
        "|talk|respond|answer) [me|to me]",
        "i do not want to (hear from you|be contacted|be messaged|be mentioned|be tagged|be bothered|be notified"
        "|receive messages|get messages|receive your messages|get your messages|talk to you)",
        "[i want to|let me|how do i|please] (unsubscribe|opt out) [me|from this|of this|from everything]",
        f"{_CAN} (unsubscribe|mute|silence) me",
        "opt me out", "(take|get) me off (this|your|the) [mailing] list", "i said stop", "stop i said",
        "(keep|stay) (quiet|silent|away)",
        "get out of my (mentions|dms|replies|feed)", "(stop|cease) and desist",
    ),
    Request.FORGET: (
        "forget [about] me", f"{_CAN} forget [about] me",
        f"{_CAN} (delete|erase|remove|wipe|purge|forget|destroy) {_MY_DATA}",
        f"{_CAN} (erase|delete|wipe|purge) me [from (your|the) (database|registry|records|system)"
        f"|completely|entirely|for good]",
        f"{_CAN} remove me (from (your|the) (database|registry|records|system)|completely|entirely|for good)",
        "i want to be (forgotten|erased|removed|deleted) [from (your|the) (database|registry)]",
        "[my] right to be forgotten",
        "i want (my data|all my data|my information) (deleted|erased|removed|gone|wiped)",
        "i (invoke|exercise) my right to (be forgotten|erasure)",
        "right to erasure", "i (want|would like) to (delete|erase|remove) (my data|all my data|my account)",
    ),
    Request.DELETE: (
        "(delete|remove|erase|undo)",
        f"{_CAN} (delete|remove|erase|undo|take down|retract|withdraw) (it|this|that|{_ANSWER}|what you (said|wrote"
        f"|posted))",
        "take (it|this|that) down", f"take {_ANSWER} down", f"{_CAN} take (it|this|that) down",
    ),
    Request.NOT_ME: (
        "[no] not me", "(that|this|it) (is not|was not|is definitely not|is really not) me",
        "(that|this|it) is (not me|definitely not me|somebody else|someone else)",
        "(wrong|not the right|not the same) (person|account|guy|one|match)",
        "(that|this|it) is [not|the] (my account|wrong person|wrong account|wrong guy)",
        "(that|this) [x|twitter] account (is not (mine|me)|does not belong to me|belongs to somebody else)",
        "(that|this|it) is not (mine|my account|the right person|her|him|them)", "not my account",
        "you (have|got|have got) the wrong (person|guy|account|one)", "i am not (that|this) person",
        "mistaken identity",
    ),
    Request.INSTANCE_STOP: ("instance stop", "stop instance",),
}  # fmt: skip
