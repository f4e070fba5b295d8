import type { Block, Body, Run } from '@contract/body';
import { strips, type Mark, type Strip } from './strips';
import { tableStrips } from './table';
import { linesOf, type Look, type Measure, type Piece } from './lines';

/** A text as one long picture or several: where every line stands. Pixels; nothing is drawn here. */

export interface Paper {
  /** Red head of a formal document (红头): the host above, its number, a red line. */
  red: { host: string; number: string } | null;
  title: string;
  /** Small lines under the title: host, day, by when. */
  about: string[];
  body: Body;
  /** Under each picture. */
  foot: string;
}

export interface Picture {
  height: number;
  marks: Mark[];
}

/** As wide as a phone shows at twice its density; as high as any phone can draw (4,096). */
export const WIDTH = 750;
export const MAX_HEIGHT = 4000;

const MARGIN = 48;
export const ROOM = WIDTH - 2 * MARGIN;
const TOP = 56;
const FOOT = 112;

const INK = '#1F2329';
const GREY = '#51565D';
const HAIRLINE = '#E5E6EB';
const RED = '#C4302B';
const colors = { default: INK, red: RED, blue: '#1F5FBF' };

const TITLE: Look = { size: 42, bold: true, color: INK };
const HOST: Look = { size: 46, bold: true, color: RED };
const HEADING: Look = { size: 36, bold: true, color: INK };
const BODY: Look = { size: 32, color: INK };
const SMALL: Look = { size: 26, color: GREY };

export function layOut(paper: Paper, measure: Measure): Picture[] {
  const room = MAX_HEIGHT - TOP - FOOT;
  const again = heading([{ text: `${paper.title}（续）`, look: SMALL }], measure);
  const sheets = packed(
    [...headOf(paper, measure), ...paper.body.flatMap((block) => stripsOf(block, measure))],
    room,
    room - heightOf(again),
  );
  return sheets.map((sheet, i) => {
    const page = sheets.length > 1 ? `（第${i + 1}张，共${sheets.length}张）` : '';
    return pictureOf(i === 0 ? sheet : [...again, ...sheet], `${paper.foot}${page}`, measure);
  });
}

function headOf({ red, title, about }: Paper, measure: Measure): Strip[] {
  const lines = about.flatMap((text) => strips(linesOf([{ text, look: SMALL }], ROOM, measure), SMALL.size));
  const end: Strip = { height: 40, marks: [bar(16, ROOM, 2, HAIRLINE)] };
  if (!red)
    return [
      ...strips(linesOf([{ text: title, look: TITLE }], ROOM, measure), TITLE.size, { keep: true }),
      ...lines,
      end,
    ];
  const centred = (text: string, look: Look) =>
    strips(linesOf([{ text, look }], ROOM, measure), look.size, { centre: ROOM, keep: true });
  return [
    ...centred(red.host, HOST),
    ...centred(red.number, { ...BODY, size: 28 }),
    { height: 48, marks: [bar(16, ROOM, 4, RED)], keep: true },
    ...centred(title, TITLE),
    ...lines,
    end,
  ];
}

const heading = (pieces: Piece[], measure: Measure): Strip[] => [
  ...strips(linesOf(pieces, ROOM, measure), SMALL.size),
  { height: 32, marks: [bar(12, ROOM, 2, HAIRLINE)] },
];

function stripsOf(block: Block, measure: Measure): Strip[] {
  switch (block.type) {
    case 'heading':
      return [
        gap(20),
        ...strips(linesOf([{ text: block.text, look: HEADING }], ROOM, measure), HEADING.size, {
          keep: true,
        }),
      ];
    case 'paragraph':
      return runStrips(block.runs, measure, { indent: 2 * BODY.size, left: 0 });
    case 'list':
      return block.items.flatMap((item, i) => itemStrips(block.ordered ? `${i + 1}.` : '·', item, measure));
    case 'table':
      return tableStrips(block.rows, ROOM, measure, { ink: INK, line: '#8A9099' });
    case 'picture':
      return noteStrips(`［图片${block.caption && `：${block.caption}`}］`, measure);
    case 'file':
      return noteStrips(`［附件：${block.name}］`, measure);
  }
}

function runStrips(
  runs: Run[],
  measure: Measure,
  { indent, left }: { indent: number; left: number },
): Strip[] {
  const looks = new Map<string, Look>();
  const lookOf = ({ bold = false, color = 'default' }: Run): Look => {
    const key = `${bold ? 'bold' : ''}${color}`;
    const look = looks.get(key) ?? { size: BODY.size, bold, color: colors[color] };
    looks.set(key, look);
    return look;
  };
  const pieces = runs.map((run) => ({ text: run.text, look: lookOf(run) }));
  return [...strips(linesOf(pieces, ROOM - left, measure, indent), BODY.size, { indent, left }), gap(12)];
}

function itemStrips(mark: string, item: Run[], measure: Measure): Strip[] {
  const left = 64;
  const [first, ...rest] = runStrips(item, measure, { indent: 0, left });
  if (!first) return [];
  const [sign] = strips(linesOf([{ text: mark, look: BODY }], ROOM, measure), BODY.size);
  return [{ ...first, marks: [...(sign?.marks ?? []), ...first.marks] }, ...rest];
}

const noteStrips = (text: string, measure: Measure): Strip[] => [
  ...strips(linesOf([{ text, look: { ...SMALL, size: 28 } }], ROOM, measure), 28),
  gap(12),
];

const gap = (height: number): Strip => ({ height, marks: [] });
const bar = (y: number, width: number, height: number, color: string): Mark => ({
  kind: 'bar',
  x: 0,
  y,
  width,
  height,
  color,
});

const heightOf = (list: Strip[]): number => list.reduce((sum, { height }) => sum + height, 0);

/** Strips that belong together go to the next sheet together, unless they would leave half of one empty. */
function packed(all: Strip[], firstRoom: number, room: number): Strip[][] {
  const sheets: Strip[][] = [];
  let sheet: Strip[] = [];
  let left = firstRoom;
  for (let i = 0; i < all.length;) {
    let end = i + 1;
    while (all[end - 1]?.keep && end < all.length) end += 1;
    let group = all.slice(i, end);
    if (heightOf(group) > room / 2) group = group.slice(0, 1);
    if (heightOf(group) > left && sheet.length > 0) {
      sheets.push(sheet);
      sheet = [];
      left = room;
    }
    sheet.push(...group);
    left -= heightOf(group);
    i += group.length;
  }
  return sheet.length > 0 ? [...sheets, sheet] : sheets;
}

function pictureOf(list: Strip[], foot: string, measure: Measure): Picture {
  const marks: Mark[] = [];
  let y = TOP;
  for (const strip of list) {
    for (const mark of strip.marks) marks.push({ ...mark, x: mark.x + MARGIN, y: mark.y + y });
    y += strip.height;
  }
  const [end] = strips(linesOf([{ text: foot, look: { ...SMALL, size: 24 } }], ROOM, measure), 24, {
    centre: ROOM,
  });
  marks.push({ ...bar(20, ROOM, 2, HAIRLINE), x: MARGIN, y: y + 20 });
  for (const mark of end?.marks ?? []) marks.push({ ...mark, x: mark.x + MARGIN, y: mark.y + y + 40 });
  return { height: Math.ceil(y + FOOT), marks };
}
