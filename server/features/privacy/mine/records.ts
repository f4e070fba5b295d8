import { formLabels, pictureKeys } from '@contract/form';
import { filingLabels } from '@contract/rules/filing';
import { fileUrls } from '../../../kit/file-urls';
import { page } from '../../../kit/pages';
import { corrections } from '../../../stores/corrections';
import { filings, type Filing } from '../../../stores/filings';
import { handovers, type Handover } from '../../../stores/handovers';
import { formLines, whenWords, type Line } from '../words';
import type { Section, Stage } from './stage';

const LIMIT = 5;

/** Registrations with the whole form; a form is at most some 10 KB. */
export const registrations: Stage = async ({ _id }, cursor) => {
  const found = await filings.ofPersonBefore(_id, cursor, LIMIT + 1);
  const { rows, next } = page(found, LIMIT, ({ order }) => order);
  const keys = rows.flatMap(({ form }) => pictureKeys.flatMap((key) => form[key] ?? []));
  const urls = await fileUrls(keys);
  return { sections: rows.map((filing) => registration(filing, urls)), next };
};

const registration = (filing: Filing, urls: Record<string, string>): Section => ({
  title: `登记：${filing.unitName}`,
  rows: [
    { label: '状态', value: filingLabels[filing.state] },
    { label: '提交时间', value: whenWords(filing.submittedAt) },
    ...filing.numbers.map((value): Line => ({ label: '备案号', value })),
    ...span(filing),
    ...formLines(filing.form, urls),
  ],
});

const span = ({ since, until }: Filing): Line[] =>
  since ? [{ label: '任职', value: `${whenWords(since)} 至 ${until ? whenWords(until) : '今'}` }] : [];

/** Corrections asked for, old and new side by side. */
export const changes: Stage = async ({ _id }, cursor) => {
  const found = await corrections.ofPerson(_id, cursor, 10 + 1);
  const { rows, next } = page(found, 10, ({ order }) => order);
  const sections = rows.map(({ unitName, submittedAt, keys, old, changed, reason, lapsed }) => ({
    title: `更正申请：${unitName}（${whenWords(submittedAt)}）`,
    rows: [
      ...(lapsed ? [{ label: '状态', value: lapsed }] : []),
      ...(reason ? [{ label: '变更原因', value: reason }] : []),
      ...keys.map((key): Line => {
        const value = (part: typeof old) => formLines({ [key]: part[key] }, {})[0]?.value ?? '（空）';
        return { label: formLabels[key], value: `${value(old)} 改为 ${value(changed)}` };
      }),
    ],
  }));
  return { sections, next };
};

/** Handovers the person had a part in (at most 100 on each side). */
export const handed: Stage = async ({ _id }) => {
  const sides = await Promise.all([
    handovers.ofPerson(_id, 'leaver', 100),
    handovers.ofPerson(_id, 'successor', 100),
  ]);
  const rows = sides.flatMap((found, i) =>
    found.map((one): Line => ({ label: i === 0 ? '交出' : '接任', value: handover(one) })),
  );
  return { sections: rows.length ? [{ title: '交接', rows }] : [], next: null };
};

const handover = ({ unitName, changedOn, leaver, successor }: Handover): string =>
  `${unitName}，${changedOn}，${leaver.name} → ${successor?.name ?? '（未定）'}`;
