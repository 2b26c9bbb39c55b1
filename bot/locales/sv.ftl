# Svarens svenska. Ett meddelande per mening eller rad; siffrorna är personens egna.

## Söka

find-public = { $followed ->
    [one] { $mutual ->
        [0] 1 person som du följde på X är här.
       *[other] 1 person är här som du följde på X och som följde dig.
    }
   *[other] { $followed } personer som du följde på X är här{ $mutual ->
        [0] {""}
        [one] , 1 av dem följde dig också
       *[other] , { $mutual } av dem följde dig också
    }.
  }{ $reverse ->
    [0] {""}
    [one] {" "}1 till följde dig.
   *[other] {" "}{ $reverse } till följde dig.
  }
find-reverse = { $followers ->
    [one] 1 person som följde dig på X är här.
   *[other] { $followers } personer som följde dig på X är här.
  }
find-public-line = → { $who }
find-public-more = { $count ->
    [one] Och 1 till
   *[other] Och { $count } till
  }: skicka mig ”sök” i ett privat meddelande för listan.
find-public-rest = { $count ->
    [one] Och 1 till.
   *[other] Och { $count } till.
  }
find-public-list = { $count ->
    [one] För att få veta vem
   *[other] För listan
  }, skicka mig ”sök” i ett privat meddelande.
find-line-mutual = → { $who } (ni följde varandra)
find-line-followed = → { $who } (du följde)
find-line-follower = → { $who } (följde dig)
find-more = { $count ->
    [one] Och 1 till.
   *[other] Och { $count } till.
  }
find-none = Ingen från ditt X-nätverk är här än, så vitt jag vet. Det ändras fort: fråga mig igen om några dagar!{ people-so-far }
not-linked = Jag vet inte än vem du var på X. Säg till exempel ”Jag var x.com/namn” med ditt gamla namn, så letar jag efter ditt nätverk här.{ people-so-far }
people-so-far = { $people ->
    [0] {""}
    [one] {" "}1 person har kopplat sitt konto hittills.
   *[other] {" "}{ $people } personer har kopplat sina konton hittills.
  }

## Ankomster, privat, till dem som har bett om dem

digest-first = { digest-here }:
digest-now = { digest-come }:
digest-yesterday = Sedan i går { digest-arrived }:
digest-weekday = Sedan { $day } { digest-arrived }:
digest-since = Sedan { $day } { digest-arrived }:
digest-here = { $followed ->
    [one] 1 person som du följde på X är redan här
   *[other] { $followed } personer som du följde på X är redan här
  }
digest-come = { $followed ->
    [one] 1 person som du följde på X har just kommit
   *[other] { $followed } personer som du följde på X har just kommit
  }
digest-arrived = { $followed ->
    [one] har 1 person som du följde på X kommit
   *[other] har { $followed } personer som du följde på X kommit
  }
digest-foot = Ett ord, ”stopp”, och jag skriver inte mer. { $issue }
digest-foot-first = Jag är boten för { $campaign }, som drivs av { $operator }, och du har låtit mig meddela dig. Ett ord, ”stopp”, och jag skriver inte mer. { $issue }
tell-me-weekly = Noterat: på måndagsmorgnar skriver jag privat till dig vilka som har kommit bland dem du följde på X. Ett ord, ”stopp”, och jag skriver inte mer.
tell-me-daily = Noterat: varje morgon skriver jag privat till dig vilka som har kommit bland dem du följde på X. Ett ord, ”stopp”, och jag skriver inte mer.
tell-me-at-once = Noterat: så snart någon du följde på X kommer säger jag det privat, högst en gång i timmen och aldrig på natten. Ett ord, ”stopp”, och jag skriver inte mer.
tell-me-open = För att det ska nå dig, följ mig eller skriv privat till mig en gång.
tell-me-elsewhere = Noterat. Här har jag inga privata meddelanden: jag skriver till ett annat av dina konton om det har dem, annars här, offentligt, bara hur många av dem du följde på X som har kommit, utan namn. Ett ord, ”stopp”, och jag skriver inte mer.

