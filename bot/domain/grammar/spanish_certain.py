"""What people order in Spanish in words that leave no doubt: stop, forget, delete, not me."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Request

_WRITING_ME: Final = (
    "(escribirme|hablarme|responderme|contestarme|contactarme|molestarme|notificarme|mencionarme|etiquetarme"
    "|spamearme|acosarme|fastidiarme|arrobarme|citarme|perseguirme|enviarme|mandarme|comentarme|joderme|incomodarme"
    "|hostigarme|bombardearme|hablarnos|escribirnos|molestarnos)"
)
_WRITING: Final = (
    "(escribir|hablar|responder|contestar|contactar|notificar|citar|perseguir|incomodar|molestar|spamear|publicar"
    "|comentar|etiquetar|mencionar|acosar|enviar"
    "|mandar|dar la lata|dar la tabarra|darme la lata|darme la tabarra|joder|fastidiar)"
)
_WRITE: Final = (
    "(escribas|escriba|escriban|escribais|hables|hable|hablen|respondas|responda|respondan|contestes|conteste"
    "|contacte|contactes|molestes|moleste|molesten|molesteis|notifiques|notifique|menciones|mencione|mencionen"
    "|etiquetes|etiquete|spamees|spamee|acoses|acose|fastidies|arrobes|cites|comentes|mandes|mande|manden"
    "|envies|envie|envien|incomodes|incomode)"
)
_THINGS: Final = (
    "[los|tus|sus|esos|estos|mas|tantos|tantas|las|ningun|ninguna|otro] (mensajes|mensaje|notificaciones|notificacion"
    "|respuestas|respuesta|dms|dm|md|mds|spam|menciones|cosas|correos)"
)
_MORE: Final = "[mas|nunca|nunca mas|nada|nada mas|jamas|otra vez|de nuevo|ya|a mi]"
_CAN: Final = (
    "[puedes|podes|podrias|podria|puede|pueden|quiero que|quisiera que|me gustaria que|te pido que|le pido que"
    "|necesito que|que|haz el favor de|hazme el favor de|tienes que|te importaria|te importa]"
)
_MUST: Final = f"({_CAN[1:-1]})"
_MY_DATA: Final = (
    "([todos] (mis datos|los datos) [personales] [mios|sobre mi|de mi|que tienes|que tienes de mi|que tienes sobre mi]"
    "|[toda] mi informacion [personal]|[toda] la informacion [personal] (sobre mi|de mi|que (tienes|tengas|guardas) "
    "(sobre|de) mi)|todo lo (que sabes|que sepas|que tengas|que tienes|que guardes|que guardas"
    "|que has guardado) (de|sobre|acerca de)"
    " mi|todo (sobre|de) mi|todo lo mio|mi (perfil|cuenta|registro|inscripcion|historial|rastro|ficha))"
)
_FROM_HERE: Final = (
    "[de (tu|la|su|vuestra|tus|los) (base|base de datos|registro|registros|sistema|bases de datos)|por completo"
    "|completamente|del todo|para siempre|de aqui|de ahi|de todo]"
)
_ANSWER: Final = (
    "((tu|esta|esa|la|su) [ultima] (respuesta|publicacion|entrada)|(tu|este|ese|el|su) [ultimo] (mensaje|post|tuit"
    "|tweet|toot|skeet|comentario)|lo que (has dicho|dijiste|escribiste|has escrito|acabas de decir|acabas de escribir"
    "|has publicado|publicaste)|eso|esto) [anterior|de antes]"
)

WHOLE: Final = {
    Request.STOP: (
        "(stop|silencio|callate|callese|callaos|callense|detengase|pare|parad|paren|calladito)",
        "(callate|callese|callaos|detente|parate|silencio) (ya|ahora|de una vez|por favor ya)", "que te calles [ya]",
        "que se calle",
        "(para|pare|paren|parad|basta) (ya|con esto|con eso|de una vez|de una puta vez|con los mensajes|con tus "
        "mensajes|con el spam|con las notificaciones)",
        f"{_CAN} (deja|deje|dejen|dejad|dejes|dejar|deja ya|dejate|para|pare|pares|parar|cesa|cese|ceses|cesar) "
        f"[ya] de ({_WRITING_ME}|{_WRITING}) {_MORE} [{_THINGS}] {_MORE}",
        f"{_CAN} (deja|deje|dejen|dejad|dejes|dejar|para|pare|parar) [ya] de (mandar|enviar|mandarme|enviarme"
        f"|ponerme|dejarme) {_THINGS} [a mi]",
        f"{_CAN} [que] [ya] no me {_WRITE} {_MORE} [{_THINGS}] {_MORE}",
        f"{_CAN} [ya] (no|nunca|nunca mas|jamas) (me (vuelvas|vuelva|vuelvan|volvais) a {_WRITING}"
        f"|(vuelvas|vuelva|vuelvan) a {_WRITING_ME}) {_MORE} [{_THINGS}]",
        f"(nunca|nunca mas|jamas) me {_WRITE} {_MORE}",
        f"{_CAN} [ya] no (escribas|hables|respondas|contestes|molestes|publiques|comentes|molesten|moleste|molesteis) "
        "[mas|nunca mas|a mis mensajes|en mis publicaciones|a mis publicaciones|en mis posts]",
        "no molestar", f"{_CAN} (deja|deje|dejad|para|pare) [ya] de (responder|contestar|comentar|escribir) (a|en) "
        f"mis (mensajes|posts|publicaciones|tuits)", f"[ya] basta [ya] de ({_THINGS}|{_WRITING_ME})",
        f"[ya|haz el favor de|hazme el favor de|te pido|te he dicho de] no {_WRITING_ME} {_MORE}",
        f"[ya] no (quiero|deseo|necesito) [recibir|ver|leer] [mas] {_THINGS} [mas|tuyos|tuyas|de ti|suyos|de este bot]",
        "[ya] no quiero [recibir|saber|saber mas|recibir mas|oir] nada [mas] [tuyo|de ti|de vos|de usted|de este bot]",
        "no quiero (hablar|nada|tratos) (contigo|con este bot|con vos|con usted|de este bot|de ti)",
        f"no (necesito|me interesan) {_THINGS} [tuyas|tuyos|de este bot]", "[ya] no quiero saber [nada|mas|nada "
        "mas] de (ti|vos|usted)",
        f"[ya] no (quiero|deseo) que me {_WRITE} {_MORE} [{_THINGS}]",
        f"(prefiero|preferiria|quiero|quisiera|te pido|le pido) que no me (escribieras|hablaras|{_WRITE}) {_MORE}",
        "(quiero|prefiero) que (pares|te calles|me dejes en paz|me dejes tranquilo|me dejes tranquila)",
        f"{_CAN} (dejame|dejeme|dejadme|dejenme|me dejes|me deje|me dejas|dejarme|dejanos) "
        "(en paz|tranquilo|tranquila|estar|de una vez|en paz de una vez|en paz ya)",
        f"{_MUST} (callarte|callarse|parar [ya]|te calles|se calle)",
        f"(no mas|ni un|ni una|ningun) {_THINGS} [mas]", "mas mensajes no",
        "(dame|date|deme|darme|quiero darme|quiero dar|quisiera darme|dadme|denme|como me doy) de baja [de (esto"
        "|aqui|este bot|todo|ti|la lista)|ya]",
        "[quiero] (desuscribirme|desuscribeme|desuscribir|desapuntame|desapuntarme|desinscribirme|cancelar mi "
        "suscripcion|cancela mi suscripcion)",
        "(quitame|sacame|quiteme|saqueme) de (la|tu|tus|su|esta) (lista|listas)",
        "(quitame|sacame|eliminame|borrame) de (tus|las) (notificaciones|menciones|mensajes|avisos)",
        "(cierra|cerra) (el pico|la boca|el hocico)", "(vete|largate|andate|vayase)",
        "fuera de mis (menciones|mensajes)",
    ),
    Request.FORGET: (
        f"[y] (olvidame|olvideme|olvidadme|olvidenme) {_FROM_HERE}", "[y] (olvidate|olvidese|olvidate ya) de mi "
        "[para siempre]",
        f"{_MUST} (olvidarme|olvidarte de mi|me olvides|te olvides de mi|se olvide de mi|me olvide)",
        f"[y] {_CAN} (borra|borre|borrar|borres|elimina|elimine|eliminar|elimines|suprime|suprima|suprimir|destruye"
        f"|destruya|quita|quite|borrad|eliminad|olvida|olvide) {_MY_DATA} [y {_MY_DATA}] {_FROM_HERE}",
        f"[y] {_CAN} (borrame|borreme|borradme|borrarme|me borres|eliminame|elimineme|eliminarme|me elimines|suprimeme"
        f"|suprimirme|sacame de la base de datos|quitame de la base de datos) {_FROM_HERE}",
        f"(quiero|quisiera|deseo|me gustaria|exijo|solicito|pido|necesito) (borrar|eliminar|suprimir|la eliminacion de"
        f"|el borrado de|la supresion de|que se borren|que se eliminen|que borres|que borren) {_MY_DATA} [y "
        f"{_MY_DATA}] {_FROM_HERE}",
        f"(quiero|deseo|quisiera) ser (olvidado|olvidada|borrado|borrada|eliminado|eliminada) {_FROM_HERE}",
        "[mi] derecho (al olvido|de supresion|al borrado)",
        "(ejerzo|quiero ejercer|deseo ejercer|hago uso de|invoco) [mi|el] derecho (al olvido|de supresion)",
        "(supresion|borrado|eliminacion) de (mis datos|mi cuenta) [personales]",
    ),
    Request.DELETE: (
        "(borra|borre|borralo|borrala|borrar|borrarlo|borrad|borrelo|elimina|elimine|eliminalo|eliminala|eliminar"
        "|eliminarlo|suprime|suprimelo|suprimir|quitalo|retiralo)",
        f"{_CAN} (borra|borre|borrar|borres|elimina|elimine|eliminar|elimines|suprime|suprimir|quita|quitar|quite"
        f"|retira|retire|retirar) {_ANSWER}",
        f"{_CAN} (borrarlo|borrarla|eliminarlo|eliminarla|quitarlo|retirarlo)",
    ),
    Request.NOT_ME: (
        "no soy yo", "[pero] (ese|esa|este|esta|eso|esto|aquel) [de ahi|cuenta|persona|perfil] no (soy|era) yo",
        "[yo] no soy (ese|esa|esa persona|esta persona|ese usuario|el de esa cuenta)", "no era yo",
        "(ese|esa|este|esta) (usuario|perfil|persona|cuenta|nombre) no (soy|era) yo",
        "(esa|esta|la|ese|este|el) (cuenta|perfil|usuario) [de (x|twitter)] no (es|era) (mia|mio|la mia|el mio|de "
        "mi propiedad|yo)",
        "(esa|esta|eso|ese) no es (mi cuenta|mio|mia)",
        "(no es|esta no es|esa no es|ese no es|eso no es) mi (cuenta|perfil|usuario) [de (x|twitter)]",
        "(te equivocas|se equivoca|te has equivocado|te equivocaste|te confundes|os equivocais) de (persona|cuenta"
        "|usuario)", "(persona|cuenta|usuario) (equivocada|equivocado|incorrecta|erronea)",
        "no es la (persona|cuenta) (correcta|indicada)", "(no es|ese no es|esa no es) (ella|el)",
        "es otra persona", "(me confundes|me estas confundiendo|me has confundido|me confundiste) con (otra persona"
        "|otro|otra|alguien mas)",
    ),
    Request.INSTANCE_STOP: (
        "instance stop", "(parar|stop|silencio|detener|basta) [en|de] [la|esta|mi] instancia", "instancia stop",
        "(parar|stop|silencio|detener) [en|de] [este|mi] servidor",
    ),
}  # fmt: skip
