"""What Spanish posts hold besides requests: courtesy, complaints, talk and chat."""

from __future__ import annotations

from typing import Final

from bot.domain.grammar import word_set

COURTESY: Final = (
    # greetings
    "hola [de nuevo|otra vez|a (todos|todas|todxs)|que tal|buenas]", "holi", "holis", "buenas [tardes|noches|a todos]",
    "buenos dias", "buen dia", "buena (tarde|noche)", "(que tal|como) (estas|esta|estais|andas|todo|va todo)",
    "que tal",
    "[un] (saludo|saludos|abrazo) [cordial|cordiales|a todos]", "oye", "oiga", "oigan", "que onda", "muy buenas",
    "encantado", "encantada", "hasta luego", "un placer", "feliz dia",
    # politeness
    "(por favor|porfa|porfavor|porfis|por fis|porfi|xfa|xfavor|pf)", "[muchas|mil|muchisimas] gracias [de antemano|por "
    "adelantado|por todo|por la ayuda|por tu ayuda|amigo|bot|a ti]", "(perdon|perdona|perdone|disculpa|disculpe"
    "|disculpen) [por molestar|que te moleste|la molestia|las molestias|que moleste]",
    "(te lo|se lo|os lo) (ruego|pido|agradezco|agradeceria|suplico)", "(cuando|si) (puedas|puedes|puede|quieres"
    "|gustas)",
    "si (es posible|no es mucha molestia|no te importa|eres tan amable)", "(amablemente|encarecidamente)",
    "(te agradezco|agradecido|agradecida) [de antemano]", "hazme el favor",
    # us
    "(mi|querido|estimado|amigo|el|senor|pequeno|lindo|maldito|simpatico|don) [querido|pequeno] (bot|robot|quittex)",
    "quittex [bot]", "helloquittex", "quittexbot", "bot", "robot", "tio", "tia", "amigo", "colega", "majo", "crack",
    "jefe", "bro", "wey", "guey", "parce", "hombre", "senor", "maestro",
    # insistence
    "bueno", "pues", "entonces", "vale", "okey", "ahora mismo", "ahorita", "inmediatamente", "rapido", "rapidito",
    "de una vez [por todas]", "de verdad", "en serio", "he dicho", "te digo", "te he dicho", "te dije", "simplemente",
    "por fin", "al fin", "ok vale", "de inmediato", "cuanto antes", "ya mismo",
)  # fmt: skip

PADDING: Final = (
    "ya", "aqui", "aca", "ahora", "hoy", "tambien", "yo tambien", "pero", "una pregunta", "una preguntita", "duda",
    "una duda", "probando", "probando probando", "a ver", "un poco", "por curiosidad", "es que", "mira", "bien", "eh",
    "entonces", "pregunta", "todavia", "aun", "solo", "para mi", "de nuevo", "al final", "ademas",
)  # fmt: skip

COMPLAINT: Final = (
    "no gracias", "(te|se|os) (has equivocado|equivocas|equivoca|equivocaste|equivocais|confundes|confunde|has "
    "confundido)", "(basta|suficiente|ya basta|basta ya|ya esta bien|ya vale|que pesado|que pesada|pesado|que cansino"
    "|cansino)", "(esto|eso) es (spam|acoso|molesto|demasiado|pesado|intrusivo|insoportable)", "(es|es puro) spam",
    "(eres|sos) (un|muy|una) (pesado|pesada|molesto|plasta|cansino|spam|intrusivo)", "me tienes (harto|harta|frito)",
    "(estoy|ya estoy) (harto|harta|cansado|cansada) [de ti|de esto|de tus mensajes|de vos]", "me (molestas|cansas"
    "|agobias|estas molestando|estas spameando|incomodas|hartas)", "no me interesa [nada|esto|tu servicio|mas]",
    "no te (he pedido nada|pedi nada|he llamado|pregunte)", "yo no (he pedido nada|pedi nada|te he pedido nada|pedi "
    "esto)",
    "no he pedido (nada|esto)", "(estupido|maldito|puto|tonto|pinche) (bot|robot)", "demasiados (mensajes|avisos)",
    "no (quiero|necesito) (esto|eso|nada|nada de esto)", "(te|os|lo) (bloqueo|denuncio|voy a (bloquear|denunciar|"
    "reportar)|he (bloqueado|denunciado)|reporto)", "(bloqueado|denunciado|bloqueada|reportado)", "en serio",
    "(escribes|hablas) demasiado", "no estoy (interesado|interesada)", "lo digo en serio", "se acabo", "hablo en serio",
)  # fmt: skip

