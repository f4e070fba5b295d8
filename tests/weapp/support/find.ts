import type { ViewNode } from './tree';

/** What a person looks for: a word on it, what a screen reader says, what it is. */
export interface Wanted {
  text?: string | RegExp;
  label?: string | RegExp;
  role?: string;
  tag?: string;
  className?: string;
}

const says = (what: string | RegExp, said: string) =>
  typeof what === 'string' ? said.includes(what) : what.test(said);

const fits = (node: ViewNode, { text, label, role, tag, className }: Wanted) =>
  (text === undefined || says(text, node.text)) &&
  (label === undefined || says(label, node.label)) &&
  (role === undefined || node.role === role) &&
  (tag === undefined || node.tag === tag) &&
  (className === undefined || node.classes.includes(className));

/** Innermost nodes that fit, in reading order; the page itself is no node to tap. */
export function findAll(root: ViewNode, wanted: Wanted): ViewNode[] {
  const fitting = [...root.all()]
    .filter(({ sid, tag }) => sid !== '' && tag !== '#text')
    .filter((node) => fits(node, wanted));
  const outer = new Set(fitting.flatMap((node) => [...node.up()].slice(1).map(({ sid }) => sid)));
  return fitting.filter(({ sid }) => !outer.has(sid));
}

export function findOne(root: ViewNode, wanted: Wanted): ViewNode {
  const [found] = findAll(root, wanted);
  if (found !== undefined) return found;
  const words = Object.entries(wanted).map(([key, value]) => `${key} ${String(value)}`);
  throw new Error(`not on the screen: ${words.join(', ')}\n${root.outline()}`);
}
