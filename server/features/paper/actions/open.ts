import type { PaperKind } from '@contract/paper';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { corrections } from '../../../stores/corrections';
import { filings } from '../../../stores/filings';
import { handovers } from '../../../stores/handovers';
import { subjectOf } from '../scene';

type Found = Omit<Awaited<ReturnType<typeof open>>, 'kind' | 'subjectId'>;

/** The record a paper is of: by its code, or by the number at its foot. */
export const open: Act<'paper.open'> = async (_ctx, { scene }) => {
  const coded = subjectOf(scene);
  const byCode = coded && (await found(coded.kind, coded.subjectId));
  if (coded && byCode) return { ...byCode, ...coded };
  for (const kind of ['form', 'change', 'handover'] as const) {
    const typed = await found(kind, scene);
    if (typed) return { ...typed, kind, subjectId: scene };
  }
  throw new AppError('missing', '没有找到这份材料对应的登记，请核对编号');
};

async function found(kind: PaperKind, id: string): Promise<Found | null> {
  switch (kind) {
    case 'form':
    case 'recommendation':
      return ofFiling(id);
    case 'change':
      return ofCorrection(id);
    case 'handover':
    case 'letter':
      return ofHandover(id);
  }
}

async function ofFiling(id: string): Promise<Found | null> {
  const filing = await filings.get(id);
  if (!filing) return null;
  const { unitId, unitName, form, numbers } = filing;
  return { unitId, unitName, names: form.name ? [form.name] : [], numbers };
}

async function ofCorrection(id: string): Promise<Found | null> {
  const correction = await corrections.get(id);
  if (!correction) return null;
  const { unitId, unitName, name } = correction;
  return { unitId, unitName, names: [name], numbers: [] };
}

async function ofHandover(id: string): Promise<Found | null> {
  const handover = await handovers.get(id);
  if (!handover) return null;
  const { unitId, unitName, leaver, successor } = handover;
  return { unitId, unitName, names: [leaver.name, ...(successor ? [successor.name] : [])], numbers: [] };
}
