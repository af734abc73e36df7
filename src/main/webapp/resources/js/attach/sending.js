/** What stands in the rows of messages that are being sent: their pictures, and how far their files have come. */

/**
 * @param {object} parts
 * @param {HTMLElement} parts.root holds all such rows, and the files that are chosen
 * @param {Pick<import('./blobs.js').Blobs, 'get'>} parts.blobs
 * @param {(key: string) => number} parts.offset how many bytes of a file the server has
 * @returns {() => void} shows how far the files have come
 */
export function showSending({ root, blobs, offset }) {
  const progress = () => {
    for (const bar of root.querySelectorAll('progress[data-file]')) {
      if (bar instanceof HTMLProgressElement) bar.value = offset(bar.dataset.file ?? '');
    }
  };
  const show = () => {
    for (const canvas of root.querySelectorAll('canvas[data-thumb]')) if (canvas instanceof HTMLCanvasElement) void paint(canvas, blobs);
    progress();
  };
  // Messages that were left by a closed page stand there already.
  show();
  new MutationObserver(show).observe(root, { childList: true, subtree: true });
  return progress;
}

/**
 * Draws a picture so that it fills the canvas. Its bytes need no address, so the page's policy for pictures stays as it is.
 * @param {HTMLCanvasElement} canvas
 * @param {Pick<import('./blobs.js').Blobs, 'get'>} blobs
 */
async function paint(canvas, blobs) {
  const { thumb = '' } = canvas.dataset;
  delete canvas.dataset.thumb;
  try {
    const prepared = await blobs.get(thumb);
    if (!prepared) return;
    const bitmap = await createImageBitmap(prepared.preview ?? prepared.blob);
    const ratio = devicePixelRatio;
    const { width, height } = canvas;
    // The place that it takes is as before.
    canvas.style.setProperty('inline-size', `${width}px`);
    canvas.style.setProperty('aspect-ratio', `${width} / ${height}`);
    Object.assign(canvas, { width: width * ratio, height: height * ratio });
    const scale = Math.max(canvas.width / bitmap.width, canvas.height / bitmap.height);
    const [w, h] = [bitmap.width * scale, bitmap.height * scale];
    canvas.getContext('2d')?.drawImage(bitmap, (canvas.width - w) / 2, (canvas.height - h) / 2, w, h);
    bitmap.close();
  } catch {
    // A picture that can't be opened again is sent all the same.
  }
}
