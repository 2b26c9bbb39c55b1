"""How people ask in Portuguese, in Portugal and in Brazil."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language, Request
from bot.domain.grammar.portuguese_certain import WHOLE
from bot.domain.grammar.portuguese_chatter import (
    CHAT,
    CLOSING,
    COMPLAINT,
    COURTESY,
    PADDING,
    SHORT_FORMS,
    TALK,
    TO_US,
    WORDS,
)
from bot.domain.grammar.portuguese_choices import CHOICES, NO, OFTEN, UNSURE, YES
from bot.domain.grammar.portuguese_claims import CLAIMS

_OWN: Final = (
    "([os|as] (meus|minhas|nossos|nossas) [antigos|antigas|velhos|velhas|queridos|ex] (amigos|amigas|contatos|contactos"
    "|seguidos|seguidas|seguidores|seguidoras|conhecidos|conhecidas|colegas|mutuals|mutuos|followers|follows|parceiros"
    "|camaradas|pessoas|contas|companheiros|amizades|listas|moots|manos|parcas|jornalistas|correspondencias|matches"
    "|favoritos|ligacoes|conexoes)"
    "|[a] minha [antiga|velha] (rede|gente|comunidade|bolha|turma|galera|lista|malta|tribo|tl|timeline|panela|patota)"
    "|[o] meu [antigo|velho] (grupo|circulo|pessoal|povo|bando)|(a|da) (galera|malta))"
)
_PEOPLE: Final = (
    "[todas|algumas] (as|essas|aquelas|outras|das) [_] (pessoas|contas|amigas)|[todos] (os|esses|aqueles|outros"
    "|dos) [_] "
    "(amigos|usuarios|contatos|contactos|perfis|utilizadores|que)|quem|todos|todas|todo mundo|toda a gente|alguem"
    "|pessoas|gente|pessoal|quais"
)
_FIND: Final = (
    "(procura~|procure~|procuro|busca~|busque~|encontra~|encontre~|encontro|acha|achar|ache|ache me|acha me|mostra~"
    "|mostre~|lista|listar|localiza~|localize~|reconecta~|reconecte~|reencontra~|recupera~|recupere~|ver|saber"
    "|descobrir"
    "|descobre|descubra|diz|diga|conecta~|conecte~|ligar|liga|rastreia)"
)
_HERE: Final = (
    "(aqui|ca|ai|por aqui|por ai|bluesky|mastodon|bsky|fediverso|chegou|chegaram|veio|vieram|ja esta|ja estao|mudou"
    "|mudaram|migrou|migraram|passou|passaram|nesta rede|por estas bandas|ceu azul|entrou|entraram|na area)"
)
_TELL: Final = (
    "(avisa|avise|me avisa|me avise|avisa me|avise me|avisar|me avisar|avisar me|avisem|me notifica|me notifique"
    "|notifica me|notifique me|notificar|me informa|me informe|informa me|informe me|me alerta|alerta me|me escreve"
    "|me escreva|escreve me|escreva me|manda me|me manda|me mande)"
)

CLAUSE: Final = {
    Request.FIND: (
        "[me|pode|podes|vai] (procura|procure|procurar|procuro|busca|busque|buscar|encontra|encontre|encontrar|acha"
        "|ache"
        "|achar|mostra|mostre|mostrar|localiza|localize|reconecta|reconecte|reconectar|reencontrar|reencontra|reconexao"
        f"|reencontro|pesquisa|pesquisar|recupera) [me|nos|los|ja] [tudo|{_PEOPLE}]",
        f"[e|de|cade|tem|ha] {_OWN} [do x|do twitter|no x|no twitter|de la]",
        "[e] (quem|quais) [mais|esta|ta|estao|e|sao|veio|chegou|tem] [ja|mais] [aqui|ca|ai|por aqui|por ai|la]",
        "(tem|ha|existe|esta|alguem) [ai|aqui|alguem|gente] [aqui|ai|conhecido|conhecida|por aqui|mais|por ai|que "
        "conheco"
        "|que eu conheco|que eu conheca|que conheca]", "alguem",
        "[me|da me|me da|de me|manda|mostra|mostre|quero|posso ver|ver|envia me|cade|me manda|me passa|me mostra|me "
        "mostre|mostra me] [a|minha|a "
        "minha"
        "|uma] (lista|resultado|resultados|correspondencias) [completa|de (amigos|contatos|contactos"
        "|correspondencias|seguidores)|inteira]",
        "os resultados", "[procurar|encontrar|buscar|achar|procura|busca] (contatos|contactos|amigos|gente"
        "|seguidores|conhecidos)",
        "[ha|tem|alguma|alguem] (novidade|novidades|algo novo|novo|nova)", "(minha vez|a minha vez|e a minha vez|vai la"
        "|bora|vamos|vamos la|comeca|comece|faz a tua magia|faca sua magica|manda ver|anda|eu|pode comecar)",
        "nao (encontro|acho|vejo) (ninguem|mais ninguem)", "(cade|onde (esta|estao|andam|anda|foi|foram)) [todo mundo"
        "|todos|toda a gente|todas|o pessoal|a galera|a malta]", "(diga|diz|diga me|me diga|me diz|diz me) quem",
    ),
    Request.HELP: (
        "(ajuda|ajude|ajuda me|ajude me|me ajuda|me ajude|ajudem me|ajudar|socorro|sos|instrucoes|manual|comandos|menu"
        "|opcoes|guia|faq|documentacao|suporte|informacao|informacoes|info|tutorial|contato|contacto|explicacao"
        "|ajudinha)",
        "[preciso de|preciso|quero|da me|uma|um pouco de|mais|peco|alguma|me da uma] (ajuda|ajudinha|informacoes|info"
        "|instrucoes)", "e agora [o que] [faco|fazer]", "[me] (da|de|daria|das) [me] uma (mao|maozinha|forca|ajuda)",
        "[o|um|uma|os|as] (guia|ajuda|comandos|instrucoes)", "[mas] [o] que (e|raio e) (isto|isso|quittex|este bot)",
        "(o que|que|como|o que e|como assim)", "como [e que] [isto|isso|voce|tu] (funciona|funcionas|se usa|se faz"
        "|uso|usa|usar) *", "(explica|explique|explica me|me explica|me explique|explique me|explica isso)",
        "(estou|to|tou) (perdido|perdida)", "sou (novo|nova|novato)", "nao (entendi|entendo|percebi|percebo|compreendo"
        "|saquei) [nada|bem|como *|o que *|que *|isso|isto|muito|direito|patavina]",
        "nao sei (como|o que|que|nada|usar~) *",
        "nao (funciona|da|esta funcionando|ta funcionando|esta a funcionar) *",
        "quem (es|e) [tu|voce|vc]", "(voce e|vc e|es|tu es|e) [mesmo] [um|uma] (bot|robo|robot|humano|humana|pessoa"
        "|real"
        "|ia|maquina) *", "(voce e|es|tu es|vc e|es tu|voce) [mesmo] [um|uma|ou uma pessoa|ou gente|ou humano|ou um "
        "humano]", "quem [te] (administra|gere|gerencia|fez|criou|mantem|controla|opera|programou|paga|financia"
        "|cuida) *", "[isso|isto] e (seguro|confiavel|oficial|de confianca|real|golpe|um golpe|uma fraude|serio)",
        "[me] (podes|pode|poderia) [me] (explicar|ajudar|explicar me|ajudar me)", "(apresenta te|apresente se|se "
        "apresenta)", "mais (informacoes|informacao|detalhes)",
        "(para|pra) que (serve|serves|voce serve) [isto|isso]", "(conta me|me conta|me conte|conte me) mais",
    ),
    Request.COUNT: (
        "[e] (quantos|quantas|quanta gente|quantas pessoas) [ja] [somos|sao|ha|tem|estamos|estao|existem|pessoas|contas"
        "|usuarios|utilizadores|vao|vamos|inscritos] [ja|ao todo|no total|agora|aqui|ate agora|inscritos|registrados]",
        "[os|as|me da os|da me os|me mostra os|mostra me os|diga os|quais sao os|quero os|quero as|me de os] [ultimos"
        "|ultimas|teus|seus] (numeros|estatisticas|contadores|contador|stats|totais|contagem|dados da campanha|placar)",
        "[o|a] (total|balanco|contagem)", "[ja] somos (muitos|muitas|poucos|quantos) [ja]",
        "(quantos|quantas|quanta gente|quantas pessoas|quantos usuarios) [ja] [se] (deixaram|sairam|foram|saiu"
        "|deixou|abandonaram|largaram|migraram|mudaram|aderiram|inscreveram|entrou|entraram|chegou|chegaram|aderiu) "
        "* *",
        "(como|em que pe) (vai|anda|esta) [a] campanha", "como (vai|anda) isso",
    ),
    Request.RESUME: (
        "(volta|volte|voltar|voltem|retoma|retome|retomar|recomeca|recomece|recomecar|reativa|reative|reativar"
        "|continua|regressa|regresse|resume|acorda) [a (escrever|falar|me escrever|escrever me|falar comigo|me "
        "responder"
        "|mandar mensagens)|com as mensagens|por favor|as mensagens|comigo]",
        "(pode|podes|ja podes|ja pode|podem|quero que|poderia) (voltar|retomar|recomecar|continuar|falar|escrever|me "
        "escrever|escrever me|falar comigo|voltes|volte|regressar|me responder|mandar) [a (escrever|falar|me escrever"
        "|escrever me|falar comigo|me mandar mensagens|mandar mensagens|mandar me mensagens|me responder|responder me"
        "|responder)|de novo|outra vez|mensagens|comigo]",
        "(fala|fale|escreve|escreva|me escreve|me escreva|escreve me|escreva me) [comigo|para mim] [de novo|outra vez"
        "|novamente]", "(volta|volte|voltem|recomeca|recomece) a (mandar|enviar|avisar|escrever|falar|me mandar|me "
        "avisar|me escrever|me responder|responder) *", "[ja] nao quero [mais] [o] silencio",
        "mudei de (ideia|ideias|opiniao)", "(tenho|estou com) saudades [tuas|suas|de ti]",
        "(me inscreva de novo|inscreve me de novo|quero voltar a receber mensagens|fim do silencio|me reinscreva)",
    ),
    Request.WHY: (
        "(me diz|diz me|me diga|diga me|me fala) (por que|porque)", "[e|mas] (por que|porque|por que e que) [ele|ela"
        "|eles|elas|isso|isto|esse|essa|este|esta|essa pessoa|esta "
        "pessoa"
        "|essa conta|esta conta|essa correspondencia|razao|nao|motivo]", "[e] como [e que] [voce|tu] (sabe|sabes|sabe "
        "disso|sabes disso|sabe isso|descobriu|descobriste|soube)", "(de onde|donde) (tirou|tiraste|veio|vem) (isso"
        "|isto)",
        "(quem disse|quem te disse|com base em que|em que se baseia|baseado em que|segundo quem)", "(qual e a|qual a) "
        "[tua|sua] fonte", "fonte",
    ),
    Request.PRIVATE: (
        "[em|no|por|modo|melhor em|melhor no|passa para|via|prefiro em|prefiro no|prefiro por|quero em|faz em] "
        "(privado|dm|mp|pv|inbox|mensagem privada|mensagens "
        "privadas|mensagem direta|segredo|sigilo|particular) [melhor|e melhor|se possivel|sempre]",
        "(mensagem|mensagens|resposta|respostas) (privada"
        "|privadas)", "(discretamente|privadamente|em off)", "nao em publico", "[por|nas|via|em] dms", "nao quero que "
        "(digam|diga|digas|mencione|menciones"
        "|cite|me nomeie|me nomeies) [o] [meu nome] [em publico]", "nao (me nomeie|me nomeies|diga meu nome|diga o "
        "meu nome"
        "|digas o meu nome|cite meu nome|me cite|mencione meu nome|publique [o] meu nome|publiques o meu nome|use "
        "[o] meu nome|mostre [o] meu nome) [em publico|mais]",
    ),
    Request.PUBLIC: (
        "(pode|podes) (usar|dizer|mostrar) [o] meu nome [em publico]",
        "[em|modo|melhor em|no|prefiro em] publico [esta bem|ta bom|melhor|pode ser]", "publicamente",
        "(resposta|respostas) (publica|publicas)",
        "(pode|podes) (me nomear|nomear me|dizer meu nome|dizer o meu nome|me citar) [em publico]", "(nomeia me|me "
        "nomeie|nomeie me) [em publico]",
    ),
    Request.TELL_ME: (
        "(toda|todas as|cada) (segunda|segunda feira|segundas|segundas feiras|manha|manhas)",
        "(avisa|avise|avisa me|avise me|me avisa|me avise|avisem me|me avisem|avisar me|me avisar|avisos|notifica me"
        "|notifique me|me notifica|me notifique|notificacoes|informa me|me informe|me mantem informado|me mantenha "
        "informado|me mantenha informada|mantem me informado|mantenha me informado|mantenha me informada|mantem me "
        "informada|me mantem informada|mantem me a par|mantenha me a par|me deixa informado|me atualiza|me mantem "
        "atualizado|mantem me atualizado|avisar)",
        "(quero|queria|gostaria de|sim quero) (ser avisado|ser avisada|ser notificado|ser notificada|ser informado"
        "|que me "
        "avise|que me avises|receber avisos|receber notificacoes|avisos|receber novidades|ser informada)",
        "[uma vez] (por|a|ao|cada|todas as|toda|todo|todos os) (semana|semanas|dia|dias)", "(semanal|semanalmente"
        "|diariamente|resumo semanal|resumo diario|aviso semanal)", "(semanal|semanalmente|uma vez por semana|toda "
        "semana"
        "|todas as semanas) (esta bom|esta bem|ta bom|chega|basta|e suficiente|esta otimo|pode ser)",
        "me (avisas|avisa|avisarias)", "[quero|me manda|manda me|prefiro] [os|uns|receber] (avisos|resumos"
        "|notificacoes) (semanais|diarios|diarias|toda semana|todo dia|na hora)",
        "(ativa|ative|ligar|liga) (os avisos|as notificacoes)",
        "(lembra me|me lembre|me lembra)",
    ),
    Request.PROVE: (
        "[a|uma|quero uma] (prova|verificacao|comprovacao)", "(provar|prova lo|verificar|verifica|verifique|verifica me"
        "|verifique me|me verifica|me verifique|comprovar|comprova|autenticar|certificar|confirmar|confirma|comprove)",
        "(que|qual) codigo", "como [e que] me (verifico|autentico|identifico|valido)",
        "[me das|me da|me envia|me envie|me manda|me mande"
        "|manda me|mande me|envia me|envie me|quero|preciso de|preciso] [o|um|meu|o meu] codigo [de verificacao]",
        "[quero|como|posso|preciso|como posso] (provar|verificar|confirmar|comprovar|me verificar) [isso]",
        "[me] (envia|envie|manda|mande|envia me|manda me|envie me) [o|um|meu|o meu] codigo",
        "[o|meu|o meu|um|qual e o meu|qual o meu|qual e o|me da o|da me o|me de o|de me o|me manda o|quero o|quero meu"
        "|envia me o|preciso do|me passa o|me da um|cade o] codigo [de verificacao]",
        "(verifica|verifique|confirma|confirme|valida|valide|verificar|confirmar|autentica) [a|o|que] (minha conta"
        "|minha "
        "identidade|sou eu|meu perfil|quem sou)",
    ),
    Request.EXPORT: (
        "(que|quais) dados (voce|vc|tu) (tem|tens|guarda|guardas)",
        "[todos] [os|as] (meus dados|minhas informacoes|minhas configuracoes|minhas definicoes|minhas preferencias"
        "|meus "
        "ajustes|minhas opcoes) [pessoais]", "(exporta|exporte|exportar|export|exportacao|baixar|baixa|descarregar|me "
        "exporta) [tudo|[os] meus dados]", "(quero|queria|preciso|peco|gostaria) [de] [ver|todos] [os] meus dados",
        "(rgpd|gdpr|lgpd|direito de acesso)",
        "(ver|mostra|mostre|me mostra|mostra me|quais sao|me envie|envia me|me manda|manda me|quero ver|me de|da me"
        "|envie "
        "me|me mande) [os|as] (meus dados|minhas configuracoes|minhas definicoes|minhas preferencias|meus ajustes)",
        "[eu] (estou|apareco|consto) [eu] (nos|no|na|em) [teus|seus|teu|seu|tua|sua] (arquivos|arquivo|base de dados"
        "|banco de dados|ficheiros|dados|registos|registros)",
    ),
}  # fmt: skip

_MANY: Final = "(#|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|quinze|vinte|trinta|quarenta|cinquenta|cem|mil)"
_GO: Final = (
    "(saio|vou|vou me embora|vou embora|sairei|deixo|deixarei|largo|abandono|migro|mudo|vou sair|vou deixar|mudo me)"
)

INSIDE: Final = {
    Request.PLEDGE: (
        f"(prometo|juro|comprometo me a) [que] (sair|deixar|largar|abandonar|ir embora|saio|deixo) * se * {_MANY}",
        f"[eu] {_GO} [do|o|de] [x|twitter|tambem] [tambem|eu tambem] se * {_MANY}",
        f"^ se (sairem|deixarem|forem|mudarem|vierem|migrarem|fizerem|largarem|abandonarem) [o|do] [x|twitter] "
        f"[outras|outros|pelo menos|mais de|mais] {_MANY} [_] [_] [_] [_] $", f"se * {_MANY} [_] [_] [_] [_] [_] "
        f"(sairem|sairem do|deixarem|forem|mudarem|vierem|migrarem|fizerem|largarem"
        "|abandonarem|saem|deixam|vao) * (eu|saio|vou|deixo|sairei|tambem)",
    ),
    Request.EXPORT: (
        "(da|da me|me da|me de|envia me|me envia|me envie|envie me|manda me|me manda|me mande|exporta|exporte|exportar"
        "|descarregar|baixar|ver|consultar|receber|mostra me|me mostra|mostre|aceder|acesso|acessar|obter|ter|solicito"
        "|pedir) [uma copia|a|aos|de|todos] [os|dos|as] (meus dados|minhas informacoes|minhas configuracoes|minhas "
        "definicoes|minhas preferencias)", "copia dos meus dados",
        "[o] (que|quanto) [dados|informacoes|coisas|e que] [voce|tu|vc] (sabe|sabes|tem|tens|guarda|guardas|armazena"
        "|conserva|guardou|guardaste) [guardado|guardados|armazenado] (de|sobre|a respeito de|a meu respeito) [mim]",
        "(que|quais) (dados|informacoes) (meus|minhas|pessoais) *", "(me da|da me|me de|de me|me manda|manda me"
        "|quero) [todas] [as] minhas informacoes", "(que|quais) (dados|informacoes) * (meus|minhas|sobre mim|de mim"
        "|a meu respeito)",
        "(quais|como) (sao|estao) [as] "
        "minhas (configuracoes|definicoes|preferencias|opcoes)",
        "[eu] (estou|apareco|consto|esta o meu nome|tem meu nome) * (nos|no|na|em) [teus|seus|teu|seu|tua|sua|vossos] "
        "(arquivos|arquivo|base|banco|ficheiros|dados|registos|registros|lista)", "(tem|tens) [_] (dados meus|dados "
        "sobre "
        "mim|meus dados)",
    ),
    Request.TELL_ME: (
        "(me diga|diga me|diz me|me diz|me fala|me fale|me conta) [_] [_] (quando|assim que|logo que|sempre que)",
        "(me diga|diga me|diz me|me diz) se (chegar|chegarem|vier|vierem|aparecer|chega|alguem chegar) ",
        f"{_TELL} [_] [_] (quando|se|assim que|logo que|sempre que|cada vez|das novidades|dos que|de quem|quem chegar"
        "|cada|toda|todas|todo|todos|semanalmente|diariamente|na hora|imediatamente|uma vez|ja)",
        "(avisa me|avise me|me avisa|me avise|me avisem|me notifique|me notifica|notifica me|notifique me|me mantem|me "
        "mantenha|mantem me|mantenha me)",
        "(pode|podes|quero|queria|gostaria|poderia) [que|de|receber|me|ser] [me|ser] (avisar|avise|avises|notificar"
        "|notifique|avisado|avisada|notificado|notificada|informar|informado|avisos|notificacoes|avisar me)",
        "(quero|queria|gostaria de) [receber|ter] [um|uma|o] (aviso|resumo|alerta|notificacao)",
        "(uma vez por|toda|todas as|uma vez) (semana|semanas) (chega|basta|ta bom|esta bom|esta bem|e suficiente)",
        "que me (avisasse|avisasses|avisassem|notificasse)",
    ),
    Request.PRIVATE: (
        "(respond~|fal~|escrev~|mand~|envi~|dig~|diz~|prefir~|prefer~|continu~|convers~) * (em privado|no privado"
        "|por privado|por dm|na dm|no pv|em mensagem privada|por mensagem privada|no inbox)",
        "(responde|responda|responder|responde me|responda me|me responde|me responda|fala|fale|falar|falemos|escreve"
        "|escreva|escrever|manda|mandas|mande|mandar|envias|respondes|escreves|envia|envie|diz|diga|continua"
        "|continuamos|respostas|passa|me chama"
        "|chama me"
        "|me fala|responder me|me responder|conversar|me manda|me mande) * (em privado|no privado|por privado|em dm"
        "|por "
        "dm|na dm|nas dms|no pv|por mp|em mensagem privada|por mensagem privada|por mensagem direta|no inbox|em "
        "particular|no particular|pelo privado|via dm|por pv)", "nao (me nomeie|diga [o] meu nome|cite [o] meu nome"
        "|mencione [o] meu nome|digas o meu nome)",
    ),
    Request.PUBLIC: (
        "(responde|responda|responder|responda me|responde me|me responda|me responde|fala|fale|escreve|escreva|diz"
        "|diga"
        "|respostas|me nomear|nomear me) * (em publico|publicamente|no publico|as claras)",
    ),
    Request.WHY: (
        "(por que|porque) [e que] (me|o|a|voce|tu|ele|ela|esse|essa|este|esta|aparece|diz|dizes|esta|estas|vc|ta"
        "|estou) * "
        "(mostra~|suger~|recomend~|diz|dizes|aparec~|correspondenc~|pessoa|conta|resultado|disse~|propo~|indic~|vendo)",
        "(por que|porque) (aparece|apareco|diz|dizes|me mostra|me mostras|me sugere|sugeres|mostras|mostra)",
        "como [e que] [voce|tu|vc] (sabe|sabes|descobriu|descobriste|achou|encontrou) * (que|quem|isso|ele|ela|sou)",
    ),
    Request.PROVE: (
        "(como|quero|posso|para|preciso|onde|devo|queria|gostaria) [_] [_] [_] (provar|provo|comprovar|comprovo"
        "|verificar"
        "|verifico|confirmar|confirmo|autenticar|demonstrar|mostrar) [de] (que|minha|a|essa|esta|meu|quem) [a|essa"
        "|esta|o] (sou|conta"
        "|minha|era|identidade|e|essa|esta|perfil|eu)", "(provar|verificar|comprovar|confirmar) (que sou|que era|a "
        "minha"
        "|minha conta|minha identidade|quem sou|o meu)", "(qual e|onde esta|onde ponho|onde coloco|onde publico"
        "|qual) [o] "
        "[meu] codigo", "(ja publiquei|publiquei|postei|ja postei|ja pus|coloquei) [o] [meu|teu|seu] codigo",
    ),
    Request.FIND: (
        f"(procur~|encontr~|busc~|ach~|localiz~|rastre~|reconect~|reencontr~|recuper~|verific~|mostr~|mostre~|vej~"
        f"|pesquis~) * ({_OWN}|amigos|amigas|contatos|contactos|seguidores|seguidos|conhecidos|mutuals)",
        f"(me da|da me|me de|de me) {_OWN}", "(alguem|algum|alguma) (dos|das|de|que) [que] [eu] (seguia|conheco"
        "|conheca|segui|me seguia)", f"{_FIND} [me|por favor|ja|tambem|se|ai|pra mim|para mim|por|de] [com] ({_OWN}"
        f"|{_PEOPLE})",
        f"(encontrar|procurar|buscar|achar|ver|saber|localizar|reencontrar|reconectar|reconectar me|me reconectar"
        f"|recuperar|mostrar|rever|descobrir) * {_OWN}",
        "(quem|quais|a quem) [_] [_] (seguia|sigo|segui|conheco|conhecia|me segue)", "(procuro|estou procurando|to "
        "procurando|ando a procura|estou a procura|a procura|em busca|estou a procurar|a procurar) (a|os|as|o|de|da"
        "|do|dos|por|meu|meus|minha|minhas|amigos|gente|pessoas|contatos|contactos|seguidores|conhecidos|colegas"
        "|quem|alguem)", f"(que|quais|quantos|quantas) [dos|dos meus|das minhas] (amigos|amigas|contatos|contactos"
        f"|seguidores|conhecidos|pessoas) * {_HERE}", f"(diz|dizer|diga|saber|ver|sabe|sabes|veja|ve) [me] se [tem"
        f"|ha|esta] (alguem|gente|algum~) * {_HERE}",
        f"(quem|quais) * {_HERE}", "(quem|quais) (mais|de|dos meus|das|dos|das minhas|da minha|ja|e que|me seguia|me "
        "seguiam|me segue|daqueles|de entre)", f"(esta|estao|ta|tao|ha|tem|onde|cade|tenho|vieram|existem) * {_OWN}",
        f"{_OWN} * {_HERE}", f"{_OWN} [_] onde", "com quem [_] [_] (reconect~|conect~|religar)",
        "(os|as|a galera|a malta|o pessoal|a gente) do (x|twitter)", f"{_OWN} (do|no|de) (x|twitter|antes|la)",
        "(pessoas|gente|contas|aqueles|todos|quem|pessoal|amigos|os|as) [_] que [_] (seguia|segui|sigo|conheco|conhecia"
        "|seguiam|segue|seguem|conheca)", "(quantos|quantas) (dos meus|das minhas|dos que|das pessoas|da minha|amigos"
        "|seguidores|me seguiam|contatos|contactos)", "(quantos|quantas) * (eu seguia|seguia|conheco|me seguiam|meus)",
        "(tem|ha|existe|esta) [_] (alguem|gente|algum|alguma) * (conheco|conheca|conhecido|seguia|aqui|por aqui|ca|meus"
        "|minha|amigo|de la)", "alguem (que [eu] (conheco|conheca|seguia)|conhecido|dos meus|da minha|por aqui|por ca)",
        f"(que|quanta) gente * [_] [_] {_HERE}", "(chegou|chegaram|veio|vieram|entrou) [mais] (alguem|gente|algum"
        "|alguns)",
        "(alguem|gente) nov~",
        "nao (encontro|acho|vejo|consigo encontrar|consigo achar) (ninguem|os|as|meus|minha|mais)", "quem (posso|devo"
        "|deveria) seguir", "(onde|cade) (esta|estao|andam|anda|todo|todos|toda|o|a|os|as|meu|meus|minha|foi|foram)",
        "(novas|novos|mais) (correspondencias|chegadas|contatos|contactos)", "ajuda [me] a (encontrar|procurar|achar"
        "|reencontrar|reconectar|localizar|recuperar)", "(me ajuda|me ajude|ajude me) [a] (encontrar|achar|procurar"
        "|reencontrar|buscar|reconectar|recuperar)", "(quero|queria|gostaria de|preciso) (encontrar|reencontrar"
        "|reconectar|achar|procurar|rever|buscar) _",
    ),
    Request.COUNT: (
        "(quantos|quantas|quanta gente|quantas pessoas) [_] [_] (somos|sao|ha|tem|estamos|estao|ja|se|sairam|saiu"
        "|pessoas|usuarios|utilizadores|inscrit~|registrad~|registad~|contas|participantes|migr~|deixaram|existem"
        "|vieram)",
        "(numero|quantidade|total) de (pessoas|usuarios|utilizadores|inscritos|contas|participantes|registrados"
        "|chegadas)",
        "(me da|da me|diga|diz me|me diz|mostra|ver|quais sao|me mostra|mostra me|que|me de) [_] [_] (numeros"
        "|estatisticas|contadores|totais|contagem)", "como (vai|anda|esta) a campanha",
        "(em|a) quantos (vamos|estamos|chegaram|chegamos) *", "(em|a) (quantos|quantas) $",
        "como (esta|estao|vao|vai|andam) (os|as|a|o) (numeros|contagem|estatisticas|contas|placar)",
    ),
    Request.HELP: (
        "(me ajuda|me ajude|ajuda me|ajude me|ajudem me|me ajudar|ajudar me|nos ajuda|ajudas me|ajudar)",
        "(preciso|quero"
        "|alguma|um pouco|da|peco|tem) [de|uma] ajuda", "como [e que] [isto|isso|voce|tu|este|esse|o] [bot] (funciona~"
        "|trabalha)", "como [e que] [eu] (se|faco|posso|devo|me|trago|importo|envio|mando|subo|uso|comeco|participo"
        "|saio|deixo|baixo|descarrego|ligo"
        "|conecto|registo|registro|cadastro|crio|acho|encontro|entro|apago|excluo|vinculo|associo|fecho|fazer|usar"
        "|entrar"
        "|baixar|sair|criar)", "nao (sei|entendo|entendi|percebo|percebi|compreendo) [_] (como|o que|que|nada|bem|isto"
        "|isso|o|muito|direito)", "(o que|que|oq) (e isto|e isso|e o quittex|e quittex|faz|fazes|voce faz|tu fazes"
        "|vc faz"
        "|podes|pode|voce pode|sabes fazer|sabe fazer|devo|posso|tenho de|tenho que|preciso|e o mastodon|e o bluesky"
        "|e mastodon|e o fediverso|eu faco|faco|e suposto|sao|voce e|consegue|consegues|voce consegue|e que)",
        "quem (es|e voce|e vc|e tu|te fez|te criou|criou|fez|gere|gerencia|mantem|esta por tras|ta por tras|controla"
        "|opera"
        "|programou|administra|paga|desenvolveu|esta atras|manda)",
        "(voce e|vc e|es|tu es|isto e|isso e|e) [mesmo|realmente] (um|uma) (bot|robo|robot|humano|humana|pessoa|maquina"
        "|ia|golpe|fraude|burla)", "(isto|isso|voce) e (seguro|confiavel|oficial|de confianca|real|serio|golpe)",
        "(para|pra) que (serve|serves|voce serve)", "serve (para|pra) (que|o que) ",
        "(me da|da me|me de|de me) [as|umas] instrucoes", "o que es", "do que se trata",
        "(explica~|explique~|conta me|me conta"
        "|fala "
        "me|me "
        "fala|me ensina|diz me|me explica|me explique|fale) [_] [_] (como|mais|o que|isto|isso|funciona~|ti|voce"
        "|quittex"
        "|fazer|que)", "tenho (uma|um|umas) (duvida|duvidas|pergunta|problema|questao)",
        "(quero|queria|gostaria de) (me registrar|me inscrever|inscrever me|registar me|participar|entrar|comecar|me "
        "cadastrar|cadastrar)", "nao (funciona|esta funcionando|ta funcionando|consigo usar|esta a funcionar)",
        "(estou|to|tou) (perdid~|confus~)", "[o|um|teu|seu|algum] guia", "(quais|que) (sao|comandos|palavras"
        "|opcoes) [os|as"
        "|ha|tem] [comandos|opcoes|palavras]", "sou nov~ * (aqui|nisto|nisso|por aqui)", "saber mais", "uma mao",
    ),
}  # fmt: skip

PORTUGUESE: Final = Language(
    code="pt",
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
    refusals=("(nao|nah|spam|nunca)",),
    denials=("(nao|nunca|jamais|pare|para|parar|deixa|deixe|chega|basta|nem|sem)",),
    closing=CLOSING,
    may_ask=(
        "^ (pode|podes|poderia|podia|podem|voce pode|voce poderia|consegue|consegues|me faz|importa|da|tem como|me "
        "deixa|me deixas|deixas me) _",
    ),
    to_us=TO_US,
    hints={
        Request.FIND: ("procura", "procurar", "encontra", "encontrar", "procure", "encontre"),
        Request.HELP: ("ajuda", "ajude"),
    },
    joining=frozenset({"depois"}),
    short_forms=SHORT_FORMS,
    claims=CLAIMS,
)
