// Types of vimeo.js for tsc; made by tools/vendor.mjs.
export {default} from '@vimeo/player';
