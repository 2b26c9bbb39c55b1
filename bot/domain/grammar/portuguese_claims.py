"""How one says in Portuguese which account on X is one's own."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import ClaimWords, word_set

# "Era" is "I was" and "she was": the first person where nobody else is named before it.
_I: Final = (
    r"(?:(?<!\w )|(?<=\b(?:eu|antes|e|twitter|x|oi|ola|mas|aqui|ca|tambem|obrigad[oa]|dia|tarde|noite|bluesky"
    "|mastodon|la) )"
    r"|(?<=^@[\w.@-]+ ))"
)

CLAIMS: Final = ClaimWords(
    be=(
        "(?:eu )?sou", "eu era", f"{_I}era", "(?:eu )?fui", "(?:eu )?(?:me chamo|chamo-me)", "eu ?:", "sou eu,?",
        "(?:eu )?(?:me chamava|chamava-me)", "me (?:conheciam|conhecem) como", "conheciam-me (?:como|por)",
        "(?:eu )?(?:tenho|tive) a conta", f"(?:eu |{_I})(?:usava|tinha a conta)", "(?:eu )?uso",
    ),
    my=("meu", "minha", "o meu", "a minha"),
    old=("antig[oa]", "velh[oa]", "ex", "anterior", "unic[oa]", "verdadeir[oa]", "atual", "actual", "finad[oa]",
    "outr[oa]"),
    account=(
        "conta(?: anterior| antiga| velha)?", "usuario", "nome de usuario", "nome de utilizador", "utilizador",
        "nome", "nick", "alias", "perfil",
        "handle", "arroba", "user", "username", "apelido", "pseudonimo", "@", "login",
    ),
    handle=("nome de usuario", "nome de utilizador", "usuario", "utilizador", "nick", "handle", "username", "user",
    "apelido"),
    is_=("e", "era", "foi", "chama-se", "chamava-se", "se chama", "se chamava", "seria"),
    on=("no", "em", "do", "de", "na", "pelo"),
    then=("antes", "la", "entao", "na altura", "antigamente"),
    with_=("como", "com", "sob", "com o nome", "com a conta"),
    adverb=(
        "mesm[oa]",         "tambem", "antes", "anteriormente", "ja", "ainda", "conhecid[oa]", "como", "o", "a",
        "por", "usuario", "conta",
        "antigamente", "na verdade", "chamad[oa]", "com", "eu", "utilizador",
    ),
    article=("o", "a", "meu", "o meu", "o que era", "o antigo", "o ex", "o falecido", "o finado", "antigo"),
    me=("eu", r"(?:a )?minha(?: conta)?(?! \w)", r"meu(?! \w)"),
    that_was=("sou", "era", "e", "esse sou", "essa sou", "esse era", "essa era", "este sou", "esta sou", "fui"),
    formerly=("antes", "anteriormente", "antigamente", "ex", "alias", "conhecid[oa] como", "outrora"),
    here=("aqui", "ca", "por aqui"),
    but=("e", "mas"),
    hello=("oi", "ola", "bom dia", "boa tarde", "boa noite", "opa", "boas"),
    thanks=("(?:muito )?obrigad[oa]", "por favor", "valeu", "abracos?", "pfv", "obg"),
    not_said=(
        "se", "nao", "que", "como se", "tomara", "oxala", "imagina", "quando", "nunca", "por que", "porque", "como",
        "diz",
        "dizem", "acha", "acham", "nem", "onde", "quem", "jamais",
    ),
    is_somebody=("e", "era", "foi", "tem", "esta", "ta"),
    names_nobody=word_set(
        "a ainda agora algo alguem ali amigo ao apaixonada apaixonado aqui as assim ate ativa ativo banida banido bem "
        "bloqueada bloqueado bom brasileira brasileiro burro cansada cansado chata chato com como conhecida conhecido "
        "contente contra da de demais dentro desde do doente e ela ele eles em era esse essa este esta fa famosa "
        "famoso "
        "fechada feliz fora gay gente grande humana humano idiota igual inativa inativo jornalista jovem la livre "
        "mais mal "
        "mas melhor menos mesmo meu mil mim minha muito na nada nao nem ninguem no nos nova novo nunca o obrigada "
        "obrigado "
        "os ou outra outro para pela pelo perdida perdido pior portuguesa portugues pouco pra professor professora "
        "quase "
        "que quem rica rico se sem sempre seu so sobre sozinha sozinho sua suspensa suspenso tambem tanto todo "
        "todos triste "
        "troll tu tua tudo um uma usuario velha velho viciada viciado voce x twitter eu ja"
    ),
    endings=(
        "ado", "ada", "ados", "adas", "ido", "ida", "idos", "ando", "endo", "indo", "mente", "oso", "osa", "ista",
        "istas",
        "ivo", "iva", "avel", "ivel", "cao", "ante", "ente", "inho", "inha",
    ),
    pointing=word_set(
        "a adiciona amigos antes antiga antigo antigamente ao aqui as associa bot boa bom busca chamava com como "
        "conecta "
        "conta da de dia do e em era essa esse esta este eu favor foi fui gente ja ligar liga meu meus minha nas no "
        "nome o "
        "obrigada obrigado oi ola os para perfil por procura que quem registra sou tarde twitter usuario utilizador "
        "vincula "
        "verifica noite x tambem mim the na pessoal"
    ),
    showing=word_set(
        "a ao aqui bot codigo com da de do e ele esse esta este eu favor fiz ja link meu minha no o obrigada "
        "obrigado ola "
        "oi olha olhe para pessoal pfv por post postei prova pronto publicacao publicado publicamos publiquei que "
        "segue teu "
        "ta the tem tweet tuite um verifica verifique x"
    ),
    placeholders=word_set("usuario seu_usuario seuusuario meu_usuario meuusuario seunome seu_nome nome utilizador"),
)  # fmt: skip
