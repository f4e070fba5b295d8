import { ObjectId } from 'bson';
import { isRecord } from '../value/ejson';

/** Dates, ids and regular expressions wrapped for JSON. */
export function toWire(v: unknown): unknown {
  if (v instanceof Date) return { $date: v.getTime() };
  if (v instanceof ObjectId) return { $oid: v.toHexString() };
  if (v instanceof RegExp) return { $regularExpression: { pattern: v.source, options: v.flags } };
  if (Array.isArray(v)) return v.map(toWire);
  return isRecord(v) ? Object.fromEntries(Object.entries(v).map(([key, inner]) => [key, toWire(inner)])) : v;
}

/** The reverse; anything else is kept as it is. */
export function fromWire(v: unknown): unknown {
  if (Array.isArray(v)) return v.map(fromWire);
  if (!isRecord(v)) return v;
  if (typeof v.$date === 'number') return new Date(v.$date);
  if (typeof v.$oid === 'string') return new ObjectId(v.$oid);
  const re = v.$regularExpression;
  if (isRecord(re)) return new RegExp(String(re.pattern), String(re.options));
  return Object.fromEntries(Object.entries(v).map(([key, inner]) => [key, fromWire(inner)]));
}
