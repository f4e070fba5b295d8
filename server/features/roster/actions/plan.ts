import type { Parsed } from '@contract/index';
import { shanghaiDay } from '@contract/rules/calendar';
import type { Act } from '../../../kit/act';
import { files } from '../../../kit/cloud';
import { AppError } from '../../../kit/errors';
import { imports, type Import } from '../../../stores/imports';
import { offices } from '../../../stores/offices';
import { importOf, keepPlan, mustHaveFiles } from '../find';
import { knownUnits, namesLeft } from '../plan/known';
import { makePlan } from '../plan/make';
import { bodyOf } from '../workbook/body';
import { open, type Book } from '../workbook/open';

/** The plan is a file; planned again, the one before counts no more. */
export const plan: Act<'roster.plan'> = async (ctx, input) => {
  const { importId, sheets, defaults, decisions } = input;
  const row = await importOf(importId);
  if (row.requests.includes(ctx.requestId) && row.plan) return answered(row.plan);
  if (row.state !== 'read' && row.state !== 'planned') throw started();
  mustHaveFiles(row);
  const book = open(await files.bytes(row.fileId));
  const rows = rowsOf(book, sheets);
  if (rows.length === 0)
    throw new AppError('invalid', '标题行下面没有可导入的行，请检查选的工作表', 'sheets');
  const [office, units, left] = await Promise.all([offices.get(), knownUnits(), namesLeft()]);
  const hosts = office?.hosts ?? [];
  const [only] = hosts;
  const entries = makePlan({
    importId,
    rows,
    units,
    left,
    decisions,
    rules: {
      hosts,
      today: shanghaiDay(ctx.now),
      from1904: book.from1904,
      defaults: {
        post: '会员单位',
        ...(only && hosts.length === 1 && { hosts: only.name }),
        ...filled(defaults),
      },
    },
  });
  const kept = await keepPlan(importId, entries);
  if (!(await imports.plan(importId, { mapping: sheets, defaults, decisions, plan: kept }, ctx.requestId)))
    throw started();
  ctx.record({ collection: 'imports', subjectId: importId });
  return answered(kept);
};

const answered = ({ version, counts }: NonNullable<Import['plan']>) => ({ version, counts });

const started = () => new AppError('closed', '这次导入已经开始，不能再改；需要改请重新选择文件');

const filled = (defaults: object) =>
  Object.fromEntries(Object.entries(defaults).filter(([, text]) => text !== ''));

function rowsOf(book: Book, mappings: Parsed<'roster.plan'>['sheets']) {
  return mappings.flatMap((mapping, i) => {
    const sheet = book.sheets.find(({ index }) => index === mapping.sheet);
    if (!sheet) throw new AppError('invalid', '没有这张工作表', `sheets.${i}.sheet`);
    const fields = mapping.columns.map(({ field }) => field);
    const twice = fields.findIndex((field, at) => fields.indexOf(field) < at);
    if (twice >= 0)
      throw new AppError('invalid', '两列选了同样的内容，请改其中一列', `sheets.${i}.columns.${twice}.field`);
    if (!fields.includes('name'))
      throw new AppError('invalid', `请指定工作表“${sheet.name}”里哪一列是单位全称`, `sheets.${i}.columns`);
    return bodyOf(sheet, mapping);
  });
}
