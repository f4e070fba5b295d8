import { isDoc, type Doc, type Maybe, type Value } from './value';

const DIGITS = /^(0|[1-9]\d*)$/;

/** True when a path component may be an array position. */
export const isPosition = (part: string) => DIGITS.test(part);

/**
 * Visits every value a dotted path reaches, as MongoDB does: arrays on the way are entered element by element
 * and, for a numeric component, by position. `undefined` is visited where the path ends early.
 * Stops and returns true as soon as the visitor does.
 */
export function visitPath(v: Maybe, parts: string[], visit: (leaf: Maybe) => boolean, at = 0): boolean {
  const part = parts[at];
  if (part === undefined) return visit(v);
  if (Array.isArray(v)) {
    for (const element of v) if (isDoc(element) && visitPath(element, parts, visit, at)) return true;
    if (!isPosition(part)) return false;
    const index = Number(part);
    return index < v.length && visitPath(v[index], parts, visit, at + 1);
  }
  return isDoc(v) ? visitPath(field(v, part), parts, visit, at + 1) : visit(undefined);
}

/** Own field of a document, never something inherited. */
export function field(doc: Doc, name: string): Maybe {
  return Object.hasOwn(doc, name) ? doc[name] : undefined;
}

/**
 * All values a sort or an index sees at a path: array leaves are spread, nothing becomes `undefined`.
 * An array element that is no document counts as one without the field (MongoDB's key generator), though no query sees it.
 */
export function leaves(doc: Doc, parts: string[]): { values: Maybe[]; multi: boolean } {
  const values: Maybe[] = [];
  let multi = false;
  const walk = (v: Maybe, at: number): void => {
    const part = parts[at];
    if (part === undefined) {
      if (!Array.isArray(v)) values.push(v);
      else {
        multi = true;
        if (v.length === 0) values.push(EMPTY_ARRAY);
        else for (const element of v) values.push(element);
      }
    } else if (Array.isArray(v)) {
      multi = true;
      for (const element of v) walk(isDoc(element) ? field(element, part) : undefined, at + 1);
    } else walk(isDoc(v) ? field(v, part) : undefined, at + 1);
  };
  walk(doc, 0);
  if (values.length === 0) values.push(undefined);
  return { values, multi };
}

/** Stands for an empty array at the end of an indexed or sorted path: it orders before null. */
export const EMPTY_ARRAY: Value = Object.freeze([]) as unknown as Value[];
