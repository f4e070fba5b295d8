import * as v from 'valibot';
import { mutation, query } from './action';
import { cursor, id, next, text } from './fields';
import { askedShown } from './form';
import { seatKind } from './me';

/** A code's id: 16–20 random letters and digits; a signature would not fit a scene's 32 characters. */
export const codeId = v.pipe(
  v.string('缺少登记码'),
  v.trim(),
  v.regex(/^[A-Za-z0-9]{16,20}$/, '登记码不正确，请重新扫码'),
);

const shown = v.object({
  codeId: v.string(),
  unitId: v.nullable(v.string()),
  unitName: v.nullable(v.string()),
  expiresAt: v.string(),
  state: v.picklist(['valid', 'expired', 'revoked']),
  uses: v.number(),
});

/** Who sits where, for whoever stands before the unit: the name masked (王*), nothing else; empty seats are left out. */
const holders = v.array(v.object({ kind: seatKind, name: v.string() }));

export const codeContract = {
  /** A registration code, bound to one unit or open. */
  'code.issue': mutation(
    v.object({
      unitId: v.optional(v.nullable(id('单位')), null),
      days: v.optional(
        v.pipe(
          v.number('有效天数应为数字'),
          v.integer('有效天数应为整数'),
          v.minValue(1, '有效期至少1天'),
          v.maxValue(365, '有效期最多365天'),
        ),
        30,
      ),
    }),
    v.object({ codeId: v.string() }),
  ),

  'code.list': query(v.object({ cursor }), v.object({ codes: v.array(shown), next })),

  /** The code with its mini-program code picture as a temporary address. */
  'code.get': query(v.object({ codeId }), v.object({ ...shown.entries, pictureUrl: v.string() })),

  'code.revoke': mutation(v.object({ codeId }), v.object({ codeId: v.string() })),

  /** What a stranger who scanned sees: what the rulebook asks, and the unit when the code is bound to one. */
  'code.open': query(
    v.object({ codeId }),
    v.object({
      officeName: v.string(),
      unit: v.nullable(v.object({ unitId: v.string(), name: v.string(), holders })),
      expiresAt: v.string(),
      /** The leaver gave this code away to hand over this very seat; null: it is a registration code like any other. */
      handing: v.nullable(v.object({ kind: seatKind, changedOn: v.string() })),
      /** Fields of the form, and of those what may not stay empty. */
      asked: askedShown,
      /** What the rulebook calls the seats (D: 主代表, 副代表), and whether there is a deputy. */
      seats: v.object({
        names: v.object({ main: v.string(), deputy: v.string() }),
        deputy: v.boolean(),
      }),
      /** Working days a change has to be reported in; null: 及时. */
      reportChangeWithinWorkdays: v.nullable(v.number()),
      /** The consent text that has to be agreed to. */
      consentVersion: v.string(),
    }),
  ),

  /** With an open code: find one's own unit by name, initials or pinyin. At most 20; names of units, holders masked. */
  'code.findUnits': query(
    v.object({ codeId, search: text('单位名称', 30) }),
    v.object({
      units: v.array(v.object({ unitId: v.string(), name: v.string(), region: v.string(), holders })),
    }),
  ),
};
