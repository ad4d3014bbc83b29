// What a link leads to, in the sheet to add from.

import {css} from '../../vendor/lit.js';
import {LinkLook, linkStyles} from '../../shared/adding/link-look.js';
import {artworkStyles} from '../../shared/artwork.js';
import {base} from '../../shared/element-styles.js';
import {text} from '../more-strings.js';
import {sourceText} from '../strings.js';
import {busy, clamp} from '../styles.js';

/** @import {Media} from '../../shared/protocol.js' */

export class LinkPreview extends LinkLook {
  static styles = [base, busy, clamp, artworkStyles, linkStyles, css`
    :host {
      --gap: var(--s3);
      --art: 6rem;
      padding: var(--s3);
    }
    .what {
      min-height: 3.5rem;
    }
    .title {
      font-weight: 600;
      line-height: 1.25;
    }
    .meta {
      color: var(--text-dim);
      font-size: 0.9375rem;
      line-height: 1.35;
    }
    .count {
      display: block;
      font-weight: 400;
    }
    .not {
      color: var(--danger);
    }
    label {
      min-height: var(--target);
      margin-top: var(--s2);
    }
    input {
      width: 1.5rem;
      height: 1.5rem;
    }
    @media (max-width: 19rem) {
      .art {
        display: none;
      }
    }
  `];

  /** @param {number} count */
  counted(count) {
    return text.items(count);
  }

  /** @param {Media} media */
  source(media) {
    return sourceText(media);
  }
}

customElements.define('link-preview', LinkPreview);
