// All words of the remote: for what is loaded after the page. What is there from the start takes strings.js, to stay small.

import {adding} from '../shared/strings/adding.js';
import {sheets} from '../shared/strings/sheets.js';
import {text as first} from './strings.js';
import '../shared/reasons.js';

export const text = {...first, ...sheets, ...adding};
