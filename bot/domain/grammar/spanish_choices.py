"""What people decide about themselves in Spanish: how often to be told, to be found or counted or not, yes and no."""

from __future__ import annotations

from typing import Final

from bot.domain.consent import Told

OFTEN: Final = {
    Told.NEVER: (
        "[ya] no me (avises|avise|avisen|notifiques|notifique|informes|informe|alertes) [mas|nunca mas|ya|de nada|de "
        "las llegadas|de nuevas llegadas]", "(deja|deje|deja ya|dejad) de (mandarme|enviarme|darme) avisos",
        "(deja|deje|deja ya|dejad) de (avisarme|notificarme|informarme|alertarme)",
        "[ya] no quiero [recibir|mas] [mas] (avisos|alertas|resumenes|que me avises|que me avisen|que me notifiques)"
        " [mas]", "(quita|desactiva|cancela|apaga|para|quitame) (los avisos|mis avisos|las alertas|el aviso)",
        "(sin|no mas) (avisos|alertas)", "nunca me avises",
    ),
    Told.WEEKLY: ("(semana|semanas|semanal|semanalmente|semanales|lunes)",),
    Told.DAILY: (
        "(cada|todos los|todas las|por|al|los) (dia|dias|mananas|manana)", "(diario|diaria|diariamente|diarios)",
    ),
    Told.AT_ONCE: (
        "(al instante|inmediatamente|de inmediato|en el acto|en seguida|enseguida|al momento|ya mismo|en tiempo real"
        "|sin esperar|al toque|cuanto antes)",
        "(en cuanto|tan pronto|apenas|cada vez|nada mas) ", "(cada|todas las) (hora|horas|llegada|llegadas|vez)",
    ),
}  # fmt: skip

CHOICES: Final = {
    ("found", "nobody"): (
        "(escondeme|ocultame|ocultarme|esconderme|hazme invisible|escondame|ocultame ya)",
        "(quiero|puedes|podrias|quisiera) (ocultarme|esconderme|ser invisible|ocultarme de (todos|todo el mundo))",
        "(ocultame|escondeme|no me (muestres|ensenes|muestre|ensene)) (a|de) (nadie|todos|todas|todo el mundo|los "
        "demas)",
        "no me (muestres|ensenes|muestre) [mas]", "que nadie me (encuentre|vea|busque)",
        "no quiero (que me encuentren|que nadie me encuentre|que me encuentre nadie|ser encontrado|ser encontrada"
        "|aparecer|que me vean|aparecer en las busquedas)",
    ),
    ("found", "followed"): (
        "(muestrame|ensename|mostrarme|que me encuentren|muestreme) (solo|solamente|unicamente) (a|los|las) "
        "(la gente que|quienes|los que|las que|los|que|personas que) [yo] (seguia|segui|sigo|que seguia)",
        "(solo|solamente|que solo) [a] (la gente que|quienes|los que|las personas que) [yo] (seguia|segui) [puede"
        "|pueden|puedan|me] (encontrarme|verme|encuentren|vean|me encuentren)",
    ),
    ("found", "network"): (
        "[quiero] que me (encuentren|vean|busquen|puedan encontrar)", "(vuelve a mostrarme|hazme visible|muestrame "
        "a mi red|muestrame a todos|muestrame a toda mi red|quiero ser "
        "visible|pueden encontrarme|que me encuentren|quiero que me encuentren|dejame ser visible|ya no me ocultes"
        "|no me ocultes mas|no me escondas mas)",
    ),
    ("counted", "no"): (
        "no me (cuentes|cuente|cuenten|incluyas en (las cuentas|los contadores|las cifras|las estadisticas))",
        "no quiero (que me cuentes|que me cuenten|ser contado|ser contada|estar en las estadisticas|salir en las "
        "cifras|contar)", "(quitame|sacame|borrame) de (las estadisticas|los contadores|las cifras|las cuentas)",
    ),
    ("counted", "yes"): (
        "(cuentame|contame|incluyeme) (otra vez|de nuevo|tambien|en las cifras|en los contadores|en las estadisticas"
        "|entre los que estan)", "(puedes|podes) contarme [otra vez|de nuevo|tambien]", "vuelve a contarme",
        "quiero (que me cuentes|que me cuenten|contar|ser contado|ser contada)",
    ),
}  # fmt: skip

YES: Final = (
    "(si|claro que si|por supuesto que si|claro|vale|de acuerdo|por supuesto|acepto|sip|venga|dale|si quiero"
    "|confirmo|adelante|desde luego|ok)",
)
NO: Final = (
    "(no|nop|para nada|de ninguna manera|no quiero|mejor no|en absoluto|ni hablar|claro que no|rechazo|no gracias)",
)

UNSURE: Final = (
    "(puedes|podes|podrias|puede|se puede|como|quiero|quisiera|me gustaria|es posible) [_] [_] (borrarme|eliminarme"
    "|olvidarme|suprimirme|darme de baja|borrar mi cuenta|borrar mis datos|eliminar mi cuenta|eliminar mis datos"
    "|borro mis datos|borro mi cuenta|elimino mis datos|elimino mi cuenta|me borras|me eliminas|me borro|borras mis "
    "datos|eliminas mis datos|borrarlo todo|borrar todo|eliminar todo|desaparecer)",
    "(borra|borrame|elimina|eliminame|olvida|borrad) (de|del|todo|toda|mi nombre|mi usuario|mi nombre de)",
    "(borras|eliminas) mis datos", "quiero desaparecer", "^ me olvidas $",
    "(borrame|eliminame|borreme|elimineme|suprimeme) de (tu|la|su|vuestra|esta|tus) (lista|listas)",
)  # fmt: skip
