import { plainText, type Body } from '@contract/body';
import type { Output } from '@contract/index';
import { showDay, showDeadline } from '@contract/rules/calendar';
import { PIECE } from '@contract/rules/chase';
import type { Ask } from '@contract/rules/receipt';
import type { Paper } from '@/lib/text-picture/layout';
import { redHost, signedBody } from '../formal';

export type Whole = Extract<Output<'notice.get'>, { view: 'whole' }>;

const wanted: Record<Exclude<Ask, 'nothing'>, string> = {
  read: '打开阅读',
  confirm: '确认收到',
  form: '填写回执表',
};

/**
 * A notice for colleagues of the own unit, who may not be registered: what all units were told, and nothing of any unit,
 * not even of the own one.
 */
export function textOf(notice: Whole, now: Date): string {
  return [
    `${markOf(notice)}${notice.title}`,
    ...aboutOf(notice, now),
    '',
    plainText(bodyOf(notice)),
    '',
    footOf(notice),
  ].join('\n');
}

/** The whole text in pieces a chat box takes (at most 2,000 characters each), every one saying which it is. */
export function piecesOf(notice: Whole, now: Date): string[] {
  const text = textOf(notice, now);
  if (text.length <= PIECE) return [text];
  const room = PIECE - markOf(notice).length - notice.title.length - 20;
  const pieces = [''];
  for (const line of text.split('\n').flatMap((whole) => cutAt(whole, room))) {
    const last = pieces[pieces.length - 1] ?? '';
    if (last.length + line.length + 1 > room) pieces.push(line);
    else pieces[pieces.length - 1] = last ? `${last}\n${line}` : line;
  }
  return pieces.map(
    (piece, i) => `${markOf(notice)}${notice.title}（第${i + 1}段，共${pieces.length}段）\n${piece.trim()}`,
  );
}

/** A line is seldom longer; an emoji at the cut stays whole. */
function cutAt(line: string, most: number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const end = /[\ud800-\udbff]/.test(rest.charAt(most - 1)) ? most - 1 : most;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

export const paperOf = (notice: Whole, now: Date): Paper => ({
  red: notice.style === 'formal' ? { host: redHost(notice.hostName), number: notice.number ?? '' } : null,
  title: `${markOf(notice)}${notice.title}`,
  about: aboutOf(notice, now).slice(notice.style === 'formal' && notice.number ? 1 : 0),
  body: bodyOf(notice),
  foot: footOf(notice),
});

/** A formal document is as complete as on the page. */
const bodyOf = (notice: Whole): Body => (notice.style === 'formal' ? signedBody(notice) : notice.body);

const footOf = ({ hostName }: Whole): string => `来自${hostName}联络通`;

/** What no longer stands says so wherever it goes. */
const markOf = ({ state }: Whole): string =>
  state === 'withdrawn' ? '【已撤回】' : state === 'corrected' ? '【已更正】' : '';

function aboutOf({ number, hostName, publishedAt, asking, dueAt, state }: Whole, now: Date): string[] {
  const asks = asking.kind !== 'nothing' && state === 'published';
  return [
    ...(number ? [number] : []),
    `${hostName} ${showDay(new Date(publishedAt), now)}`,
    ...(asks ? [`请于${showDeadline(new Date(dueAt), now)}前由本单位联络员${wanted[asking.kind]}`] : []),
  ];
}
