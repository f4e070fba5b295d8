import type { ImageRun, TableRow } from 'docx';
import type { FormKey, FormPart } from '@contract/form';
import { labelOf, printed } from './fields';
import { COLUMNS, label, row, value, type Box } from '../../../office/word/table';
import { paragraph } from '../../../office/word/text';

/**
 * The head of form A, row by row in its order; a policy's further fields (B, D, E) stand where they belong, and what it
 * does not ask leaves no gap.
 */
const unitRows: FormKey[][] = [
  ['unitName'],
  ['unitNature'],
  ['creditCode', 'legalRep'],
  ['address'],
  ['region', 'industry'],
];
/** Beside the photo. */
const photoRows: FormKey[][] = [
  ['name', 'gender', 'ethnicity'],
  ['birthDate', 'politics'],
  ['education', 'title', 'position'],
  ['email'],
];
const contactRows: FormKey[][] = [
  ['idNumber'],
  ['landline', 'mobile'],
  ['wechat', 'postCode'],
  ['fax', 'website'],
];

const PHOTO_SPAN = 4;
export const PHOTO = { widthMm: 32, heightMm: 40 };
const PHOTO_MM = 42;
const LABEL = 3;

export interface Head {
  rows: TableRow[];
  heightMm: number;
}

/** Fields `asked` by the policy or filled in; the photo's box only where one is asked for. */
export function headRows(form: FormPart, asked: FormKey[], photo: ImageRun | null): Head {
  const has = (keys: FormKey[]) => keys.filter((key) => asked.includes(key));
  const [unit, person, contact] = [unitRows, photoRows, contactRows].map((rows) =>
    rows.map(has).filter((keys) => keys.length > 0),
  ) as [FormKey[][], FormKey[][], FormKey[][]];
  const withPhoto = asked.includes('photo') && person.length > 0;
  // A form that asks everything still has room for the boxes below.
  const high = unit.length + contact.length > 6 ? 8.5 : 10;
  const beside = withPhoto ? Math.max(PHOTO_MM / person.length, high) : high;
  const plain = (keys: FormKey[]) => row(high, spread(form, keys, COLUMNS));
  return {
    rows: [
      ...unit.map(plain),
      ...person.map((keys, i) =>
        row(beside, [
          ...spread(form, keys, withPhoto ? COLUMNS - PHOTO_SPAN : COLUMNS),
          ...(withPhoto && i === 0 ? [photoBox(photo, person.length)] : []),
        ]),
      ),
      ...contact.map(plain),
    ],
    heightMm: high * (unit.length + contact.length) + beside * person.length,
  };
}

const photoBox = (photo: ImageRun | null, rowSpan: number): Box => ({
  span: PHOTO_SPAN,
  rowSpan,
  content: photo
    ? [paragraph([photo as never], { align: 'center' })]
    : [paragraph('照', { align: 'center' }), paragraph('片', { align: 'center' })],
});

/** Labels and values over `width` columns; one or two fields line up with the rows above them. */
function spread(form: FormPart, keys: FormKey[], width: number): Box[] {
  return spans(keys.length, width, keys).flatMap(([head, body], i) => {
    const key = keys[i];
    if (!key) return [];
    const wide = keys.length === 1;
    return [label(labelOf(key), head), value(printed(key, form), body, wide ? 'left' : 'center')];
  });
}

function spans(count: number, width: number, keys: FormKey[]): [head: number, body: number][] {
  if (count === 1) return [[LABEL, width - LABEL]];
  const narrow = width < COLUMNS;
  if (count === 2) {
    const first = narrow ? 4 : 7;
    return [
      [LABEL, first],
      [LABEL, width - 2 * LABEL - first],
    ];
  }
  const [first, second] = keys[0] === 'name' ? [4, 2] : [3, narrow ? 2 : 3];
  return [
    [LABEL, first],
    [2, second],
    [2, width - LABEL - 4 - first - second],
  ];
}