## Ankomster där det inte finns privata meddelanden: siffror, och ingens namn

public-digest-first = { $reader } { digest-here }.
public-digest-now = { $reader } { digest-come }.
public-digest-yesterday = { $reader } Sedan i går { digest-arrived }.
public-digest-weekday = { $reader } Sedan { $day } { digest-arrived }.
public-digest-since = { $reader } Sedan { $day } { digest-arrived }.
public-digest-foot = Svara ”sök” för att veta mer, ”stopp” och jag skriver inte mer. { $issue }
public-digest-foot-first = Jag är boten för { $campaign }, som drivs av { $operator }, och du har låtit mig meddela dig. Svara ”sök” för att veta mer, ”stopp” och jag skriver inte mer. { $issue }

## Att säga vem man är

claim = Tack, noterat! För att bevisa att X-kontot är ditt, säg ”bevis”; { $operator } kan också bekräfta det. Säg sedan ”sök”.
claim-waiting = Det är redan noterat, tack. För att bevisa att X-kontot är ditt, säg ”bevis”; { $operator } kan också bekräfta det.
claim-proven = Det är bevisat att X-kontot är ditt, tack. Det som saknas är dess nummer: ditt X-arkiv har det, och { $operator } kan läsa in det. Säg sedan ”sök”.
claim-frozen = Någon med ett annat konto här säger att X-kontot var deras. Tills det är avgjort gäller inget av dem. Säg ”bevis”: en kod publicerad på X avgör det. { $operator } kan också bestämma.
archive-guide = Ditt X-arkiv bevisar det: { $operator } kan läsa in det. Så laddar du ner det: { $guide }
link-known = Vi känner redan varandra: det X-kontot är kopplat till ditt. Säg ”sök” för att se vilka som är här.

## Att bevisa vem man var på X

prove = Publicera på X, från kontot du nämnde, ett inlägg som innehåller { $code }, och skicka mig sedan inläggets adress (länk). Koden gäller en gång, i { $hours } timmar.
prove-privately = Du kan också skicka den i ett privat meddelande.
prove-known = Det är redan bevisat att X-kontot är ditt. Säg ”sök” för att se vilka som är här.
prove-address = Det är inte adressen till ett inlägg på X: en sådan adress slutar med ”status/” och ett tal. Skicka den igen, tack.
prove-too-often = Jag har redan tittat på flera inlägg åt dig. Försök igen om en timme, tack.
prove-linked = Jag såg koden: det X-kontot är nu kopplat till ditt, tack! Låt inlägget ligga kvar i en vecka. Säg ”sök” för att se vilka som är här.
prove-proven = Jag såg koden: X-kontot är ditt, tack! Låt inlägget ligga kvar i en vecka. Det som saknas är dess nummer: ditt X-arkiv har det, och { $operator } kan läsa in det.
prove-protected = Jag såg koden, tack. Men namnet är skyddat eller liknar någon annans: { $operator } måste titta på det först.
prove-no-code = Jag ser inlägget, men inte koden bland dess egna ord. Kontrollera det; säg ”bevis” för att få koden igen.
prove-other-author = Det inlägget är inte från X-kontot du nämnde. Publicera koden därifrån, eller nämn ett annat konto.
prove-gone = Jag ser inte det inlägget. Kanske är det raderat, eller kontot skyddat: inlägget måste synas för alla medan jag tittar. Skicka mig sedan adressen igen.
prove-unreadable = Jag förstår inte vad X säger om det inlägget, tyvärr. Försök igen senare; { $operator } kan också hjälpa.
prove-unreachable = X har inte svarat mig på ett helt dygn, tyvärr. Skicka mig adressen igen senare; { $operator } kan också hjälpa.
prove-expired = Den koden gäller inte längre. Säg ”bevis” så får du en ny.

## ”Inte jag”

not-me = Uppfattat: från och med nu säger jag inte till någon att du var det X-kontot. { $operator } tittar på det och kan ångra det.
not-me-claim = Uppfattat: jag behåller inte längre det du sa om X. Du kan när som helst säga på nytt vem du var.
not-me-stranger = Uppfattat: från och med nu säger jag inte till någon att det andra kontot är du. { $operator } tittar på det.
not-me-again = Det är redan noterat: jag säger det inte till någon. { $operator } tittar på det.
not-me-nothing = Jag kopplar dig inte till något X-konto, så det finns inget att ångra.

