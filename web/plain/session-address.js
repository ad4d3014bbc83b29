// Which addresses lead into a session. Pure.

/** @param {string} text  what a QR code says @returns {string}  the address, or nothing when it leads elsewhere */
export function sessionAddress(text) {
  if (!URL.canParse(text)) return '';
  const {protocol, pathname, href} = new URL(text);
  return /^https?:$/.test(protocol) && /^\/(?:s|j)\/[\w-]{1,64}$/.test(pathname) ? href : '';
}
