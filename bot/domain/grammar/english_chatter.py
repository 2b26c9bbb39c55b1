"""What English posts hold besides requests: courtesy, complaints, talk and chat."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request, word_set

COURTESY: Final = (
    # greetings
    "hello [there|again]", "hi [there|again]", "hey [there|again]", "hiya", "howdy", "yo", "sup", "greetings", "gm",
    "good (morning|afternoon|evening|day|night)", "everyone", "everybody", "all", "folks", "how are you",
    "(have a|have) (nice|good|great) (day|one|evening|weekend)", "cheers", "bye", "best regards", "regards",
    # politeness
    "thank you [so|very] [much] [in advance|for your help]",
    "thanks [a lot|so much|in advance|for your help|a bunch|again]",
    "many thanks", "please", "kindly", "sorry [to bother you]", "excuse me", "pardon me",
    "if (possible|you can|you could|you please)",
    "would you mind", "when you can", "i beg you", "much appreciated",
    # us
    "(my|dear|little|nice|sweet|good|mister|mr|the|you) [little] (bot|robot|quittex|machine)", "quittex [bot]",
    "helloquittex",
    "quittexbot", "bot", "robot", "mate", "buddy", "dude", "sir", "pal", "bro",
    # insistence
    "well", "ok", "okay", "now", "right (now|away)", "immediately", "asap", "just", "oh", "ah", "yes", "yeah", "yep",
    "at once", "finally", "completely", "entirely", "for good", "totally", "come on", "i said", "i say", "ever again",
    "anymore", "any more", "forever", "um", "uh",
    "hmm",
)  # fmt: skip

PADDING: Final = (
    "so", "then", "really", "here", "today", "already", "too", "also", "quick question", "a question", "testing",
    "test", "lets see",
    "i am (testing|trying this)", "trying this out", "once more", "and", "but", "for me", "me too", "my turn",
    "quickly", "go on",
)  # fmt: skip

COMPLAINT: Final = (
    "no (thanks|thank you)", "enough [is enough|of this]",
    "(this|that|it) is (spam|annoying|harassment|creepy|too much|enough|not funny|intrusive)",
    "i have had enough", "i am (fed up|tired of this|not interested|sick of this|annoyed|done)", "not interested",
    "i am tired of (you|this)",
    "you are (annoying|spamming [me]|creepy|harassing me|bothering me|too much|disturbing me)",
    "i did not (ask|ask for this|sign up for this|ask you)",
    "(stupid|annoying|damn|dumb|bloody|goddamn|silly) [bot|robot|machine|thing]",
    "too many (messages|notifications|replies)", "i (hate|do not like) (this|it)",
    "i mean it", "i do not (want|need) (this|it|that)", "seriously", "thats enough", "that is enough",
    "you write too (much|often)", "(i am|i have|you are) (blocking|reporting|blocked|reported) [you|this]",
    "(blocked|reported|blocking you|reporting you)", "i (block|report) you",
)  # fmt: skip

TALK: Final = (
    # us, told of
    "(this|a|the|that|our|your|their|his|her|another|cool|great|nice) [_] (bot|bots|robot|tool|app|service|account "
    "that|website|site|project|thing|campaign)",
    "(bot|tool|app|service|site|account) (that|which|to|for|helps|finds|works|is|will|can|does|was|has|called)",
    "thanks to", "quotedwords", "(i|we) [just] used (it|this|that|the)",
    "it (helps|finds|found|works|worked|lets|can|will|helped|shows|tells|told|showed|does|gave)",
    "(helps|helped|lets|allows|enables|let) (you|people|us|them|everyone|users|folks|anyone)",
    # somebody else, or advice to somebody
    "(your|their|his|her|its) [old|own|former|x|twitter|lost] [x|twitter] (friends|contacts|follows|followers"
    "|mutuals|people|network|folks|community|archive|archives|account|accounts|data|ex|crowd)",
    "(you can|you could|you should|you may|you might|you just|you need to|you have to|just ask|just mention|just "
    "tag|just use|asks|asked|asking|using|if you|in case you|for those|for anyone|for everyone|to those|check out"
    "|everyone should|people can|people should|recommend~)", "^ (try|ask|use|go to|join|share|tag|mention) _",
    "^ come (here|join|over|and|see|to|on|with|back|say)",
    "(he|she|they|somebody|someone|people|everybody|nobody|friend|wife|husband|boss|@) [has|have|had] (said|says"
    "|say|asked|asks|ask|told|tells|wants|wanted|thinks|think|replied|wrote|claims|cares|knows|knew|needs|uses|used"
    "|is|was|has|follows|followed)",
    "(of|about|with|from|for|by|to|at|does|did|is|was|has|are|do|like|and|or|see|saw|follow|followed) @",
    # what was
    "(i|we|you|they|he|she|it|ive|who) [have|had|has|just|already|finally|even|never|also|really] [just|already"
    "|finally|even] (found|tried|asked|searched|looked|showed|reconnected|discovered|located|helped)",
    "(was|were|been|am|are) [_] (able|trying|hoping|happy|glad|excited|surprised|amazed) to (find|see|reconnect"
    "|search)",
    "(happy|glad|nice|great|good|cool|lovely|fun|amazing|hard|easy|easier|difficult|way|ways|fun) to (find|see"
    "|reconnect|show|search|help)",
    "(find|finds|finding|found) (it|this|that|these) (so|very|funny|hard|weird|strange|odd|interesting|hilarious"
    "|amusing|sad|annoying|great|really|a|useful|helpful|to)", "find (it|this|that) _", "can not help", "helpful",
    "(find|locate|look for|search for) (him|her) ", "help (yourself|yourselves|others|people|themselves|someone"
    "|somebody|each other|my|your|him|her)",
    "(who|why) (cares|knows|would|needs|wants|even|the hell|on earth)", "those who",
    "people who (still|stay|are|use|left|remain|leave|quit|support|have|say|think)",
    "(someone|somebody|anyone|anybody|everyone|friend|friends|man|woman|guy|person|one) who",
    # denials
    "(do|does|did|will|would|should|could|can|is|are|was|were|have|has|had|am|i am|it is) not [_]",
    "(never|without|nobody|no need|not|no one|instead of|no longer|no point|neither|nor|hardly) ",
)  # fmt: skip

CHAT: Final = (
    "(feels|feel|felt|so) (good|great|nice|bad|sad) to",
    "thank~", "cheers", "great", "nice [one|work|job]", "awesome", "amazing", "wonderful", "fantastic", "brilliant",
    "cool", "excellent", "perfect", "good (bot|job|work|one|to know|idea|stuff)", "well done", "congrat~",
    "love (it|this|you|that)", "i (love|like)", "lovely", "neat", "sweet", "bravo", "get lost", "buzz off",
    "piss off", "get out", "zip it", "hush",
    "lol~", "lmao", "lmfao", "rofl", "haha~", "hehe~", "ha ha", "xd", "omg", "wow", "yay", "woohoo", "hooray", "no",
    "nope", "nah", "welcome",
    "you are (welcome|great|amazing|awesome|the best|right|wrong|cute|funny|so|a [_] (hero|legend|star))",
    "no (problem|worries|way|idea|comment)", "same", "agreed", "true", "indeed", "exactly", "interesting",
    "fair enough",
    "(quit|quits|quitting|leave|leaves|leaving|left|abandon~|ditch~) (x|twitter|it|this|the|that|elon|musk)", "x",
    "twitter~", "tweet~", "elon", "musk~", "exodus", "xodus", "bluesky", "mastodon", "fediverse", "bsky",
    "(this|the|a|that|these|those|another|some|any) [_] (bot|bots|robot|tool|app|service|campaign|thing|project"
    "|initiative)", "bots", "robots", "chatbot~",
    "(stupid|dumb|idiot~|moron~|useless|worthless|garbage|trash|crap~|shit~|fuck~|bullshit|bitch~|asshole~|bastard~"
    "|scam~|spam~|suck~|pathetic|ridiculous|lame|loser~|hell|damn~|wtf|stfu|gtfo|die|ugly|hate|terrible|awful"
    "|horrible|worst|annoying|cunt|dick|retard~|creepy|screw|kys|rubbish|nonsense)",
    "(i|we) (left|quit|am leaving|am quitting|leave|found|just left|have left|deleted|am gone|made it|moved|joined"
    "|am here|just joined|am off|will leave|tried|miss|am [so] (happy|glad|done|out|free))",
    "(check|look at|try|see|watch|read|follow|share|rt|fyi|via|cc|recommend~|everyone|according|ask|use|using) [_] "
    "(this|it|out|the|him|her|them|that|my|our|these)", "fyi", "cc", "rt", "via",
    "quotedwords", "@", "cry~", "not me _", "me neither",
    "(do not|never|not|can not|could not|will not) (stop|forget|delete|silence|shut|leave|erase|remove)",
    "(said|says|told|asked) (that|to|me|him|her|us)", "see you", "later", "take care", "good luck",
    "stop (me|the|using|asking|worrying)",
    # said by somebody else, or supposed
    "who (said|says|wrote|told)", "forget me (not|nots|never)",
    "(my|your|his|her|our|their|the) _ [_] (said|says|say|yells|yelled|screams|screamed|shouts|shouted|wrote|writes"
    "|replied|answered|texted|whispered)",
    "(mum|mom|mummy|mommy|dad|daddy|grandma|grandpa|she|he|they|everybody|everyone|somebody|someone) [just|once"
    "|always] "
    "(said|says|say|yells|yelled|screams|screamed|shouts|shouted|wrote|writes|replied|answered|texted)",
    "(if|when|once|before|after) i [ever] (say|said|ask|asked|tell|told|write|wrote|type|typed|reply|replied|answer)",
    "(did|have|had|will|would|do) (you|they|x|twitter) [already|really|ever|just] (forget|forgot|forgotten) (me|us)",
    "(afraid|scared|worried|fear|fearing) [that] (you|x|twitter|they)",
)  # fmt: skip

WORDS: Final = word_set(
    "i you he she it we they the a an of for and to my your is are was were do does did have has not please "
    "thanks thank here what who how many find hello hi hey this that with from on in am be at can could would "
    "will there me no not so too "
)

SHORT_FORMS: Final = {
    "don t": "do not", "dont": "do not", "doesn t": "does not", "doesnt": "does not", "didn t": "did not",
    "didnt": "did not", "can t": "can not", "cant": "can not", "cannot": "can not", "won t": "will not",
    "wont": "will not", "isn t": "is not", "isnt": "is not", "aren t": "are not", "arent": "are not",
    "wasn t": "was not", "wasnt": "was not", "couldn t": "could not", "wouldn t": "would not",
    "shouldn t": "should not", "haven t": "have not", "hasn t": "has not", "i m": "i am", "im": "i am",
    "who s": "who is", "whos": "who is", "what s": "what is", "whats": "what is", "where s": "where is",
    "how s": "how is", "that s": "that is", "thats": "that is", "it s": "it is", "he s": "he is", "she s": "she is",
    "you re": "you are", "youre": "you are", "they re": "they are", "we re": "we are", "i ve": "i have",
    "ive": "i have", "you ve": "you have", "i d": "i would", "i ll": "i will", "you ll": "you will", "let s": "lets",
    "u": "you", "ur": "your", "r": "are", "ppl": "people", "pls": "please", "plz": "please", "plse": "please",
    "pliz": "please", "thx": "thanks", "thnx": "thanks", "thanx": "thanks", "tks": "thanks", "ty": "thanks",
    "tysm": "thanks", "gonna": "going to", "wanna": "want to", "gimme": "give me", "lemme": "let me",
}  # fmt: skip

CLOSING: Final = (
    "thank~", "cheers", "bye", "good night", "ok", "okay", "yes", "yep", "yeah", "(good|nice) (bot|robot)",
)  # fmt: skip
YES: Final = (
    "(yes|yep|yeah|yup|ya|yea|sure|ok|okay|okey|yess|aye|absolutely|definitely|certainly|agreed|alright|k|affirmative)",
    "of course", "sure thing", "[yes] please do", "yes (do|i do|i am|i agree|go ahead|you may|you can|it is|that is "
    "fine|i would|gladly|i want that)",
    "(i agree|go ahead|sounds good|that is (fine|ok|okay)|fine [by me|with me]|why not|with pleasure|gladly|i would "
    "(love|like) (to|that)|do it|all right|yes (i want to|to all))",
)  # fmt: skip
NO: Final = (
    "(no|nope|nah|never|noo|nay|negative)", "no (way|thanks|thank you|i do not|i would not|not now|need)",
    "(i would rather not|rather not|i do not want (to|that|it)|not (now|really|interested|at all)|i disagree"
    "|absolutely not|certainly not|of course not|definitely not|better not|please do not|do not)",
)  # fmt: skip
REFUSALS: Final = ("(no|nope|nah|spam)",)
ALONE: Final = ("not me",)
DENIALS: Final = ("(stop|quit|do not|don t|dont|never|no more|not)",)
MAY_ASK: Final = ("^ (can|could|will|would) _",)
TO_US: Final = word_set("you me your can could please")
HINTS: Final = {Request.FIND: ("find", "search"), Request.HELP: ("help",)}
JOINING: Final = word_set("and then")
