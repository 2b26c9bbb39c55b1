# The English of the answers. One message per sentence or line; the numbers are the person's own.

## Find

find-public = { $followed ->
    [one] { $mutual ->
        [0] 1 person you followed on X is here.
       *[other] 1 person is here whom you followed on X and who followed you.
    }
   *[other] { $followed } people you followed on X are here{ $mutual ->
        [0] {""}
        [one] , 1 of whom followed you too
       *[other] , { $mutual } of whom followed you too
    }.
  }{ $reverse ->
    [0] {""}
    [one] {" "}1 more followed you.
   *[other] {" "}{ $reverse } more followed you.
  }
find-reverse = { $followers ->
    [one] 1 person who followed you on X is here.
   *[other] { $followers } people who followed you on X are here.
  }
find-public-line = → { $who }
find-public-more = { $count ->
    [one] And 1 more
   *[other] And { $count } more
  }: send me “find” in a private message for the list.
find-public-rest = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
  }
find-public-list = { $count ->
    [one] To know who
   *[other] For the list
  }, send me “find” in a private message.
find-line-mutual = → { $who } (you followed each other)
find-line-followed = → { $who } (you followed them)
find-line-follower = → { $who } (followed you)
find-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
  }
find-none = Nobody from your X network is here yet, as far as I know. That changes fast: ask me again in a few days!{ people-so-far }
not-linked = I don’t know yet who you were on X. Tell me, for instance, “I was x.com/handle” with your old handle, and I’ll look for your network here.{ people-so-far }
people-so-far = { $people ->
    [0] {""}
   *[other] {" "}{ $people } people have linked their accounts so far.
  }

## Arrivals, in private, to those who asked for them

digest-first = { digest-here }:
digest-now = { digest-come }:
digest-yesterday = Since yesterday { digest-arrived }:
digest-weekday = Since { $day } { digest-arrived }:
digest-since = Since { $day } { digest-arrived }:
digest-here = { $followed ->
    [one] 1 person you followed on X is here already
   *[other] { $followed } people you followed on X are here already
  }
digest-come = { $followed ->
    [one] 1 person you followed on X has just arrived
   *[other] { $followed } people you followed on X have just arrived
  }
digest-arrived = { $followed ->
    [one] 1 person you followed on X has arrived
   *[other] { $followed } people you followed on X have arrived
  }
digest-foot = One word, “stop”, and I write no more. { $issue }
digest-foot-first = I’m the bot of { $campaign }, run by { $operator }, and you allowed me to tell you. One word, “stop”, and I write no more. { $issue }
tell-me-weekly = Noted: on Monday mornings I’ll write to you in private who has arrived among the people you followed on X. One word, “stop”, and I write no more.
tell-me-daily = Noted: every morning I’ll write to you in private who has arrived among the people you followed on X. One word, “stop”, and I write no more.
tell-me-at-once = Noted: as soon as somebody you followed on X arrives, I’ll tell you in private, once an hour at most and never at night. One word, “stop”, and I write no more.
tell-me-open = So that it reaches you, follow me, or write to me in private once.
tell-me-elsewhere = Noted. I have no private messages here: I’ll write to another account linked to yours if it has them, else here, in public, only how many people you followed on X have arrived, naming nobody. One word, “stop”, and I write no more.

## Arrivals, where there are no private messages: numbers, and nobody's name

public-digest-first = { $reader } { digest-here }.
public-digest-now = { $reader } { digest-come }.
public-digest-yesterday = { $reader } Since yesterday { digest-arrived }.
public-digest-weekday = { $reader } Since { $day } { digest-arrived }.
public-digest-since = { $reader } Since { $day } { digest-arrived }.
public-digest-foot = Reply “find” to know more, “stop” and I write no more. { $issue }
public-digest-foot-first = I’m the bot of { $campaign }, run by { $operator }, and you allowed me to tell you. Reply “find” to know more, “stop” and I write no more. { $issue }

## Saying who one is

