import { evalExpr } from 'mingo/core';
import { requestFailed } from '../errors';
import { isDoc, type Doc, type Maybe, type Value } from '../value/value';
import type { Operator } from './operands';

type Options = Parameters<Operator>[2];

/** What becomes of a field: kept, dropped, computed, or looked into. */
interface Node {
  kind: 'keep' | 'drop' | 'compute' | 'inside';
  expr: Value;
  children: Map<string, Node>;
}

const isYes = (v: Maybe) => v === true || (typeof v === 'number' && v !== 0);
const isNo = (v: Maybe) => v === false || v === 0;

/** `$project`: fields kept or dropped, and computed ones; MongoDB's rules on mixing. */
export function compileProject(spec: Doc, options: Options): (doc: Doc) => Doc {
  if (Object.keys(spec).length === 0)
    throw requestFailed(
      '(Location51272) Invalid $project :: projection specification must have at least one field',
    );
  const root = inside();
  for (const path of Object.keys(spec))
    add(root, path, spec[path] ?? null, (v) => (isYes(v) ? 'keep' : isNo(v) ? 'drop' : 'compute'));
  const kinds = kindsOf(root, true);
  const exclusive = kinds.has('drop');
  if (exclusive && (kinds.has('keep') || kinds.has('compute')))
    throw requestFailed(
      '(Location31254) Invalid $project :: Cannot do exclusion and inclusion in one projection',
    );
  const id = root.children.get('_id');
  const keepsRest = exclusive || (kinds.size === 0 && id?.kind === 'drop');
  if (!keepsRest && id === undefined) root.children.set('_id', { ...inside(), kind: 'keep' });
  return (doc) => (shape(doc, doc, root, keepsRest, options) ?? {}) as Doc;
}

/** `$addFields`: everything stays, some fields are computed; a dotted path enters arrays element by element. */
export function compileAddFields(spec: Doc, options: Options): (doc: Doc) => Doc {
  if (Object.keys(spec).length === 0)
    throw requestFailed('(Location40177) Invalid $addFields :: specification must have at least one field');
  const root = inside();
  for (const path of Object.keys(spec)) add(root, path, spec[path] ?? null, () => 'compute');
  return (doc) => shape(doc, doc, root, true, options) as Doc;
}

const inside = (): Node => ({ kind: 'inside', expr: null, children: new Map() });

function add(root: Node, path: string, v: Value, kindOf: (v: Value) => Node['kind']): void {
  const parts = path.split('.');
  if (parts.some((part) => part === '' || part.startsWith('$')))
    throw requestFailed(`(Location16410) FieldPath '${path}' has an empty or a dollar-prefixed part`);
  let node = root;
  for (const part of parts) {
    if (node.kind !== 'inside') throw collision(path);
    const next = node.children.get(part) ?? inside();
    node.children.set(part, next);
    node = next;
  }
  if (node.kind !== 'inside' || node.children.size > 0) throw collision(path);
  const keys = isDoc(v) ? Object.keys(v) : [];
  if (isDoc(v) && keys.length > 0 && !keys.some((key) => key.startsWith('$')))
    for (const key of keys) add(node, key, v[key] ?? null, kindOf);
  else Object.assign(node, { kind: kindOf(v), expr: v });
}

const collision = (path: string) => requestFailed(`(Location31250) Path collision at ${path}`);

/** The kinds below a node; that of `_id` does not count. */
function kindsOf(node: Node, top: boolean): Set<Node['kind']> {
  const kinds = new Set<Node['kind']>();
  for (const [name, child] of node.children) {
    if (top && name === '_id' && child.kind !== 'inside') continue;
    if (child.kind === 'inside') for (const kind of kindsOf(child, false)) kinds.add(kind);
    else kinds.add(child.kind);
  }
  return kinds;
}

/** A value with a node applied; undefined removes it. */
function shape(doc: Doc, v: Maybe, node: Node, keepsRest: boolean, options: Options): Maybe {
  if (node.kind === 'keep') return v;
  if (node.kind === 'drop') return undefined;
  if (node.kind === 'compute') return evalExpr(doc, node.expr, options) as Maybe;
  if (Array.isArray(v)) return v.flatMap((element) => shape(doc, element, node, keepsRest, options) ?? []);
  const computes = kindsOf(node, false).has('compute');
  if (!isDoc(v) && !computes) return keepsRest ? v : undefined;
  const old = isDoc(v) ? v : {};
  const out: Doc = {};
  const put = (name: string, value: Maybe) => {
    if (value !== undefined) out[name] = value;
  };
  for (const name of Object.keys(old)) {
    const child = node.children.get(name);
    if (child !== undefined) put(name, shape(doc, old[name], child, keepsRest, options));
    else if (keepsRest) put(name, old[name]);
  }
  for (const [name, child] of node.children)
    if (!Object.hasOwn(old, name)) put(name, shape(doc, undefined, child, keepsRest, options));
  return out;
}
