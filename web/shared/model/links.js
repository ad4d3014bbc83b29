// What a person pasted, as links. Pure.

/** A bare YouTube id: exactly eleven of these. */
const YOUTUBE_ID = /^[\w-]{11}$/;

/** An address that somebody typed or copied without its scheme: a host with a dot, then maybe a path. */
const BARE_ADDRESS = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/** An address of another kind: the server says which it plays (spotify:track:…), and why not the others (ftp://…). */
const OTHER_ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|spotify:)\S+$/i;

/** Addresses inside other text end before these: they belong to the sentence. */
const TRAILING = /[),.;!?'"»”\]>]+$/;

/** What a phone's share text puts around an address. */
const ADDRESS_IN_TEXT = /https?:\/\/[^\s<>"]+/gi;

/**
 * The links in a text: one a line, or several in a line, or those within a shared sentence ("Look at this: https://…").
 * Twice the same counts once. `rest` are the lines in which there is none.
 * @param {string} text
 * @returns {{links: string[], rest: string[]}}
 */
export function splitLinks(text) {
  /** @type {Set<string>} */
  const links = new Set();
  /** @type {string[]} */
  const rest = [];
  for (const line of text.split(/\r?\n/).map((l) => l.trim()).filter(Boolean)) {
    const found = linksOfLine(line);
    if (found.length === 0) rest.push(line);
    for (const link of found) links.add(link);
  }
  return {links: [...links], rest};
}

/** @param {string} line */
function linksOfLine(line) {
  const addresses = (line.match(ADDRESS_IN_TEXT) ?? []).map(withoutTrailing);
  if (addresses.length > 0) return addresses;
  const words = line.split(/[\s,]+/).filter(Boolean);
  const links = words.map(linkOfWord);
  return links.every((link) => link !== null) ? /** @type {string[]} */ (links) : [];
}

/** @param {string} word @returns {string|null} */
function linkOfWord(word) {
  if (BARE_ADDRESS.test(word)) return `https://${word}`;
  if (OTHER_ADDRESS.test(word)) return word;
  return looksLikeId(word) ? word : null;
}

/**
 * Eleven letters may be a word ("programming"): an id has nearly always a digit, a mark, or capitals inside.
 * @param {string} word
 */
function looksLikeId(word) {
  return YOUTUBE_ID.test(word) && (/[\d_-]/.test(word) || /[a-z][A-Z]/.test(word));
}

/**
 * A closing bracket stays when the address itself opened one (as in Wikipedia's addresses).
 * @param {string} address
 */
function withoutTrailing(address) {
  const cut = address.replace(TRAILING, '');
  return address[cut.length] === ')' && cut.includes('(') ? `${cut})` : cut;
}

/**
 * Which item a refusal is about: "items[3].url" gives 3.
 * @param {string|undefined} field
 */
export function refusedIndex(field) {
  const match = /^items\[(\d+)\]/.exec(field ?? '');
  return match ? Number(match[1]) : null;
}
