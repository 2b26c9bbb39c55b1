"""How people say in English who may find them, how often they want to be told, and that they might be forgotten."""

from __future__ import annotations

from typing import Final

from bot.domain.consent import Told

CHOICES: Final = {
    ("found", "nobody"): (
        "(hide|conceal) me [from (everyone|everybody|others|people|all|search|the list|the matches)]",
        "[can you|could you] [make|keep] me (invisible|hidden|unfindable) [to (everyone|others)]",
        "(nobody|no one) (may|can|should) (find|see) me",
        "(do not|never) (show|list|reveal|suggest|display|match) me [to (anyone|anybody|others|people|everyone)]",
        "i would rather not be (found|seen|visible|shown|listed) [by (anyone|anybody|others)]", "i (do not|would "
        "rather not) want to be (found|seen|visible|shown|listed|matched) [by (anyone|anybody|others)]",
        "i want to be (hidden|invisible)", "(let|show me to) (nobody|no one) [find me]",
    ),
    ("found", "followed"): (
        "only [the] (people|those|accounts|ones|persons) [that|who|whom] i [have] (followed|follow|was following"
        "|used to follow) [on (x|twitter)] (may|can|should) (find|see) me",
        "(show|reveal) me only to [the] (people|those|accounts) [that|who|whom] i (followed|follow|was following"
        "|used to follow) [on (x|twitter)]", "(let|allow) only (people|those) i (followed|follow) [to] find me",
        "show me to (people|those) i (followed|follow) [on (x|twitter)] only",
    ),
    ("found", "network"): (
        "(my (whole|entire|full|complete) network|all [of] my network|my followers too|everyone [from my network]"
        "|everybody) (may|can|should) (find|see) me", "(show|reveal) me to (everyone|everybody|my [whole] network)",
        "(unhide|unconceal) me", "(make me|i want to be) (visible|findable) [again]", "let (everyone|my [whole] "
        "network|people) find me", "(show me again|do not hide me [anymore|any longer])",
    ),
    ("counted", "no"): (
        "(do not|never|stop) (count|counting) me [anymore|any longer|in [the|your] (numbers|figures|counters|stats"
        "|statistics)]", "(leave|take|keep) me out of (the|your) (count|counts|counters|numbers|figures|stats"
        "|statistics)", "i (do not|would rather not) want to be counted [in [the|your] (numbers|figures|stats)]",
        "(remove me from|exclude me from) (the|your) (count|counters|counts|statistics|stats|figures|numbers)",
    ),
    ("counted", "yes"): (
        "count me (again|back in|as well|too)", "[you (can|may)] count me [in [the|your] (numbers|figures|counters"
        "|stats|statistics)]", "i want to be counted [again]",
    ),
}  # fmt: skip

UNSURE: Final = (
    "(delete|erase|remove|wipe|forget|purge) (me|my (account|data|profile|info|information|records|details))",
    "(get rid of|deletion of|erasure of|deleting|erasing|removing|wiping) [all] (me|my (account|data|profile|info"
    "|information))", "(my|the) (data|account|profile) [be] (deleted|erased|removed|forgotten|wiped)",
    "(be forgotten|forget about me)", "(delete|remove|erase) account",
)

OFTEN: Final = {
    Told.NEVER: (
        "(do not|never|no longer|stop) (tell|telling|notify|notifying|alert|alerting|inform|informing|warn|warning"
        "|update|updating) me [anymore|any more|any longer|again] (about|of|when|whenever|if) [_] [_] (arrivals|arrival"
        "|arrives|arrive|arrived|comes|come|joins|join|newcomers|people|matches|someone|somebody) [*]",
        "(do not|never|no longer) (tell|notify|alert|inform|warn|update) me [anymore|any more|any longer|again]",
        "(no|not) more (arrivals|alerts|digests|digest|updates|news|announcements)", "stop (the|your|sending|sending "
        "me) [the] [weekly|daily] (digest|digests|alerts|updates|arrivals)", "(turn off|disable|mute|cancel|stop) [the"
        "|my] (alerts|notifications|digest|digests|updates|arrivals)", "(cancel|end) (my|the) (alerts|digest)",
        "(unsubscribe|unsubscribe me) from (the|your) [weekly|daily] (digest|digests|alerts|arrivals|updates)",
        "i (do not|no longer) (want|need|wish) [to (hear|know) about] [the] (arrivals|digests|digest|alerts|updates)"
        " [anymore|any more]", "i do not want to be (told|alerted|informed) [anymore|any more|any longer] [about "
        "(arrivals|that|this|them)]",
    ),
    Told.WEEKLY: ("(weekly|week|weeks|monday|mondays)",),
    Told.DAILY: ("(daily|every day|each day|per day|a day|every morning|each morning)",),
    Told.AT_ONCE: (
        "(at once|immediately|instantly|right away|right now|straight away|asap|real time|as soon as|whenever)",
        "(each|every) (time|arrival|hour)", "as it happens",
    ),
}  # fmt: skip
