import type { Sort } from '../query/sort';
import { encodeKey, invert, stringPrefix, successor, typeBounds } from '../value/key';
import type { Doc } from '../value/value';
import { conditionsOf, type Condition } from './conditions';
import { component } from './index-keys';
import type { Collection, Index } from './store';

/** Keys from (inclusive) to (exclusive); `prefix` bytes of the start are fixed. */
export interface Range {
  from: Buffer;
  to: Buffer;
  prefix: number;
}

export interface IndexPlan {
  kind: 'index';
  index: Index;
  ranges: Range[];
  reverse: boolean;
  /** The index gives the wanted order; with `merge`, each range does. */
  sorted: boolean;
  merge: boolean;
  served: boolean;
  equalities: number;
}

export type Plan =
  IndexPlan | { kind: 'or'; branches: IndexPlan[]; served: boolean } | { kind: 'scan'; served: false };

/** Above every encoded key. */
const TOP = Buffer.alloc(8, 255);
const RANGES_MAX = 1000;

/** `_id` as an index, which every collection has. */
export const ID_INDEX: Index = { id: 0, spec: { name: '_id_', keys: [['_id', 1]], unique: true }, multi: 0 };

/** Chooses how to read: an index that serves the query (design D2) before all, then the narrowest. */
export function planQuery(collection: Collection, query: Doc, sort: Sort): Plan {
  const { byPath, ors } = conditionsOf(query);
  const single = bestIndex(collection, byPath, sort);
  for (const branches of ors) {
    const plans = branches.map((branch) =>
      bestIndex(collection, conditionsOf({ $and: [branch, query] }).byPath, sort),
    );
    if (plans.every(isBounded) && (single === undefined || narrower(plans, single)))
      return { kind: 'or', branches: plans, served: plans.every((p) => p.served) };
  }
  return single ?? { kind: 'scan', served: false };
}

const narrower = (plans: IndexPlan[], single: IndexPlan) =>
  Math.min(...plans.map((p) => p.equalities)) > single.equalities &&
  (!single.served || plans.every((p) => p.served));

const isBounded = (plan: IndexPlan | undefined): plan is IndexPlan => plan !== undefined;

function bestIndex(
  collection: Collection,
  byPath: Map<string, Condition>,
  sort: Sort,
): IndexPlan | undefined {
  let best: IndexPlan | undefined;
  for (const index of [ID_INDEX, ...collection.indexes]) {
    const plan = planIndex(index, byPath, sort);
    if (plan !== undefined && (best === undefined || score(plan) > score(best))) best = plan;
  }
  return best;
}

function score(plan: IndexPlan): number {
  const fullUnique = plan.index.spec.unique === true && plan.equalities === plan.index.spec.keys.length;
  const bounded = plan.ranges.some((r) => r.from.length > r.prefix || !r.to.equals(TOP));
  return (
    (fullUnique ? 1000 : 0) +
    (plan.served ? 500 : 0) +
    plan.equalities * 4 +
    (bounded ? 2 : 0) +
    (plan.sorted ? 1 : 0)
  );
}

function planIndex(index: Index, byPath: Map<string, Condition>, sort: Sort): IndexPlan | undefined {
  const bounds = boundsOf(index, byPath);
  const order = orderOf(index, bounds, sort);
  if (bounds.equalities === 0 && !bounds.ranged && !(order.sorted && sort.length > 0)) return undefined;
  const everyKeyFixed = index.spec.unique === true && bounds.equalities === index.spec.keys.length;
  return {
    kind: 'index',
    index,
    ranges: bounds.ranges,
    equalities: bounds.equalities,
    ...order,
    served: sort.length === 0 || order.sorted || everyKeyFixed,
  };
}

interface Bounds {
  ranges: Range[];
  equalities: number;
  ranged: boolean;
  /** Leading fields fixed to exactly one value. */
  single: number;
}

