import { shanghaiDay, showTime } from '@contract/rules/calendar';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { fileName } from '../../../office/file-name';
import { handOut, produce } from '../../../office/produce';
import { writeTable } from '../../../office/workbook';
import { notices } from '../../../stores/notices';
import { answerTable } from '../answers/table';

/** What a form brought in as a workbook. It names people: who took it out and when stands in it and in the log (D10). */
export const answers: Act<'report.answers'> = async (ctx, { noticeId }) => {
  const notice = await notices.get(noticeId);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  const { asking, title } = notice;
  if (asking.kind !== 'form') throw new AppError('conflict', '这条通知没有回执表，不能导出');
  const by = ctx.caller.person?.staff?.name ?? '';
  const out = await produce(ctx, {
    kind: 'answers',
    asked: noticeId,
    make: async () => {
      const { headers, rows } = await answerTable(noticeId, asking.questions);
      const when = `${shanghaiDay(ctx.now).slice(0, 4)}年${showTime(ctx.now, ctx.now)}`;
      const bytes = writeTable({
        sheet: '回执表',
        title: `${title} 回执表`,
        mark: `导出人：${by}　时间：${when}　内部资料，请勿外传`,
        headers,
        rows,
      });
      const name = `${fileName('回执表', title)}_${shanghaiDay(ctx.now)}.xlsx`;
      return { bytes, name, count: rows.length, masked: false };
    },
  });
  ctx.record({ collection: 'exports', subjectId: out._id });
  return { ...(await handOut(out)), units: out.count };
};
