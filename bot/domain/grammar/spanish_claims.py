"""How one says in Spanish which account on X is one's own."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import ClaimWords, word_set

# "Era" is "I was" and "she was": the first person where nobody else is named before it.
_I: Final = (
    r"(?:(?<!\w )|(?<=\b(?:yo|antes|y|twitter|x|hola|buenas|pero|aqui|aca|tambien|gracias|dias|tardes|noches|bluesky"
    "|mastodon|entonces|alla|alli) )"
    r"|(?<=^@[\w.@-]+ ))"
)

CLAIMS: Final = ClaimWords(
    be=(
        "(?:yo )?soy", "yo era", f"{_I}era", "(?:yo )?fui", "me llamo", "me llamaba", "soy yo,?", "yo ?:",
        "me (?:conocian|conocen) (?:como|por)", "(?:yo )?tengo la cuenta", "(?:yo )?tuve la cuenta", "(?:yo )?uso",
        f"(?:yo |{_I})(?:usaba|tenia la cuenta|firmaba como|aparecia como)",
    ),
    my=("mi", "la mia"),
    old=("antigu[oa]", "viej[oa]", "ex", "anterior", "unic[oa]", "verdader[oa]", "actual", "difunt[oa]", "otr[oa]"),
    account=(
        "cuenta(?: anterior| antigua| vieja)?", "nombre de usuario", "nombre de cuenta", "usuario", "nombre", "nick",
        "alias", "perfil", "handle",
        "arroba", "user", "apodo", "identificador", "@", "direccion",
    ),
    handle=("nombre de usuario", "usuario", "nick", "handle", "user", "apodo", "alias"),
    is_=("es", "era", "fue", "se llama", "se llamaba", "seria"),
    on=("en", "de", "del", "desde", "por"),
    then=("antes", "alla", "alli", "entonces", "en su dia"),
    with_=("como", "con", "bajo", "con el nombre", "con la cuenta"),
    adverb=(
        "mism[oa]",         "tambien", "antes", "anteriormente", "ya", "todavia", "aun", "conocid[oa]", "como", "el",
        "la", "de", "usuario",
        "cuenta", "nombre", "antiguamente", "en realidad", "llamad[oa]", "con", "famos[oa]", "yo",
    ),
    article=("el", "la", "mi", "lo que era", "lo que fue", "el antiguo", "la antigua", "el difunto", "la vieja"),
    me=("yo", r"mi cuenta(?! \w)", r"mi[ao](?! \w)"),
    that_was=("soy", "era", "es", "ese soy", "esa soy", "ese era", "esa era", "este soy", "esta soy", "fui"),
    formerly=("antes", "anteriormente", "antiguamente", "ex", "alias", "conocid[oa] como"),
    here=("aqui", "aca", "por aqui"),
    but=("y", "pero", "e"),
    hello=("hola", "buenas(?: tardes| noches)?", "buenos dias", "buen dia", "holi", "oye"),
    thanks=("(?:muchas )?gracias", "por favor", "porfa", "porfavor", "saludos"),
    not_said=(
        "si", "no", "que", "como si", "ojala", "imagina", "imaginate", "cuando", "nunca", "jamas", "por que", "como",
        "dice", "dicen", "creen", "cree", "tampoco", "ni", "donde", "quien", "acaso",
    ),
    is_somebody=("es", "era", "fue", "ha", "tiene", "esta"),
    names_nobody=word_set(
        "aburrido abierto activa activo ahora ahi algo alguien alli amigo antes aqui asi baneada baneado bien "
        "bloqueado "
        "cansada cansado capaz casi cerrado como con conocida conocido contenta contento cuando cuenta de del "
        "demasiado "
        "desde despues el ella ellos en entre era esa ese eso esta este esto fan famosa famoso feliz fiel fuera gente "
        "gran grande harta harto hombre idiota igual inactiva inactivo joven la las libre lo los malo mas mejor mi "
        "mucho muchos mujer muy nada nadie ni ninguno no nueva nuevo nunca nuevos o otra otro para parte pasivo peor "
        "periodista pero persona poco por porque profesor profesora que quien se si sin sobre sola solo su suspendida "
        "suspendido tan tanto todo todos toxico triste troll tu un una uno usuaria usuario vieja viejo vos y ya yo "
        "popular influencer escritora escritor seguidor seguidora miembro twitter x "
    ),
    endings=(
        "ado", "ada", "ados", "adas", "ido", "ida", "idos", "ando", "endo", "iendo", "mente", "oso", "osa", "ista",
        "istas", "ero", "era", "ivo", "iva", "able", "ible", "cion", "ante", "ente",
    ),
    pointing=word_set(
        "a ahi al antes antigua antiguo antiguamente aqui ahora amigos anade bot busca buenas con conecta cuenta de "
        "del "
        "desde el en enlaza era es esa ese esta este favor fui gracias hola la lo llamaba mi mia mio mis me nombre "
        "perfil por porfa pruebo que quien registra registrame soy tengo twitter usuario vincula vincular y ya yo x "
        "dias buenos tardes noches saludos tambien gente asociala enlazame conectame verifica verificame "
    ),
    showing=word_set(
        "a aqui ahi al bot codigo con cual de del dejo el en enlace es esta este favor gracias he hecho hola la lo "
        "listo "
        "mensaje mi mira por porfa post prueba publicacion publicado publique puesto puse que ta te tiene tienes tu "
        "tuit tweet un una va verifica verificame x ya yo y"
    ),
    placeholders=word_set("usuario tu_usuario tuusuario mi_usuario miusuario tunombre tu_nombre nombre tucuenta"),
)  # fmt: skip
