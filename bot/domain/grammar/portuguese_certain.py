"""What people order in Portuguese in words that leave no doubt: stop, forget, delete, not me."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request

_WRITING: Final = (
    "(escrever|falar|responder|contactar|contatar|incomodar|notificar|mencionar|marcar|taguear|spammar|chatear|assediar"
    "|perturbar|importunar|encher [o saco]|aborrecer|citar|mandar|enviar|chamar|perseguir|atazanar|encher a paciencia"
    "|encher a caixa|contatando|mandar mensagem|mandar mensagens|enviar mensagens|enviar mensagem|comentar|seguir)"
)
_WRITING_ME: Final = "(me {0}|{0} me|{0} comigo|falar comigo)".replace("{0}", _WRITING)
_WRITE: Final = (
    "(escreva|escrevas|escreve|escrevam|responda|respondas|responde|respondam|contacte|contactes"
    "|contacta|contate|contata|incomode|incomodes|incomoda|notifique|notifiques|notifica|mencione|menciones|menciona"
    "|mencionem|marque|marques|marca|marquem|perturbe|perturbes|chateies|chateie|chateia|mande|mandes|manda|mandem"
    "|envie"
    "|envies|envia|enviem|chame|chames|chama|importune|cite|cites|comente|comentes|aborrecas|encha|taggeie|siga)"
)
_THINGS: Final = (
    "[mais|as|os|tuas|suas|as tuas|as suas|essas|esses|estas|outras|nenhuma|nenhum|qualquer|tantas|uma] (mensagens"
    "|mensagem|msg|msgs|notificacoes|notificacao|respostas|resposta|dms|dm|spam|mencoes|coisas|emails|nada)"
)
_MORE: Final = "[mais|nunca|nunca mais|nada|mais nada|jamais|de novo|outra vez|ja]"
_CAN: Final = (
    "[pode|podes|poderia|podias|podia|podem|consegue|quero que|queria que|gostaria que|peco que|peco te que|voce pode"
    "|da para|faca o favor de|faz o favor de|faz favor de|tem que|tens de|quer|podes por favor|vc pode|voce "
    "poderia]"
)
_MUST: Final = f"({_CAN[1:-1]})"
_MY_DATA: Final = (
    "([todos] [os] meus dados [pessoais]|[todos] os dados [pessoais] [todos] (sobre mim|que tem sobre mim|que tens "
    "sobre mim|que voce tem sobre mim|que tenha sobre mim|meus|a meu respeito|que tem de mim|que tens de mim)|os "
    "meus dados [todos] [sobre mim|que tem de mim|que tens sobre mim|que "
    "tem sobre mim|que tens de mim]|[todas|toda] [as|a] minhas informacoes [pessoais]|[toda] [a] minha informacao"
    "|[toda|todas] (a informacao|as informacoes) (sobre mim|que (tem|tens|voce tem|guarda) (sobre|de) mim)"
    "|tudo [o] que (sabe|sabes|saiba|saibas|tem|tens|tenha|tenhas|guarda|guardas|voce sabe|voce tem) (de|sobre|a "
    "respeito de) mim|tudo (sobre"
    "|de) "
    "mim|tudo [o] que e meu|[o] meu (perfil|registo|registro|cadastro|historico)|[a] minha (conta|inscricao|ficha))"
)
_FROM_HERE: Final = (
    "[(da|do|de|desta|dessa|deste) [tua|sua|vossa|teu|seu] (base de dados|banco de dados|base|sistema|registo"
    "|registro|cadastro|registros)|dos (teus|seus) (registos|registros|dados|arquivos)|completamente|por completo"
    "|para sempre|de vez|daqui|de uma vez]"
)
_ANSWER: Final = (
    "([a] (tua|sua|essa|esta|aquela|ultima) [ultima] (resposta|mensagem|publicacao|postagem)|[o] (teu|seu|esse|este"
    "|aquele|ultimo) [ultimo] (post|tweet|toot|comentario|recado)|[a] (resposta|mensagem)|[o] (post|comentario)|[o] "
    "que "
    "(escreveste|disseste|escreveu|disse|postou|publicou|voce escreveu|voce disse)|isso|isto) [anterior|de antes]"
)

WHOLE: Final = {
    Request.STOP: (
        "(stop|silencio|pare|parem|cala te|cale se|calem se|cala a boca|cale a boca|calado|cala boca|fica quieto|fique "
        "quieto|fica calado)",
        "(para|pare|parem|chega|acaba) (com isso|com isto|com as mensagens|com essas mensagens|com o spam|com as "
        "notificacoes|de vez|ja com isso)", f"(para|pare|parem) ja de {_WRITING_ME}", "pare ja",
        "(cala te|cale se|silencio|parem|cala a boca) (ja|agora|de "
        "vez)", f"[ja] [te] (disse|falei|pedi|peco|digo) (para|pra|que) nao me {_WRITING} {_MORE}",
        f"[faca o favor de|faz o favor de|te peco para|peco para] nao me {_WRITING} {_MORE} [{_THINGS}]",
        "(me tira|me tire|tira me|tire me|me remova) (das|dessas) [tuas|suas|minhas] (notificacoes|mencoes)",
        "para ja com (isso|isto)",
        f"{_CAN} (para|pare|pares|parar|parem|deixa|deixe|deixar|deixes|cesse|chega) [ja] de {_WRITING_ME} {_MORE} "
        f"[{_THINGS}] {_MORE}",
        f"{_CAN} (para|pare|pares|parar|deixa|deixe|deixar) de (escrever|responder|incomodar|chatear|spammar|encher"
        "|importunar|mandar mensagens|mandar mensagem|enviar mensagens)",
        f"{_CAN} (para|pare|pares|parar|deixa|deixe|deixar) de (me|mandar me|enviar me|me mandar|me enviar|ficar me "
        f"mandando|ficar mandando|mandar|enviar) [mandar|enviar] {_THINGS}",
        f"{_CAN} [ja] nao me {_WRITE} {_MORE} [{_THINGS}]", f"{_CAN} nao {_WRITE} [mais] (comigo|para mim) [mais]",
        f"{_CAN} nao (volte|voltes|volta) a (me {_WRITING}|{_WRITING} me|{_WRITING} comigo) [mais]",
        f"nao e (para|pra) me {_WRITING} [mais]", f"nao quero que (voce|tu|vc) me {_WRITE} {_MORE}",
        f"nao quero que me {_WRITE} {_MORE} [{_THINGS}]", "nao quero que (fale|fales) [mais] comigo [mais]",
        "nao (fale|fales|fala) [mais] comigo [mais]", "nunca mais (fale|fales|fala) comigo",
        f"nunca mais me {_WRITE} {_MORE}", "nao (escreva|escrevas|responda|respondas|comente|comentes) mais "
        "[nos meus posts|as minhas mensagens|nas minhas publicacoes|aos meus posts]",
        f"(ja|eu|e) nao quero [mais|receber|mais receber|saber] {_THINGS} [mais] [tuas|suas]",
        f"nao (quero|desejo|preciso de) [mais|receber|mais receber|receber mais] {_THINGS} [mais|suas|tuas|deste bot"
        "|desse bot]", "nao quero [mais] (receber|saber de|saber) [mais] (nada|ti|voce) [mais] [nada] [de ti|de voce"
        "|seu|teu|deste bot|desse bot|disto|disso]",
        "nao quero (ser|mais ser) (contactado|contactada|contatado|contatada|incomodado|incomodada|mencionado"
        "|mencionada|marcado|marcada) [mais]", "nao (preciso|me interessam) [de|das|dos|as|os] [suas|tuas|seus"
        "|teus] (mensagens|notificacoes|avisos|respostas)", "nao quero nada (deste bot|desse bot|de voce|contigo"
        "|teu|seu)", "nao quero [mais] (falar contigo|falar com voce|conversa contigo)",
        f"{_CAN} (para|pare|parar|deixa|deixe) de (responder|comentar|escrever) (a|as|aos|nos|nas|em) (minhas|meus) "
        f"(mensagens|posts|publicacoes|tweets|comentarios)", f"(chega|basta) de {_THINGS}", f"sem mais {_THINGS}",
        "(nem mais uma|mais nenhuma) (mensagem|notificacao)",
        f"{_CAN} (deixa me|deixe me|deixem me|me deixa|me deixe|me deixem|deixar me|me deixar) (em paz|sossegado"
        "|sossegada|quieto|quieta|tranquilo|tranquila|em sossego)",
        f"{_MUST} (calar te|calar se|parar com isso|parar com isto|parar com as mensagens|ficar quieto)",
        "(prefiro|preferia|gostaria) que nao me (escrevesse|escrevesses|contactasse|mandasse mensagens|escreva"
        "|contacte)",
        "(quero|gostaria de|queria) (cancelar|anular) (a|minha|a minha) (inscricao|subscricao|assinatura)",
        "(cancela|cancele|cancelar|anula|anule) [a|minha|a minha] (inscricao|subscricao|assinatura)",
        "(descadastra|descadastre|descadastrar|desinscreva me|me desinscreva|me descadastre|desinscrever|quero me "
        "descadastrar|quero me desinscrever|me descadastra) [disso|disto|daqui|deste bot|de tudo]",
        "(me tira|me tire|tira me|tire me|remova me da lista de "
        "envio) (da|dessa|desta) lista", "(vai embora|va embora|some daqui|desaparece)",
        "(nao incomodar|nao perturbe|nao perturbar)", "(fecha|feche) (a matraca|o bico)",
    ),
    Request.FORGET: (
        f"[e] (esquece me|esqueca me|me esqueca|esquecam me|me esquecam) {_FROM_HERE}",
        "[e] (esquece te|esqueca se|esqueca|esquece|se esqueca) de mim",
        f"{_MUST} (esquecer me|me esquecer|me esqueca|me esquecas|esquecer de mim|te esquecas de mim|se esqueca de "
        f"mim)",
        f"[e] {_CAN} (apaga|apague|apagar|apagues|apagasse|elimina|elimine|eliminar|elimines|exclui|exclua|excluir"
        f"|remove"
        "|remova|remover|remova|deleta|delete|deletar|suprime|destroi|esquece|esqueca|limpa|limpe|exclue) "
        f"{_MY_DATA} [e {_MY_DATA}] {_FROM_HERE}",
        f"[e] {_CAN} (apaga me|apague me|me apaga|me apague|elimina me|elimine me|me elimina|me elimine|exclua me|me "
        "exclua|me exclui|remova me|me remova|me remove|me deleta|me delete|me apagar|apagar me|me excluir"
        f"|me remover|remover me|eliminar me) {_FROM_HERE}",
        f"(quero|queria|gostaria de|desejo|exijo|solicito|peco|preciso) [que] (apagar|eliminar|excluir|remover"
        f"|deletar|a "
        "eliminacao de|a exclusao de|a remocao de|a exclusao dos|a eliminacao dos|a remocao dos|sejam apagados|apaguem"
        f"|excluam|eliminem) {_MY_DATA} [e {_MY_DATA}] {_FROM_HERE}",
        "(quero|peco|solicito|exijo) (a eliminacao|a exclusao|a remocao|o apagamento) (dos meus dados|da minha conta)",
        f"(quero|queria|desejo) ser (esquecido|esquecida|apagado|apagada|removido|removida|eliminado|excluido"
        f"|excluida) "
        f"{_FROM_HERE}",
        "[o] [meu] direito (ao esquecimento|ao apagamento|a ser esquecido|de apagamento|a eliminacao)",
        "(exerco|quero exercer|invoco|pretendo exercer|gostaria de exercer) [o] [meu] direito (ao esquecimento|ao "
        "apagamento|a eliminacao|de eliminacao)", "(eliminacao|exclusao|remocao|apagamento) (dos meus dados|da minha "
        "conta) [pessoais]",
    ),
    Request.DELETE: (
        "(apaga|apague|apagar|apaga o|apagalo|apaga a|elimina|elimine|eliminar|exclui|exclua|excluir|remove|remova"
        "|remover|deleta|deletar|retira|retire|elimina o|remove o)",
        f"{_CAN} (apaga|apague|apagar|apagues|elimina|elimine|eliminar|exclui|exclua|excluir|remove|remova|remover"
        f"|deleta"
        f"|delete|deletar|retira|retire|retirar|tira|tire|tirar) {_ANSWER}",
        f"{_CAN} (apaga lo|apaga la|elimina lo|remove lo|exclui lo|remover isso)",
    ),
    Request.NOT_ME: (
        "nao (sou|era|fui) eu", "[mas] (esse|essa|este|esta|isso|isto|aquele|aquela) (nao (sou|era) eu|pessoa nao "
        "sou eu|perfil nao sou eu|ai nao sou eu"
        "|conta nao sou eu)", "[eu] nao sou (essa pessoa|esta pessoa|esse|essa|ele|ela|esse usuario|esse ai)",
        "(essa|esta|a|aquela) conta [do (x|twitter)] nao (e|era) [a] minha", "(esse|este|o|aquele) (perfil|usuario"
        "|utilizador|nome) "
        "nao (e|era) [o] meu", "(isso|isto|essa|esta) nao (e|era) [a] (minha conta|minha)",
        "nao e [a] minha conta [do (x|twitter)|no (x|twitter)]", "(esse|essa|este|esta) (usuario|utilizador|perfil"
        "|pessoa|conta|nome) nao (sou|era) eu", "nao e [o] meu (perfil|usuario|utilizador)",
        "(conta|pessoa|usuario|utilizador) "
        "(errada|errado)", "nao e a pessoa certa", "(enganou se|enganaste te|te enganaste|voce se enganou|se enganou"
        "|errou) (de|na) (pessoa|conta)", "(esse|essa) nao e (ele|ela)", "e outra pessoa",
        "(esta|estas|voce esta|ta) (me "
        "confundindo|a confundir me|me confundindo) com (outra pessoa|outro|outra|alguem)",
    ),
    Request.INSTANCE_STOP: (
        "instance stop", "(parar|pare|para|stop|silencio|basta) [na|a|com a|nesta|da|com|esta|essa] [minha] instancia",
        "instancia stop", "(parar|pare|stop) [no|neste|com o] [meu] servidor",
    ),
}  # fmt: skip
