// Types of tus.js for tsc; made by tools/vendor.mjs.
export {Upload} from 'tus-js-client';
