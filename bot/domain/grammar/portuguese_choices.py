"""What people decide about themselves in Portuguese: how often to be told, to be found or counted or not, yes and "
"no."""

from __future__ import annotations

from typing import Final

from bot.domain.consent import Told

OFTEN: Final = {
    Told.NEVER: (
        "[ja] nao (me (avise|avises|avisa|notifique|notifiques|notifica|informe)|quero que me (avise|avises|avisem"
        "|notifique)) [mais|nunca mais]", "(para|pare|parar|deixa|deixe|chega) de (me mandar|mandar me|me enviar"
        "|enviar me|mandar) avisos", "(para|pare|parar|deixa|deixe|chega) de (me avisar|avisar me|me notificar"
        "|notificar me|avisar|avisos)", "nao quero [mais] [receber|ser] [mais] (avisos|avisado|avisada|alertas"
        "|resumos) "
        "[mais]", "(desativa|desative|desliga|desligue|cancela|cancele) (os avisos|os alertas|meus avisos|os meus "
        "avisos)",
        "sem mais (avisos|alertas)", "chega de avisos",
    ),
    Told.WEEKLY: ("(semana|semanas|semanal|semanalmente|semanais|segunda|segundas|segunda feira)",),
    Told.DAILY: (
        "(cada|todo|todos os|por|ao|toda|todas as) (dia|dias|manha|manhas)", "(diario|diaria|diariamente|diarios)",
    ),
    Told.AT_ONCE: (
        "(na hora|imediatamente|de imediato|no ato|logo|em tempo real|sem esperar|ja ja|no momento|instantaneamente)",
        "(assim que|logo que|sempre que|cada vez) ", "(cada|toda|todas as) (hora|horas|chegada|vez)",
    ),
}  # fmt: skip

CHOICES: Final = {
    ("found", "nobody"): (
        "(esconda me|me esconda|esconde me|me esconde|oculta me|oculte me|me oculte|me oculta|me deixa invisivel)",
        "(quero|pode|podes|queria) (me esconder|esconder me|ser invisivel|ficar invisivel|me ocultar|ocultar me|ficar "
        "oculto|ficar oculta)", "(esconde me|esconda me|me esconda|me esconde) de (todos|todo mundo|toda a gente)",
        "nao (me mostre|me mostres|me mostra) [mais|a ninguem|para ninguem|a todos]",
        "que ninguem me (encontre|veja|ache)",
        "nao quero (que me encontrem|ser encontrado|ser encontrada|que ninguem me encontre|aparecer|que me achem"
        "|ser visto"
        "|ser vista|aparecer nas buscas|aparecer nas pesquisas)",
    ),
    ("found", "followed"): (
        "(mostra me|mostre me|me mostra|me mostre) (so|somente|apenas) (a|para|as|aos) (quem|pessoas que|que) [eu] "
        "(seguia|segui|sigo)",
        "(so|somente|apenas) (quem|as pessoas que|aqueles que) [eu] (seguia|segui) [_] (me encontrar|encontrar me"
        "|me ver"
        "|me encontre|me encontra)",
    ),
    ("found", "network"): (
        "[quero] que me (encontrem|vejam|procurem|achem|possam encontrar)", "(volta a mostrar me|me mostre de novo"
        "|me deixa visivel|me mostra a minha rede|mostra me a minha rede|quero "
        "ser "
        "visivel|podem me encontrar|podem encontrar me|quero ser encontrado|quero ser encontrada|quero que me encontrem"
        "|nao me esconda mais|nao me escondas mais|mostra me a todos|me mostre a todos)",
    ),
    ("counted", "no"): (
        "nao (me (conte|contes|conta|contem|contabilize|inclua [nas estatisticas])|contar comigo nas estatisticas) "
        "[mais]",
        "nao quero (ser contado|ser contada|que me conte|que me contem|estar nas estatisticas|entrar nas estatisticas"
        "|aparecer nos numeros)", "(me tira|me tire|tira me|tire me|me exclua|retira me) (das estatisticas|da "
        "contagem|dos "
        "contadores|dos numeros)",
    ),
    ("counted", "yes"): (
        "(me conte|conta me|conte me|me conta|me inclua|inclui me|inclua me) (de novo|tambem|outra vez|nas estatisticas"
        "|na contagem|entre eles|nos numeros)", "(pode|podes) (me contar|contar me) [de novo|outra vez|tambem]",
        "quero ser (contado|contada|contabilizado)", "volta a contar me",
    ),
}  # fmt: skip

YES: Final = (
    "(sim|claro|esta bem|ta bom|tudo bem|pode ser|com certeza|aceito|concordo|confirmo|quero|sim quero|podes|pode|ok"
    "|isso"
    "|claro que sim|positivo|bora|uhum)",
)
NO: Final = (
    "(nao|nao quero|de jeito nenhum|de modo nenhum|melhor nao|prefiro nao|nao obrigado|nao obrigada|claro que nao"
    "|recuso"
    "|negativo|nem pensar)",
)

UNSURE: Final = (
    "(me remova|me remove|remova me|remove me|me apague|me apaga|apaga me|apague me|me exclua|me exclui|exclua me"
    "|elimina me|elimine me) (da|desta|dessa) [tua|sua|vossa] lista",
    "(pode|podes|poderia|podia|se pode|como|quero|queria|gostaria|da para|e possivel|posso|tem como) [_] [_] (me apagar"
    "|apagar me|me excluir|excluir me|me esquecer|esquecer me|me remover|remover me|eliminar me|me eliminar|apagar "
    "a minha "
    "conta|apagar minha conta|excluir minha conta|apagar meus dados|apagar os meus dados|excluir meus dados"
    "|eliminar os "
    "meus dados|eliminar a minha conta|apago meus dados|apago os meus dados|apago minha conta|apago a minha conta"
    "|excluo "
    "meus dados|excluo minha conta|apagar tudo|excluir tudo|eliminar tudo|me deletar|deletar minha conta|deletar meus "
    "dados|desaparecer|deleto minha conta|removo meus dados)",
    "(apaga|apague|exclui|exclua|elimina|elimine|esquece|esqueca|me apaga) (tudo|[o] meu nome|[o] meu usuario)",
    "(apagas|eliminas|apagam) os meus dados", "quero desaparecer", "^ (me apagas|me esquece|me apaga) $",
)  # fmt: skip
