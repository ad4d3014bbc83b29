// The page to type a code in works by its form alone; this only spares a round trip where the code cannot be one.

const input = /** @type {HTMLInputElement} */ (document.getElementById('code'));

/** What codes are written with, once spaces and dashes that people add are gone. */
const PLAIN = /[^0-9a-z]/gi;

input.form?.addEventListener('submit', () => {
  input.value = input.value.replace(PLAIN, '').toUpperCase();
});
