// Words of the page that says what went wrong, French.

/** @type {import('./en.js').Message} */
export const message = {
  titles: {
    session_not_found: 'Cette session est terminée',
    code_not_found: 'Aucune session n’a ce code',
    not_found: 'Il n’y a rien ici',
    rate_limited: 'Un instant, s’il vous plaît',
    limit_reached: 'Ce serveur est plein',
    unavailable: 'Pas pour le moment',
    other: 'Cela n’a pas marché',
  },
  texts: {
    session_not_found: 'Cette session n’existe pas ou est terminée. Ouvrez-en une nouvelle, ou saisissez le code affiché sur un écran.',
    code_not_found: 'Regardez encore l’écran : le code se trouve à côté du code QR. La session est peut-être terminée.',
    not_found: 'Cette page n’existe pas.',
    rate_limited: 'C’était trop souvent. Attendez un instant, puis réessayez.',
    limit_reached: 'Il ne peut plus accueillir de sessions. Réessayez plus tard.',
    unavailable: 'Le serveur démarre ou s’arrête. Réessayez dans un instant.',
    other: 'Quelque chose s’est mal passé. Réessayez.',
  },
  join: 'Saisir un code',
  start: 'Nouvelle session',
};
