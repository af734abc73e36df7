/**
 * Uploads one file in pieces. After the connection broke it asks how far the file has come, and goes on there; an upload that the
 * server does not know any more begins anew. docs/protocol.md, Uploads.
 */

/** @typedef {import('./prepare.js').Prepared} Prepared */
/** @typedef {import('../types.js').AttachedFile} AttachedFile */
/** @typedef {{id: number, offset: number, size: number, piece: number}} Progress */

/**
 * @typedef {object} UploadEnds
 * @property {(method: string, path: string, body?: object | Blob) => Promise<any>} request rejects with a problem
 * @property {(failures: number, retryAfter: number) => Promise<void>} pause
 * @property {(upload: number) => void} begun its number, to be kept
 * @property {(offset: number) => void} progress
 * @property {() => number} now in milliseconds
 */

const UPLOADS = '/api/files/uploads';
/** In bytes. A request has twenty seconds to arrive: on a slow connection pieces are small. */
const FIRST_PIECE = 32 * 1024;
const LEAST_PIECE = 8 * 1024;
/** In milliseconds: pieces grow until they take so long, and shrink if they take longer than twice that. */
const PIECE_TAKES = 2_000;

/**
 * @param {Prepared} prepared
 * @param {number} known the number of an upload that was begun before; 0 for none
 * @param {UploadEnds} ends
 * @returns {Promise<AttachedFile>} rejects with what refused it for good
 */
export async function upload({ blob, name, preview }, known, ends) {
  let id = known;
  let most = FIRST_PIECE;
  for (let failures = 0; ;) {
    try {
      /** @type {Progress} */
      let at;
      if (id) at = await ends.request('GET', `${UPLOADS}/${id}`);
      else {
        at = await ends.request('POST', UPLOADS, { name, size: blob.size });
        id = at.id;
        ends.begun(id);
      }
      ends.progress(at.offset);
      while (at.offset < blob.size) {
        const from = ends.now();
        const until = Math.min(blob.size, at.offset + Math.min(most, at.piece));
        at = await ends.request('PATCH', `${UPLOADS}/${id}?offset=${at.offset}`, await read(blob, at.offset, until));
        failures = 0;
        ends.progress(at.offset);
        most = nextPiece(most, ends.now() - from, at.piece);
      }
      const file = await ends.request('POST', `${UPLOADS}/${id}/complete`, {});
      return preview ? await withPreview(file, preview, ends) : file;
    } catch (error) {
      const { status, retryAfter = 0 } = /** @type {any} */ (error)?.problem ?? { status: -1 };
      most = Math.max(LEAST_PIECE, most / 2);
      if (status === 404 && id) id = 0;
      else if (status !== 409 && !heals(status)) throw error;
      await ends.pause(failures++, retryAfter);
    }
  }
}

/**
 * The bytes of a piece. They are read before the request: a request with a part of a file that was changed, moved or locked
 * meanwhile fails as if the server were not reached, and would be repeated for ever.
 * @param {Blob} blob
 * @param {number} from
 * @param {number} until
 * @returns {Promise<Blob>} rejects without a problem if they can't be read any more
 */
async function read(blob, from, until) {
  const piece = new Blob([await blob.slice(from, until).arrayBuffer()]);
  if (piece.size !== until - from) throw new Error('The file has become shorter');
  return piece;
}

/**
 * @param {number} most of the last piece
 * @param {number} took in milliseconds
 * @param {number} largest that the server takes
 */
export function nextPiece(most, took, largest) {
  if (took > 2 * PIECE_TAKES) return Math.max(LEAST_PIECE, most / 2);
  return took < PIECE_TAKES ? Math.min(largest, most * 2) : most;
}

/** Not reachable, too late, too much at a time, a server that fails; not a full disk. @param {number} status */
export const heals = (status) => status === 0 || status === 408 || status === 429 || (status >= 500 && status !== 507);

/**
 * @param {AttachedFile} file
 * @param {Blob} preview
 * @param {UploadEnds} ends
 * @returns {Promise<AttachedFile>} without a preview if that was refused: the file itself is there
 */
async function withPreview(file, preview, ends) {
  try {
    return await ends.request('PUT', `/api/files/${file.id}/preview`, preview);
  } catch (error) {
    if (heals(/** @type {any} */ (error)?.problem?.status ?? -1)) throw error;
    return file;
  }
}
