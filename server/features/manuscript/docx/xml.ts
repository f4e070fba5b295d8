import { SaxesParser } from 'saxes';

/** An element without its prefix: the parts of a .docx use each local name for one thing only. */
export interface Element {
  name: string;
  attrs: Record<string, string>;
  children: Element[];
  /** Of the elements that hold words. */
  text: string;
}

/** A document of more elements than this, or nested deeper, is no office's paper. */
const ELEMENTS = 400_000;
const DEPTH = 200;

/** The tree of one part. Throws on anything not well-formed; no entities are expanded, a DOCTYPE is refused. */
export function parseXml(bytes: Buffer): Element {
  const parser = new SaxesParser({ position: false });
  const top = element('', {});
  const open: Element[] = [top];
  let elements = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > ELEMENTS || open.length > DEPTH) throw new Error('too large');
    const attrs = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value]));
    const made = element(local(name), attrs);
    open[open.length - 1]?.children.push(made);
    open.push(made);
  });
  parser.on('closetag', () => void open.pop());
  const words = (text: string) => {
    const parent = open[open.length - 1];
    if (parent && HOLD_TEXT.has(parent.name)) parent.text += text;
  };
  parser.on('text', words);
  parser.on('cdata', words);
  parser.write(decoded(bytes)).close();
  const [root] = top.children;
  if (!root) throw new Error('empty');
  return root;
}

/** The rest is indentation between elements. */
const HOLD_TEXT = new Set(['t']);

const element = (name: string, attrs: Record<string, string>): Element => ({
  name,
  attrs,
  children: [],
  text: '',
});

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const decoded = (bytes: Buffer): string =>
  (bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8')).replace(
    /^\ufeff/,
    '',
  );

/** First child of that name; along a path with several names. */
export function child(of: Element | undefined, ...path: string[]): Element | undefined {
  let at = of;
  for (const name of path) at = at?.children.find((one) => one.name === name);
  return at;
}

export const childrenOf = (of: Element | undefined, name: string): Element[] =>
  of?.children.filter((one) => one.name === name) ?? [];

/** `val` of a child; undefined where there is no such child. */
export const valOf = (of: Element | undefined, name: string): string | undefined =>
  child(of, name)?.attrs.val;

/** A switch such as `<w:b/>`: on unless it says off; undefined where it says nothing. */
export function isOn(of: Element | undefined, name: string): boolean | undefined {
  const found = child(of, name);
  return found && !/^(0|false|off|none)$/.test(found.attrs.val ?? '');
}

/** Every element of these names at any depth, in order; not inside one that is found. */
export const deep = (of: Element, ...names: string[]): Element[] =>
  of.children.flatMap((one) => (names.includes(one.name) ? [one] : deep(one, ...names)));

/** All words below, run together. */
export const wordsIn = (of: Element): string => of.text + of.children.map(wordsIn).join('');
