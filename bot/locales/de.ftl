# Das Deutsch der Antworten. Eine Nachricht je Satz oder Zeile; die Zahlen gehören der Person selbst.

## Suchen

find-public = { $followed ->
    [one] { $mutual ->
        [0] 1 Person, der du auf X gefolgt bist, ist hier.
       *[other] 1 Person ist hier, der du auf X gefolgt bist und die dir gefolgt ist.
    }
   *[other] { $followed } Personen, denen du auf X gefolgt bist, sind hier{ $mutual ->
        [0] {""}
        [one] , 1 davon ist dir auch gefolgt
       *[other] , { $mutual } davon sind dir auch gefolgt
    }.
  }{ $reverse ->
    [0] {""}
    [one] {" "}1 weitere ist dir gefolgt.
   *[other] {" "}{ $reverse } weitere sind dir gefolgt.
  }
find-reverse = { $followers ->
    [one] 1 Person, die dir auf X gefolgt ist, ist hier.
   *[other] { $followers } Personen, die dir auf X gefolgt sind, sind hier.
  }
find-public-line = → { $who }
find-public-more = { $count ->
    [one] Und 1 weitere
   *[other] Und { $count } weitere
  }: schick mir „suche“ als private Nachricht, dann kommt die Liste.
find-public-rest = { $count ->
    [one] Und 1 weitere.
   *[other] Und { $count } weitere.
  }
find-public-list = { $count ->
    [one] Um zu erfahren, wer es ist
   *[other] Für die Liste
  }, schick mir „suche“ als private Nachricht.
find-line-mutual = → { $who } (ihr folgtet einander)
find-line-followed = → { $who } (du folgtest)
find-line-follower = → { $who } (folgte dir)
find-more = { $count ->
    [one] Und 1 weitere.
   *[other] Und { $count } weitere.
  }
find-none = Aus deinem X-Netzwerk ist meines Wissens noch niemand hier. Das ändert sich schnell: frag mich in ein paar Tagen wieder!{ people-so-far }
not-linked = Ich weiß noch nicht, wer du auf X warst. Sag mir zum Beispiel „Ich war x.com/name“ mit deinem alten Namen, und ich suche dein Netzwerk hier.{ people-so-far }
people-so-far = { $people ->
    [0] {""}
    [one] {" "}1 Person hat die Verbindung schon hergestellt.
   *[other] {" "}{ $people } Personen haben die Verbindung schon hergestellt.
  }

## Ankünfte, privat, für alle, die darum gebeten haben

digest-first = { digest-here }:
digest-now = { digest-come }:
digest-yesterday = Seit gestern { digest-arrived }:
digest-weekday = Seit { $day } { digest-arrived }:
digest-since = Seit { $day } { digest-arrived }:
digest-here = { $followed ->
    [one] 1 Person, der du auf X gefolgt bist, ist schon hier
   *[other] { $followed } Personen, denen du auf X gefolgt bist, sind schon hier
  }
digest-come = { $followed ->
    [one] 1 Person, der du auf X gefolgt bist, ist gerade angekommen
   *[other] { $followed } Personen, denen du auf X gefolgt bist, sind gerade angekommen
  }
digest-arrived = { $followed ->
    [one] ist 1 Person angekommen, der du auf X gefolgt bist
   *[other] sind { $followed } Personen angekommen, denen du auf X gefolgt bist
  }