claim = Thank you, noted! To prove that this X account is yours, tell me “prove”; { $operator } can confirm it too. After that, tell me “find”.
claim-waiting = It is noted already, thank you. To prove that this X account is yours, tell me “prove”; { $operator } can confirm it too.
claim-proven = It is proven that this X account is yours, thank you. I still need its number: your X archive has it, and { $operator } can import it. After that, tell me “find”.
claim-frozen = Another account here says that this X account was theirs. Until that is settled, neither of you counts. Tell me “prove”: a code posted on X settles it. { $operator } can decide too.
archive-guide = Your X archive proves it: { $operator } can import it. How to download it: { $guide }
link-known = We know each other already: that X account is linked to yours. Tell me “find” to see who is here.

## Proving who one was on X

prove = On X, from the account you named, publish a post that contains { $code }, then send me the address (the link) of that post. The code works once, within { $hours } hours.
prove-privately = You can also send it to me in a private message.
prove-known = It is already proven that this X account is yours. Tell me “find” to see who is here.
prove-address = That is not the address of a post on X: such an address ends with “status/” and a number. Please send it to me again.
prove-too-often = I have looked at several posts for you already. Please try again in an hour.
prove-linked = I saw the code: that X account is linked to yours now, thank you! Please leave the post there for a week. Tell me “find” to see who is here.
prove-proven = I saw the code: that X account is yours, thank you! Please leave the post there for a week. I still need the account’s number: your X archive has it, and { $operator } can import it.
prove-protected = I saw the code, thank you. But this name is a protected one, or looks like somebody else’s: { $operator } has to have a look first.
prove-no-code = I see the post, but not the code in its own text. Please check it; tell me “prove” to get the code again.
prove-other-author = That post is not from the X account you named. Publish the code from that account, or name another one.
prove-gone = I can’t see that post. Perhaps it was deleted, or the account is protected: everybody must be able to see it while I look. Then send me its address again.
prove-unreadable = I can’t make sense of what X says about that post, sorry. Please try again later; { $operator } can help too.
prove-unreachable = X hasn’t answered me for a whole day, sorry. Please send me the address again later; { $operator } can help too.
prove-expired = That code doesn’t work any more. Tell me “prove” and I’ll give you a new one.

## “Not me”

not-me = Understood: from now on I tell nobody that you were that X account. { $operator } will look at it, and can undo it.
not-me-claim = Understood: I don’t keep what you said about X any longer. You can tell me again who you were at any time.
not-me-stranger = Understood: from now on I tell nobody that the other account is yours. { $operator } will look at it.
not-me-again = That is noted already: I tell nobody. { $operator } will look at it.
not-me-nothing = I don’t link you to any X account, so there is nothing to undo.

## In private, to people whose X account it is about

told-linked = This is the bot of { $campaign }. The X account you named is now linked to yours. Tell me “find” to see who is here, or “stop” and I write no more.
told-disputed = This is the bot of { $campaign }. Another account says that your X account was theirs. Until that is settled, I show neither of you. Tell me “prove”: a code posted on X settles it. { $operator } can decide too.
told-lost = This is the bot of { $campaign }. The X account you had named goes to another account, because of a stronger proof or a decision by { $operator }. If that is wrong, tell me again who you were on X, then “prove”.
told-joined = This is the bot of { $campaign }. Another account has proven that your X account was theirs. If that other account is yours too, all is well. If it isn’t, tell me “not me”.
told-settled = This is the bot of { $campaign }. The question of your X account is settled: it is linked to your account here, as before.

## Falling silent, coming back

stop = Understood, I won’t write to you again; the word “resume” is enough to call me back.
resume = I’m back, gladly! Tell me “find” to see who is here, or “stop” to make me silent.

## Being named or not

private = Noted: I won’t name you in public any more, and I’ll answer you in private. The word “public” undoes it.
private-elsewhere = Noted: I won’t name you in public any more, neither in my answers nor on the campaign’s list; the word “public” undoes it.
private-open = So that my answers reach you in private, write to me in private once.
public = Noted: I may name you in public, in my answers and on the campaign’s list; the word “private” undoes it.
why-method = { $method ->
    [archive] X archive
    [archive-and-profile] X archive and profile
    [code] code seen on X
    [admin] checked by the team
    [domain] verified domain
    [move] account that moved
   *[registry] the campaign’s registry
  }
