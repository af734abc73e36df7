import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blobs } from '../../main/webapp/resources/js/attach/blobs.js';
import { pictureOf } from '../../main/webapp/resources/js/attach/picture.js';
import { isRedrawn, mayFit, needsPreview, renamed, tooLarge, typesOf, within, wrongWith } from '../../main/webapp/resources/js/attach/plan.js';

const bytes = (...parts) => Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));
const segment = (marker, content) => bytes([0xff, marker, 0, content.length + 2], content);
const jpeg = (...segments) => bytes([0xff, 0xd8], ...segments.map((one) => [...one]), [0xff, 0xda, 0, 2, 1, 2, 3]);
const chunk = (name, content = '') => [...bytes([0, 0, 0, content.length], name, content, [0, 0, 0, 0])];
const png = (...chunks) => bytes([0x89], 'PNG\r\n\x1a\n', chunk('IHDR', 'x'.repeat(13)), ...chunks, chunk('IDAT', 'x'));
const webp = (flags) => bytes('RIFF', [9, 9, 9, 9], 'WEBPVP8X', [10, 0, 0, 0, flags, 0, 0, 0]);

const PLAIN = { kind: 'jpeg', isAnimated: false, isDescribed: false };

test('a JPEG says where it was taken in its segments, not in its header or colours', () => {
  assert.equal(pictureOf(jpeg(segment(0xe0, 'JFIF\0')), '').isDescribed, false);
  assert.equal(pictureOf(jpeg(segment(0xe2, 'ICC_PROFILE\0'), segment(0xdb, 'x')), '').isDescribed, false);
  for (const marker of [0xe1, 0xed, 0xfe]) assert.equal(pictureOf(jpeg(segment(0xe0, 'JFIF\0'), segment(marker, 'Exif\0')), '').isDescribed, true);
  assert.equal(pictureOf(jpeg(segment(0xe2, 'MPF\0')), '').isDescribed, true);
});

test('what is cut off or broken counts as described', () => {
  assert.equal(pictureOf(bytes([0xff, 0xd8, 0xff, 0xdb, 0xff, 0xff]), '').isDescribed, true);
  assert.equal(pictureOf(bytes([0xff, 0xd8, 0, 0, 0, 0, 0, 0]), '').isDescribed, true);
});

test('of PNG and WebP it is seen what moves and what is described', () => {
  assert.deepEqual(pictureOf(png(), ''), { kind: 'png', isAnimated: false, isDescribed: false });
  assert.equal(pictureOf(png(chunk('eXIf', 'GPS')), '').isDescribed, true);
  assert.equal(pictureOf(png(chunk('acTL', '12345678')), '').isAnimated, true);
  assert.deepEqual(pictureOf(webp(0), ''), { kind: 'webp', isAnimated: false, isDescribed: false });
  assert.equal(pictureOf(webp(0x02), '').isAnimated, true);
  assert.equal(pictureOf(webp(0x08), '').isDescribed, true);
});

test('the content decides, and the name only for what a browser might open', () => {
  assert.equal(pictureOf(bytes('%PDF-1.7'), 'application/pdf').kind, '');
  assert.equal(pictureOf(bytes('<svg'), 'image/svg+xml').kind, '');
  assert.equal(pictureOf(bytes([0, 0, 0, 24], 'ftypheic'), '').kind, 'other');
  assert.equal(pictureOf(bytes([0, 0, 0, 24], 'ftypisom'), 'video/mp4').kind, '');
  assert.equal(pictureOf(bytes('BM'), 'image/bmp').kind, 'other');
  assert.equal(pictureOf(bytes('GIF89a'), '').isAnimated, true);
  assert.equal(pictureOf(new Uint8Array(), '').kind, '');
});

test('a picture is drawn anew only if that shrinks it or frees it of something', () => {
  assert.equal(isRedrawn(PLAIN, { width: 2048, height: 100 }), false);
  assert.equal(isRedrawn(PLAIN, { width: 2049, height: 100 }), true);
  assert.equal(isRedrawn({ ...PLAIN, isDescribed: true }, { width: 10, height: 10 }), true);
  assert.equal(isRedrawn({ kind: 'other', isAnimated: false, isDescribed: true }, { width: 10, height: 10 }), true);
  assert.equal(isRedrawn({ kind: 'gif', isAnimated: true, isDescribed: false }, { width: 4000, height: 10 }), false);
});

