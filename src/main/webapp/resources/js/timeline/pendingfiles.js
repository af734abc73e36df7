/** The files of a message that is being sent: pictures at their final size, each file with its progress. */
import { t } from '../language/words.js';
import { el, icon } from '../shell/dom.js';
import { shownSize, sizeOf } from './files.js';

/** @typedef {import('../composer/pending.js').Pending} Pending */
/** @typedef {import('../composer/pending.js').PendingFile} PendingFile */

/**
 * @param {Pending} entry
 * @param {string | null} id of the element, where the files are all that the message says
 * @returns {HTMLElement | null} null for none
 */
export function filesBeingSent({ files = [], failed, seq }, id) {
  if (!files.length) return null;
  const under = !failed && seq === undefined;
  return el('ul', { class: 'files files-sending', id }, ...files.map((file) => el('li', { class: file.width ? 'files-picture' : 'files-link' },
    ...(file.width ? [picture(file)] : [el('bdi', {}, file.name), el('bdi', { class: 'soft small' }, sizeOf(file))]),
    under && !file.id && progress(file))));
}

/** @param {PendingFile} file */
function picture(file) {
  return el('canvas', { ...shownSize(file), 'data-thumb': file.key, role: 'img', 'aria-label': file.name });
}

/** @param {PendingFile} file */
function progress({ key, name, size }) {
  const cancel = el('button', { type: 'button', class: 'button-icon', 'data-cancel': key, 'aria-label': t('attach.cancel', { name }) });
  cancel.append(icon('cross'));
  return el('div', { class: 'files-progress' }, el('progress', { max: size, value: 0, 'data-file': key, 'aria-label': t('attach.sending', { name }) }), cancel);
}

/** What decides how they look. @param {PendingFile[]} [files] */
export const filesSignature = (files = []) => files.map(({ key, id, width, size }) => `${key}${!!id}${width}${size}`).join();