why = Your X account is linked to yours here. Proof: { why-method }, { $since }. And your matches:
why-own = Your X account is linked to yours here. Proof: { why-method }, { $since } (level { $level } of 5).
why-ask = For what is behind your matches, send me “why” in a private message.
why-line = → { $who }: { $relation ->
    [mutual] you followed each other
    [followed] you followed them
   *[follower] they followed you
  }, { $witness ->
    [own] says your X list of { $day }
    [both] say both your X lists
   *[theirs] says their own X list
  }. Proof: { why-method }, { $since }.

## The public list of the campaign: its description.

list-description = People and organisations of { $campaign } who chose to be named in public. One word to this account is enough to leave: “private” or “stop”.

## Counting

count = { $campaign }, right now:

## Helping

help = I’m the bot of { $campaign }, run by { $operator }. I find your X network here. Tell me:
help-guide = The guide: { $guide }
help-find = “find”: who is here
help-link = “I was x.com/handle”: your X account
help-count = “how many”: the figures
help-tell-me = “notify me”: arrivals, in private
help-stop = “stop”: not a word more
help-resume = “resume”: talk again
help-prove = “prove”: prove your X account
help-not-me = “not me”: that X account isn’t mine
unclear = I didn’t get that, sorry. Try “find”, “how many”, “help” or “stop”. There is a human behind me too: { $operator }.
later = I see what you ask, but I can’t do that yet. Please ask { $operator }.
welcome = Welcome! I’m the bot of { $campaign }, and I look for the people of your X network here. Tell me “help” to know more, “stop” to hear nothing more from me. A human answers too: { $operator }.

## The public counters; the same lines answer “how many”.

announcement-counters = { $campaign } · { $slot }
announcement-counters-people = { $count ->
    [one] 1 person registered
   *[other] { $count } people registered
  }
announcement-counters-people-growth = { $count ->
    [one] 1 person registered
   *[other] { $count } people registered
  } (+{ $growth } in a week)
announcement-counters-accounts-bluesky = { $count ->
    [one] 1 account on Bluesky
   *[other] { $count } accounts on Bluesky
  }
announcement-counters-accounts-mastodon = { $count ->
    [one] 1 account on Mastodon and its kin
   *[other] { $count } accounts on Mastodon and its kin
  }
announcement-counters-arrivals = { $count ->
    [one] 1 arrival
   *[other] { $count } arrivals
  }
announcement-counters-voices = { $count ->
    [one] 1 voice
   *[other] { $count } voices
  } for the campaign
announcement-counters-edges = { $count ->
    [one] 1 X follow brought along
   *[other] { $count } X follows brought along
  }
announcement-counters-matches = { $count ->
    [one] 1 X follow with both people here
   *[other] { $count } X follows with both people here
  }
announcement-counters-reunited = { $count ->
    [one] 1 person has somebody from X here
   *[other] { $count } people have somebody from X here
  }
announcement-counters-reconnected = { $count ->
    [one] 1 X follow exists again here
   *[other] { $count } X follows exist again here
  }
announcement-counters-early = The campaign has only just begun: figures are published from { $smallest } on.
announcement-tag = { $tag }

## The chart and its alt text.

chart-title = { $campaign }: who is here already
chart-subtitle = People registered and accounts linked, day by day
chart-source = Source: the registry of { $campaign }, { $slot }
chart-people = people
chart-accounts-bluesky = Bluesky accounts
chart-accounts-mastodon = Mastodon accounts
chart-number = { $count }
chart-thousands = { $count }k
chart-millions = { $count }M
chart-alt = Chart. { $title }.
chart-alt-point = { $label }: { $last } ({ $until }).
chart-alt-curve = { $label }: from { $first } ({ $since }) to { $last } ({ $until }).

## For the admin, in private.