## Privat, till dem vars X-konto det gäller

told-linked = Detta är boten för { $campaign }. X-kontot du nämnde är nu kopplat till ditt. Säg ”sök” för att se vilka som är här, eller ”stopp” och jag skriver inte mer.
told-disputed = Detta är boten för { $campaign }. Någon med ett annat konto säger att ditt X-konto var deras. Tills det är avgjort visar jag inget av dem. Säg ”bevis”: en kod publicerad på X avgör det. { $operator } kan också bestämma.
told-lost = Detta är boten för { $campaign }. X-kontot du hade nämnt går till ett annat konto, genom ett starkare bevis eller beslut av { $operator }. Om det är fel, säg igen vem du var på X, och sedan ”bevis”.
told-joined = Detta är boten för { $campaign }. Någon med ett annat konto har bevisat att ditt X-konto var deras. Om det kontot också är ditt är allt bra. Om inte, säg ”inte jag”.
told-settled = Detta är boten för { $campaign }. Frågan om ditt X-konto är avgjord: det är kopplat till ditt konto här, som förut.

## Att tystna, att komma tillbaka

stop = Uppfattat, jag skriver inte till dig igen; ordet ”fortsätt” räcker för att kalla tillbaka mig.
resume = Jag är tillbaka, med glädje! Säg ”sök” för att se vilka som är här, eller ”stopp” så tystnar jag.

## Att nämnas eller inte

private = Noterat: jag nämner dig inte längre offentligt, och jag svarar dig privat. Ordet ”offentligt” ångrar det.
private-elsewhere = Noterat: jag nämner dig inte längre offentligt, varken i mina svar eller på kampanjens lista; ordet ”offentligt” ångrar det.
private-open = För att mina svar ska nå dig privat, skriv privat till mig en gång.
public = Noterat: jag får nämna dig offentligt, i mina svar och på kampanjens lista; ordet ”privat” räcker för att lämna den.

## Varför

why-method = { $method ->
    [archive] X-arkiv
    [archive-and-profile] X-arkiv och profil
    [code] kod sedd på X
    [admin] kontrollerat av teamet
    [domain] verifierad domän
    [move] konto som flyttat
   *[registry] kampanjens register
  }
why = Ditt X-konto är kopplat till ditt konto här. Bevis: { why-method }, { $since }. Och dina träffar:
why-own = Ditt X-konto är kopplat till ditt konto här. Bevis: { why-method }, { $since } (nivå { $level } av 5).
why-ask = För att veta vad som ligger bakom dina träffar, skicka mig ”varför” i ett privat meddelande.
why-line = → { $who }: { $relation ->
    [mutual] ni följde varandra
    [followed] du följde
   *[follower] följde dig
  }, { $witness ->
    [own] säger din X-lista av den { $day }
    [both] säger båda era X-listor
   *[theirs] säger deras egen X-lista
  }. Bevis: { why-method }, { $since }.

## Kampanjens offentliga lista: dess beskrivning.

list-description = Personer och organisationer i { $campaign } som valt att nämnas offentligt. Ett ord till detta konto räcker för att lämna den: ”privat” eller ”stopp”.

## Att räkna

count = { $campaign }, just nu:

## Att hjälpa

help = Jag är boten för { $campaign }, som drivs av { $operator }. Jag hittar ditt X-nätverk här. Säg:
help-guide = Guiden: { $guide }
help-find = ”sök”: vilka som är här
help-link = ”Jag var x.com/namn”: ditt X-konto
help-count = ”hur många”: siffrorna
help-tell-me = ”meddela mig”: ankomster, privat
help-stop = ”stopp”: inte ett ord till
help-resume = ”fortsätt”: prata igen
help-prove = ”bevis”: bevisa ditt X-konto
help-not-me = ”inte jag”: X-kontot är inte mitt
unclear = Det förstod jag inte, förlåt. Prova ”sök”, ”hur många”, ”hjälp” eller ”stopp”. Bakom mig finns också en människa: { $operator }.
later = Jag ser vad du ber om, men det kan jag inte än. Fråga { $operator }.
welcome = Välkommen! Jag är boten för { $campaign } och letar efter folk från ditt X-nätverk här. Säg ”hjälp” för att veta mer, ”stopp” för att inte höra mer från mig. En människa svarar också: { $operator }.

