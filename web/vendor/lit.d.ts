// Types of lit.js for tsc; made by tools/vendor.mjs.
export {LitElement, html, svg, css, nothing, noChange, render, unsafeCSS} from 'lit';
export {repeat} from 'lit/directives/repeat.js';
export {guard} from 'lit/directives/guard.js';
export {classMap} from 'lit/directives/class-map.js';
export {styleMap} from 'lit/directives/style-map.js';
export {live} from 'lit/directives/live.js';
export {ref, createRef} from 'lit/directives/ref.js';
export {until} from 'lit/directives/until.js';
export {ifDefined} from 'lit/directives/if-defined.js';
export {keyed} from 'lit/directives/keyed.js';
