import { requestFailed, unsupported } from '../errors';
import { field } from '../value/path';
import { isDoc, type Doc, type Maybe, type Value } from '../value/value';
import { compileQuery } from './match';

interface Node {
  children: Map<string, Node>;
  value?: Value;
}

/** Compiles a projection: 1, 0, `$slice` and `$elemMatch`; MongoDB's rules on mixing. */
export function compileProjection(projection: Doc): (doc: Doc) => Doc {
  const paths = Object.keys(projection).filter((path) => path !== '_id');
  if (paths.length === 0 && projection._id === undefined) return (doc) => doc;
  const includes = paths.filter((p) => isYes(projection[p]) || hasOperator(projection[p], '$elemMatch'));
  const excludes = paths.filter((p) => isNo(projection[p]));
  if (includes.length > 0 && excludes.length > 0)
    throw requestFailed('(BadValue) Projection cannot have a mix of inclusion and exclusion');
  const inclusive = includes.length > 0 || (paths.length === 0 && isYes(projection._id));
  const root = tree(projection, paths);
  if (!inclusive && isNo(projection._id)) root.children.set('_id', { children: new Map(), value: 0 });
  return (doc) => {
    const out = inclusive ? include(doc, root) : exclude(doc, root);
    if (!isDoc(out)) return {};
    if (!inclusive || isNo(projection._id) || doc._id === undefined) return out;
    return { _id: doc._id, ...out };
  };
}

const isYes = (v: Maybe) => v === true || (typeof v === 'number' && v !== 0);
const isNo = (v: Maybe) => v === false || v === 0;
const hasOperator = (v: Maybe, op: string) => isDoc(v) && op in v;

function tree(projection: Doc, paths: string[]): Node {
  const root: Node = { children: new Map() };
  for (const path of paths) {
    const value = projection[path] ?? null;
    if (isDoc(value)) {
      const op = Object.keys(value)[0];
      if (op !== '$slice' && op !== '$elemMatch') throw unsupported(`projection operator ${op ?? '{}'}`);
    } else if (!isYes(value) && !isNo(value)) throw requestFailed(`(BadValue) invalid projection of ${path}`);
    if (path.includes('$')) throw unsupported('positional projection');
    let node = root;
    for (const part of path.split('.')) {
      const next = node.children.get(part) ?? { children: new Map<string, Node>() };
      node.children.set(part, next);
      node = next;
    }
    node.value = value;
  }
  return root;
}

function include(v: Value, node: Node): Maybe {
  if (node.value !== undefined) return applyOperator(v, node.value);
  if (Array.isArray(v))
    return v.map((element) => include(element, node)).filter((element) => element !== undefined);
  if (!isDoc(v)) return undefined;
  const out: Doc = {};
  for (const key of Object.keys(v)) {
    const child = node.children.get(key);
    const kept = child === undefined ? undefined : include(v[key] ?? null, child);
    if (kept !== undefined) out[key] = kept;
  }
  return out;
}

function exclude(v: Value, node: Node): Maybe {
  if (node.value !== undefined) return isNo(node.value) ? undefined : applyOperator(v, node.value);
  if (Array.isArray(v))
    return v.map((element) => exclude(element, node)).filter((element) => element !== undefined);
  if (!isDoc(v)) return v;
  const out: Doc = {};
  for (const key of Object.keys(v)) {
    const child = node.children.get(key);
    const kept = child === undefined ? v[key] : exclude(v[key] ?? null, child);
    if (kept !== undefined) out[key] = kept;
  }
  return out;
}

function applyOperator(v: Value, operator: Value): Maybe {
  if (!isDoc(operator)) return v;
  if ('$slice' in operator) return Array.isArray(v) ? slice(v, operator.$slice ?? null) : v;
  const test = compileQuery({ v: { $elemMatch: field(operator, '$elemMatch') ?? null } });
  if (!Array.isArray(v)) return undefined;
  const found = v.find((element) => test({ v: [element] }));
  return found === undefined ? undefined : [found];
}

function slice(v: Value[], spec: Value): Value[] {
  if (typeof spec === 'number') return spec >= 0 ? v.slice(0, spec) : v.slice(spec);
  const [skip, count] = Array.isArray(spec) ? spec : [];
  if (typeof skip !== 'number' || typeof count !== 'number' || count <= 0)
    throw requestFailed('(BadValue) $slice array argument must be of form [skip, limit]');
  const from = skip >= 0 ? skip : Math.max(0, v.length + skip);
  return v.slice(from, from + count);
}
