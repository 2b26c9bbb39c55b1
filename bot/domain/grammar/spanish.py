"""How people ask in Spanish, in Europe and in America."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import Language, Request
from bot.domain.grammar.spanish_certain import WHOLE
from bot.domain.grammar.spanish_chatter import (
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
from bot.domain.grammar.spanish_choices import CHOICES, NO, OFTEN, UNSURE, YES
from bot.domain.grammar.spanish_claims import CLAIMS

_OWN: Final = (
    "((mis|nuestros|nuestras) [antiguos|antiguas|viejos|viejas|queridos|queridas|propios] (amigos|amigas|amigxs"
    "|contactos|seguidos|seguidas|seguidores|seguidoras|seguimientos|conocidos|conocidas|colegas|companeros|companeras"
    "|mutuals|mutuos|followers|follows|panas|compas|cuates|parceros|amistades|listas|cuentas|personas|tuiteros"
    "|periodistas|favoritos|coincidencias|conexiones|matches)|mi [antigua|vieja] (gente|red|comunidad|circulo|grupo"
    "|banda|lista|entorno|pandilla|burbuja|timeline))"
)
_PEOPLE: Final = (
    "(a|los|las|a los|a las|todos los|todas las|otros|mas|esos|aquellos|a todos los|a todas las) [_] (que|gente"
    "|personas|cuentas|amigos|usuarios|demas|mios)|la gente|a (quien|quienes|alguien|todos|todas|todo el mundo|gente)"
    "|quien|quienes|alguien|gente"
)
_FIND: Final = (
    "(busca~|busco|buscar~|buscando|busque~|busqueda|encuentra~|encontra|encontrar~|encuentre~|muestra~|mostrar~"
    "|mostrame|ensena~|localiza~|ubica~|reconecta~|reconectar~|conectar~|conectame|reencontrar~|recupera~|hallar"
    "|halla|lista~|dime|dame|decime|ver|saber|descubrir|reunir~)"
)
_HERE: Final = (
    "(aqui|aca|ahi|alla|por aqui|por aca|por alli|ya esta|ya estan|bluesky|mastodon|bsky|el fediverso|llegado|llego"
    "|llegaron|venido|se ha pasado|se han pasado|se paso|se mudo|se mudaron|migrado|migro|migraron|esta red|estos "
    "lares|cielo azul)"
)
_TELL: Final = (
    "(avisame|aviseme|avisadme|avisenme|avisanos|avisarme|avise|notificame|notifiqueme|notificarme|informame"
    "|informarme|alertame|hazme saber|haceme saber|cuentame|contame|escribeme|mandame"
    "|enviame|me avisas|me avises|me dices|me notificas|avisa)"
)

CLAUSE: Final = {
    Request.FIND: (
        "(busca|buscar|buscame|buscalos|busque|buscad|busqueda|encuentra|encontrar|encuentrame|encuentralos|encontra"
        "|encuentre|muestra|muestrame|mostrame|ensename|ensena|localiza|reconecta|reconectar|reconectame|reencuentro"
        f"|reconexion) [me|nos|ya] [todo|{_PEOPLE}|los|las]",
        f"[a|de|y|hay] {_OWN} [de x|de twitter|en x|en twitter|del pajarito]",
        "[y|a] (quien|quienes) [hay|esta|estan|anda|es|son] [ya|mas] [aqui|aca|ahi|por aqui|por aca|por ahi|conmigo]",
        "[hay|esta] (alguien|gente) [aqui|aca|ahi|por aqui|por aca|conocido|conocida|mas|ya|por ahi]",
        "[dame|mandame|enviame|muestrame|ensename|pasame|quiero|puedo ver|ver|a ver] [la|mi] (lista|resultado"
        "|resultados|coincidencias) [completa|entera|de (amigos|contactos|coincidencias|seguidores|conocidos|gente)]",
        "los resultados",
        "[buscar|encontrar|busca|encuentra|ver] (contactos|amigos|gente|seguidores|conocidos)",
        "[hay|alguna|algun|que hay de] (algo nuevo|novedades|novedad|nuevo)", "que hay (de nuevo|nuevo)",
        "(me toca|mi turno|ahora yo|yo tambien quiero|vamos|adelante|dale|empieza|empecemos|haz tu magia|a por ello"
        "|te toca|venga|yo)", "[no] (encuentro|veo) a nadie", "donde (estan|andan|estais|se metieron) [todos|todas]",
        "(dime|decime) (quien|quienes)",
    ),
    Request.HELP: (
        "(ayuda|ayudame|ayudeme|ayudar|ayudenme|ayudadme|auxilio|socorro|sos|instrucciones|manual|comandos|menu"
        "|opciones"
        "|guia|faq|documentacion|soporte|informacion|info|tutorial|contacto|explicacion)",
        "y ahora que", "[necesito|quiero|dame|pido|una|un poco de|mas] (ayuda|info|informacion|instrucciones)",
        "[la|una|las|los] (guia|ayuda|instrucciones|comandos|ordenes)", "echame una mano",
        "(me ayudas|me ayudan|me explicas|me explica)", "que es este",
        "[que|y que] es (esto|quittex|eso)", "(que|como|como asi|que cosa|de que va)",
        "[y] (esto|eso) (que es|como va)",
        "como (funciona|funcionas|va|se hace|se usa|te uso|lo hago|hago|es esto) *", "(explicame|expliqueme"
        "|explica|explicate|explicamelo)", "(estoy perdido|estoy perdida|soy nuevo|soy nueva|soy novato|soy novata)",
        "no se (como|que|nada|usar~|por donde) *", "no (entiendo|comprendo|capto|me aclaro|me entero) [de] [nada|bien"
        "|como] *", "no (funciona|va|anda|sirve) *",
        "(quien|quienes) (eres|sos|es usted|sois|son ustedes) [tu|vos]", "(eres|sos|es usted) [un|una] [bot|robot"
        "|humano"
        "|humana|persona|real|ia|maquina] *", "(quien|quienes) [te] (lleva|gestiona|hizo|creo|maneja|administra|ha "
        "hecho|ha creado|mantiene|opera|programo|paga|financia) *", "[esto|eso] es (seguro|fiable|oficial|de fiar"
        "|una estafa|real|legal)", "presentate", "mas (informacion|info|detalles)", "para que sirves",
        "cuentame mas", "(en|a) que (puedes|me puedes) ayudarme",
    ),
    Request.COUNT: (
        "[y] (cuantos|cuantas|cuanta gente|cuantas personas) [somos|son|sois|van|hay|estamos|llevamos|personas|gente"
        "|cuentas|ya|usuarios|vamos] [ya|en total|aqui|ahora|inscritos|registrados|registradas]",
        "(no|num|numero) de (inscritos|registrados|personas|usuarios|cuentas)",
        "[me das|me dices|dame|dime|muestrame|pasame|ensename] [las|los|tus|sus] (numeros|cifras|estadisticas"
        "|contadores|datos de la campana)", "[las|los|tus|sus|dame los|dame las|muestrame las|muestrame los|quiero "
        "las|que dicen los] [ultimas|ultimos] "
        "(cifras|numeros|estadisticas|contadores|contador|stats|datos de la campana|totales)",
        "[el] (recuento|conteo|total|balance)", "[ya] somos (muchos|muchas|pocos|cuantos) [ya]",
        "(cuantos|cuantas|cuanta gente|cuantas personas|cuantos usuarios) [os|se] (han|habeis|hemos|ha) _ * *",
        "(cuantos|cuantas) (dejaron|se fueron|se han ido|salieron|abandonaron) * *",
        "(como va|como marcha|por donde va) [la] (campana|cosa|cuenta)",
    ),
    Request.RESUME: (
        "(vuelve|volve|vuelva|volved|regresa|regrese|reanuda|reanudar|retoma|sigue|continua|despierta|resume|reactivate"
        "|reactiva|reactivar) [a escribirme|a hablarme|conmigo|con los mensajes|los mensajes|ya]",
        "(puedes|ya puedes|podes|puede|quiero que|podrias) (volver|vuelvas|hablar|hablarme|escribirme|seguir|continuar"
        "|reanudar|regresar|responderme|volver a (escribirme|hablarme|hablar|escribir|responderme))",
        "(puedes|ya puedes|podes) (hablar|escribir|hablarme|escribirme) [ya] [otra vez|de nuevo|nuevamente]",
        "(hablame|escribeme|escribime|hablanos) [otra vez|de nuevo|nuevamente]",
        "(vuelve|volve|vuelva) a empezar", "(he cambiado|cambie) de (idea|opinion|parecer)",
        "te (echo de menos|extrano|he echado de menos)",
        "(resuscribeme|suscribeme|quiero suscribirme|dame de alta|quiero volver a recibir mensajes|reactivame)",
        "[se] (acabo|fin) (el|del) silencio", "(vuelve|volve|vuelva|vuelvan) a (mandarme|enviarme|avisarme"
        "|responderme|contestarme|mandar|enviar) *", "(vuelve|volve|vuelva) a (hablar|escribir|contactar) [conmigo]",
        "[ya] no quiero [mas] silencio", "(se acabo|fin del) silencio",
        "vuelve a (hablarme|escribirme|hablar|escribir)",
    ),
    Request.WHY: (
        "(dime|digame) (por que|porque)", "[y] (por que|porque|y por que) [el|ella|ellos|ellas|eso|esa|ese|este|esta"
        "|esto|esa persona|esta persona|esa "
        "cuenta|esta cuenta|esta coincidencia|esa coincidencia|no]",
        "[y] (como|de donde) (lo sabes|sabes eso|sabes esto|sacas eso|lo sacas|lo sabe|has sacado eso|lo has sabido"
        "|sacaste eso|lo supiste)", "(segun|de acuerdo a) (quien|que)", "(en que te basas|con que pruebas|en base a "
        "que)",
        "(cual es|que) [tu|la] (fuente|evidencia)", "(fuente|evidencia)",
    ),
    Request.PRIVATE: (
        "[en|por|modo|mejor en|mejor por|pasa a|ponte en|prefiero en|prefiero por|quiero|lo prefiero en|me gusta "
        "mas en|hazlo en] (privado|dm|dms|md|mds|mp|mensaje privado|mensajes privados"
        "|interno|mensaje directo|secreto) [mejor|si puede ser|siempre|es mejor]",
        "(mensaje|mensajes|respuesta|respuestas) (privado|privados|privada"
        "|privadas)",
        "no quiero que (me nombres|digas mi nombre|salga mi nombre|menciones mi nombre) [en publico]",
        "no en publico", "(discretamente|privadamente|en confianza)", "modo (privado|discreto)", "no (me nombres"
        "|digas mi nombre) [en "
        "publico|mas]",
    ),
    Request.PUBLIC: (
        "(puedes|podes|puede) (usar|decir|mostrar|poner) mi nombre [en publico]",
        "[en|modo|mejor en|pasa a|prefiero en] publico [esta bien|me va bien|mejor|vale]", "publicamente",
        "(respuesta|respuestas) (publica|publicas)",
        "(puedes|ya puedes) (nombrarme|decir mi nombre|dar mi nombre|mencionarme) [en publico]",
        "nombrame [en publico]",
    ),
    Request.TELL_ME: (
        "(cada|todos los|todas las) (lunes|manana|mananas)",
        "(avisame|aviseme|avisadme|avisenme|avisarme|avisanos|aviso|avisos|notificame|notifiqueme|notificaciones"
        "|informame|alertame|mantenme informado|mantenme informada|mantenme al tanto|manteneme al tanto|tenme al tanto"
        "|tenme al corriente|mantenme al corriente|hazme saber)",
        "(quiero|quisiera|me gustaria|si quiero) (que me avises|que me avisen|que me avise|que me notifiques|avisos"
        "|notificaciones|recibir avisos|recibir notificaciones|recibir novedades)",
        "[una vez] [a la|por|cada|al|al dia|todas las|todos los] (semana|semanas|dia|dias|semanal|semanalmente|diario"
        "|diariamente|diaria)", "[quiero|mandame|enviame|dame|prefiero] [un|el|recibir un] (resumen|aviso|informe) "
        "(semanal|diario)",
        "(semanal|semanalmente|diario|a diario|una vez a la semana|una vez por semana) (esta bien|va bien|me va bien"
        "|es suficiente|basta|me parece bien|mejor)", "me (avisas|avisaras|puedes avisar|podrias avisar)",
        "[quiero|mandame|enviame|prefiero] [los|unos|recibir] (avisos|resumenes|notificaciones) (semanales|diarios"
        "|diarias|cada semana|cada dia|al momento)",
        "activa (los avisos|las notificaciones)", "recuerdamelo",
    ),
    Request.PROVE: (
        "[la|una|quiero una] (prueba|verificacion)", "(demostrarlo|probarlo|verificarlo|verificarme|verificame"
        "|verifiqueme|comprobarlo|compruebalo|verifica|verificar|demuestralo|autenticar|certificar)",
        "(que|cual) codigo", "como me (verifico|autentico|identifico|valido|acredito)",
        "[quiero|como|puedo|necesito] (demostrarlo"
        "|probarlo|verificarlo|verificarme|confirmarlo|acreditarlo)",
        "[me das|me mandas|mandame|enviame|dame|pasame|necesito|quiero|y] [el|mi|un|tu] codigo [de verificacion]",
        "[el|mi|un|cual es mi|cual es el|dame el|dame mi|dame un|quiero el|quiero mi|necesito el|necesito un|pasame el|"
        "mandame el|enviame el] codigo [de verificacion]",
        "(verifica|comprueba|confirma|valida|verificar|confirmar|validar) (mi cuenta|mi identidad|que soy yo|quien "
        "soy)",
    ),
    Request.EXPORT: (
        "que datos (tienes|tenes|guardas|tiene|guarda)",
        "[todos] (mis datos|mi informacion|mis ajustes|mi configuracion|mis preferencias|mis opciones) [personales]",
        "(exporta|exportar|export|exportame|exporte|exportacion|descargar|descarga) [mis datos|todo|mi informacion]",
        "(quiero|necesito|pido|solicito|quisiera) [ver|todos] mis datos", "(rgpd|gdpr|lopd|lgpd|derecho de acceso)",
        "(ver|muestra|muestrame|ensename|dame|cuales son|mandame|enviame|quiero ver) (mis datos|mis ajustes|mi "
        "configuracion|mis preferencias|los datos que tienes de mi)",
        "(estoy|sigo|aparezco|salgo) [yo] (en tus archivos|en tu base de datos|en sus archivos|en la base de datos|en "
        "tus datos|en tus registros)",
    ),
}  # fmt: skip

_MANY: Final = (
    "(#|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|treinta|cuarenta|cincuenta|cien|cientos|mil)"
)
_GO: Final = "(voy|largo|piro|marcho|ire|marchare|paso|mudo|dejo|dejare|abandono|abandonare|salgo|cambio)"

INSIDE: Final = {
    Request.PLEDGE: (
        f"(prometo|juro|me comprometo a) (irme|dejar|salir|largarme|marcharme|abandonar) * si * {_MANY}",
        f"[me|lo] {_GO} [de] [x|twitter|tambien] [tambien|yo tambien] si * {_MANY}",
        f"si (se|lo|la) _ [otros|otras|al menos|mas de] {_MANY} * (voy|dejo|largo|marcho|yo|hago|abandono|salgo|ire)",
        f"^ si (dejan|abandonan|se van de|salen de|largan) [x|twitter] [otras|otros|al menos|mas de] {_MANY} *",
        f"^ si (se|lo|la|nos) _ [otras|otros|al menos|mas de] {_MANY} [_] [_] [_] [_] $",
        f"si * {_MANY} [_] [_] [_] [_] (van|dejan|marchan|mudan|hacen|vienen|abandonan|salen|largan|pasan|cambian) "
        "[de|a] [x|twitter|tambien|bluesky|mastodon] [yo|me|lo]",
    ),
    Request.EXPORT: (
        "(dame|enviame|mandame|exporta|exportar|exportame|descarga|descargar|ver|consultar|recibir|muestra|muestrame"
        "|ensename|acceder a|acceso a|pasame|obtener|tener|solicito|pedir) [me|una copia de|todos] [todos] "
        "(mis datos|mi informacion|los datos que tienes|mis ajustes|mi configuracion|mis preferencias)",
        "copia de mis datos",
        "(que|cuanto) [datos|informacion|cosas] [tu] (sabes|tienes|guardas|almacenas|conoces|conservas|sabe|guarda"
        "|tiene|has guardado) [tu] [guardado|guardada] (de|sobre|acerca de) mi",
        "(que|cuales) (datos|informacion|cosas) (mios|mia|mias|personales)", "(dame|enviame|mandame|quiero|muestrame"
        "|pasame) [toda] mi informacion", "(que datos|que informacion) [_] [_] [_] (mios|mia|sobre mi|de mi)",
        "(cuales|como) son mis (ajustes"
        "|preferencias)",
        "(estoy|sigo|aparezco|salgo|esta mi nombre|figuro|esta mi cuenta) * (en) (tus|tu|vuestros|la|los|sus) (archivos"
        "|base|datos|lista|registros|base de datos|ficheros)",
        "(tienes|tenes) [_] [_] (datos mios|datos sobre mi|mi numero de x)",
    ),
    Request.TELL_ME: (
        "(dime|decime|digame|decirme|dinos) [_] [_] (cuando|en cuanto|apenas|tan pronto|cada vez|quien llegue)",
        "(dime|decime|digame) si (llega|llegan|viene|vienen|aparece|aparecen|llegara) ",
        f"{_TELL} [_] [_] (cuando|si|en cuanto|apenas|cada vez|tan pronto|de las novedades|quien "
        "llegue|cada|todos los|todas las|semanalmente|a diario|diariamente|al momento|enseguida|una vez)",
        "(avisame|aviseme|avisadme|avisenme|notificame|notifiqueme|mantenme|tenme|manteneme)",
        "(cuando|si|en cuanto) (llegue|lleguen|llega|llegan|venga|vengan|aparezca|aparezcan) * (me avisas|me avises"
        "|me dices)", "que me (avisaras|avisases|avisara|avisasen|avisaran|notificaras)",
        "(puedes|podrias|podes|quiero|quisiera|me gustaria) [que|me|recibir] [me] (avisarme|avises|notificarme"
        "|notifiques|avises|avisen|avisar|informarme|avisos|un aviso|notificaciones)",
        "(una vez a la|cada|una vez por) (semana) (basta|esta bien|me va|vale|es suficiente|me parece)",
    ),
    Request.PRIVATE: (
        "(respond~|contest~|escrib~|habl~|mand~|envi~|prefer~|prefier~|dig~|dic~|segu~) * (en privado|por privado"
        "|por dm|por md|por mensaje privado|al privado|por interno|por mp)",
        "(responde|respondeme|responder|responda|contesta|contestame|contestar|conteste|habla|hablame|hablemos|escribe"
        "|escribeme|escribeme|escribir|escribirme|manda|mandas|mandame|envia|envias|enviame|respondes|contestas"
        "|escribes|dices|hablas|dime|dimelo|pasame|seguimos|sigamos"
        "|respuestas|hablarme|responderme|contestarme|mandamelo|enviamelo|decirmelo|continua) * (en privado|por privado"
        "|por dm|por dms|por md|al dm|al md|por mensaje privado|por mensaje directo|al privado|por interno|por mp|en dm"
        "|en un mensaje privado)", "no (me nombres|digas mi nombre|menciones mi nombre|publiques mi nombre|pongas "
        "mi nombre|uses mi nombre)",
    ),
    Request.PUBLIC: (
        "(responde|respondeme|responder|contesta|contestame|habla|hablame|escribe|escribeme|dime|respuestas|contestar"
        "|nombrarme|nombrame|responda|conteste) * (en publico|publicamente|en abierto|a la vista)",
    ),
    Request.WHY: (
        "(por que|porque) (me|lo|la|el|ella|ese|esa|este|esta|sale|aparece|dices|has|nos) * (muestr~|sugier~|recomiend~"
        "|dices|sale|salen|aparece~|coincidencia~|persona|cuenta|resultado|nombras|ensen~|propon~|dicho|relacion~)",
        "(por que|porque) (sale|aparece|aparezco|salgo|dices|me sugieres|me recomiendas|me muestras|me ensenas|me "
        "sale)",
        "como (has|sabes|supiste|sabe|lo has) * (encontrado|sabido|que es|que son|quien|quienes)",
    ),
    Request.PROVE: (
        "(como|quiero|puedo|para|necesito|donde|debo|quisiera) [_] [_] [_] (demostrar|demuestro|probar|pruebo|verificar"
        "|verifico|confirmar|confirmo|acreditar|acredito|autenticar|comprobar) [_] [_] (soy|mi|cuenta|identidad"
        "|quien|era"
        "|yo|mia|esa|x)", "(demostrar|probar|verificar|confirmar) (mi cuenta|mi identidad|que soy|que era|quien soy)",
        "(cual es|donde esta|donde pongo|donde publico|donde va) (mi|el) codigo",
        "(he publicado|ya publique|publique|ya puse|he puesto|ya he puesto) [el|mi|tu] codigo",
    ),
    Request.FIND: (
        f"(busc~|encontr~|encuentr~|localiz~|rastre~|reconect~|reencontr~|recuper~|revis~|comprueb~|mir~|muestr~"
        f"|ensen~) * ({_OWN}|amigos|amigas|contactos|seguidores|seguidos|conocidos|mutuals)",
        f"{_FIND} [me|por favor|ya|tambien|si|por mi|a] [con] ({_OWN}|{_PEOPLE})",
        f"(encontrar|buscar|ver|saber|localizar|reencontrar~|reconectar~|conectar|recuperar|hallar|mostrarme|ensenarme"
        f"|decirme|reencontrarme) * {_OWN}",
        "(a|de) (quien|quienes) [_] [_] (seguia|sigo|segui|conozco|conocia|sigue)",
        "(busco|estoy buscando|ando buscando) (a|amigos|gente|mis|mi|contactos|personas|los|las|seguidores|conocidos"
        "|colegas|companeros)", f"(que|cuales|cuantos|cuantas) [de] [mis|los] (amigos|amigas|contactos|seguidores"
        f"|conocidos|colegas|personas) * {_HERE}", f"(dime|decirme|saber|ver|sabes|sabe|mira|dices) si [hay|esta"
        f"|ha] (alguien|gente|algun~) * {_HERE}", f"(mira|mirar|ver) [a ver] si (estan|esta|hay) [_] {_OWN}",
        f"(quien|quienes|cuales) * {_HERE}",
        "(quien|quienes) (mas|de mis|de los|de mi|de las|hay|han llegado|me seguia|me seguian|me segui~|me conoce"
        "|esta ya|se ha)", "(quien|quienes) (esta|estan|anda|ha llegado) $", f"(esta|estan|hay|donde|han|ha|andan"
        f"|anda|tengo|habra|siguen) * {_OWN}",
        f"{_OWN} * {_HERE}", f"{_OWN} [_] donde", "con (quien|quienes) [_] (reconect~|conect~|reencontr~)",
        "(a los|a las|los|las|la gente|a la gente|mi gente) de (x|twitter|tuiter)",
        f"{_OWN} (de|del|en) (x|twitter|pajarito|antes)",
        "(los|las|gente|personas|cuentas|todos) [_] (a quienes|a las que|a los que|que|a la que) [yo] (seguia|segui"
        "|sigo|conozco|conocia|me seguia~|me siguen)", "gente que (seguia|conozco|me seguia|yo seguia|sigo)",
        "(cuantos|cuantas|cuanta gente) (de mis|de los|de las|de mi|me|amigos|contactos|seguidores|de la gente)",
        "(cuantos|cuantas) * (seguia|conozco|me seguia~|mis)",
        "(esta|estan) [aqui|aca|ya] (alguien|gente|algun~) * (seguia|conozco|conozca|sigo|mi|mis)",
        "hay (alguien|gente) * (conozca|conozco|conocido|seguia|aqui|aca|por aqui|por aca|mi|mis|seguia~)",
        "(hay|alguna|algun) (alguien|gente|algun|alguna) (conocido|conocida|de mis|de los|de mi|que)",
        "(ha|han|llego|llegaron|vino) [llegado|venido|entrado] (alguien|gente|algun~)", "(alguien|gente) nuev~",
        f"(que|cuanta) gente * [_] [_] {_HERE}", "no (encuentro|veo|consigo encontrar|logro encontrar) a (nadie|mis"
        "|mi|los)",
        "a quien (puedo|deberia|tengo que) "
        "(seguir|buscar)", "donde (esta|estan|andan) (todo|todos|todas|la gente|mi|mis|los)",
        "(nuevas|nuevos|mas) (coincidencias|llegadas|llegados|contactos)", "ayudame a (encontrar|buscar|reencontrar~"
        "|reconectar~|localizar|recuperar)", "quiero (encontrar|reencontrar~|reconectar~|buscar|ver) _",
    ),
    Request.COUNT: (
        "(cuantos|cuantas|cuanta gente|cuantas personas) [_] [_] (somos|son|sois|van|hay|estamos|llevamos|han|ha|gente"
        "|personas|usuarios|inscrit~|registrad~|cuentas|participantes|se|migrado|salido|dejado|tienes|tiene|teneis)",
        "(numero|cantidad|cifra|total) de (personas|gente|usuarios|inscritos|cuentas|participantes|registrados"
        "|llegadas|migrantes)",
        "(dame|dime|muestrame|ver|cuales son|ensename|pasame|que) [_] [ultimas|ultimos] (cifras|numeros|estadisticas"
        "|contadores|stats)", "como va la campana", "(por|a) (cuantos|cuantas) (vamos|van|habeis|han|hemos|estamos"
        "|vais|llegan|llegaron) *", "como (va|van|estan) (los|las|la|el) (numeros|cifras|cuenta|contador"
        "|estadisticas|recuento)", "(por|a) (cuantos|cuantas) $", "por donde (vamos|van|vais)",
    ),
    Request.HELP: (
        "(ayudame|ayudeme|ayudenos|ayudenme|ayudadme|ayudarme|ayudar|ayudas|ayudanos|echame una "
        "mano|echarme una mano)", "(necesito|quiero|dame|pido|alguna|un poco de|tu|su|hay) ayuda",
        "como (funciona~|va esto|se usa|se hace|te uso|hago|puedo|debo|me|traigo|importo|subo|mando|uso|lo|se"
        "|empiezo|participo|dejo|salgo|me voy"
        "|descargo|bajo|conecto|enlazo|vinculo|registro|es esto|creo|busco|encuentro|haria|hay que|tengo que|elimino"
        "|borro|cierro)", "(no se|no entiendo|no comprendo|no me queda claro|no pillo) [_] (como|que|nada|esto|bien|de|"
        "lo|muy|el|por)", "(que|y que) (es esto|es quittex|haces|hace|puedes|podes|sabes hacer|puede|eres|sos|ofreces"
        "|se supone|tengo que|debo|puedo|es mastodon|es bluesky|es el fediverso|hago|hay que|tal funciona)",
        "(quien|quienes) [te|os|lo|esta|te ha|te han] (eres|sos|sois|es usted|hizo|creo|creado|gestiona|lleva|maneja"
        "|mantiene|detras|opera|programo|ha creado|administra|paga|hecho|esta detras)",
        "(eres|sos|es usted|es esto|esto es|sois) [un|una] (bot|robot|humano|humana|persona|real|de verdad|maquina|ia"
        "|seguro|fiable|oficial|estafa)", "para que (sirves|sirve|eres|es esto|es)", "de que va (esto|la cosa|quittex)",
        "(explica~|explique~|explicar~|cuentame|contame|dime|hablame|ensename) [como|mas|que|un poco|de] [_] (esto|como"
        "|funciona~|que|ti|mas|quittex|eres|hacer|haces|sobre)", "tengo (una|un) (duda|pregunta|problema|consulta)",
        "(quiero|quisiera|me gustaria) (registrarme|inscribirme|participar|apuntarme|unirme|empezar)",
        "(esto|no me|me) (no funciona|no va|funciona)", "no (funciona|me funciona|va)", "estoy (perdid~|liad~)",
        "(la|una|tu|alguna) guia", "(cuales son|que) [los|las|hay] (comandos|ordenes|opciones|palabras)",
        "(soy|estoy) nuev~ * (aqui|en esto|aca)", "instrucciones", "saber mas",
    ),
}  # fmt: skip

SPANISH: Final = Language(
    code="es",
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
    refusals=("(no|nop|nones|spam)",),
    denials=("(no|nunca|jamas|deja|deje|dejar|dejad|basta|ni|tampoco|sin)",),
    closing=CLOSING,
    may_ask=(
        "^ (puedes|podes|podrias|puede|podria|pueden|me puedes|me haces|quieres|te importa|te importaria|seria posible"
        "|me dejas) _",
    ),
    to_us=TO_US,
    hints={
        Request.FIND: ("busca", "buscar", "buscame", "encuentra", "encontrar"),
        Request.HELP: ("ayuda", "ayudame", "ayudeme"),
    },
    joining=frozenset({"y", "luego", "despues"}),
    short_forms=SHORT_FORMS,
    claims=CLAIMS,
)