alert-stopped = { $campaign } bot: the network “{ $network }” refuses our login, so the bot has stopped there; the others go on. Please renew its password or token, run “quittex check”, then start the bot again.
alert-gap = { $campaign } bot: on “{ $network }” I may not have seen everything between { $since } and { $until } UTC. “quittex status” says how much; nothing needs redoing, except answering by hand where it matters.
alert-protected = { $campaign } bot: somebody claims a protected name (claim { $claim }). Nobody hears of it until you decide: “quittex claims show { $claim }”.
alert-budget = { $campaign } bot: on “{ $network }”, { $percent }% of the sending budget is used. Answers go on, a little slower; see “quittex status”.
alert-jump = { $campaign } bot: a counter made an implausible jump, so announcement { $post } waits for your word. “quittex outbox show { $post }”, then “retry” or “withdraw”.
alert-disk = { $campaign } bot: only { $megabytes } MB are left on the disk of the database. Please make room, or the bot will soon be unable to write anything down.

## What the bot asks by itself: one word answers.

consent-no = Noted: I won’t tell you about arrivals. If you change your mind, the words “tell me” are enough.
consent-question = Shall I tell you every Monday who has arrived? Answer “yes” or “no”.
consent-question-whole = { consent-question } Your X network can find you here (“hide me” prevents it), I name you in public only if you say “public”, and you count in the figures.
consent-chosen = Noted. The words { $choice ->
    [found-nobody] “make me visible”
    [counted-no] “count me”
    [counted-yes] “don’t count me”
   *[found-network] “hide me”
  } undo it.
consent-now = From now on: { $found ->
    [nobody] nobody can find you
    [followed] only people you followed on X can find you
   *[network] your X network can find you
  }, { $named ->
    [yes] I may name you in public
   *[no] I don’t name you in public
  }, { $told ->
    [weekly] I tell you on Mondays
    [daily] I tell you every morning
    [at-once] I tell you at once who arrives
   *[never] I don’t tell you of arrivals
  }, { $counted ->
    [no] you don’t count in the figures
   *[yes] you count in the figures
  }.

## Rights: an answer taken back, everything erased, everything shown

delete = Understood: I’m deleting that answer.
delete-none = I find no answer of mine to you that I could delete.
forget = Erased, { $when }: what you told me and what others brought about you, { $accounts ->
    [one] 1 account
   *[other] { $accounts } accounts
  }, { $lists ->
    [one] 1 X list
   *[other] { $lists } X lists
  }, { $posts ->
    [one] 1 answer of mine
   *[other] { $posts } answers of mine
  }. All that is left is a fingerprint that names nobody, so that no backup brings you back. Farewell!
forget-ask = Shall I erase everything I have about you, for good, and delete my answers to you? Tell me “yes”, or “forget me”.
forget-no = Fine, nothing changes.
export = What I keep about you:
export-x = { $known ->
    [yes] who you were on X
   *[no] no X number
  }
export-accounts = { $count ->
    [one] 1 account here
   *[other] { $count } accounts here
  }
export-lists = { $count ->
    [one] 1 X list
   *[other] { $count } X lists
  }, { $edges ->
    [one] 1 entry
   *[other] { $edges } entries
  }, in an unreadable form
export-posts = { $count ->
    [one] 1 answer of mine
   *[other] { $count } answers of mine
  }
export-inbox = { $count ->
    [one] 1 message from you
   *[other] { $count } messages from you
  }, for 30 days
export-foot = The whole file: ask { $operator }. “forget me” erases it all.
export-none = I keep nothing about you but your messages to me, for 30 days at most. “forget me” erases them at once.
export-public = That is for your eyes only: tell me “my data” in a private message.
export-elsewhere = That is for your eyes only, and I have no private messages here: please write to { $operator }.
help-delete = “delete”: takes my answer back
help-export = “my data”: what I keep about you
help-forget = “forget me”: erases everything

## Waiting

waiting-minutes = Many people are writing to me right now: your answer comes in about { $minutes } min.
waiting-hours = Many people are writing to me right now: your answer comes in about { $hours } hours.

## Servers

instance-stop = Understood: I won’t write to anybody on your server any more. To undo it: { $operator }.
instance-stop-operator = I can do that only when a server’s contact account asks, or somebody whose role it shows. Please write to { $operator }, who can do it.