TALK: Final = (
    # us, told of
    "(este|el|un|ese|al|del|los|esos|nuestro|otro|unos|gran|buen) [_] (bot|bots|robot|robots|proyecto|servicio|cuenta "
    "que)", "(esta|una|la|esa|gran|buena) (herramienta|app|aplicacion|iniciativa)", "esta (cosa|web|pagina)",
    "(bot|robot|herramienta|app|servicio) (que|para|es|puede|funciona|encuentra|permite|ayuda|va|hace|busca)",
    "gracias a", "quotedwords", "(sirve|vale|util) para (que|encontrar|buscar|ver|la|los)",
    "(te|os|nos|les|le) (ayuda|permite|ayudan|permiten|ayudo|busca|encuentra|muestra|dice|permitira) [a] _",
    # somebody else, or advice to somebody
    "(tus|vuestros|sus|vuestra|tu|su|vuestras) [antiguos|antiguas|viejos|propios] (amigos|amigas|contactos|seguidores"
    "|seguidos|seguimientos|gente|red|comunidad|archivo|cuenta de x|cuenta de twitter)",
    "(podeis|pueden usar|podriais|basta con|solo hay que|hay que|solo tienes que|solo teneis que|te recomiendo|os "
    "recomiendo|recomiendo|se puede|puedes usar|puedes pedirle|puedes preguntarle|preguntad"
    "|preguntale|preguntadle|si quereis|si buscas|si buscais|si usas|para quienes|para los que|para quien|quien quiera"
    "|los que quieran|todo el que)",
    "^ (prueba|probad|prueben|usa|usad|usen|utiliza|menciona|mencionad|pregunta|invita|comparte|compartid|unete|uneos"
    "|animate|animaos|venid|vengan|mirad|registrate|sigue|seguid|sigan|pide|pedid|ven|leed|lee) _",
    "(el|ella|alguien|@|ellos|ellas|mi (madre|padre|amigo|amiga|jefe|marido|mujer|novia|novio|hermano|hermana|hijo)) "
    "[me|nos|le|les|te|se|no] [ha|han] (dijo|dice|dicen|decia|dicho|pregunto|pregunta|quiere|piensa|cree|respondio"
    "|escribio|sabe|busca|preguntado|contado|necesita|sigue|seguia|usa|puede|es|era|tiene)",
    "(de|sobre|con|para|por|que|sigue|seguia|y|a|segun|como|donde|encontrar|busca|ver|es|tiene|sabe|hace|esta) @",
    "@ (es|era|esta|sigue|seguia|dice|tiene|sabe|va|puede|ha|y)",
    # what was
    "(he|has|ha|hemos|habeis|han|habia|habria|haya|haber) [ya|por fin|podido|al fin|vuelto a|tambien|logrado"
    "|conseguido]"
    " (encontrado|reencontrado|buscado|visto|usado|probado|preguntado|recuperado|pedido|encontrar|reencontrar~|ver"
    "|recuperar|descubierto)", "[ya] (encontre|reencontre|recupere|descubri|pregunte|probe) (a|mis|que|ya|este|esta|un"
    "|una|lo|la|todos|gente|por|mucha|varios)", "(me|nos) (encanta|alegra|gusta) (ver|encontrar|buscar|que|poder)",
    "(que|es) (bueno|bonito|dificil|facil|genial|raro|triste|lindo|padre|guay|alegria|ilusion|gusto) [es|me es] (ver"
    "|encontrar|que"
    "|buscar|reencontrar~)", "(dificil|facil) (de|encontrar|buscar)",
    "ayuda (humanitaria|para|a) (los|las|el|la|gaza|todos|quien|quienes)", "ayuda humanitaria",
    "se busca", "se buscan",
    # denials
    "no (quiero|hace falta|busco|busques|necesito|estoy|es|hay|deberia|voy|pienso|vuelvo|dejes|dejo|dejeis|dejemos|creo"
    "|digo|me importa|creas|pares|uses|vayas|me voy|olvides|son|era|fue|tengo|me ayudes|ayuda|me ayuda|busca"
    "|encuentra)",
    "(nunca|jamas|sin|tampoco|ni siquiera|en vez de|en lugar de|en contra de|nadie) ", "dejad de _ _",
    "(quien|que|a quien) (sabe|quiere|demonios|cojones|diablos|mierda|carajo|le importa|te crees|lo diria|llora"
    "|mama|rie|dijo|necesita)",
)  # fmt: skip

