// Files, links and text from outside, dropped on the page or pasted into it. Without this a browser would leave the page
// for what is dropped, and what plays would end.

/**
 * @typedef {object} Handlers
 * @property {(over: boolean) => void} over  something is held over the page, or no longer
 * @property {(text: string) => void} text
 * @property {(files: readonly File[]) => void} files
 */

/** What is pasted into a field belongs to the field. @param {Event} event */
const isField = (event) => event.composedPath().some((target) => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA'].includes(target.tagName)));

/** Text of what is dragged: a link has its address in a format of its own (one a line, comments begin with #). @param {DataTransfer} data */
const textOf = (data) => data.getData('text/uri-list').split(/\r?\n/).filter((line) => line && !line.startsWith('#')).join('\n') || data.getData('text/plain');

/** Comes from outside this page: rows of the list are moved by other means. @param {DragEvent} event */
const isOurs = ({dataTransfer}) => dataTransfer?.types.some((type) => ['Files', 'text/uri-list', 'text/plain'].includes(type)) ?? false;

/** @param {Handlers} handlers */
export function listenToDrops({over, text, files}) {
  /** @param {DataTransfer|null} data */
  const take = (data) => {
    if (data && data.files.length > 0) files([...data.files]);
    else if (data && textOf(data).trim()) text(textOf(data));
  };
  addEventListener('dragover', (event) => {
    if (event.defaultPrevented || isField(event) || !isOurs(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    over(true);
  });
  addEventListener('dragleave', (event) => event.relatedTarget === null && over(false));
  addEventListener('drop', (event) => {
    over(false);
    if (event.defaultPrevented || isField(event)) return;
    event.preventDefault();
    take(event.dataTransfer);
  });
  addEventListener('paste', (event) => {
    if (event.defaultPrevented || isField(event)) return;
    event.preventDefault();
    take(event.clipboardData);
  });
}
