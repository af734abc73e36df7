/** What the modules show is in the bundles, and what is in the bundles is shown. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { bundleOf } from './support/english.js';

const MODULES = new URL('../../main/webapp/resources/js/', import.meta.url);
/** With the letters of their script. */
const TRANSLATED = /** @type {const} */ ({
  hi: /\p{Script=Devanagari}/u,
  ta: /\p{Script=Tamil}/u,
  te: /\p{Script=Telugu}/u,
  bn: /\p{Script=Bengali}/u,
  mr: /\p{Script=Devanagari}/u,
  ur: /\p{Script=Arabic}/u,
});
const FORMS = /\.(?:one|other)$/;

const english = bundleOf('en');
const folders = new Set(Object.keys(english).map((key) => key.split('.', 1)[0]));

/** Every literal of the modules: where it is, what it says, and its node. */
const literals = readdirSync(MODULES, { recursive: true }).map(String).filter((name) => name.endsWith('.js')).flatMap((name) => {
  const source = ts.createSourceFile(name, readFileSync(new URL(name, MODULES), 'utf8'), ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    const text = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? node.getText() : null;
    if (text !== null) found.push({ where: `${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, text, node });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
});

/** Whether a text has a word in it, outside what is put into it. */
const hasWord = (/** @type {string} */ text) => /\p{L}{2}/u.test(text.replace(/\$\{[^}]*\}/g, ''));
const isSentence = (/** @type {string} */ text) => /\p{Lu}\p{Ll}/u.test(text.replace(/\$\{[^}]*\}/g, '')) && /\S\s+\S/.test(text.replace(/\$\{[^}]*\}/g, ' x '));
/** Names of keys as they stand on keyboards; the common room's name as it is stored. */
const NOT_SHOWN = new Set(['Common room', 'Shift Enter', 'Ctrl /', 'Ctrl K', 'Ctrl Shift F', 'A B C']);
const isCookie = (/** @type {string} */ text) => /; (?:Path|Secure)/.test(text);

/** @param {ts.Node} node a literal @returns {boolean} whether it stands where people see it, by itself or as one of two */
function isShown(node) {
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return false;
  let at = node;
  while (ts.isConditionalExpression(at.parent) || ts.isParenthesizedExpression(at.parent) || ts.isBinaryExpression(at.parent) && /[|&?+]/.test(at.parent.operatorToken.getText())) {
    if (ts.isConditionalExpression(at.parent) && at.parent.condition === at) return false;
    at = at.parent;
  }
  const { parent } = at;
  if (ts.isBinaryExpression(parent) && parent.right === at) return /\.(?:textContent|placeholder|title|nodeValue|innerText|ariaLabel)$/.test(parent.left.getText());
  if (ts.isPropertyAssignment(parent)) return /^'?(?:aria-label|title|placeholder|alt|label|hint|words|yes|no)'?$/.test(parent.name.getText());
  if (!ts.isCallExpression(parent)) return false;
  const called = parent.expression.getText();
  const index = parent.arguments.indexOf(/** @type {any} */ (at));
  return called === 'el' ? index > 1 : /^(?:toast|announce|openDrawer|refuse)$|\.(?:append|replaceChildren|show|refuse)$/.test(called) && index >= 0;
}

test('no words for people stand in the modules', () => {
  const left = literals.filter(({ text, node }) => {
    if (NOT_SHOWN.has(text) || isCookie(text) || ts.isNewExpression(node.parent) && node.parent.expression.getText() === 'Error') return false;
    return isSentence(text) || (isShown(node) && hasWord(text));
  });
  assert.deepEqual(left.map(({ where, text }) => `${where} ${text}`), []);
});

test('every text that the modules ask for is there in English, and every text is asked for', () => {
  const asked = new Set(literals.map(({ text }) => text).filter((text) => /^[a-z]+(?:\.[a-z]+(?:-[a-z]+)*)+$/.test(text) && folders.has(text.split('.', 1)[0])));
  const has = (/** @type {string} */ key) => key in english || (`${key}.one` in english && `${key}.other` in english);
  assert.deepEqual([...asked].filter((key) => !has(key)), [], 'asked for and not there');
  assert.deepEqual(Object.keys(english).filter((key) => !asked.has(key) && !asked.has(key.replace(FORMS, ''))), [], 'there and not asked for');
});

test('keys are names of texts, not put together', () => {
  const called = literals.filter(({ node }) => ts.isTemplateExpression(node) && ts.isCallExpression(node.parent) && /^(?:t|counted|formOf|pieces)$/.test(node.parent.expression.getText()) && node.parent.arguments[0] === node);
  assert.deepEqual(called.map(({ where }) => where), []);
});

const placeholders = (/** @type {string} */ text) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name).sort();

test('Hindi lacks nothing', () => {
  const hindi = bundleOf('hi');
  assert.deepEqual(Object.keys(english).filter((key) => !(key in hindi)), []);
});

for (const [language, script] of Object.entries(TRANSLATED)) {
  test(`${language}: known keys, in the order of English, with the same placeholders, and its own script`, () => {
    const bundle = bundleOf(language);
    const keys = Object.keys(bundle);
    assert.deepEqual(keys, Object.keys(english).filter((key) => key in bundle));
    for (const key of keys) {
      assert.deepEqual(placeholders(bundle[key]), placeholders(english[key]), `${language} ${key}`);
      if (/\p{L}/u.test(bundle[key].replace(/\{[^}]*\}/g, ''))) assert.match(bundle[key], script, `${language} ${key}`);
      assert.equal(bundle[key], bundle[key].normalize('NFC'), `${language} ${key}`);
      if (FORMS.test(key)) assert.ok(key.replace(FORMS, '.other') in bundle, `${language} ${key}: without .other`);
    }
  });
}
