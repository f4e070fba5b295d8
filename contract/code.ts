import * as v from 'valibot';
import { mutation, query } from './action';
import { cursor, id, next, text } from './fields';

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

  /** What a stranger who scanned sees: the hosts, and the unit when the code is bound to one. */
  'code.open': query(
    v.object({ codeId }),
    v.object({
      officeName: v.string(),
      unit: v.nullable(v.object({ unitId: v.string(), name: v.string() })),
      expiresAt: v.string(),
    }),
  ),

  /** With an open code: find one's own unit by name, initials or pinyin. At most 20, names only. */
  'code.findUnits': query(
    v.object({ codeId, search: text('单位名称', 30) }),
    v.object({ units: v.array(v.object({ unitId: v.string(), name: v.string(), region: v.string() })) }),
  ),
};