## De offentliga siffrorna; samma rader svarar på ”hur många”.

announcement-counters = { $campaign } · { $slot }
announcement-counters-people = { $count ->
    [one] 1 person registrerad
   *[other] { $count } personer registrerade
  }
announcement-counters-people-growth = { $count ->
    [one] 1 person registrerad
   *[other] { $count } personer registrerade
  } (+{ $growth } på en vecka)
announcement-counters-accounts-bluesky = { $count ->
    [one] 1 konto på Bluesky
   *[other] { $count } konton på Bluesky
  }
announcement-counters-accounts-mastodon = { $count ->
    [one] 1 konto på Mastodon och dess släktingar
   *[other] { $count } konton på Mastodon och dess släktingar
  }
announcement-counters-arrivals = { $count ->
    [one] 1 ankomst
   *[other] { $count } ankomster
  }
announcement-counters-voices = { $count ->
    [one] 1 röst
   *[other] { $count } röster
  } för kampanjen
announcement-counters-edges = { $count ->
    [one] 1 följning från X medtagen
   *[other] { $count } följningar från X medtagna
  }
announcement-counters-matches = { $count ->
    [one] 1 följning från X där båda är här
   *[other] { $count } följningar från X där båda är här
  }
announcement-counters-reunited = { $count ->
    [one] 1 person har någon från X här
   *[other] { $count } personer har någon från X här
  }
announcement-counters-reconnected = { $count ->
    [one] 1 följning från X finns här igen
   *[other] { $count } följningar från X finns här igen
  }
announcement-counters-early = Kampanjen har bara börjat: siffror publiceras från { $smallest } och uppåt.
announcement-tag = { $tag }

## Diagrammet och dess alternativtext.

chart-title = { $campaign }: vilka som redan är här
chart-subtitle = Registrerade personer och kopplade konton, dag för dag
chart-source = Källa: registret för { $campaign }, { $slot }
chart-people = personer
chart-accounts-bluesky = Bluesky-konton
chart-accounts-mastodon = Mastodon-konton
chart-number = { $count }
chart-thousands = { $count } tn
chart-millions = { $count } mn
chart-alt = Diagram. { $title }.
chart-alt-point = { $label }: { $last } ({ $until }).
chart-alt-curve = { $label }: från { $first } ({ $since }) till { $last } ({ $until }).

## Till administratören, privat.

alert-stopped = Boten för { $campaign }: nätverket ”{ $network }” vägrar vår inloggning, så boten har stannat där; de andra fortsätter. Förnya lösenord eller token, kör ”quittex check” och starta sedan boten igen.
alert-gap = Boten för { $campaign }: på ”{ $network }” såg jag kanske inte allt mellan { $since } och { $until } UTC. ”quittex status” säger hur mycket; inget behöver göras om, utom att svara för hand där det är viktigt.
alert-protected = Boten för { $campaign }: någon gör anspråk på ett skyddat namn (anspråk { $claim }). Ingen får veta det förrän du bestämmer: ”quittex claims show { $claim }”.
alert-budget = Boten för { $campaign }: på ”{ $network }” är { $percent } % av sändningsbudgeten förbrukad. Svaren fortsätter, lite långsammare; se ”quittex status”.
alert-jump = Boten för { $campaign }: en räknare gjorde ett orimligt hopp, så meddelandet { $post } väntar på ditt ord. ”quittex outbox show { $post }”, sedan ”retry” eller ”withdraw”.
alert-disk = Boten för { $campaign }: bara { $megabytes } MB finns kvar på databasens disk. Gör plats innan boten inte längre kan skriva ner något.

