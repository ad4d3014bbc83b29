// What became of links that were added: each one while they are few, else those that were refused.

import {css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {text} from '../more-strings.js';

/** @import {Result} from '../add.js' */

/** Up to here each link has its row; beyond, nobody reads rows that say "Added". */
const ALL_UP_TO = 10;

/** Refused ones that are shown; a phone's screen is full of far fewer. */
const MAX_SHOWN = 100;

/** Needs resultStyles. @param {readonly Result[]} results */
export function resultList(results) {
  const many = results.length > ALL_UP_TO;
  const added = results.filter(({ok}) => ok).length;
  const shown = (many ? results.filter(({ok}) => !ok) : results).slice(0, MAX_SHOWN);
  return html`<ul class="results" aria-live="polite">
    ${many && added > 0 ? row(true, text.added(added), '') : nothing}
    ${shown.map(({url, ok, reason}) => row(ok, url, ok ? text.added(1) : reason))}
  </ul>`;
}

/** @param {boolean} ok @param {string} what @param {string} why */
function row(ok, what, why) {
  return html`<li class=${ok ? '' : 'refused'}>
    <span class=${ok ? 'ok' : 'bad'}>${icon(ok ? 'check' : 'circle-alert')}</span><span>${what}</span>
    ${why ? html`<span class="why">${why}</span>` : nothing}
  </li>`;
}

export const resultStyles = css`
  .results {
    display: grid;
    gap: var(--s2);
  }
  .results:not(:has(li)) {
    display: none;
  }
  .results li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 var(--s2);
    align-items: center;
    padding: var(--s2) var(--s3);
    border-radius: var(--radius-s);
    background: var(--surface-raised);
    font-size: 0.9375rem;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .results li.refused {
    background: var(--danger-soft);
  }
  .results .why {
    grid-column: 2;
  }
  .results .ok {
    color: var(--ok);
  }
  .results .bad {
    color: var(--danger);
  }
`;