test('it fits, and is never made larger', () => {
  assert.deepEqual(within({ width: 4000, height: 3000 }, 2048), { width: 2048, height: 1536 });
  assert.deepEqual(within({ width: 20, height: 10 }, 2048), { width: 20, height: 10 });
  assert.deepEqual(within({ width: 30_000, height: 1 }, 2048), { width: 2048, height: 1 });
});

test('what can be seen through stays PNG, photographs become JPEG', () => {
  assert.deepEqual(typesOf({ ...PLAIN, kind: 'png' }, false), ['image/png']);
  assert.equal(typesOf({ ...PLAIN, kind: 'png' }, true)[0], 'image/png');
  assert.equal(typesOf({ ...PLAIN, kind: 'webp' }, true)[0], 'image/jpeg');
});

test('a name has the extension of what the file has become', () => {
  assert.equal(renamed('IMG_1.HEIC', 'image/jpeg'), 'IMG_1.jpg');
  assert.equal(renamed('मेनू.jpeg', 'image/jpeg'), 'मेनू.jpeg');
  assert.equal(renamed('मेनू.JPG', 'image/jpeg'), 'मेनू.JPG');
  assert.equal(renamed('a.b.webp', 'image/png'), 'a.b.png');
  assert.equal(renamed('தேர்வு', 'image/png'), 'தேர்வு.png');
});

test('previews are made where the file itself would cost more', () => {
  assert.equal(needsPreview(PLAIN, 30 * 1024), false);
  assert.equal(needsPreview(PLAIN, 30 * 1024 + 1), true);
  assert.equal(needsPreview({ ...PLAIN, isAnimated: true }, 100 * 1024), false);
});

test('folders, empty and large files are told apart; a picture may shrink', () => {
  assert.equal(wrongWith({ file: { size: 4096 }, isFolder: true })?.key, 'attach.folder');
  assert.equal(wrongWith({ file: { size: 0 } })?.key, 'attach.empty');
  assert.equal(wrongWith({ file: { size: 1 } }), null);
  assert.deepEqual(tooLarge(26 * 1024 * 1024, 25 * 1024 * 1024), { key: 'attach.too-large', values: { most: 25 } });
  assert.equal(tooLarge(25, 25), null);
  assert.equal(mayFit({ size: 30, type: 'image/jpeg' }, 25), true);
  assert.equal(mayFit({ size: 30, type: 'application/pdf' }, 25), false);
  assert.equal(mayFit({ size: 101, type: 'image/jpeg' }, 25), false);
});

/** A database that is in memory. */
function shelf() {
  const map = new Map();
  return { map, get: async (key) => map.get(key), put: async (key, what) => void map.set(key, what), drop: async (key) => void map.delete(key), all: async () => [...map].map(([key, { blob }]) => [key, blob.size]) };
}

const prepared = (size) => ({ blob: { size }, name: 'a', preview: null });

test('what is being sent is kept over a reload, within its bounds, and forgotten with its message', async () => {
  const place = shelf();
  const blobs = new Blobs(place);
  blobs.hold('a', Promise.resolve(prepared(60 * 1024 * 1024)));
  blobs.hold('b', Promise.resolve(prepared(60 * 1024 * 1024)));
  await blobs.keep('a');
  await blobs.keep('b');
  assert.deepEqual([...place.map.keys()], ['a']);
  const later = new Blobs(place);
  assert.equal((await later.get('a'))?.blob.size, 60 * 1024 * 1024);
  assert.equal(await later.get('b'), undefined);
  later.retain(new Set());
  await Promise.resolve();
  assert.equal(place.map.size, 0);
});

test('files of one message are kept within the same bounds', async () => {
  const place = shelf();
  const blobs = new Blobs(place);
  for (const key of ['a', 'b', 'c']) blobs.hold(key, Promise.resolve(prepared(40 * 1024 * 1024)));
  await Promise.all(['a', 'b', 'c'].map((key) => blobs.keep(key)));
  assert.deepEqual([...place.map.keys()], ['a', 'b']);
});

test('a sweep deletes what no message names', async () => {
  const place = shelf();
  for (const key of ['a', 'b']) place.map.set(key, prepared(1));
  await new Blobs(place).sweep((key) => key === 'b');
  assert.deepEqual([...place.map.keys()], ['b']);
});
