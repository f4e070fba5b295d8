import * as v from 'valibot';
import { query } from './action';
import { count, cursor, id, next } from './fields';
import { askKeys, receiptStates } from './rules/receipt';
import { figureShows, groupings, LONGEST_MONTHS, monthsBetween, type Grouping } from './rules/statistics';

const month = (label: string) =>
  v.pipe(v.string(`请选择${label}`), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, `${label}应为年月，如2026-11`));

/** Months of publication in Asia/Shanghai, both included. */
export const period = { from: month('开始月份'), to: month('结束月份') };

/** Says of the period what is wrong with it, at its end. */
export const periodFits = <I extends { from: string; to: string }>() =>
  v.rawCheck<I>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value: input } = dataset;
    const months = monthsBetween(input.from, input.to);
    const path: [v.ObjectPathItem] = [{ type: 'object', origin: 'value', input, key: 'to', value: input.to }];
    if (months < 1) addIssue({ message: '结束月份不能早于开始月份', path });
    if (months > LONGEST_MONTHS) addIssue({ message: `一次最多统计${LONGEST_MONTHS}个月`, path });
  });

export const host = v.optional(id('发文单位'));
const show = v.optional(v.picklist(figureShows, '没有这个分类'), 'missing');

/** Receipts of notices that asked something and were neither withdrawn nor corrected. */
export const figures = v.object({
  asked: count,
  opened: count,
  done: count,
  /** Of the done: until the due moment. */
  onTime: count,
  /** Not done, and not due yet. */
  pending: count,
  /** Entered by staff (代录). */
  onBehalf: count,
  /** Average hours from publication until done, one decimal; null: none done. */
  hours: v.nullable(v.number()),
});
export type Figures = v.InferOutput<typeof figures>;

const behind = v.object({
  noticeId: v.string(),
  title: v.string(),
  unitId: v.string(),
  unitName: v.string(),
  region: v.string(),
  ask: v.picklist(askKeys),
  state: v.picklist(receiptStates),
  publishedAt: v.string(),
  dueAt: v.string(),
  doneAt: v.nullable(v.string()),
  onBehalf: v.boolean(),
});

/** `figures` of all that match, on the first page only. */
const list = v.object({ figures: v.nullable(figures), receipts: v.array(behind), next });

export const statisticsContract = {
  /**
   * How notices published in these months were dealt with, by unit (least done first), by region (as the unit was at
   * publication) or by month. Staff.
   */
  'notice.statistics': query(
    v.pipe(
      v.object({
        ...period,
        hostId: host,
        by: v.picklist(Object.keys(groupings) as Grouping[], '请选择统计方式'),
        cursor,
      }),
      periodFits(),
    ),
    v.object({
      /** Of everything, on the first page only. */
      total: v.nullable(figures),
      /** Notices left out because they were withdrawn or corrected. */
      excluded: count,
      /** `key`: the unit's id, the region or the month. */
      rows: v.array(v.object({ key: v.string(), label: v.string(), figures })),
      next,
    }),
  ),

  /** The receipts behind a unit's percentage, newest notice first. Staff. */
  'notice.ofUnit': query(
    v.pipe(v.object({ unitId: id('单位'), ...period, hostId: host, show, cursor }), periodFits()),
    list,
  ),

  /** The receipts behind a percentage of a month, a region or everything, newest notice first. Staff. */
  'notice.receiptsOf': query(
    v.pipe(
      v.object({
        ...period,
        hostId: host,
        /** Empty: units without a region. */
        region: v.optional(v.pipe(v.string('地区应为文字'), v.maxLength(20, '地区最多20字'))),
        show,
        cursor,
      }),
      periodFits(),
    ),
    list,
  ),
};
