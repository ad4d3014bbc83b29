// Types of icons.js for tsc; made by tools/vendor.mjs.
import {SVGTemplateResult} from 'lit';
export type FirstIcon = 'arrow-down' | 'arrow-down-to-line' | 'arrow-up' | 'arrow-up-to-line' | 'check' | 'chevron-down' | 'chevron-up' | 'film' | 'grip-vertical' | 'history' | 'image' | 'library' | 'list-start' | 'list-x' | 'loader-circle' | 'monitor-off' | 'monitor-play' | 'music' | 'pause' | 'play' | 'plus' | 'qr-code' | 'repeat' | 'repeat-1' | 'rotate-ccw' | 'rotate-cw' | 'settings' | 'shuffle' | 'trash-2' | 'triangle-alert' | 'users' | 'volume-1' | 'volume-2' | 'volume-x' | 'wifi-off' | 'x';
export const icons: Record<FirstIcon, SVGTemplateResult>;
