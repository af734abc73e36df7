/** Choosing one of all emoji: by searching, by arrows, by tapping. Fetched when it is first used, with the names in the language of the page. */

/** @typedef {import('../timeline/reacting.js').PickerTools} PickerTools */
/** @typedef {{emoji: string, words: string}} Named */

/**
 * @param {PickerTools} tools
 * @param {(emoji: string) => void} choose
 */
export async function openPicker({ el, language, openDrawer, t, textField }, choose) {
  const groups = await namesIn(language());
  const field = textField({ id: 'emoji-text', label: t('emoji.search'), type: 'search', maxlength: 64 });
  const status = el('p', { class: 'field-hint', role: 'status' });
  const grid = el('div', { class: 'emoji-grid', role: 'group', 'aria-label': t('emoji.title') });
  const drawer = openDrawer(t('emoji.title'), field.element, status, grid);
  const show = () => {
    const wanted = fold(field.input.value).split(/\s+/).filter(Boolean);
    const found = wanted.length ? groups.filter(({ words }) => wanted.every((word) => hasWord(fold(words), word))) : groups;
    grid.replaceChildren(...found.map(({ emoji, words }) => {
      const [name] = words.split('|');
      return el('button', { type: 'button', class: 'menu-sign', tabindex: '-1', 'data-emoji': emoji, title: name, 'aria-label': `${emoji} ${name}` }, emoji);
    }));
    grid.querySelector('button')?.setAttribute('tabindex', '0');
    status.textContent = found.length ? '' : t('emoji.none');
    status.hidden = !!found.length;
  };
  show();
  field.input.focus();
  field.input.addEventListener('input', show);
  grid.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    drawer.close();
    choose(button.dataset.emoji ?? '');
  });
  drawer.body.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const buttons = [...grid.querySelectorAll('button')];
    if (event.target === field.input) {
      if (event.key === 'Enter') buttons[0]?.click();
      else if (event.key !== 'ArrowDown') return;
      else move(buttons, buttons[0]);
    } else {
      const to = walk(event, buttons);
      if (to === undefined) return;
      if (to < 0) field.input.focus();
      else move(buttons, buttons[to]);
    }
    event.preventDefault();
  });
}

/**
 * @param {HTMLButtonElement[]} buttons
 * @param {HTMLButtonElement | undefined} to
 */
function move(buttons, to) {
  if (!to) return;
  for (const button of buttons) button.tabIndex = button === to ? 0 : -1;
  to.focus();
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLButtonElement[]} buttons
 * @returns {number | undefined} which button comes next, -1 for the field; undefined if the key does not walk
 */
function walk({ key, target }, buttons) {
  const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (target));
  if (at < 0) return undefined;
  const inLine = buttons.filter(({ offsetTop }) => offsetTop === buttons[0].offsetTop).length;
  const ahead = getComputedStyle(buttons[0]).direction === 'rtl' ? -1 : 1;
  const to = { ArrowRight: at + ahead, ArrowLeft: at - ahead, ArrowDown: at + inLine, ArrowUp: at - inLine, Home: 0, End: buttons.length - 1 }[key];
  return to === undefined ? undefined : Math.min(to < 0 && key !== 'ArrowUp' ? 0 : to, buttons.length - 1);
}

/**
 * @param {string} words
 * @param {string} start
 * @returns {boolean} whether one of them begins so
 */
export const hasWord = (words, start) => words.split(/[\s|]+/).some((word) => word.startsWith(start));

/** Without case and accents; the vowel signs of Indian scripts distinguish words and are kept. @param {string} text */
export const fold = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase();

/** @type {Map<string, Named[]>} */
const fetched = new Map();

/**
 * @param {string} tag of the page's language
 * @returns {Promise<Named[]>} all emoji in Unicode's order; each with its name and other words for it, in that language and in English
 */
async function namesIn(tag) {
  const known = fetched.get(tag);
  if (known) return known;
  const [{ default: english }, own] = await Promise.all([import('./names_en.txt'), ownNames(tag)]);
  const words = new Map(own.split('\n').map((line) => /** @type {[string, string]} */ (line.split('\t'))));
  const all = english.trim().split('\n').map((line) => {
    const [emoji, named] = line.split('\t');
    const translated = words.get(emoji);
    return { emoji, words: translated ? `${translated}|${named}` : named };
  });
  fetched.set(tag, all);
  return all;
}

/** @param {string} tag @returns {Promise<string>} empty for English */
async function ownNames(tag) {
  switch (tag) {
    case 'hi':
      return (await import('./names_hi.txt')).default;
    case 'ta':
      return (await import('./names_ta.txt')).default;
    case 'te':
      return (await import('./names_te.txt')).default;
    case 'bn':
      return (await import('./names_bn.txt')).default;
    case 'mr':
      return (await import('./names_mr.txt')).default;
    case 'ur':
      return (await import('./names_ur.txt')).default;
    default:
      return '';
  }
}
