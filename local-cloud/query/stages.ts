import { evalExpr } from 'mingo/core';
import { requestFailed } from '../errors';
import { encodeKey } from '../value/key';
import { field } from '../value/path';
import { compareValues, isDoc, rank, sameValue, type Doc, type Maybe, type Value } from '../value/value';
import { compileOutput } from './accumulators';
import { compileExprWith } from './expression';
import { refuseSearch } from './geo';
import { compileQuery } from './match';
import { isNil, type Operator } from './operands';
import { readSort, sortDocs } from './sort';
import { compileAddFields, compileProject } from './stage-shape';

type Options = Parameters<Operator>[2];
/** One pipeline stage over all documents. */
export type Stage = (docs: Doc[], spec: Maybe, options: Options) => Doc[];

function specOf(name: string, spec: Maybe): Record<string, Maybe> {
  if (!isDoc(spec)) throw requestFailed(`(BadValue) the ${name} stage specification must be an object`);
  return spec;
}

function wholeNumber(name: string, v: Maybe, from: number): number {
  if (typeof v !== 'number' || !Number.isInteger(v) || v < from)
    throw requestFailed(
      `(Location5107201) ${name} must be an integer from ${from}, not ${JSON.stringify(v)}`,
    );
  return v;
}

/** Groups by equal keys in the order they first appear; a missing key counts as null. */
const group: Stage = (docs, spec, options) => {
  const { _id: by, ...output } = specOf('$group', spec);
  if (by === undefined) throw requestFailed('(Location15955) a group specification must include an _id');
  const outputOf = compileOutput(output as Doc, options);
  const groups = new Map<string, { key: Value; members: Doc[] }>();
  for (const doc of docs) {
    const key = (evalExpr(doc, by, options) as Maybe) ?? null;
    const name = encodeKey(key).toString('latin1');
    const known = groups.get(name);
    if (known === undefined) groups.set(name, { key, members: [doc] });
    else known.members.push(doc);
  }
  return [...groups.values()].map(({ key, members }) => ({ _id: key, ...outputOf(members) }));
};

const COUNT: Doc = { count: { $sum: 1 } };

/** As MongoDB runs it: a group by `$switch`, then a sort. */
const bucket: Stage = (docs, spec, options) => {
  const { groupBy = null, boundaries, default: other, output } = specOf('$bucket', spec);
  const limits = boundariesOf(boundaries);
  if (other !== undefined && compareValues(other, limits[0]) >= 0 && compareValues(other, limits.at(-1)) < 0)
    throw requestFailed(
      "(Location40199) The $bucket 'default' field must be less than the lowest boundary or not less than the highest",
    );
  const branches = limits.slice(0, -1).map((from, i): Doc => ({
    case: {
      $and: [
        { $gte: [groupBy, { $literal: from }] },
        { $lt: [groupBy, { $literal: limits[i + 1] ?? null }] },
      ],
    },
    then: { $literal: from },
  }));
  const fallback: Doc = other === undefined ? {} : { default: { $literal: other } };
  const by: Doc = { $switch: { branches, ...fallback } };
  return sortDocs(group(docs, { _id: by, ...(isDoc(output) ? output : COUNT) }, options), [['_id', 1]]);
};

function boundariesOf(boundaries: Maybe): Value[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw requestFailed(
      "(Location40192) The $bucket 'boundaries' field must be an array with at least 2 values",
    );
  for (const [i, v] of boundaries.slice(1).entries()) {
    if (rank(v) !== rank(boundaries[i]))
      throw requestFailed(
        "(Location40193) All values in the the 'boundaries' option to $bucket must have the same type",
      );
    if (compareValues(boundaries[i], v) >= 0)
      throw requestFailed("(Location40194) The 'boundaries' option to $bucket must be sorted");
  }
  return boundaries;
}

/** Buckets of about equal size; equal values are never divided. */
const bucketAuto: Stage = (docs, spec, options) => {
  const { groupBy = null, buckets, output, granularity } = specOf('$bucketAuto', spec);
  const wanted = wholeNumber("The $bucketAuto 'buckets' field", buckets, 1);
  if (granularity !== undefined)
    throw requestFailed('(BadValue) granularity of $bucketAuto is not supported by the local cloud');
  const outputOf = compileOutput(isDoc(output) ? output : COUNT, options);
  const rows = docs
    .map((doc) => ({ doc, key: (evalExpr(doc, groupBy, options) as Maybe) ?? null }))
    .sort((a, b) => compareValues(a.key, b.key));
  const size = Math.max(1, Math.round(rows.length / wanted));
  const made: Doc[] = [];
  for (let from = 0; from < rows.length;) {
    let to = made.length === wanted - 1 ? rows.length : Math.min(rows.length, from + size);
    while (to < rows.length && sameValue(rows[to]?.key, rows[to - 1]?.key)) to++;
    const _id = { min: rows[from]?.key ?? null, max: (rows[to] ?? rows[to - 1])?.key ?? null };
    made.push({ _id, ...outputOf(rows.slice(from, to).map((row) => row.doc)) });
    from = to;
  }
  return made;
};

