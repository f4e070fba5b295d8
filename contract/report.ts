import * as v from 'valibot';
import { mutation } from './action';
import { count, flag, id, optionalText } from './fields';
import { host, period, periodFits } from './notice-statistics';

/** Files made of what runs: answers, phone lists, statistics. Served by `documents` (decision D5). */
export const reportContract = {
  /** What a notice's form brought in, every unit a row, as a workbook. */
  'report.answers': mutation(
    v.object({ noticeId: id('通知') }),
    v.object({ url: v.string(), name: v.string(), units: count }),
  ),

  /**
   * 电话催办单: the missing units of a notice by region with boxes to tick; numbers whole for whoever may see them, and
   * logged. `links`: a column of the links made for SMS (notice.links), in the workbook only: on paper nobody taps them.
   */
  'report.phoneList': mutation(
    v.pipe(
      v.object({
        noticeId: id('通知'),
        format: v.picklist(['docx', 'xlsx'], '请选择Word或Excel'),
        region: optionalText('地区', 20),
        links: v.optional(flag('是否附短信链接'), false),
      }),
      v.forward(
        v.partialCheck(
          [['format'], ['links']],
          ({ format, links }) => !links || format === 'xlsx',
          '短信链接只能附在Excel表格里',
        ),
        ['links'],
      ),
    ),
    v.object({ url: v.string(), name: v.string(), units: count, masked: v.boolean() }),
  ),

  /** The statistics of these months (notice.statistics), all three views as sheets of a workbook. */
  'report.statistics': mutation(
    v.pipe(v.object({ ...period, hostId: host }), periodFits()),
    v.object({ url: v.string(), name: v.string(), units: count }),
  ),
};
