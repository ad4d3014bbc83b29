// Words of the page that says what went wrong, Spanish.

/** @type {import('./en.js').Message} */
export const message = {
  titles: {
    session_not_found: 'Esta sesión ha terminado',
    code_not_found: 'Ninguna sesión tiene este código',
    not_found: 'Aquí no hay nada',
    rate_limited: 'Un momento, por favor',
    limit_reached: 'Este servidor está lleno',
    unavailable: 'Ahora mismo no',
    other: 'No ha funcionado',
  },
  texts: {
    session_not_found: 'No existe esa sesión, o ha terminado. Empieza una nueva o escribe el código que muestra una pantalla.',
    code_not_found: 'Mira otra vez la pantalla: el código está junto al código QR. Puede que la sesión haya terminado.',
    not_found: 'Esta página no existe.',
    rate_limited: 'Han sido demasiados intentos. Espera un momento y vuelve a probar.',
    limit_reached: 'No admite más sesiones. Vuelve a probar más tarde.',
    unavailable: 'El servidor se está iniciando o deteniendo. Vuelve a probar en un momento.',
    other: 'Algo ha ido mal. Vuelve a probar.',
  },
  join: 'Escribir un código',
  start: 'Sesión nueva',
};