const count: Stage = (docs, name) => {
  if (typeof name !== 'string' || name === '' || name.startsWith('$') || name.includes('.'))
    throw requestFailed('(Location40156) the count field must be a non-empty string without $ or .');
  return docs.length === 0 ? [] : [{ [name]: docs.length }];
};

/** Different documents by chance, each at most once. */
const sample: Stage = (docs, spec) => {
  const size = wholeNumber('size argument to $sample', specOf('$sample', spec).size, 1);
  const rest = docs.slice();
  const chosen: Doc[] = [];
  while (chosen.length < size && rest.length > 0)
    chosen.push(...rest.splice(Math.floor(Math.random() * rest.length), 1));
  return chosen;
};

const unwind: Stage = (docs, spec) => {
  const given = typeof spec === 'string' ? { path: spec } : specOf('$unwind', spec);
  const { path, preserveNullAndEmptyArrays: preserve, includeArrayIndex: index } = given;
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw requestFailed(
      `(Location28818) path option to $unwind stage should be prefixed with a '$': ${JSON.stringify(path)}`,
    );
  const parts = path.slice(1).split('.');
  const numbered = (doc: Doc, i: number | null) => (typeof index === 'string' ? { ...doc, [index]: i } : doc);
  return docs.flatMap((doc) => {
    const v = valueAt(doc, parts);
    if (!Array.isArray(v)) return isNil(v) && preserve !== true ? [] : [numbered(doc, null)];
    if (v.length === 0) return preserve === true ? [numbered(replaced(doc, parts, undefined), null)] : [];
    return v.map((element, i) => numbered(replaced(doc, parts, element), i));
  });
};

const valueAt = (doc: Doc, parts: string[]) =>
  parts.reduce<Maybe>((v, part) => (isDoc(v) ? field(v, part) : undefined), doc);

/** A document with another value, or none, at a path that exists. */
function replaced(doc: Doc, [part = '', ...rest]: string[], v: Maybe): Doc {
  const inner = doc[part];
  const next = rest.length > 0 && isDoc(inner) ? replaced(inner, rest, v) : v;
  if (next !== undefined) return { ...doc, [part]: next };
  return Object.fromEntries(Object.entries(doc).filter(([name]) => name !== part));
}

const replaceRoot: Stage = (docs, spec, options) => {
  const { newRoot = null } = specOf('$replaceRoot', spec);
  return docs.map((doc) => {
    const root = evalExpr(doc, newRoot, options) as Maybe;
    if (!isDoc(root))
      throw requestFailed(
        `(Location40228) 'newRoot' expression must evaluate to an object, but resulting value was: ${JSON.stringify(root)}`,
      );
    return root;
  });
};

/** Every stage of the documentation but `$lookup`. */
export const STAGES: Record<string, Stage> = {
  $match: (docs, spec, options) =>
    docs.filter(compileQuery(specOf('$match', spec) as Doc, compileExprWith(options))),
  $sort: (docs, spec) => sortDocs(docs, readSort(spec)),
  $limit: (docs, n) => docs.slice(0, wholeNumber('the limit', n, 1)),
  $skip: (docs, n) => docs.slice(wholeNumber('the $skip value', n, 0)),
  $project: (docs, spec, options) => docs.map(compileProject(specOf('$project', spec) as Doc, options)),
  $addFields: (docs, spec, options) => docs.map(compileAddFields(specOf('$addFields', spec) as Doc, options)),
  $group: group,
  $sortByCount: (docs, by, options) =>
    sortDocs(group(docs, { _id: by ?? null, ...COUNT }, options), [['count', -1]]),
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $sample: sample,
  $unwind: unwind,
  $replaceRoot: replaceRoot,
  $geoNear: (_docs, spec) => {
    refuseSearch('$geoNear', spec, 'aggregation stage');
    return [];
  },
};
