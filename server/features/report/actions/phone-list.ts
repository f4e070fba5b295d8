import { shanghaiDay, showDeadline, showTime } from '@contract/rules/calendar';
import { missingWords } from '@contract/rules/chase';
import { may } from '@contract/rules/rights';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { fileName } from '../../../office/file-name';
import { handOut, produce } from '../../../office/produce';
import { tellEach } from '../../../office/tell-each';
import { writeTable } from '../../../office/workbook';
import { notices, type Notice } from '../../../stores/notices';
import { offices } from '../../../stores/offices';
import { phoneListPaper, TICKS } from '../phone-list/document';
import { phoneLines, type PhoneLine } from '../phone-list/lines';

const HEADERS = ['序号', '地区', '单位', '联络员', '电话', '负责人', '负责人电话', ...TICKS, '备注'];
const BOX = '□';

/** 电话催办单. Whose number goes out has it in the log before the file is handed out (decision D10). */
export const phoneList: Act<'report.phoneList'> = async (ctx, { noticeId, format, region, links }) => {
  const [notice, office] = await Promise.all([notices.get(noticeId), offices.get()]);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  const staff = ctx.caller.person?.staff;
  if (links && !may(staff?.role, 'notice.publish')) throw new AppError('forbidden');
  const whole = may(staff?.role, 'contact.reveal');
  const out = await produce(ctx, {
    kind: 'phone-list',
    asked: JSON.stringify([noticeId, format, region, links]),
    make: async () => {
      const lines = await phoneLines({ noticeId, region, withLinks: links, whole, now: ctx.now });
      if (lines.length === 0) throw new AppError('missing', '没有还差的单位，不用打电话');
      const when = `${shanghaiDay(ctx.now).slice(0, 4)}年${showTime(ctx.now, ctx.now)}`;
      const mark = `导出人：${staff?.name ?? ''}　时间：${when}　内部资料，请勿外传`;
      const sheet = { office: office?.name ?? '', mark, about: aboutOf(notice, ctx.now), lines };
      const bytes =
        format === 'docx'
          ? await phoneListPaper({ ...sheet, title: '电话催办单' })
          : tableOf(notice, lines, mark, links);
      await tellEach(
        ctx,
        'report.phoneList',
        lines.flatMap(({ named }) => named),
      );
      const name = `${fileName('电话催办单', region, notice.title)}_${shanghaiDay(ctx.now)}.${format}`;
      return { bytes, name, count: lines.length, masked: !whole };
    },
  });
  ctx.record({ collection: 'exports', subjectId: out._id });
  return { ...(await handOut(out)), units: out.count, masked: out.masked };
};

const aboutOf = ({ title, dueAt, asking }: Notice, now: Date): string =>
  `《${title}》　${showDeadline(dueAt, now)}截止　以下单位${missingWords(asking.kind)}`;

const tableOf = ({ title }: Notice, lines: PhoneLine[], mark: string, links: boolean): Buffer =>
  writeTable({
    sheet: '电话催办单',
    title: `电话催办单：${title}`,
    mark: `${mark}　共${lines.length}家`,
    headers: [...HEADERS, ...(links ? ['短信链接'] : [])],
    rows: lines.map((line, i) => [
      String(i + 1),
      line.region,
      line.unitName,
      line.liaison,
      line.phones.join('；'),
      line.head,
      line.headPhones.join('；'),
      ...TICKS.map(() => BOX),
      line.note,
      ...(links ? [line.link] : []),
    ]),
  });
