// Types of hls.js for tsc; made by tools/vendor.mjs.
export {default} from 'hls.js';
