// The page that says what went wrong, in the language of the browser. The server wrote it in English, for browsers without
// scripts; which error it is stands on the page.

import {loadStrings} from '../shared/i18n.js';

const {code = '', field = ''} = document.documentElement.dataset;
const words = await loadStrings('message');
const kind = /** @type {keyof typeof words.titles} */ (code === 'not_found' && field === 'code' ? 'code_not_found' : code in words.titles ? code : 'other');

document.title = `${words.titles[kind]} · remoted`;
say('h1', words.titles[kind]);
say('main > p:not(.brand)', words.texts[kind]);
say('a.go', words.join);
say('a.quiet', words.start);

/** @param {string} selector @param {string} text */
function say(selector, text) {
  const element = document.querySelector(selector);
  if (element) element.textContent = text;
}
