/** As much of a document as modules need that build elements: a tree, the focus, and events. */

export class Element extends EventTarget {
  children = [];
  parent = null;
  dataset = {};
  attributes = {};
  style = {};
  hidden = false;
  value = '';
  #text = '';

  constructor(tag = 'div') {
    super();
    this.tag = tag;
  }

  get classList() { return { toggle() {} }; }
  get textContent() { return this.#text + this.children.map((one) => (typeof one === 'string' ? one : one.textContent)).join(''); }
  set textContent(words) {
    this.replaceChildren();
    this.#text = words;
  }
  get firstElementChild() { return this.children[0] ?? null; }
  get lastElementChild() { return this.children.at(-1) ?? null; }
  get nextElementSibling() { return this.parent?.children[this.parent.children.indexOf(this) + 1] ?? null; }

  setAttribute(name, value) {
    this.attributes[name] = value;
    if (name.startsWith('data-')) this.dataset[name.slice(5)] = value;
  }
  append(...more) { for (const one of more) this.insertBefore(one, null); }
  replaceChildren(...others) {
    for (const one of [...this.children]) if (one instanceof Element) one.remove();
    this.children = [];
    this.append(...others);
  }
  insertBefore(one, next) {
    if (one instanceof Element) {
      one.remove();
      one.parent = this;
    }
    this.children.splice(next ? this.children.indexOf(next) : this.children.length, 0, one);
  }
  /** What is taken out of the document, be it only to be moved, loses the focus. */
  remove() {
    if (!this.parent) return;
    if (this.contains(document.activeElement)) document.activeElement = document.body;
    this.parent.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = null;
  }
  replaceWith(other) {
    const { parent, nextElementSibling } = this;
    this.remove();
    parent.insertBefore(other, nextElementSibling);
  }
  contains(other) { return other === this || this.children.some((one) => one instanceof Element && one.contains(other)); }
  /** @param {string} tag only names of elements */
  querySelector(tag) {
    for (const one of this.children) {
      const found = !(one instanceof Element) ? null : one.tag === tag ? one : one.querySelector(tag);
      if (found) return found;
    }
    return null;
  }
  querySelectorAll() { return []; }
  closest(tag) { return this.tag === tag ? this : this.parent?.closest(tag) ?? null; }
  focus() { document.activeElement = this; }
}

/** Puts the document in place. @returns {(id: string) => Element} finds an element; it is there when first asked for */
export function setUpDocument() {
  const known = new Map();
  const byId = (id) => {
    if (!known.has(id)) known.set(id, new Element());
    return known.get(id);
  };
  const body = new Element('body');
  const document = Object.assign(new EventTarget(), { body, activeElement: body, documentElement: new Element(), getElementById: byId, querySelector: () => null });
  document.createElement = (tag) => new Element(tag);
  document.createElementNS = (_, tag) => new Element(tag);
  Object.assign(globalThis, {
    document, Element, HTMLElement: Element, HTMLButtonElement: Element, HTMLInputElement: Element,
    MutationObserver: class { observe() {} },
    addEventListener() {},
    matchMedia: () => ({ matches: true }),
  });
  return byId;
}