CHAT: Final = (
    "gracias~", "genial~", "perfecto~", "estupendo", "fantastico", "maravill~", "increible~", "excelente~", "guay",
    "mola~", "chevere", "bacan", "padre", "chido", "buenisim~", "brutal", "de lujo", "bien (hecho|jugado|dicho)",
    "(buen|gran) (bot|trabajo|curro|robot|servicio|aporte|dia|hilo)", "me (encanta|gusta|alegro|mola|parece)~",
    "felicidades", "felicitaciones", "enhorabuena", "bravo", "ole~", "de nada", "no hay de que", "un placer", "jaja~",
    "jeje~", "jiji~", "jajaj~", "lol~", "xd~", "ajaj~", "vaya", "vaya tela", "anda ya", "wow", "guau",
    "que (bueno|bonito"
    "|bien|guay|risa|gracia|pena|verguenza|asco|fuerte|raro|lastima|triste|maravilla|ilusion|alegria|horror|locura"
    "|grande|envidia|miedo|rabia|haces con|pasa|paso)", "igualmente", "exacto", "cierto", "verdad", "claro", "obvio",
    "tal cual", "de acuerdo", "totalmente", "no", "nop", "si", "sip", "ya veo", "entendido", "recibido", "anotado",
    "(dejar|deje|dejo|dejando|dejado|dejen|dejemos|dejad|salir|sali|salgo|irme|irse|abandon~|huir|cerrar|cerre|cerrado"
    "|borrar|borre|borrado|borra|elimina|eliminar|parar|cancelar) [de] [_] (x|twitter|tuiter|esa red|musk|elon|redes"
    "|app"
    "|el pajaro|facebook|instagram)", "x", "twitter~", "tuiter~", "tuit~", "elon", "musk~", "exodo~", "bluesky",
    "mastodon~", "fediverso", "(este|el|un|ese|los|esos|al|del) (bot|bots|robot|proyecto)", "bots", "chatbot~",
    "robots",
    "(tonto~|idiota~|imbecil~|estupid~|gilipollas|mierda~|puta~|puto~|cabron~|pendej~|boludo~|pelotudo~|asco|basura~"
    "|inutil~|porqueria|joder~|hostia|cojones|carajo|verga|chinga~|mamon~|subnormal|payas~|estafa~|timo|maldit~"
    "|feo|odio~|horrible~|pesimo|penoso|ridicul~|verguenza|jodete|capullo|cono|que te den|muerete|callaos)",
    "(me|nos) (voy|fui|vamos|fuimos|he ido|hemos ido|largo|marcho|quedo|mude|he mudado|pase|he pasado|largue|borre)",
    "(ya|por fin|recien|acabo de) (estoy|llegue|llegado|llegar|estamos|me|he llegado)", "estoy (feliz|content~|aqui "
    "desde|hasta|triste|de acuerdo|harto~|harta~)", "os (leo|sigo|quiero)", "te (quiero|amo|adoro|sigo|leo|odio)",
    "(mirad|leed|leer|via|rt|cc|ojo|atencion|hilo|noticia|articulo|recomiendo|recomendable|compartid|comparto"
    "|difundid|pasadlo|difusion|segun)", "quotedwords", "@", "llor~", "llorando", "(dijo|dice|dicen|decia|pregunto"
    "|pregunta) (que|si|a)", "hasta (luego|pronto|manana|otra|nunca)", "buena suerte", "suerte", "cuidate",
    "(no|nunca|jamas) [me|te|lo|le|nos|os|se|la|los] (olvid~|par~|dej~|borr~|elimin~|call~|det~|suprim~)", "olvidalo",
    "olvidense", "olvidaos", "olvidar", "recuerda~", "para (mi|ti|el|ella|nosotros|siempre|nada|todos|todas|eso|esto"
    "|que|la|los|las|un|una|variar|colmo|gustos|bailar)", "basta (ya|con|de|decir|que)", "viva~", "arriba", "animo",
    "guerra", "gaza", "palestina", "espana", "gobierno", "presidente", "politic~", "futbol", "gol", "partido",
    "ni (idea|loco|de broma|hablar)", "yo no", "tu no", "soy yo", "eres tu", "ni modo", "(se|me) (me) (ha|olvido|paso)",
)  # fmt: skip

WORDS: Final = word_set(
    "yo tu el ella nosotros vosotros ustedes ellos la los las un una unos unas mi mis tus su sus que quien quienes "
    "como "
    "donde cuando por para con sin en del al y o pero es son esta estan soy eres era fue hay no si ya muy mas me te se "
    "lo le les nos os hola gracias buenas buenos aqui esto eso este ese usted vos favor quiero puedes cuantos cuantas "
    "han ha he desde hasta sobre entre todo todos amigos gente alguien cual ahora tambien porque "
)

CLOSING: Final = (
    "gracias~", "vale", "ok vale", "de acuerdo", "hasta (luego|pronto|manana)", "adios", "chao", "si",
    "sip", "claro", "entendido", "perfecto", "(buen|lindo|gran) (bot|robot)", "feliz dia", "dale", "un abrazo",
    "okey",
)  # fmt: skip

TO_US: Final = word_set("tu te ti tus vos usted puedes podes podrias puede eres sos sabes tienes haces me mi")

SHORT_FORMS: Final = {
    "q": "que", "xq": "por que", "xque": "por que", "tb": "tambien", "tmb": "tambien", "tbn": "tambien", "pa": "para",
    "grax": "gracias", "grcs": "gracias", "dnd": "donde", "kien": "quien", "msj": "mensaje", "msjs": "mensajes",
    "mjs": "mensajes", "notis": "notificaciones", "privi": "privado", "ctos": "cuantos", "cuants": "cuantos",
}  # fmt: skip
