/** What the first bytes of a file say of it as a picture. Pure. */

/**
 * @typedef {'jpeg' | 'png' | 'webp' | 'gif' | 'other' | ''} Kind `other` may be a picture that some browsers can open; empty for none
 * @typedef {object} Picture
 * @property {Kind} kind
 * @property {boolean} isAnimated
 * @property {boolean} isDescribed it has, or may have, notes of place, time and camera in it, or says how the camera was held
 */

/** So many bytes suffice: what is described stands at the beginning. */
export const HEAD = 256 * 1024;

/**
 * @param {Uint8Array} bytes the first {@link HEAD} of the file, or all
 * @param {string} claimed the type that the browser takes from its name
 * @returns {Picture}
 */
export function pictureOf(bytes, claimed) {
  const text = (/** @type {number} */ from, /** @type {number} */ length) => String.fromCharCode(...bytes.subarray(from, from + length));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return { kind: 'jpeg', isAnimated: false, isDescribed: isJpegDescribed(bytes, text) };
  if (text(1, 3) === 'PNG' && bytes[0] === 0x89) return png(bytes, text);
  if (text(0, 4) === 'GIF8') return { kind: 'gif', isAnimated: true, isDescribed: false };
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') {
    // Only the extended form has flags: bit 1 for an animation, bits 2 and 3 for what describes it.
    const flags = text(12, 4) === 'VP8X' ? bytes[20] : 0;
    return { kind: 'webp', isAnimated: (flags & 0x02) > 0, isDescribed: (flags & 0x0c) > 0 };
  }
  const isContainer = text(4, 4) === 'ftyp' && /^(hei|hev|mif|msf|avi)/.test(text(8, 4));
  const isNamed = claimed.startsWith('image/') && claimed !== 'image/svg+xml';
  return { kind: isContainer || isNamed ? 'other' : '', isAnimated: false, isDescribed: isContainer || isNamed };
}

/** @typedef {(from: number, length: number) => string} Text */

/**
 * The colour profile may stay; everything else that is neither picture nor header goes.
 * @param {Uint8Array} bytes
 * @param {Text} text
 */
function isJpegDescribed(bytes, text) {
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff) return true;
    if (marker === 0xda) return false;
    const isProfile = marker === 0xe2 && text(at + 4, 11) === 'ICC_PROFILE';
    const isHeader = marker === 0xe0 || marker === 0xee;
    if (!isProfile && !isHeader && (marker >= 0xe0 && marker <= 0xef || marker === 0xfe)) return true;
    at += 2 + bytes[at + 2] * 256 + bytes[at + 3];
  }
  return true;
}

/**
 * @param {Uint8Array} bytes
 * @param {Text} text
 * @returns {Picture}
 */
function png(bytes, text) {
  let isDescribed = false;
  for (let at = 8; at + 8 <= bytes.length;) {
    const name = text(at + 4, 4);
    if (name === 'acTL') return { kind: 'png', isAnimated: true, isDescribed: true };
    if (name === 'IDAT') break;
    isDescribed ||= ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].includes(name);
    at += 12 + bytes[at] * 0x1000000 + (bytes[at + 1] << 16) + (bytes[at + 2] << 8) + bytes[at + 3];
  }
  return { kind: 'png', isAnimated: false, isDescribed };
}
