import type { FormKey, FormPart } from '@contract/form';
import { headRows, PHOTO } from './form-rows';
import { picture } from '../../../office/word/picture';
import { hostSeals, unitSeal, type PaperHost } from './seals';
import { A4, heading, HEADING_MM, MARGIN, packForm } from '../../../office/word/sheet';
import { COLUMNS, formTable, label, row, value } from '../../../office/word/table';

export interface RecommendationPaper {
  office: string;
  seatName: string;
  filingId: string;
  form: FormPart;
  hosts: PaperHost[];
  photo: Buffer | null;
  code: Buffer | null;
  printedAt: Date;
}

const LABEL = 3;
const REASON_MM = 40;
const SPARE_MM = 10;
/** What a recommendation says of the unit and of the person; the rest is the registration's matter. */
const fields: FormKey[] = [
  'unitName',
  'unitNature',
  'creditCode',
  'legalRep',
  'address',
  'name',
  'gender',
  'ethnicity',
  'birthDate',
  'politics',
  'education',
  'title',
  'position',
  'idNumber',
  'landline',
  'mobile',
];

/** 推荐表 of rulebook E (泾川): the unit recommends, the host confirms. */
export function recommendationPaper(paper: RecommendationPaper): Promise<Buffer> {
  const { office, seatName, filingId, form, hosts, code, printedAt } = paper;
  const asked = fields.filter((key) => form[key]);
  const photo = paper.photo && picture(paper.photo, { ...PHOTO, words: '照片' });
  const head = headRows(form, [...asked, ...(form.photo ? (['photo'] as const) : [])], photo);
  const room = A4.height - MARGIN.top - MARGIN.bottom - HEADING_MM - SPARE_MM - head.heightMm - REASON_MM;
  const box = Math.min(52, room / 2);
  const title = `${seatName}推荐表`;
  return packForm({
    title,
    office,
    recordId: filingId,
    printedAt,
    content: [
      ...heading({ title, number: '', code }),
      formTable([
        ...head.rows,
        row(REASON_MM, [label('推荐理由', LABEL), value('', COLUMNS - LABEL)]),
        unitSeal(box, '单　　位\n推荐意见', '法定代表人（签字）'),
        hostSeals(box, hosts, '确认意见'),
      ]),
    ],
  });
}