## Det boten själv frågar: ett ord är svar nog.

consent-no = Noterat: jag meddelar dig inte om ankomster. Ändrar du dig räcker orden ”meddela mig”.
consent-question = Ska jag varje måndag säga vilka som har kommit? Svara ”ja” eller ”nej”.
consent-question-whole = { consent-question } Ditt X-nätverk kan hitta dig här (”dölj mig” hindrar det), jag nämner dig offentligt bara om du säger ”offentligt”, och du räknas med i siffrorna.
consent-chosen = Noterat. Orden { $choice ->
    [found-nobody] ”gör mig synlig”
    [counted-no] ”räkna mig”
    [counted-yes] ”räkna inte mig”
   *[found-network] ”dölj mig”
  } ångrar det.
consent-now = Från och med nu: { $found ->
    [nobody] ingen kan hitta dig
    [followed] bara de du följde på X kan hitta dig
   *[network] ditt X-nätverk kan hitta dig
  }, { $named ->
    [yes] jag får nämna dig offentligt
   *[no] jag nämner dig inte offentligt
  }, { $told ->
    [weekly] jag meddelar dig på måndagar
    [daily] jag meddelar dig varje morgon
    [at-once] jag säger genast vem som kommer
   *[never] jag meddelar dig inte om ankomster
  }, { $counted ->
    [no] du räknas inte med
   *[yes] du räknas med
  }.

## Rättigheter: ett svar taget tillbaka, allt raderat, allt visat

delete = Klart: det svaret raderas.
delete-none = Jag hittar inget svar till dig som kan raderas.
forget = Raderat, { $when }: det du sa till mig och det andra tagit med om dig, { $accounts ->
    [one] 1 konto
   *[other] { $accounts } konton
  }, { $lists ->
    [one] 1 X-lista
   *[other] { $lists } X-listor
  }, { $posts ->
    [one] 1 svar från mig
   *[other] { $posts } svar från mig
  }. Kvar finns ett fingeravtryck som inte nämner någon, så att ingen säkerhetskopia tar dig tillbaka. Farväl!
forget-ask = Ska jag radera allt jag har om dig, för gott, och även mina svar till dig? Säg ”ja” eller ”glöm mig”.
forget-no = Bra, inget ändras.
export = Det jag sparar om dig:
export-x = { $known ->
    [yes] vem du var på X
   *[no] inget X-nummer
  }
export-accounts = { $count ->
    [one] 1 konto här
   *[other] { $count } konton här
  }
export-lists = { $count ->
    [one] 1 X-lista
   *[other] { $count } X-listor
  }, { $edges ->
    [one] 1 post
   *[other] { $edges } poster
  }, oläsbara
export-posts = { $count ->
    [one] 1 svar från mig
   *[other] { $count } svar från mig
  }
export-inbox = { $count ->
    [one] 1 meddelande från dig
   *[other] { $count } meddelanden från dig
  }, i 30 dagar
export-foot = Hela filen: fråga { $operator }. ”Glöm mig” raderar allt.
export-none = Jag sparar inget om dig utom dina meddelanden till mig, i högst 30 dagar. ”Glöm mig” raderar dem genast.
export-public = Det är bara för dina ögon: säg ”mina uppgifter” i ett privat meddelande.
export-elsewhere = Det är bara för dina ögon, och här har jag inga privata meddelanden: skriv till { $operator }.
help-delete = ”radera”: tar tillbaka mitt svar
help-export = ”mina uppgifter”: vad jag sparar om dig
help-forget = ”glöm mig”: raderar allt

## Att vänta

waiting-minutes = Många skriver till mig just nu: ditt svar kommer om ungefär { $minutes } min.
waiting-hours = Många skriver till mig just nu: ditt svar kommer om ungefär { $hours } timmar.

## Servrar

instance-stop = Uppfattat: jag skriver inte längre till någon på er server. Det kan { $operator } ångra.
instance-stop-operator = Det kan jag bara göra när en servers kontaktkonto ber om det, eller någon vars roll servern visar. Skriv till { $operator }, som kan göra det.