digest-foot = Ein Wort, „stopp“, und ich schreibe nicht mehr. { $issue }
digest-foot-first = Ich bin der Bot von { $campaign }, betrieben von { $operator }, und du hast mir erlaubt, dir Bescheid zu sagen. Ein Wort, „stopp“, und ich schreibe nicht mehr. { $issue }
tell-me-weekly = Notiert: Am Montagmorgen schreibe ich dir privat, wer von den Leuten angekommen ist, denen du auf X gefolgt bist. Ein Wort, „stopp“, und ich schreibe nicht mehr.
tell-me-daily = Notiert: Jeden Morgen schreibe ich dir privat, wer von den Leuten angekommen ist, denen du auf X gefolgt bist. Ein Wort, „stopp“, und ich schreibe nicht mehr.
tell-me-at-once = Notiert: Sobald jemand ankommt, dem du auf X gefolgt bist, sage ich es dir privat, höchstens einmal in der Stunde und nie in der Nacht. Ein Wort, „stopp“, und ich schreibe nicht mehr.
tell-me-open = Damit es dich erreicht, folge mir oder schreib mir einmal privat.
tell-me-elsewhere = Notiert. Hier habe ich keine privaten Nachrichten: Ich schreibe an ein anderes deiner Konten, das sie hat, sonst hier öffentlich nur, wie viele von X angekommen sind, ohne Namen. Ein Wort, „stopp“, und ich schreibe nicht mehr.

## Ankünfte, wo es keine privaten Nachrichten gibt: Zahlen, und niemandes Name

public-digest-first = { $reader } { digest-here }.
public-digest-now = { $reader } { digest-come }.
public-digest-yesterday = { $reader } Seit gestern { digest-arrived }.
public-digest-weekday = { $reader } Seit { $day } { digest-arrived }.
public-digest-since = { $reader } Seit { $day } { digest-arrived }.
public-digest-foot = Antworte „suche“, um mehr zu erfahren, „stopp“, und ich schreibe nicht mehr. { $issue }
public-digest-foot-first = Ich bin der Bot von { $campaign }, betrieben von { $operator }; du hast es mir erlaubt. Antworte „suche“, um mehr zu erfahren, „stopp“, und ich schreibe nicht mehr. { $issue }

## Sagen, wer man ist

claim = Danke, notiert! Um zu beweisen, dass dieses X-Konto deins ist, sag mir „beweis“; { $operator } kann es auch bestätigen. Danach sag mir „suche“.
claim-waiting = Das ist schon notiert, danke. Um zu beweisen, dass dieses X-Konto deins ist, sag mir „beweis“; { $operator } kann es auch bestätigen.
claim-proven = Dieses X-Konto ist nachweislich deins, danke. Mir fehlt nur seine Nummer: Dein X-Archiv enthält sie, und { $operator } kann es einlesen. Danach sag mir „suche“.
claim-frozen = Ein anderes Konto hier sagt, dieses X-Konto sei seins gewesen. Bis das geklärt ist, gilt keines. Sag mir „beweis“: Ein Code, auf X gepostet, klärt es. { $operator } kann auch entscheiden.
archive-guide = Dein X-Archiv beweist es: { $operator } kann es einlesen. So lädst du es herunter: { $guide }
link-known = Wir kennen uns schon: Dieses X-Konto ist mit deinem verbunden. Sag mir „suche“, um zu sehen, wer hier ist.

## Beweisen, wer man auf X war

