// What a link leads to, beside the stage.

import {css} from '../../vendor/lit.js';
import {LinkLook, linkStyles} from '../../shared/adding/link-look.js';
import {artworkStyles} from '../../shared/artwork.js';
import {base, busy, clamp} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';
import {sourceName} from '../source-name.js';
import {faceStyles} from './list-styles.js';

/** @import {Media} from '../../shared/protocol.js' */

export class LinkCard extends LinkLook {
  static styles = [base, busy, clamp, artworkStyles, faceStyles, linkStyles, css`
    :host {
      --gap: 0.8em;
      --art: 5.8em;
      padding: 0.5em;
    }
    .what {
      min-height: 3.3em;
    }
    .title,
    .meta {
      white-space: normal;
    }
    label {
      min-height: max(40px, 2.3em);
      cursor: pointer;
    }
    input {
      width: 1.4em;
      height: 1.4em;
    }
  `];

  /** @param {number} count */
  counted(count) {
    return desktop.list.summary(count);
  }

  /** @param {Media} media */
  source(media) {
    return sourceName(media);
  }
}

customElements.define('link-card', LinkCard);
