// Words of the page that says what went wrong, German.

/** @type {import('./en.js').Message} */
export const message = {
  titles: {
    session_not_found: 'Diese Sitzung ist zu Ende',
    code_not_found: 'Keine Sitzung hat diesen Code',
    not_found: 'Hier ist nichts',
    rate_limited: 'Einen Moment, bitte',
    limit_reached: 'Dieser Server ist voll',
    unavailable: 'Gerade nicht',
    other: 'Das hat nicht geklappt',
  },
  texts: {
    session_not_found: 'Diese Sitzung gibt es nicht, oder sie ist zu Ende. Beginne eine neue oder gib den Code ein, den ein Bildschirm zeigt.',
    code_not_found: 'Schau noch einmal auf den Bildschirm: Der Code steht neben dem QR-Code. Vielleicht ist die Sitzung auch zu Ende.',
    not_found: 'Diese Seite gibt es nicht.',
    rate_limited: 'Das war zu oft. Warte einen Moment und versuche es dann noch einmal.',
    limit_reached: 'Er kann keine weiteren Sitzungen aufnehmen. Versuche es später noch einmal.',
    unavailable: 'Der Server startet oder hält gerade an. Versuche es gleich noch einmal.',
    other: 'Etwas ist schiefgegangen. Versuche es noch einmal.',
  },
  join: 'Code eingeben',
  start: 'Neue Sitzung',
};
