import { requestFailed } from '../errors';
import { field, isPosition } from '../value/path';
import { isDoc, typeName, type Doc, type Maybe, type Value } from '../value/value';

/** A place in a document that can be read, written and removed. */
export interface Slot {
  get(): Maybe;
  set(v: Value): void;
  remove(): void;
}

/** The slot at a path; with `create`, missing containers are made, without, undefined when there is no such place. */
export function slotOf(doc: Doc, parts: string[], create: boolean): Slot | undefined {
  let container: Doc | Value[] = doc;
  for (const [i, part] of parts.slice(0, -1).entries()) {
    const inner: Maybe = Array.isArray(container) ? elementOf(container, part) : field(container, part);
    if (isDoc(inner) || Array.isArray(inner)) {
      container = inner;
      continue;
    }
    if (!create) return undefined;
    if (inner !== undefined) throw pathNotViable(parts[i + 1] ?? '', part, inner);
    const made: Doc = {};
    write(container, part, made);
    container = made;
  }
  const last = parts[parts.length - 1] ?? '';
  if (Array.isArray(container) && !isPosition(last)) {
    if (!create) return undefined;
    throw pathNotViable(last, parts[parts.length - 2] ?? '', container);
  }
  const place = container;
  return {
    get: () => (Array.isArray(place) ? elementOf(place, last) : field(place, last)),
    set: (v) => write(place, last, v),
    remove: () => {
      if (!Array.isArray(place)) Reflect.deleteProperty(place, last);
      else if (Number(last) < place.length) place[Number(last)] = null;
    },
  };
}

const elementOf = (array: Value[], part: string): Maybe =>
  isPosition(part) ? array[Number(part)] : undefined;

function write(container: Doc | Value[], part: string, v: Value): void {
  if (!Array.isArray(container)) {
    container[part] = v;
    return;
  }
  if (!isPosition(part)) throw pathNotViable(part, '', container);
  const index = Number(part);
  if (index > container.length + 1_500_000) throw requestFailed('(Location) array index is too large');
  while (container.length < index) container.push(null);
  container[index] = v;
}

function pathNotViable(part: string, parent: string, v: Value): Error {
  const shown = Array.isArray(v) || isDoc(v) ? `a value of type ${typeName(v)}` : JSON.stringify(v);
  return requestFailed(`(PathNotViable) Cannot create field '${part}' in element {${parent}: ${shown}}`);
}
