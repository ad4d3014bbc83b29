// In place of what there is not: why, in a sentence.

import {css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';

/** Needs noticeStyles. @param {string} name  icon @param {string} title @param {string} [hint] */
export function notice(name, title, hint) {
  return html`<div class="notice">${icon(name, '2rem')}<strong>${title}</strong>${hint ? html`<p>${hint}</p>` : nothing}</div>`;
}

export const noticeStyles = css`
  .notice {
    display: grid;
    justify-items: center;
    gap: var(--s3);
    padding: var(--s6) var(--s4);
    text-align: center;
    color: var(--text-dim);
    overflow-wrap: anywhere;
  }
  .notice strong {
    color: var(--text);
    font-weight: 650;
  }
`;
