/** Copies a text and reports whether that worked. */
import { t } from '../language/words.js';
import { toast } from './toast.js';

/** @param {string} text */
export async function copy(text) {
  try {
    await put(text);
    toast(t('shell.copied'));
  } catch {
    toast(t('shell.copied.not'));
  }
}

/**
 * The clipboard API exists only in secure contexts; the deprecated command also works over plain http.
 * @param {string} text
 */
async function put(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  area.readOnly = true;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  if (!copied) throw new Error('The browser refused.');
}
