// Parts of a page that it cannot do without: loaded however often the line goes meanwhile.

/** Between two tries, ms. */
const AGAIN_MS = 2000;

/**
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
export async function insist(load) {
  try {
    return await load();
  } catch {
    await new Promise((again) => setTimeout(again, AGAIN_MS));
    return insist(load);
  }
}
