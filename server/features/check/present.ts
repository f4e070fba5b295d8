import { contentLabels } from '@contract/check';
import type { Output } from '@contract/index';
import type { Check } from '../../stores/checks';

type Shown = Output<'check.list'>['checks'][number];

/** `beside`: what is looked up of it. */
export const presentCheck = (row: Check, caller: string, beside: Pick<Shown, 'url' | 'notices'>): Shown => ({
  checkId: row._id,
  kind: row.kind,
  state: row.state,
  verdict: row.verdict,
  label: (row.label !== null && contentLabels[row.label]) || '',
  name: row.name,
  own: row.openid === caller,
  about: row.about,
  excerpt: row.excerpt,
  since: row.since.toISOString(),
  decidedBy: row.state === 'open' ? '' : (row.decidedBy?.name ?? '微信'),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  note: row.note,
  ...beside,
});
