import { shanghaiDay, showTime } from '@contract/rules/calendar';
import { monthWords } from '@contract/rules/statistics';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { fileName } from '../../../office/file-name';
import { handOut, produce } from '../../../office/produce';
import { writeTables } from '../../../office/workbook';
import { offices } from '../../../stores/offices';
import { statisticsTables } from '../statistics/tables';

/** The statistics of a period as a workbook, a sheet for each way to look at them; no personal data in it. */
export const statistics: Act<'report.statistics'> = async (ctx, { from, to, hostId }) => {
  const by = ctx.caller.person?.staff?.name ?? '';
  const out = await produce(ctx, {
    kind: 'statistics',
    asked: JSON.stringify([from, to, hostId ?? '']),
    make: async () => {
      const office = await offices.get();
      const host = office?.hosts.find(({ id }) => id === hostId);
      if (hostId && !host) throw new AppError('invalid', '没有这个发文单位', 'hostId');
      const period = from === to ? monthWords(from) : `${monthWords(from)}至${monthWords(to)}`;
      const when = `${shanghaiDay(ctx.now).slice(0, 4)}年${showTime(ctx.now, ctx.now)}`;
      const { tables, units } = await statisticsTables(
        { from, to, hostId, now: ctx.now },
        {
          title: `${host?.name ?? office?.name ?? ''}通知办理情况统计（${period}）`,
          mark: `导出人：${by}　时间：${when}　内部资料，请勿外传`,
        },
      );
      const name = `${fileName('通知办理情况统计', host?.short ?? '', period)}.xlsx`;
      return { bytes: writeTables(tables), name, count: units, masked: false };
    },
  });
  ctx.record({ collection: 'exports', subjectId: out._id });
  return { ...(await handOut(out)), units: out.count };
};
