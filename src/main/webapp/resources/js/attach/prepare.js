/** Makes of a chosen file what is sent: pictures shrunk, turned and freed of place and camera, with a small one beside them. */
import { HEAD, pictureOf } from './picture.js';
import { isRedrawn, LONGEST_SIDE, MOST_PREVIEW, needsPreview, PREVIEWS, renamed, typesOf, within } from './plan.js';

/**
 * @typedef {object} Prepared
 * @property {Blob} blob
 * @property {string} name
 * @property {Blob | null} preview at most 30 KB
 * @property {number} [width] of a picture, in pixels
 * @property {number} [height]
 * @property {string} [note] the key of what to know about it
 */

/** One after the other: a picture takes four bytes for each of its pixels while it is open. */
let last = Promise.resolve();

/**
 * @param {File} file
 * @returns {Promise<Prepared>} rejects if the file can't be read any more
 */
export function prepare(file) {
  const prepared = last.then(() => make(file));
  last = prepared.then(() => {}, () => {});
  return prepared;
}

/** @param {File} file @returns {Promise<Prepared>} */
async function make(file) {
  const picture = pictureOf(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()), file.type);
  const asItIs = { blob: file, name: file.name, preview: null };
  if (!picture.kind) return asItIs;
  let bitmap;
  try {
    // Turned as the camera was held: browsers do so unless told otherwise.
    bitmap = await createImageBitmap(file);
  } catch {
    return { ...asItIs, note: 'attach.as-file' };
  }
  try {
    const { width, height } = bitmap;
    if (!isRedrawn(picture, bitmap)) return { ...asItIs, width, height, preview: needsPreview(picture, file.size) ? await previewOf(bitmap) : null };
    const canvas = drawn(bitmap, LONGEST_SIDE);
    const blob = await encoded(canvas, typesOf(picture, isOpaque(canvas)));
    return { blob, name: renamed(file.name, blob.type), width: canvas.width, height: canvas.height, preview: needsPreview(picture, blob.size) ? await previewOf(bitmap) : null };
  } finally {
    bitmap.close();
  }
}

/**
 * @param {ImageBitmap} bitmap
 * @param {number} longest in pixels
 */
export function drawn(bitmap, longest) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, within(bitmap, longest));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** @param {HTMLCanvasElement} canvas */
function isOpaque(canvas) {
  const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 3; i < data.length; i += 4) if (data[i] < 255) return false;
  return true;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {string[]} types
 */
async function encoded(canvas, [type, smaller]) {
  const blob = await blobOf(canvas, type, 0.85);
  return smaller && blob.size > 1024 * 1024 ? blobOf(canvas, smaller, 0.85) : blob;
}

/** @param {ImageBitmap} bitmap @returns {Promise<Blob | null>} null if none is small enough */
async function previewOf(bitmap) {
  for (const [longest, quality] of PREVIEWS) {
    const canvas = drawn(bitmap, longest);
    // Where there is no WebP it would come as PNG, which is larger than a JPEG.
    const webp = await blobOf(canvas, 'image/webp', quality);
    const blob = webp.type === 'image/webp' ? webp : await blobOf(canvas, 'image/jpeg', quality);
    if (blob.size <= MOST_PREVIEW) return blob;
  }
  return null;
}

/** @param {HTMLCanvasElement} canvas @param {string} type @param {number} quality @returns {Promise<Blob>} */
function blobOf(canvas, type, quality) {
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn'))), type, quality));
}
