import { contract, type ActionName } from '@contract/index';
import * as v from 'valibot';

/** A valid input of every action, made from its schema: a field named like one of `ids` gets that, the rest what fits. */
export function inputOf(name: ActionName, ids: Record<string, unknown>): Record<string, unknown> {
  const input = made(contract[name].input as unknown as Schema, name, ids) as Record<string, unknown>;
  return { ...input, ...((ids[name] as object | undefined) ?? {}) };
}

interface Schema {
  type: string;
  entries?: Record<string, Schema>;
  wrapped?: Schema;
  options?: unknown[];
  item?: Schema;
  literal?: unknown;
  pipe?: Schema[];
}

const WORDS = [
  '示例',
  '2026-11-20',
  '2026-11',
  '2026-11-26T09:00:00.000Z',
  'finance',
  '#1F5FBF',
  '19900004321',
  '710000',
  'a@example.com',
  '029-88880000',
  'ABCDEFGHJKLMNPQRST',
  'ABCDEFGHJKLMNPQRSTUV',
  'cloud://local/files/x.png',
];

function made(schema: Schema, path: string, ids: Record<string, unknown>): unknown {
  const key = path.split('.').pop() ?? '';
  const base = schema.pipe?.[0] ?? schema;
  switch (base.type) {
    case 'object':
    case 'loose_object':
      return Object.fromEntries(
        Object.entries(base.entries ?? {}).flatMap(([field, inner]) =>
          inner.type === 'optional' && !(field in ids) ? [] : [[field, made(inner, `${path}.${field}`, ids)]],
        ),
      );
    case 'optional':
    case 'nullable':
      return key in ids ? ids[key] : base.type === 'nullable' ? null : undefined;
  }
  if (key in ids) return ids[key];
  switch (base.type) {
    case 'picklist':
      return base.options?.[0];
    case 'union':
    case 'variant':
      return made(base.options?.[0] as Schema, path, ids);
    case 'literal':
      return base.literal;
    case 'boolean':
      return false;
    case 'number':
      return [1, 2026, 0].find((n) => fits(schema, n));
    case 'record':
      return {};
    case 'array': {
      const one = base.item ? [made(base.item, path, ids)] : [];
      return fits(schema, []) ? [] : one;
    }
    default:
      return WORDS.find((word) => fits(schema, word)) ?? 'none-of-these-fits';
  }
}

const fits = (schema: Schema, value: unknown): boolean =>
  v.safeParse(schema as unknown as v.GenericSchema, value).success;
