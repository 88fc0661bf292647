import type { Voice } from './voice';

export const GERMAN: Voice = {
  kinds: {
    'etf-inflow': {
      titles: [
        '{token}-ETFs sammeln {m1} ein',
        'Käufer kehren zurück: {m1} für {token}-Fonds',
        '{firm} führt: {m1} fließen in {token}-ETFs',
      ],
      deks: [
        'Börsengehandelte Fonds auf {token} ({sym}) nahmen am {day} {m1} ein, so viel wie seit [etwa|gut] {n1} Wochen nicht.',
        'Netto {m1} [flossen|gingen] in {token}-Fonds, davon {m2} an kleinere Anbieter.',
      ],
      facts: [
        'Auf {firm} [entfielen|kamen] {p1} der Summe. Kein einziger Fonds [meldete|verzeichnete] Abflüsse.',
        '{token} [notierte|stand] zuletzt bei {price}, binnen 24 Stunden eine Bewegung um {change}.',
        'Abgerechnet wird erst am Folgetag, [deshalb|daher] zeigt sich ein Teil der Käufe [später|verzögert] auf der Kette.',
      ],
    },
    'price-move': {
      titles: [
        '{token} steigt um {change} auf {price}',
        '{token} ({sym}) legt {change} zu',
        'Käufer greifen zu: {token} bei {price}',
      ],
      deks: [
        '{token} ({sym}) [gewann|stieg] binnen 24 Stunden {change} und [kostet|notiert bei] {price}. Das Tief lag bei {low}.',
        'Verkäufer [halten sich zurück|sind rar]: {token} steht {change} höher als am Vortag.',
      ],
      facts: [
        'Das Tageshoch [lag|liegt] bei {high}. Darüber [sehen|erwarten] Händler wenig Widerstand.',
        '{desk} [verweist auf|nennt] Käufe in den asiatischen Handelsstunden und sinkende Bestände der Börsen.',
        'Leerverkäufe über {m1} wurden [zwangsweise|automatisch] geschlossen.',
      ],
    },
    'bridge-exploit': {
      titles: ['{m1} von Brücke {protocol} gestohlen', 'Angriff auf {protocol}: {m1} in {n1} Minuten weg'],
      deks: [
        'Mit einer gefälschten Nachricht hat ein Angreifer binnen {n1} Minuten {m1} von der Brücke {protocol} [abgezogen|erbeutet].',
      ],
      facts: [
        'Laut {auditor} [fehlte|unterblieb] die Prüfung des Absenders. Das Geld liegt auf zwei neuen Adressen.',
        'Die Betreiber hielten alle Verträge an, die Geld [bewegen|bewegen können], und raten, alte Freigaben zu widerrufen.',
        'Für die Rückgabe bieten sie {p1} als Prämie. Über Entschädigung wird [diese|noch diese] Woche abgestimmt.',
      ],
    },
    'power-contract': {
      titles: ['{miner} sichert sich {n1} Megawatt', 'Abwärme für die Stadt: {miner} baut für {m1}'],
      deks: [
        'Für {n2} Jahre bezieht {miner} {n1} Megawatt aus Wind und Wasser und [investiert|steckt] {m1} in den Standort.',
      ],
      facts: [
        'Der Netzbetreiber darf die Anlage binnen einer Minute [abschalten|vom Netz nehmen], wenn Strom knapp ist.',
        'Die Gemeinde [erhält|bekommt] die Abwärme umsonst und legt [dafür|im Gegenzug] ein altes Heizwerk still.',
      ],
    },
    'licence-granted': {
      titles: ['{venue} darf in {n1} Ländern tätig werden', 'Lizenz für {venue} nach {n2} Monaten'],
      deks: [
        'Nach {n2} Monaten Prüfung [erhält|bekommt] {venue} die Erlaubnis, Handel und Verwahrung in {n1} Ländern anzubieten.',
      ],
      facts: [
        'Die Erlaubnis umfasst Verwahrung, Handel und Beratung, [nicht aber|jedoch nicht] Kredite an Privatkunden.',
        'Bestandskunden müssen [neue|geänderte] Bedingungen bestätigen, der Umzug [dauert|läuft über] mehrere Wochen.',
      ],
    },
    'stablecoin-launch': {
      titles: ['{bank} gibt {stable} aus', 'Stablecoin einer Bank: {stable} startet in {n1} Netzen'],
      deks: [
        '{bank} bringt mit {stable} eine durch Einlagen gedeckte Münze [heraus|auf den Markt], {m1} sind im Umlauf.',
      ],
      facts: [
        'Zunächst [dürfen|können] nur Firmen teilnehmen, Privatkunden [folgen|sollen folgen], sobald die Aufsicht zustimmt.',
        '{startup} schrieb die Verträge, {auditor} [prüfte|begutachtete] sie. Die Reserven werden täglich gemeldet.',
      ],
    },
    'tax-guidance': {
      titles: [
        '{n1} Seiten Klarheit zur Besteuerung von Kryptowerten',
        'Finanzamt erklärt Staking, eine Frage bleibt offen',
      ],
      deks: [
        'Erträge aus Staking gelten als Einkommen, [sobald|wenn] sie verkäuflich sind. Das steht auf {n1} Seiten, die nun [vorliegen|erschienen sind].',
      ],
      facts: [
        'Auf Gewinne [innerhalb|binnen] eines Jahres fällt ein Satz von {p1} an.',
        'Nicht [geklärt|geregelt] ist, wie verpackte Münzen zu behandeln sind. Berater [raten|mahnen] zur Vorsicht.',
      ],
    },
    'rate-decision': {
      titles: ['Leitzins bleibt bei {p1}', 'Notenbank wartet ab, {n2} Mitglieder für Senkung'],
      deks: [
        'Der Leitzins bleibt bei {p1}. {n2} von {n1} Mitgliedern [stimmten|votierten] für eine Senkung.',
      ],
      facts: [
        'Aus der Erklärung [verschwand|fiel] ein Satz über Preisrisiken, neu ist [einer|ein Hinweis] zum Arbeitsmarkt.',
        'Anleihen [stiegen|zogen an], die Währung gab [leicht|etwas] nach. Kryptowerte reagierten kaum.',
      ],
    },
    'museum-collection': {
      titles: ['Museum zeigt {n1} digitale Werke', 'Kunst auf der Kette: {n1} Arbeiten im Kraftwerk'],
      deks: [
        '{n1} Arbeiten, die es nur als Daten gibt: Ein Museum [übt|lernt], wie man sie [bewahrt|aufhebt].',
      ],
      facts: [
        'Die Restauratorinnen [lagern|verwahren] Dateien auf mehreren Trägern und die Schlüssel in einem Tresor.',
        'Die Schau [läuft|dauert] {n2} Monate. An ruhigen Tagen [steht|ruht] manches Werk still.',
      ],
    },
  },
  whenDown: {
    'price-move': {
      titles: [
        '{token} fällt um {change} auf {price}',
        '{token} ({sym}) verliert {change}',
        'Verkäufer überwiegen: {token} bei {price}',
      ],
      deks: [
        '{token} ({sym}) [verlor|fiel] binnen 24 Stunden {change} und [kostet|notiert bei] {price}. Das Hoch lag bei {high}.',
        'Käufer [halten sich zurück|sind rar]: {token} steht {change} tiefer als am Vortag.',
      ],
      facts: [
        'Das Tagestief [lag|liegt] bei {low}. Darunter [rückt|gerät] {level} in den Blick.',
        '{desk} sieht keinen einzelnen Auslöser, sondern [dünne|schmale] Orderbücher.',
        'Kaufpositionen über {m1} wurden [zwangsweise|automatisch] geschlossen.',
      ],
    },
  },
  theme: {
    headings: ['Hintergrund', 'Reaktionen', 'Wie es weitergeht', 'Die Zahlen'],
    contexts: [
      'Der Markt ist [tiefer|reifer] geworden: Einzelne Meldungen [wirken|tragen] kürzer als noch vor einem Jahr.',
      'Die Anbieter von Daten [zählen|rechnen] unterschiedlich, Abweichungen von einigen Prozent sind [üblich|normal].',
      'Kleine Häuser [tragen|spüren] die Last der Vorschriften stärker, Zusammenschlüsse [nehmen zu|häufen sich].',
    ],
    quotes: [
      'Die Zahl sagt, was geschah, nicht warum',
      'Am besten ist die Neuerung, die niemand bemerkt',
      'Wir messen, was bleibt, wenn die Prämien enden',
    ],
    points: [
      'Anleger müssen nichts tun',
      'Vor der Einzahlung das Netz prüfen',
      'Vorsicht vor gefälschten Seiten',
      'Angaben vorläufig',
    ],
    outlooks: [
      'Näheres folgt in den [nächsten|kommenden] Tagen.',
      'Die nächste Sitzung ist öffentlich und findet [kommende|nächste] Woche statt.',
      'Der Markt [wartet|blickt] auf die Konjunkturdaten [der|dieser] Woche.',
    ],
  },
};
