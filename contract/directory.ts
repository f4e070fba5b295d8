import * as v from 'valibot';
import { mutation, query } from './action';
import { cursor, id, next, optionalText } from './fields';
import { seatKind } from './me';

export const directoryContract = {
  /** 通讯录: units and their liaisons by stored pinyin order, numbers masked. For staff and liaisons. */
  'directory.list': query(
    v.object({ search: optionalText('搜索', 30), cursor }),
    v.object({
      units: v.array(
        v.object({
          unitId: v.string(),
          name: v.string(),
          region: v.string(),
          seats: v.array(
            v.object({
              kind: seatKind,
              name: v.string(),
              position: v.string(),
              phone: v.string(),
              landline: v.string(),
            }),
          ),
        }),
      ),
      next,
    }),
  ),

  /** One number unmasked; logged, and the person can see it (decision D10). */
  'directory.reveal': mutation(
    v.object({ unitId: id('单位'), kind: seatKind }),
    v.object({ phone: v.string() }),
  ),
};
