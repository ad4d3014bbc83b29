// Types of dash.js for tsc; made by tools/vendor.mjs.
export {MediaPlayer} from 'dashjs';