prove = Veröffentliche auf X, von dem genannten Konto, einen Beitrag mit { $code } und schick mir dann die Adresse (den Link) dieses Beitrags. Der Code gilt einmal, { $hours } Stunden lang.
prove-privately = Du kannst sie mir auch privat schicken.
prove-known = Dieses X-Konto ist schon nachweislich deins. Sag mir „suche“, um zu sehen, wer hier ist.
prove-address = Das ist nicht die Adresse eines Beitrags auf X: So eine Adresse endet mit „status/“ und einer Zahl. Schick sie mir bitte noch einmal.
prove-too-often = Ich habe schon mehrere Beiträge für dich angesehen. Bitte versuch es in einer Stunde wieder.
prove-linked = Ich habe den Code gesehen: Dieses X-Konto ist jetzt mit deinem verbunden, danke! Lass den Beitrag bitte eine Woche stehen. Sag mir „suche“, um zu sehen, wer hier ist.
prove-proven = Ich habe den Code gesehen: Dieses X-Konto ist deins, danke! Lass den Beitrag bitte eine Woche stehen. Mir fehlt nur seine Nummer: Dein X-Archiv enthält sie, und { $operator } kann es einlesen.
prove-protected = Ich habe den Code gesehen, danke. Aber dieser Name ist geschützt oder ähnelt dem eines anderen: { $operator } muss ihn erst ansehen.
prove-no-code = Ich sehe den Beitrag, aber nicht den Code in seinem eigenen Text. Prüf ihn bitte; sag mir „beweis“, um den Code noch einmal zu bekommen.
prove-other-author = Dieser Beitrag ist nicht von dem X-Konto, das du mir genannt hast. Veröffentliche den Code von dort, oder nenn mir ein anderes.
prove-gone = Ich sehe diesen Beitrag nicht. Vielleicht ist er gelöscht oder das Konto geschützt: Der Beitrag muss für alle da sein, während ich nachsehe. Schick mir dann seine Adresse noch einmal.
prove-unreadable = Was X über diesen Beitrag sagt, verstehe ich nicht, tut mir leid. Versuch es bitte später wieder; { $operator } kann auch helfen.
prove-unreachable = X hat mir einen ganzen Tag lang nicht geantwortet, tut mir leid. Schick mir die Adresse bitte später noch einmal; { $operator } kann auch helfen.
prove-expired = Dieser Code gilt nicht mehr. Sag mir „beweis“, und ich gebe dir einen neuen.

## „Nicht ich“

not-me = Verstanden: Ab jetzt sage ich niemandem mehr, dass du dieses X-Konto warst. { $operator } sieht es sich an und kann es rückgängig machen.
not-me-claim = Verstanden: Was du mir über X gesagt hast, behalte ich nicht länger. Du kannst mir jederzeit neu sagen, wer du warst.
not-me-stranger = Verstanden: Ab jetzt sage ich niemandem mehr, dass das andere Konto du bist. { $operator } sieht es sich an.
not-me-again = Das ist schon notiert: Ich sage es niemandem. { $operator } sieht es sich an.
not-me-nothing = Ich verbinde dich mit keinem X-Konto, also gibt es nichts rückgängig zu machen.

## Privat, an die Menschen, um deren X-Konto es geht

told-linked = Hier ist der Bot von { $campaign }. Das X-Konto, das du mir genannt hast, ist jetzt mit deinem verbunden. Sag mir „suche“, um zu sehen, wer hier ist, oder „stopp“, und ich schreibe nicht mehr.
told-disputed = Hier ist der Bot von { $campaign }. Ein anderes Konto sagt, dein X-Konto sei seins gewesen. Bis das geklärt ist, zeige ich keines. Sag mir „beweis“: Ein Code auf X klärt es. { $operator } kann auch entscheiden.
told-lost = Hier ist der Bot von { $campaign }. Das X-Konto, das du mir genannt hattest, geht an ein anderes Konto: stärkerer Beweis oder Entscheidung von { $operator }. Ist das falsch, sag mir neu, wer du auf X warst, dann „beweis“.
told-joined = Hier ist der Bot von { $campaign }. Ein anderes Konto hat bewiesen, dass dein X-Konto seins war. Gehört auch dieses Konto dir, ist alles gut. Wenn nicht, sag mir „nicht ich“.
told-settled = Hier ist der Bot von { $campaign }. Die Frage deines X-Kontos ist geklärt: Es ist mit deinem verbunden, wie zuvor.

## Stillwerden, wiederkommen

stop = Verstanden, ich schreibe dir nicht mehr; mit dem Wort „weiter“ rufst du mich zurück.
resume = Da bin ich wieder, gern! Sag mir „suche“, um zu sehen, wer hier ist, oder „stopp“, damit ich still bin.

## Genannt werden oder nicht

