import JSZip from 'jszip';
import { PNG } from 'pngjs';
import type { Form } from '@contract/form';
import type { Doc } from '@local-cloud';
import type { Filing } from '@server/stores/filings';
import type { Handover } from '@server/stores/handovers';
import type { Office } from '@server/stores/offices';
import type { Unit } from '@server/stores/units';
import {
  cloud,
  makeFiling,
  makeLiaison,
  makeOffice,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  someForm,
} from '../../support';
import { upload } from '../file/samples';

/** Seated people with their forms and photos, and a look into the documents that are made of them. */

const AT = new Date(NOW);
let made = 0;

export const png = (width = 30, height = 40): Buffer => {
  const picture = new PNG({ width, height });
  picture.data.fill(200);
  return PNG.sync.write(picture);
};

/** The frame header and an EXIF directory of a jpg, without the picture itself. */
export function jpg(width: number, height: number, orientation = 1): Buffer {
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*', 'latin1'),
    Buffer.from([0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2]);
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3]);
  return Buffer.concat([head, exif, frame, Buffer.alloc(9), Buffer.from([0xff, 0xd9])]);
}

/** A photo that lies in storage, ready to be printed. */
export async function makePhoto(bytes = png(), size = bytes.length): Promise<string> {
  made += 1;
  const fileId = await upload(`kept/photo-${made}.png`, bytes);
  return (await makeUpload({ use: 'photo', fileId, size }))._id;
}

interface Seated {
  form?: Partial<Form>;
  filing?: Partial<Filing>;
  unit?: Partial<Unit>;
}

/** Somebody on the main seat whose form is filed. */
export async function seated({ form = {}, filing = {}, unit = {} }: Seated = {}) {
  made += 1;
  const n = String(made).padStart(4, '0');
  const numbers = filing.numbers ?? [`协会联备〔2026〕${made}号`];
  const [openid, filingId] = [`openid-paper-${n}`, filing._id ?? `filing-paper-${n}`];
  const name = form.name ?? `示例人${n}`;
  const row = await makeUnit({
    name: `示例${n}矿业有限公司`,
    hosts: ['association'],
    seats: {
      main: {
        kind: 'main',
        openid,
        name,
        position: '办公室主任',
        phone: '19900001234',
        landline: '',
        filingId,
        numbers,
        since: AT,
      },
      deputy: null,
    },
    seated: true,
    vacantSince: null,
    ...unit,
  });
  const liaison = await makeLiaison(row, { _id: openid, name });
  const filed = await makeFiling(row, {
    _id: filingId,
    openid,
    form: someForm({ unitName: row.name, name, ...form }),
    state: 'approved',
    open: false,
    inForce: true,
    since: AT,
    numbers,
    ...filing,
  });
  return { unit: row, liaison, filing: filed };
}

export async function world(office: Partial<Office> = {}, one: Seated = {}) {
  await makeOffice(office);
  const photo = await makePhoto();
  return { staff: await makeStaff('member'), ...(await seated({ ...one, form: { photo, ...one.form } })) };
}

export async function makeHandover(
  left: { unit: Unit; filing: Filing },
  over: Partial<Handover> = {},
): Promise<Handover> {
  const _id = over._id ?? `handover-${(made += 1)}`;
  const row: Handover = {
    _id,
    unitId: left.unit._id,
    unitName: left.unit.name,
    kind: 'main',
    leaver: { openid: left.filing.openid, name: left.filing.form.name ?? '', filingId: left.filing._id },
    successor: null,
    filingId: null,
    code: `code-${_id}`,
    startedBy: 'leaver',
    leaverAgreedAt: AT,
    successorAgreedAt: null,
    letterKey: null,
    changedOn: '2026-11-20',
    reason: '工作调动',
    late: false,
    state: 'open',
    slot: `${left.unit._id}_main`,
    history: [{ at: AT, event: 'begin', by: '示例甲', note: '' }],
    order: `${NOW}_${_id}`,
    requests: [_id],
    ...over,
  } as Handover;
  await cloud.insert('handovers', [row as unknown as Doc]);
  return row;
}

export async function bytesAt(url: string): Promise<Buffer> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`);
  return Buffer.from(await reply.arrayBuffer());
}

export const entriesOf = async (zip: Buffer): Promise<Map<string, Buffer>> => {
  const { files } = await JSZip.loadAsync(zip);
  const named = Object.values(files).filter(({ dir }) => !dir);
  const read = await Promise.all(
    named.map(async (file) => [file.name, await file.async('nodebuffer')] as const),
  );
  return new Map(read);
};

export type Word = Awaited<ReturnType<typeof wordOf>>;

/** What a Word document says and how it is laid out. */
export async function wordOf(docx: Buffer) {
  const entries = await entriesOf(docx);
  const xml = entries.get('word/document.xml')?.toString('utf8') ?? '';
  const footers = [...entries]
    .filter(([name]) => /footer\d*\.xml$/.test(name))
    .map(([, bytes]) => bytes.toString('utf8'));
  const texts = (from: string) =>
    [...from.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text);
  const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(xml)?.[1];
  const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml) ?? [];
  return {
    xml,
    /** Everything that stands in it, cell by cell. */
    texts: texts(xml),
    text: texts(xml).join(''),
    footer: footers.flatMap(texts).join(''),
    /** Millimetres. */
    page: [Number(width), Number(height)].map((twips) => Math.round((twips * 25.4) / 1440)),
    rows: (xml.match(/<w:tr[ >]/g) ?? []).length,
    tables: (xml.match(/<w:tbl>/g) ?? []).length,
    /** Rows of text by table row, for reading boxes. */
    table: (xml.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? []).map((row) =>
      (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => texts(cell).join('')),
    ),
    pictures: [...entries.keys()].filter((name) => name.startsWith('word/media/')),
    breaks: (xml.match(/<w:pageBreakBefore\/>/g) ?? []).length,
    attribute,
    entries,
  };
}

export const wordAt = async (url: string) => wordOf(await bytesAt(url));
