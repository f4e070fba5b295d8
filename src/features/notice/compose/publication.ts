import * as v from 'valibot';
import { runsText, type Block, type Body } from '@contract/body';
import type { Input } from '@contract/index';
import { publication } from '@contract/notice';
import { dueFrom } from './due';
import type { Writing } from './publishing';

export type Publication = Input<'notice.publish'>;

/** What is written as it is sent, or the first thing wrong with it. */
export function publicationOf(
  value: Writing,
  hostId: string,
): { sent: Publication; fault: null } | { sent: null; fault: { field: string; message: string } } {
  const { title, audience, urgent = false, rungsOff = [], asking, style } = value;
  const body = value.body.flatMap(filled);
  const dueAt = asking.kind === 'nothing' ? new Date().toISOString() : dueFrom(value.day, value.time);
  const sent = { title, hostId, body, audience, dueAt, urgent, rungsOff, asking, style };
  const { issues } = v.safeParse(publication, sent);
  return issues
    ? { sent: null, fault: { field: v.getDotPath(issues[0]) ?? '', message: issues[0].message } }
    : { sent, fault: null };
}

/** The block as it is sent: nothing when there is nothing in it. */
export function filled(block: Block): Body {
  switch (block.type) {
    case 'paragraph':
      return runsText(block.runs).trim() ? [block] : [];
    case 'list': {
      const items = block.items.filter((item) => runsText(item).trim());
      return items.length ? [{ ...block, items }] : [];
    }
    case 'table':
      return block.rows.length ? [block] : [];
    default:
      return [block];
  }
}

/** Where on the page the field at fault is: of the body the block as it stands there, empty ones counted. */
export function placeOf(field: string, body: Body): string {
  const [first = '', index] = field.split('.');
  if (first === 'asking') return /^asking\.questions(\.\d+)?/.exec(field)?.[0] ?? first;
  if (first !== 'body' || index === undefined) return first;
  const sent = body.flatMap((block, i) => (filled(block).length ? [i] : []));
  return `body.${sent[Number(index)] ?? 0}`;
}