private = Notiert: Ich nenne dich nicht mehr öffentlich und antworte dir privat. Das Wort „öffentlich“ macht es rückgängig.
private-elsewhere = Notiert: Ich nenne dich nicht mehr öffentlich, weder in meinen Antworten noch auf der Liste der Kampagne; das Wort „öffentlich“ macht es rückgängig.
private-open = Damit meine Antworten dich privat erreichen, schreib mir einmal privat.
public = Notiert: Ich darf dich öffentlich nennen, in meinen Antworten und auf der Liste der Kampagne; das Wort „privat“ genügt, um sie zu verlassen.

## Warum

why-method = { $method ->
    [archive] X-Archiv
    [archive-and-profile] X-Archiv und Profil
    [code] Code auf X gesehen
    [admin] vom Team geprüft
    [domain] geprüfte Domain
    [move] umgezogenes Konto
   *[registry] das Register der Kampagne
  }
why = Dein X-Konto ist mit deinem Konto hier verbunden. Beweis: { why-method }, { $since }. Und deine Treffer:
why-own = Dein X-Konto ist mit deinem Konto hier verbunden. Beweis: { why-method }, { $since } (Stufe { $level } von 5).
why-ask = Was hinter deinen Treffern steht, sage ich dir auf „warum“ in einer privaten Nachricht.
why-line = → { $who }: { $relation ->
    [mutual] ihr folgtet einander
    [followed] du folgtest
   *[follower] folgte dir
  }, { $witness ->
    [own] sagt deine X-Liste vom { $day }
    [both] sagen eure beiden X-Listen
   *[theirs] sagt deren eigene X-Liste
  }. Beweis: { why-method }, { $since }.

## Die öffentliche Liste der Kampagne: ihre Beschreibung.

list-description = Menschen und Organisationen von { $campaign }, die öffentlich genannt werden wollen. Ein Wort an dieses Konto genügt, um sie zu verlassen: „privat“ oder „stopp“.

## Zählen

count = { $campaign }, jetzt gerade:

## Helfen

help = Ich bin der Bot von { $campaign }, betrieben von { $operator }. Ich finde dein X-Netzwerk hier. Sag mir:
help-guide = Die Anleitung: { $guide }
help-find = „suche“: wer hier ist
help-link = „Ich war x.com/name“: dein X-Konto
help-count = „wie viele“: die Zahlen
help-tell-me = „sag mir Bescheid“: Ankünfte, privat
help-stop = „stopp“: kein Wort mehr
help-resume = „weiter“: wieder reden
help-prove = „beweis“: dein X-Konto beweisen
help-not-me = „nicht ich“: dieses X-Konto ist nicht meins
unclear = Das habe ich nicht verstanden, tut mir leid. Versuch „suche“, „wie viele“, „Hilfe“ oder „stopp“. Hinter mir steht auch ein Mensch: { $operator }.
later = Ich sehe, worum du bittest, aber das kann ich noch nicht. Frag bitte { $operator }.
welcome = Willkommen! Ich bin der Bot von { $campaign } und suche die Leute aus deinem X-Netzwerk hier. Sag mir „Hilfe“, um mehr zu erfahren, „stopp“, um nichts mehr von mir zu hören. Auch ein Mensch antwortet: { $operator }.

## Die öffentlichen Zahlen; dieselben Zeilen antworten auf „wie viele“.

announcement-counters = { $campaign } · { $slot }
announcement-counters-people = { $count ->
    [one] 1 Person registriert
   *[other] { $count } Personen registriert
  }
announcement-counters-people-growth = { $count ->
    [one] 1 Person registriert
   *[other] { $count } Personen registriert
  } (+{ $growth } in einer Woche)
announcement-counters-accounts-bluesky = { $count ->
    [one] 1 Konto auf Bluesky
   *[other] { $count } Konten auf Bluesky
  }
announcement-counters-accounts-mastodon = { $count ->
    [one] 1 Konto auf Mastodon und Verwandten
   *[other] { $count } Konten auf Mastodon und Verwandten
  }
