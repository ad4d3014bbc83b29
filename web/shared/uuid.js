// Ids made on this side. crypto.randomUUID is missing on plain http in a LAN, crypto.getRandomValues is not.

/** A random UUID (RFC 9562, version 4). */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The client id of this tab for one session and role: kept over a reload, so that the page takes over its own
 * connection; new in a new tab. Without storage (blocked, private mode) every load is a new client.
 * @param {string} session
 * @param {string} role
 */
export function tabClient(session, role) {
  const key = `remoted.client.${session}.${role}`;
  try {
    const kept = sessionStorage.getItem(key);
    if (kept) return kept;
    const made = uuid();
    sessionStorage.setItem(key, made);
    return made;
  } catch {
    return uuid();
  }
}
