import type { FormKey, FormPart } from '@contract/form';
import type { SeatKind } from '@contract/me';
import { formKeys } from '@contract/form';
import type { Policy } from '@contract/policy/schema';
import { headRows, PHOTO } from './form-rows';
import { formNotes } from './form-notes';
import { picture } from '../../../office/word/picture';
import { resumePage, resumeRows } from './resume';
import { hostSeals, SEAL_MIN_MM, unitSeal, type PaperHost } from './seals';
import { A4, heading, HEADING_MM, MARGIN, packForm } from '../../../office/word/sheet';
import { formTable } from '../../../office/word/table';

export interface FormPaper {
  office: string;
  policy: Policy;
  kind: SeatKind;
  filingId: string;
  form: FormPart;
  hosts: PaperHost[];
  photo: Buffer | null;
  code: Buffer | null;
  printedAt: Date;
}

/** What the lines of the table and the rounding of their heights take, with some room for another maker's Word. */
const SPARE_MM = 8;
/** Opinions grow to this and no further. */
const SEAL_MAX_MM = 62;

/** 会员单位联络员登记表 with the layout of rulebook A: the form on one page, the notes to it on the next. */
export function formPaper(paper: FormPaper): Promise<Buffer> {
  const { policy, form, hosts, office, filingId, kind, printedAt } = paper;
  const asked = askedFields(policy, form);
  const photo = paper.photo && picture(paper.photo, { ...PHOTO, words: '照片' });
  const head = headRows(form, asked, photo);
  const room = A4.height - MARGIN.top - MARGIN.bottom - HEADING_MM - SPARE_MM - head.heightMm;
  const resume = asked.includes('resume')
    ? resumeRows(form.resume ?? [], room - 2 * SEAL_MIN_MM)
    : { rows: [], heightMm: 0, rest: [] };
  const box = Math.max(SEAL_MIN_MM, Math.min(SEAL_MAX_MM, (room - resume.heightMm) / 2));
  const title = `会员单位${policy.seats.names[kind]}登记表`;
  const numbers = hosts.map(({ number }) => number).filter(Boolean);
  const who = `单位：${form.unitName ?? ''}　　姓名：${form.name ?? ''}`;
  return packForm({
    title,
    office,
    recordId: filingId,
    printedAt,
    content: [
      ...heading({
        title,
        number: `编号：${numbers.join('、') || '＿＿＿＿＿＿＿＿＿＿＿＿'}`,
        code: paper.code,
      }),
      formTable([...head.rows, ...resume.rows, unitSeal(box), hostSeals(box, hosts)]),
      ...formNotes(policy, asked, office),
      ...(resume.rest.length ? resumePage(who, resume.rest) : []),
    ],
  });
}

/** The policy's fields, and what was filled in under an earlier one. */
const askedFields = ({ filing }: Policy, form: FormPart): FormKey[] =>
  formKeys.filter((key) => filing.fields.includes(key) || printable(form[key]));

const printable = (given: unknown): boolean =>
  given !== undefined && given !== null && given !== '' && !(Array.isArray(given) && given.length === 0);