function boundsOf(index: Index, byPath: Map<string, Condition>): Bounds {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let single = 0;
  let arrayUsed = false;
  for (const [i, [path, direction]] of index.spec.keys.entries()) {
    const multi = (index.multi & (1 << i)) !== 0;
    const condition = byPath.get(path);
    // Elements of one array may satisfy different conditions, so only one of its fields can bound the keys.
    const usable = condition !== undefined && !(multi && arrayUsed);
    const points = usable ? condition.points : undefined;
    if (points === undefined || prefixes.length * points.length > RANGES_MAX) {
      const ranges = usable ? rangesOf(prefixes, condition, direction, multi) : undefined;
      return { ranges: ranges ?? prefixes.map(whole), equalities: i, ranged: ranges !== undefined, single };
    }
    arrayUsed ||= multi;
    const parts = distinct(points.map((v) => component(v, direction)));
    if (parts.length === 1 && single === i) single = i + 1;
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
  }
  return { ranges: prefixes.map(whole), equalities: index.spec.keys.length, ranged: false, single };
}

const whole = (prefix: Buffer): Range => ({
  from: prefix,
  to: prefix.length === 0 ? TOP : (successor(prefix) ?? TOP),
  prefix: prefix.length,
});

const distinct = (keys: Buffer[]) =>
  [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()].sort((a, b) => a.compare(b));

function rangesOf(
  prefixes: Buffer[],
  condition: Condition,
  direction: 1 | -1,
  multi: boolean,
): Range[] | undefined {
  const intervals = intervalsOf(condition, multi);
  if (intervals === undefined) return undefined;
  return prefixes.flatMap((prefix) =>
    intervals
      .map(({ from, to }) => ({
        from: Buffer.concat([prefix, direction === 1 ? from : flip(to)]),
        to: Buffer.concat([prefix, direction === 1 ? to : flip(from)]),
        prefix: prefix.length,
      }))
      .sort((a, b) => a.from.compare(b.from)),
  );
}

/** Intervals [from, to) of ascending keys. */
function intervalsOf(condition: Condition, multi: boolean): Array<{ from: Buffer; to: Buffer }> | undefined {
  const { lower, upper, prefix } = condition;
  if (prefix !== undefined) {
    const from = stringPrefix(prefix);
    return [{ from, to: successor(from) ?? TOP }, typeBounds(/x/)];
  }
  if (lower === undefined && upper === undefined) return undefined;
  const low = lower && { key: encodeKey(lower.value), ...lower, ...typeBounds(lower.value) };
  const high = upper && { key: encodeKey(upper.value), ...upper, ...typeBounds(upper.value) };
  const after = (key: Buffer) => successor(key) ?? TOP;
  const from = low === undefined ? high?.from : low.inclusive ? low.key : after(low.key);
  const highEnd = high === undefined ? low?.to : high.inclusive ? after(high.key) : high.key;
  const to = multi && low !== undefined ? low.to : highEnd;
  if (from === undefined || to === undefined) return undefined;
  return from.compare(to) < 0 ? [{ from, to }] : [];
}

/** The same boundary among complemented keys: e >= b exactly when ~e < flip(b). */
function flip(boundary: Buffer): Buffer {
  return successor(invert(boundary)) ?? TOP;
}

function orderOf(
  index: Index,
  bounds: Bounds,
  sort: Sort,
): { reverse: boolean; sorted: boolean; merge: boolean } {
  const keys = index.spec.keys;
  const isArray = (i: number) => (index.multi & (1 << i)) !== 0;
  const fixed = new Set(
    keys
      .slice(0, bounds.single)
      .filter((_, i) => !isArray(i))
      .map(([path]) => path),
  );
  const wanted = sort.filter(([path]) => !fixed.has(path));
  const fits = (start: number): 1 | -1 | 0 => {
    let sign: 1 | -1 | 0 = wanted.length === 0 ? 1 : 0;
    for (const [j, [path, direction]] of wanted.entries()) {
      const key = keys[start + j];
      if (key === undefined || key[0] !== path) return 0;
      // An array sorts by its smallest or largest element, which a bounded scan may not meet first.
      if (isArray(start + j) && (start + j < bounds.equalities || bounds.ranged)) return 0;
      const one: 1 | -1 = key[1] === direction ? 1 : -1;
      if (sign !== 0 && sign !== one) return 0;
      sign = one;
    }
    return sign;
  };
  const direct = fits(bounds.single);
  if (direct !== 0) return { reverse: direct === -1, sorted: true, merge: false };
  const merged = bounds.single < bounds.equalities ? fits(bounds.equalities) : 0;
  return { reverse: merged === -1, sorted: merged !== 0, merge: merged !== 0 };
}
