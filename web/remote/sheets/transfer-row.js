// One file that is sent: what it is, how far it is, and what can be done about it.

import {css, html, nothing} from '../../vendor/lit.js';
import {hideBroken} from '../../shared/artwork.js';
import {icon} from '../../shared/icons.js';
import {upload as words} from '../../shared/strings/upload.js';
import {percentOf, problemOf, sizeText} from '../uploads/chosen.js';

/** @import {Status, Transfer} from '../uploads/uploads.js' */

/** @typedef {{pause: () => void, resume: () => void, remove: () => void}} TransferActions */

/** Those that have a bar. @type {readonly Status[]} */
const UNDER_WAY = ['sending', 'paused', 'lost', 'checking'];

/** Needs rowWords, transferStyles, iconButton, clamp. @param {Transfer} transfer @param {TransferActions} actions @param {string} [picture]  its own, to show */
export function transferRow(transfer, actions, picture) {
  const {file, sent, status} = transfer;
  return html`<li class=${status}>
    ${fileFace(file, picture)}
    <span class="about">
      <span class="name two-lines" dir="auto">${file.name}</span>
      <span class="meta">${meta(transfer)}</span>
      ${UNDER_WAY.includes(status) ? bar(file, sent) : nothing}
    </span>
    <span class="do">${buttons(transfer, actions)}</span>
  </li>`;
}

/** A picture of the file, or the sign of its kind. @param {File} file @param {string} [picture] */
export function fileFace(file, picture) {
  return html`<span class="face">${icon(signOf(file), '1.375rem')}${picture ? html`<img src=${picture} alt="" decoding="async" @error=${hideBroken}>` : nothing}</span>`;
}

/** @param {File} file */
function signOf({name, type}) {
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('audio/')) return 'music';
  return problemOf({name, type, size: 1}, 1) ? 'file-text' : 'film';
}

/** @param {Transfer} transfer */
function meta({file, sent, status, words: said}) {
  switch (status) {
    case 'added': return html`<span class="ok">${icon('check', '1em')} ${said}</span>`;
    case 'refused': return html`<span class="bad">${icon('circle-alert', '1em')} ${said}</span>`;
    case 'sending': return `${percentOf(sent, file.size)} % · ${words.sent(sizeText(sent), sizeText(file.size))}`;
    case 'paused': return `${words.paused} · ${percentOf(sent, file.size)} %`;
    default: return words[status];
  }
}

/** @param {File} file @param {number} sent */
function bar(file, sent) {
  const percent = percentOf(sent, file.size);
  return html`<span class="bar" role="progressbar" aria-label=${file.name} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${percent}
    aria-valuetext=${words.percent(percent, sizeText(sent), sizeText(file.size))}><span style="width:${percent}%"></span></span>`;
}

/** @param {Transfer} transfer @param {TransferActions} actions */
function buttons({file: {name}, status, hopeless}, {pause, resume, remove}) {
  const button = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ run) =>
    html`<button class="icon-button" aria-label=${label} title=${label} @click=${run}>${icon(sign)}</button>`;
  const first = {
    waiting: nothing, preparing: nothing, added: nothing,
    sending: button('pause', words.pause(name), pause),
    checking: button('pause', words.pause(name), pause), // all of it is sent, and not all has arrived
    lost: button('pause', words.pause(name), pause),
    paused: button('play', words.goOn(name), resume),
    refused: hopeless ? nothing : button('rotate-cw', words.again(name), resume),
  }[status];
  const over = status === 'added' || status === 'refused';
  return html`${first}${button('x', over ? words.dismiss(name) : words.stop(name), remove)}`;
}

export const transferStyles = css`
  .files {
    display: grid;
    gap: var(--s2);
  }
  .files li {
    display: flex;
    align-items: center;
    gap: var(--s3);
    min-height: 4.25rem;
    padding: var(--s2) 0 var(--s2) var(--s2);
    border-radius: var(--radius);
    background: var(--surface-raised);
  }
  .files li.refused {
    background: var(--danger-soft);
  }
  .face {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    width: 3.25rem;
    height: 3.25rem;
    overflow: hidden;
    border-radius: var(--radius-s);
    background: var(--surface-press);
    color: var(--text-dim);
  }
  .face img {
    position: absolute;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .face img.broken {
    visibility: hidden;
  }
  .name {
    font-size: 0.9375rem;
  }
  .meta {
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: block;
    height: 4px;
    margin-top: 2px;
    overflow: hidden;
    border-radius: 2px;
    background: color-mix(in srgb, var(--control) 45%, transparent);
  }
  .bar span {
    display: block;
    height: 100%;
    border-radius: inherit;
    background: var(--text);
    transition: width var(--normal) linear;
  }
  .paused .bar span,
  .lost .bar span {
    background: var(--control);
  }
  .do {
    display: flex;
    flex: none;
  }
  /* Large text: the words need the room. */
  @media (max-width: 19rem) {
    .files li {
      flex-wrap: wrap;
    }
    .face {
      display: none;
    }
    .about {
      flex-basis: 100%;
    }
    .do {
      margin-inline-start: auto;
    }
  }
`;
