/** Decides what is sent of the files that somebody chose, and in which form. Pure. */

/** @typedef {import('./picture.js').Picture} Picture */
/** @typedef {{width: number, height: number}} Size in pixels */
/** @typedef {{file: File, isFolder?: boolean}} Offered what was chosen, pasted or dropped */

/** A message carries no more. */
export const MOST_FILES = 10;
/** In pixels: sharp on any phone, and a tenth of what its camera makes. */
export const LONGEST_SIDE = 2048;
/** In bytes, as the server has it. */
export const MOST_PREVIEW = 30 * 1024;
/** In bytes: smaller ones that move are shown as they are, larger ones by a still picture until one opens them. */
const MOST_MOVING = 200 * 1024;
const MEGABYTE = 1024 * 1024;

/** Tried one after the other until the preview is small enough: the longest side in pixels, and the quality. @type {[number, number][]} */
export const PREVIEWS = [[640, 0.75], [640, 0.55], [480, 0.6], [320, 0.6], [240, 0.5], [160, 0.4]];

/**
 * Whether a picture is drawn anew, which shrinks it, turns it as the camera was held, and leaves all behind that is written in it.
 * One that needs none of this, or moves, stays as it is.
 * @param {Picture} picture
 * @param {Size} size
 */
export function isRedrawn({ kind, isAnimated, isDescribed }, { width, height }) {
  if (isAnimated) return false;
  return kind === 'other' || isDescribed || Math.max(width, height) > LONGEST_SIDE;
}

/**
 * The types to draw it in, the best first; the second one if the first makes more than a megabyte.
 * @param {Picture} picture
 * @param {boolean} isOpaque
 * @returns {string[]}
 */
export function typesOf({ kind }, isOpaque) {
  if (!isOpaque) return ['image/png'];
  return kind === 'png' ? ['image/png', 'image/jpeg'] : ['image/jpeg'];
}

/** @param {Size} size @param {number} longest @returns {Size} as large as fits, never larger than it is */
export function within({ width, height }, longest) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** @param {Picture} picture @param {number} bytes of what is sent */
export const needsPreview = ({ isAnimated }, bytes) => bytes > (isAnimated ? MOST_MOVING : MOST_PREVIEW);

/**
 * The name with the extension of what the file has become.
 * @param {string} name
 * @param {string} type
 */
export function renamed(name, type) {
  const extension = type === 'image/jpeg' ? 'jpg' : type.replace('image/', '');
  const has = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1].toLowerCase();
  if (has === extension || (has === 'jpeg' && extension === 'jpg')) return name;
  return `${has ? name.slice(0, -has.length - 1) : name}.${extension}`;
}

/**
 * @param {Offered} offered
 * @returns {{key: string} | null} why it can't be sent at all; null if it may be
 */
export function wrongWith({ file, isFolder }) {
  if (isFolder) return { key: 'attach.folder' };
  return file.size ? null : { key: 'attach.empty' };
}

/** @param {number} size @param {number} largest both in bytes @returns {{key: string, values: {most: number}} | null} */
export const tooLarge = (size, largest) => (size > largest ? { key: 'attach.too-large', values: { most: Math.floor(largest / MEGABYTE) } } : null);

/**
 * A file that the server may not refuse once it is prepared: only pictures become smaller.
 * @param {File} file
 * @param {number} largest
 */
export const mayFit = (file, largest) => file.size <= largest || (file.type.startsWith('image/') && file.size <= 4 * largest);
