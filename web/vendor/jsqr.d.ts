// Types of jsqr.js for tsc; made by tools/vendor.mjs.
export {default} from 'jsqr';