announcement-counters-arrivals = { $count ->
    [one] 1 Ankunft
   *[other] { $count } Ankünfte
  }
announcement-counters-voices = { $count ->
    [one] 1 Stimme
   *[other] { $count } Stimmen
  } für die Kampagne
announcement-counters-edges = { $count ->
    [one] 1 Follow von X mitgebracht
   *[other] { $count } Follows von X mitgebracht
  }
announcement-counters-matches = { $count ->
    [one] 1 Follow von X mit beiden Personen hier
   *[other] { $count } Follows von X mit beiden Personen hier
  }
announcement-counters-reunited = { $count ->
    [one] 1 Person hat hier jemanden von X
   *[other] { $count } Personen haben hier jemanden von X
  }
announcement-counters-reconnected = { $count ->
    [one] 1 Follow von X gibt es hier wieder
   *[other] { $count } Follows von X gibt es hier wieder
  }
announcement-counters-early = Die Kampagne hat gerade erst begonnen: Zahlen gibt es ab { $smallest }.
announcement-tag = { $tag }

## Das Diagramm und sein Alternativtext.

chart-title = { $campaign }: wer schon hier ist
chart-subtitle = Registrierte Personen und verbundene Konten, Tag für Tag
chart-source = Quelle: das Register von { $campaign }, { $slot }
chart-people = Personen
chart-accounts-bluesky = Bluesky-Konten
chart-accounts-mastodon = Mastodon-Konten
chart-number = { $count }
chart-thousands = { $count } Tsd.
chart-millions = { $count } Mio.
chart-alt = Diagramm. { $title }.
chart-alt-point = { $label }: { $last } ({ $until }).
chart-alt-curve = { $label }: von { $first } ({ $since }) bis { $last } ({ $until }).

## Für die Verwaltung, privat.

alert-stopped = Bot von { $campaign }: Das Netzwerk „{ $network }“ lehnt unsere Anmeldung ab, dort hat der Bot angehalten; die anderen laufen weiter. Bitte Passwort oder Token erneuern, „quittex check“ ausführen, dann den Bot neu starten.
alert-gap = Bot von { $campaign }: Auf „{ $network }“ habe ich zwischen { $since } und { $until } UTC vielleicht nicht alles gesehen. „quittex status“ sagt, wie viel; nachzuholen ist nichts, außer von Hand zu antworten, wo es zählt.
alert-protected = Bot von { $campaign }: Jemand beansprucht einen geschützten Namen (Anspruch { $claim }). Niemand erfährt davon, bis du entscheidest: „quittex claims show { $claim }“.
alert-budget = Bot von { $campaign }: Auf „{ $network }“ sind { $percent } % des Sendebudgets verbraucht. Die Antworten gehen weiter, etwas langsamer; siehe „quittex status“.
alert-jump = Bot von { $campaign }: Ein Zähler ist unglaubwürdig gesprungen, darum wartet die Ankündigung { $post } auf dein Wort. „quittex outbox show { $post }“, dann „retry“ oder „withdraw“.
alert-disk = Bot von { $campaign }: Auf der Festplatte der Datenbank sind nur noch { $megabytes } MB frei. Bitte schaff Platz, bevor der Bot nichts mehr aufschreiben kann.

## Was der Bot von sich aus fragt: ein Wort antwortet.

consent-no = Notiert: Ich sage dir nichts über Ankünfte. Wenn du es dir anders überlegst, genügt „sag mir Bescheid“.
consent-question = Soll ich dir jeden Montag sagen, wer angekommen ist? Antworte „ja“ oder „nein“.
consent-question-whole = { consent-question } Dein X-Netzwerk kann dich hier finden („versteck mich“ verhindert es), ich nenne dich öffentlich nur, wenn du „öffentlich“ sagst, und du zählst in den Zahlen mit.
consent-chosen = Notiert. Die Worte { $choice ->
    [found-nobody] „mach mich sichtbar“
    [counted-no] „zähl mich mit“
    [counted-yes] „zähl mich nicht“
   *[found-network] „versteck mich“
  } machen es rückgängig.
