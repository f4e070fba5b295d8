import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { requestFailed } from '../errors';
import { sameValue, typeName, type Maybe, type Value } from '../value/value';

/** An expression operator as mingo calls it. */
export type Operator = (obj: unknown, expr: unknown, options: Options) => unknown;

/** An operator of `min` to `max` arguments; a single one may stand without its array, as in MongoDB. */
export const operator =
  (name: string, min: number, max: number, work: (args: Maybe[]) => Maybe): Operator =>
  (obj, expr, options) => {
    const list: unknown[] = Array.isArray(expr) ? expr : [expr];
    if (list.length < min || list.length > max)
      throw requestFailed(
        `(Location16020) Expression ${name} takes ${min === max ? `exactly ${min}` : `${min} to ${max}`} arguments. ${list.length} were passed in.`,
      );
    return work(list.map((e) => evalExpr(obj, e, options) as Maybe));
  };

/** Null or missing: most operators then give null. */
export const isNil = (v: Maybe): v is null | undefined => v === null || v === undefined;

/** Equality inside expressions, where missing is not null. */
export const equal = (a: Maybe, b: Maybe) => (a === undefined) === (b === undefined) && sameValue(a, b);

export function arrayOf(name: string, v: Maybe): Value[] {
  if (!Array.isArray(v)) throw requestFailed(`(TypeMismatch) ${name} needs an array, found: ${typeName(v)}`);
  return v;
}

export function numberOf(name: string, v: Maybe): number {
  if (typeof v !== 'number')
    throw requestFailed(`(TypeMismatch) ${name} only supports numeric types, not ${typeName(v)}`);
  return v;
}

export function stringOf(name: string, v: Maybe): string {
  if (typeof v !== 'string')
    throw requestFailed(`(TypeMismatch) ${name} requires a string argument, found: ${typeName(v)}`);
  return v;
}

/** A whole number from 0. */
export function indexOf(name: string, v: Maybe): number {
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 0)
    throw requestFailed(`(BadValue) ${name} requires a non-negative integer, found: ${JSON.stringify(v)}`);
  return v;
}
