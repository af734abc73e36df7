/** Shows the files of a message: pictures with their space reserved before they load, everything else as a link. */
import { locale } from '../language/locale.js';
import { el } from '../shell/dom.js';

/** @typedef {import('../types.js').AttachedFile} AttachedFile */

/** In CSS pixels. A preview is not larger, and nothing moves when a picture arrives. */
const LONGEST_SIDE = 320;
/** In bytes. A picture without a preview is shown by itself up to this size; larger ones are a link, which costs nothing until it is followed. */
const MOST_WITHOUT_PREVIEW = 200 * 1024;

/**
 * @param {AttachedFile[]} files
 * @param {string | null} id of the element, where the files are all that the message says
 * @returns {HTMLElement | null} null for none
 */
export function filesOf(files, id) {
  if (!files.length) return null;
  return el('ul', { class: 'files', id }, ...files.map((file) => el('li', {}, isShown(file) ? picture(file) : link(file))));
}

/** @param {AttachedFile} file */
export const pathOf = ({ id }) => `/api/files/${id}`;

/** Whether a file is shown in its place, as a picture. @param {Omit<AttachedFile, 'id' | 'name' | 'type'>} file */
export const isShown = ({ width, height, preview, size }) => !!width && !!height && (preview || size <= MOST_WITHOUT_PREVIEW);

/** @param {AttachedFile} file */
function picture(file) {
  const { width, height } = shownSize(file);
  const path = pathOf(file);
  return el('a', { class: 'files-picture', href: path, target: '_blank', rel: 'noopener', 'data-size': file.size, 'data-width': file.width, 'data-height': file.height },
    el('img', { src: file.preview ? `${path}/preview` : path, alt: file.name, width, height, loading: 'lazy', decoding: 'async' }));
}

/** @param {AttachedFile} file */
function link(file) {
  return el('a', { class: 'files-link', href: pathOf(file), download: file.name },
    el('bdi', {}, file.name),
    el('bdi', { class: 'soft small' }, sizeOf(file)));
}

/**
 * The size at which a picture is shown: never larger than it is.
 * @param {{width?: number, height?: number}} file
 */
export function shownSize({ width = 1, height = 1 }) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * The size of a file in words.
 * @param {{size: number}} file
 */
export function sizeOf({ size }) {
  const large = size >= 1024 * 1024;
  const unit = large ? 'megabyte' : 'kilobyte';
  const amount = large ? size / 1024 / 1024 : Math.max(1, Math.ceil(size / 1024));
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: large ? 1 : 0 }).format(amount);
}

/**
 * A message as plain text, for screen readers and where only text fits.
 * @param {{body: string, files?: {name: string}[]}} said
 */
export const wordsOf = ({ body, files = [] }) => body || files.map(({ name }) => name).join(', ');
