/** Gives the modules the English words, as the server's script does in a page. Imported before every test, see package.json. */
import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../../main/resources/org/hostelchat/language/', import.meta.url);

/**
 * @param {string} language such as hi
 * @returns {Record<string, string>} its bundle for the modules, alone
 */
export function bundleOf(language) {
  const lines = readFileSync(new URL(`chat_${language}.properties`, FOLDER), 'utf8').split('\n');
  return Object.fromEntries(lines.filter((line) => line.trim() && !line.startsWith('#')).map((line) => {
    const [, key, text] = /^([^\s=]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`chat_${language}.properties: ${line}`);
    return [key, text];
  }));
}

/** @type {any} */ (globalThis).hostelWords = bundleOf('en');