consent-now = Ab jetzt: { $found ->
    [nobody] niemand kann dich finden
    [followed] nur Leute, denen du auf X gefolgt bist, können dich finden
   *[network] dein X-Netzwerk kann dich finden
  }, { $named ->
    [yes] ich darf dich öffentlich nennen
   *[no] ich nenne dich nicht öffentlich
  }, { $told ->
    [weekly] ich sage dir montags Bescheid
    [daily] ich sage dir jeden Morgen Bescheid
    [at-once] ich sage dir sofort, wer ankommt
   *[never] ich sage dir nichts über Ankünfte
  }, { $counted ->
    [no] du zählst nicht mit
   *[yes] du zählst mit
  }.

## Rechte: eine Antwort zurückgenommen, alles gelöscht, alles gezeigt

delete = Erledigt: Diese Antwort von mir wird gelöscht.
delete-none = Ich finde keine Antwort von mir an dich, die sich löschen ließe.
forget = Gelöscht, { $when }: was du mir gesagt und was andere über dich mitgebracht haben, { $accounts ->
    [one] 1 Konto
   *[other] { $accounts } Konten
  }, { $lists ->
    [one] 1 X-Liste
   *[other] { $lists } X-Listen
  }, { $posts ->
    [one] 1 Antwort von mir
   *[other] { $posts } Antworten von mir
  }. Es bleibt ein Fingerabdruck, der niemanden nennt, damit keine Sicherung dich zurückbringt. Mach es gut!
forget-ask = Soll ich alles, was ich über dich habe, endgültig löschen und meine Antworten an dich auch? Sag mir „ja“ oder „vergiss mich“.
forget-no = Gut, es ändert sich nichts.
export = Was ich über dich aufbewahre:
export-x = { $known ->
    [yes] wer du auf X warst
   *[no] keine X-Nummer
  }
export-accounts = { $count ->
    [one] 1 Konto hier
   *[other] { $count } Konten hier
  }
export-lists = { $count ->
    [one] 1 X-Liste
   *[other] { $count } X-Listen
  }, { $edges ->
    [one] 1 Eintrag
   *[other] { $edges } Einträge
  }, unlesbar
export-posts = { $count ->
    [one] 1 Antwort von mir
   *[other] { $count } Antworten von mir
  }
export-inbox = { $count ->
    [one] 1 Nachricht von dir
   *[other] { $count } Nachrichten von dir
  }, 30 Tage lang
export-foot = Die ganze Datei: frag { $operator }. „Vergiss mich“ löscht alles.
export-none = Über dich bewahre ich nichts auf als deine Nachrichten an mich, höchstens 30 Tage. „Vergiss mich“ löscht sie sofort.
export-public = Das ist nur für deine Augen: Sag mir „meine Daten“ in einer privaten Nachricht.
export-elsewhere = Das ist nur für deine Augen, und hier habe ich keine privaten Nachrichten: Schreib bitte an { $operator }.
help-delete = „löschen“: nimmt meine Antwort zurück
help-export = „meine Daten“: was ich von dir aufbewahre
help-forget = „vergiss mich“: löscht alles

## Warten

waiting-minutes = Gerade schreiben mir viele: Deine Antwort kommt in etwa { $minutes } Min.
waiting-hours = Gerade schreiben mir viele: Deine Antwort kommt in etwa { $hours } Std.

## Server

instance-stop = Verstanden: Ich schreibe niemandem mehr auf deinem Server. Rückgängig macht es { $operator }.
instance-stop-operator = Das kann ich nur, wenn das Kontaktkonto eines Servers darum bittet oder jemand, dessen Rolle er zeigt. Schreib bitte an { $operator }, dort geht es.
