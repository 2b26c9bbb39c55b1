"""What Portuguese posts hold besides requests: courtesy, complaints, talk and chat."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import word_set

COURTESY: Final = (
    # greetings
    "(oi|ola|oie|oii|ei|opa|eae|e ai|alo|viva) [bot|a (todos|todas)|de novo|pessoal|gente|tudo bem|tudo bom|oi]",
    "(bom dia|boa tarde|boa noite|boas) [a (todos|todas)|pessoal|gente|bot]", "(tudo bem|tudo bom|como vai|como "
    "estas|como "
    "esta|como vai voce|beleza|blz|td bem|como vais)", "[um|uns] (abraco|abracos|beijo|beijos|cumprimentos|saudacoes)",
    "(ate logo|ate ja|ate breve|adeus|tchau|atenciosamente)", "bom (fim de semana|feriado)", "prazer", "salve",
    # politeness
    "(por favor|porfavor|pfv|pf|pff|por gentileza|faz favor|se faz favor|por obsequio|fazendo favor|sff|pfvr|porfa)",
    "[muito|muitissimo] (obrigado|obrigada|obg|brigado|brigada|obrigadao|agradecido|agradecida|grato|grata) [desde ja"
    "|pela ajuda|por tudo|bot|a ti|viu|a voce]", "valeu", "(desculpa|desculpe|desculpas|perdao|com licenca|perdoe) [o "
    "incomodo|pelo incomodo|incomodar|por incomodar|a pergunta]", "se (possivel|puder|puderes|for possivel|nao se "
    "importa"
    "|nao te importas|quiser|der)", "quando (puder|puderes|der)", "(desde ja|agradeco [desde ja])",
    "te (peco|agradeco)",
    "(peco te|peco|agradeceria)", "mil desculpas",
    # us
    "(meu|querido|caro|amigo|senhor|o|bom|seu) [querido|caro] (bot|robo|robot|quittex)", "quittex [bot]",
    "helloquittex",
    "quittexbot", "bot", "robo", "amigo", "meu amigo", "cara", "mano", "mestre", "chefe", "galera", "pessoal",
    "meu caro", "querido",
    # insistence
    "entao", "bem", "ok", "okay", "agora", "agora mesmo", "imediatamente", "rapido", "depressa", "de verdade",
    "a serio",
    "serio", "finalmente", "enfim", "ja disse", "eu disse", "te disse", "simplesmente", "ah", "oh", "eh", "ora", "pois",
    "de uma vez [por todas]", "a partir de agora", "ta bom",
)  # fmt: skip

PADDING: Final = (
    "ja", "aqui", "hoje", "tambem", "eu tambem", "mas", "agora", "uma pergunta", "uma duvida", "uma perguntinha",
    "duvida", "pergunta", "testando", "teste", "vamos ver", "um pouco", "por curiosidade", "so uma coisa", "olha",
    "olhe",
    "ainda", "so", "para mim", "pra mim", "entao", "afinal", "a proposito", "eu",
)  # fmt: skip

COMPLAINT: Final = (
    "nao (obrigado|obrigada|obg)", "(voce|tu|te|se) [se|te] (enganou|enganaste|engana|confundiu|confundiste)",
    "(enganou se|enganaste te)", "(chega|basta|ja chega|ja basta|agora chega)", "(isso|isto) e (spam|assedio|chato"
    "|irritante|demais|incomodo|invasivo|insuportavel)", "e (spam|chato|irritante|demais)", "(voce e|es|tu es|vc e) "
    "(chato|irritante|muito chato|um chato|insuportavel|inconveniente|um spam)", "(esta|estas|ta) (me incomodando|a "
    "incomodar|a chatear|me irritando|me enchendo|enchendo o saco)", "(estou|to|ja estou) (farto|farta|cansado|cansada"
    "|cheio|de saco cheio) [de ti|de voce|disso|disto|das tuas mensagens|das suas mensagens]", "que (chato|saco|chatice"
    "|seca)", "nao (me interessa|estou interessado|estou interessada|tenho interesse|to interessado) [nada|isso]",
    "[eu] nao (te pedi|pedi|pedi nada|te pedi nada|pedi isso|pedi isto) [nada|isso]",
    "(maldito|estupido|droga de|merda "
    "de|porcaria de) (bot|robo|robot)", "(demasiadas|muitas) (mensagens|notificacoes)",
    "nao (quero|preciso de) (isso|isto"
    "|nada|nada disso|nada disto)", "(vou te|te|vou|ja te) (bloquear|bloqueei|bloqueio|denunciar|denuncio|denunciei)",
    "(bloqueado|denunciado|bloqueada|bloqueei|denunciei)", "[que|seu] (chato|chata|chatice|pentelho|melga)",
    "falo serio", "estou falando serio", "ninguem merece",
)  # fmt: skip

TALK: Final = (
    # us, told of
    "(este|o|um|esse|ao|do|os|esses|nosso|outro|uns|desse|deste|aquele|bom) [_] (bot|bots|robo|robos|projeto|projecto"
    "|servico|site|aplicativo|app)", "(esta|uma|a|essa|esta|nossa|boa) [_] (ferramenta|app|aplicacao|iniciativa|pagina"
    "|coisa que|plataforma|conta que)", "(bot|robo|ferramenta|app|servico) (que|para|pra|e|pode|funciona|encontra"
    "|permite"
    "|ajuda|vai|faz|procura)", "gracas (ao|a|aos)", "quotedwords", "(serve|util|bom|boa|feito) (para|pra) (encontrar"
    "|procurar|ver|achar|quem)", "(te|lhe|nos|lhes|vos) (ajuda|permite|ajudam|ajudou|procura|encontra|mostra|diz) "
    "[a] _",
    # somebody else, or advice to somebody
    "((os|as|a) (teus|seus|vossos|tuas|suas|vossas|tua|sua|vossa)|(teus|seus|vossos)) [antigos] (amigos|amigas|contatos"
    "|contactos|seguidores|seguidos|gente|rede|comunidade|arquivo)", "(podem usar|voces podem|podeis|basta [_] (pedir"
    "|escrever|mencionar|marcar|usar)|e so (pedir|escrever|mencionar|marcar|usar)|recomendo|aconselho|experimentem|usem"
    "|perguntem|pergunte a|pergunta ao|se quiserem|se voce quer|se queres|se usar|se usam|para quem|pra quem|quem "
    "quiser"
    "|pode usar|pode pedir|inscrevam|juntem|venham|partilhem|compartilhem|vejam|sigam|fica a dica)",
    "^ (experimenta|experimente|usa|use|usem|menciona|mencione|pergunta|pergunte|convida|convide|partilha|compartilhe"
    "|compartilha|junta te|junte se|vem|venha|olhem|siga|segue|sigam|leiam|leia|baixem|facam) _",
    "(ele|ela|alguem|@|eles|elas|[a|o] (minha|meu) (mae|pai|amigo|amiga|chefe|marido|mulher|namorada|namorado|irmao"
    "|irma"
    "|filho)) [me|nos|lhe|te|se|nao|ja] (disse|diz|dizem|dizia|perguntou|pergunta|quer|pensa|acha|respondeu|escreveu"
    "|sabe"
    "|procura|contou|tem|segue|seguia|usa|pode|e|era|falou|precisa)",
    "(de|sobre|com|para|por|que|segue|seguia|e|a|segundo|como|onde|encontrar|procura|ver|do|da|ao|no|na|esquece"
    "|apaga) @",
    "@ (e|era|segue|seguia|diz|tem|sabe|vai|pode|esta|ta)",
    # what was
    "(tenho|tem|temos|tinha|teria|haver|ter|tiver) [ja|finalmente|tambem] (encontrado|reencontrado|procurado|visto"
    "|usado"
    "|perguntado|recuperado|descoberto)", "[ja|eu|finalmente] (encontrei|reencontrei|achei|recuperei|descobri|procurei"
    "|perguntei|consegui|testei|usei)", "(encontramos|achamos|encontraram|acharam)", "(gosto|adoro|adorei|gostei|amo"
    "|amei)"
    " (de|que|ver|encontrar|quando)", "(que|e) (bom|bonito|dificil|facil|estranho|triste|lindo|legal|otimo|giro"
    "|fixe) (ver"
    "|encontrar|que|procurar|reencontrar|saber|achar)", "(dificil|facil) (de|encontrar|achar)",
    "acho (que|isso|isto|tao"
    "|muito|lindo|otimo|uma|um|bem)",
    "ajuda (humanitaria|para|a|as|aos) (os|as|o|a|vitimas|todos|quem|gaza)", "ajuda humanitaria",
    "procura se", "precisa se",
    # denials
    "nao (quero|preciso|procuro|procures|estou|e|ha|tem|deveria|vou|penso|volto|deixes|deixo|deixem|creio|acho que|digo"
    "|importa|vejo a hora|parem|usem|va|esquecam|esqueca|eram|era|foi|tenho|ajuda|me ajuda|sinto|pretendo|para|pare)",
    "(nunca|jamais|sem|nem|em vez de|ao inves de|ninguem) ", "(parem|paremos|vamos parar|basta|chega) (de|com) _ _",
    "(quem|a quem) (sabe|quer|diabos|caralho|raio|porra|liga|se importa|diria|chora|mama|ri|disse|precisa|te perguntou"
    "|nunca|nao|tem|ve|vive|espera|avisa|cala|diz|com ferro)", "para de (sofrer|usar|ser|chorar|rir|graca|falar mal)",
)  # fmt: skip

CHAT: Final = (
    "obrigad~", "valeu~", "brigad~", "otimo", "optimo", "perfeito~", "fantastico", "maravilh~", "incrivel~",
    "excelente~",
    "legal", "fixe", "giro", "bacana", "massa", "show", "top", "maneiro", "genial", "parabens", "bravo", "aplausos",
    "boa",
    "(bom|belo|otimo) (bot|trabalho|robo|servico|fio)", "(adorei|amei|gostei|adoro|gosto|amo)~", "de nada", "disponha",
    "imagina", "kk~", "kkk~", "rs", "rsrs~", "haha~", "ahah~", "hehe~", "hihi~", "lol~", "xd~", "uau", "nossa",
    "caramba",
    "que (bom|lindo|legal|fixe|giro|pena|vergonha|nojo|triste|horror|maravilha|alegria|coisa|loucura|raiva|medo|saudade"
    "|engracado)", "igualmente", "exato", "exatamente", "verdade", "claro", "obvio", "isso ai", "concordo", "nao",
    "sim",
    "entendido", "recebido", "anotado", "tambem acho", "com certeza", "sei la", "tomara", "oxala",
    "(deixar|deixei|deixo|deixando|sair|sai|saio|saindo|abandon~|larg~|fugir|fechar|fechei|apagar|apaguei|apaga|excluir"
    "|exclui|parar|parei|adeus|tchau|cancelar|esquecer|usar|usando) [de|do|o] [_] [o] (x|twitter|tuiter|musk|elon|rede"
    "|redes|passarinho|facebook|instagram|app)", "x", "twitter~", "tuiter~", "tuite~", "tweet~", "elon", "musk~",
    "exodo~",
    "bluesky", "mastodon~", "fediverso", "(este|o|um|esse|os|do) (bot|bots|robo|projeto)", "bots", "robos", "chatbot~",
    "(burro~|idiota~|imbecil~|estupid~|merda~|porra~|caralho~|puta~|puto~|foda~|fodase|fds|vsf|tnc|vtnc|fdp|cu|otario~"
    "|babaca~|escroto~|lixo|inutil~|porcaria|droga|nojento~|palhac~|golpe~|fraude|odeio~|odio|horrivel|pessimo|ridicul~"
    "|vergonh~|fascista~|nazista~|nazi~|morre|cabrao|parvo~|estupido|bosta|arrombad~|trouxa)",
    "(me|te|nos) (vou|fui|mudei|mudamos)", "(vou me|fui me|vamos nos) embora", "(ja|finalmente|acabei de) (estou"
    "|cheguei"
    "|chegar|estamos|to|tou)", "(estou|to|tou) (feliz|content~|aqui|triste|fora|amando|adorando|chorando|rindo"
    "|morrendo)",
    "(te|vos|vcs) (sigo|leio|amo|adoro|odeio)", "(vejam|leiam|ler|via|rt|cc|atencao|noticia|artigo|fio|recomendo"
    "|partilho|compartilho|divulguem|segundo|olha isso)", "quotedwords", "@", "chor~", "chorando",
    "(disse|diz|dizem|dizia"
    "|perguntou) (que|se|a)", "ate (logo|ja|amanha|breve|nunca)", "boa sorte", "cuide se", "se cuida", "fui",
    "(nao|nunca|jamais) [me|te|o|a|lhe|nos|se|os|as|vos] (esquec~|par~|deix~|apag~|elimin~|exclu~|cal~|remov~|deletar"
    "|delete|deleta)", "esquecer~", "esquece (isso|isto|la)", "esqueca (isso|isto)",
    "deixa (pra la|para la|estar|quieto"
    "|isso)", "lembr~", "(para|pra) (mim|ti|voce|ele|ela|nos|sempre|nada|todos|isso|que|o|a|os|as|um|uma|quem|la|frente"
    "|variar)", "basta (de|com|que|ja)", "chega (de|com)", "guerra", "gaza", "palestina", "brasil", "portugal", "lula",
    "bolsonaro", "governo", "presidente", "politic~", "futebol", "gol", "viva", "forca", "nem eu", "eu nao", "tu nao",
    "sou eu", "nem (ideia|pensar|sonhando)",
)  # fmt: skip

WORDS: Final = word_set(
    "eu tu ele ela nos voces voce eles o os um uma uns umas meu minha meus minhas teu tua teus tuas seu sua seus "
    "suas que "
    "quem como onde quando quantos quantas por para pra com sem em do da dos das no na nos nas ao e mas sao esta estao "
    "estou sou eras era foi ha tem nao sim ja muito mais me te lhe se oi ola obrigado obrigada bom boa dia aqui "
    "isto isso "
    "este esse favor quero pode podes gostaria amigos gente alguem ninguem todos tudo tambem porque ate sobre ainda "
)

CLOSING: Final = (
    "obrigad~", "valeu", "esta bem", "ta bom", "tudo bem", "ate (logo|amanha|breve|ja)", "tchau", "adeus",
    "sim", "claro", "entendido", "perfeito", "(bom|belo|boa) (bot|robo)", "beleza", "um abraco", "abracos",
    "bom fim de "
    "semana", "blz",
)  # fmt: skip

TO_US: Final = word_set("tu te ti voce vc teu tua pode podes poderia es sabes sabe tens fazes me mim consegues")

SHORT_FORMS: Final = {
    "vc": "voce", "vcs": "voces", "tb": "tambem", "tbm": "tambem", "obg": "obrigado", "pfv": "por favor", "q": "que",
    "oq": "o que", "oque": "o que", "qm": "quem", "mto": "muito", "msm": "mesmo", "hj": "hoje", "cmg": "comigo",
    "ngm": "ninguem", "agr": "agora", "qnt": "quanto", "qnts": "quantos", "msgs": "mensagens", "notifs": "notificacoes",
    "td": "tudo", "naum": "nao", "eh": "e", "pra": "pra",
}  # fmt: skip
