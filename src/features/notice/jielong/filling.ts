import { useState } from 'react';
import type { Output } from '@contract/index';
import { FILL_MAX } from '@contract/jielong';
import { ask, change } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import { useBusy } from '@/lib/use-busy';
import { useDraft } from '@/lib/use-draft';

export type Line = Output<'notice.matchJielong'>['lines'][number];
export type Candidate = Line['candidates'][number];

/** A unit for a line, or none: the line is left out. */
export interface Pick {
  unitId: string;
  unitName: string;
  /** Null: chosen by search, the server knows. */
  receipt: Candidate['receipt'] | null;
}

interface Pasted {
  text: string;
  /** What was decided, by line; kept with the text, so a crash loses none of it. */
  picks: Record<string, Pick | 'none'>;
  /** Of what is decided now: entering it again after a lost answer enters it once. */
  requestId: string;
}

export type Result = Output<'notice.fillJielong'>;

const NAME_MAX = 40;

/** The pasted text, what it says, and the units decided for its lines. */
export function useFilling(noticeId: string) {
  const draft = useDraft<Pasted>(`jielong:${noticeId}`, { text: '', picks: {}, requestId: newRequestId() });
  const { text, picks, requestId } = draft.value;
  const [lines, setLines] = useState<Line[] | null>(null);
  const { busy, fault, setFault, during } = useBusy('text');
  const [result, setResult] = useState<Result | null>(null);

  const pickOf = (line: Line, i: number): Pick | null => {
    const decided = picks[keyOf(line, i)];
    if (decided) return decided === 'none' ? null : decided;
    return line.result === 'matched' ? (line.candidates[0] ?? null) : null;
  };
  const entries = entriesOf(lines ?? [], pickOf);

  return {
    text,
    savedAt: draft.savedAt,
    lines,
    busy,
    fault,
    result,
    entries,
    pickOf,
    write: (words: string) => {
      setLines(null);
      draft.set({ text: words, picks: {}, requestId: newRequestId() });
    },
    read: () =>
      void during(async () => {
        if (!text.trim()) return setFault('请先粘贴接龙文字');
        setLines((await ask('notice.matchJielong', { noticeId, text })).lines);
      }),
    back: () => setLines(null),
    pick: (line: Line, i: number, decided: Pick | 'none') =>
      draft.set({ picks: { ...picks, [keyOf(line, i)]: decided }, requestId: newRequestId() }),
    fill: () =>
      void during(async () => {
        const sum = { filled: 0, already: 0, outside: 0 };
        for (let i = 0; i < entries.length; i += FILL_MAX) {
          const part = { noticeId, entries: entries.slice(i, i + FILL_MAX) };
          const told = await change('notice.fillJielong', part, `${requestId}-${i / FILL_MAX}`);
          for (const key of ['filled', 'already', 'outside'] as const) sum[key] += told[key];
        }
        draft.clear();
        setLines(null);
        setResult(sum);
      }),
    again: () => {
      setResult(null);
      draft.set({ text: '', picks: {}, requestId: newRequestId() });
    },
  };
}

export type Filling = ReturnType<typeof useFilling>;

const keyOf = ({ raw }: Line, i: number): string => `${i} ${raw.slice(0, 40)}`;

/** A unit of several lines is entered once, with everybody who answered for it. */
function entriesOf(lines: Line[], pickOf: (line: Line, i: number) => Pick | null) {
  const byUnit = new Map<string, { unitId: string; name: string; line: number }>();
  lines.forEach((line, i) => {
    const pick = pickOf(line, i);
    if (!pick || pick.receipt === 'confirmed' || pick.receipt === 'outside') return;
    const { unitId } = pick;
    const before = byUnit.get(unitId);
    const names = new Set([...(before?.name.split('、') ?? []), ...line.name.split('、')].filter(Boolean));
    byUnit.set(unitId, {
      unitId,
      name: [...names].join('、').slice(0, NAME_MAX),
      line: before?.line ?? line.line,
    });
  });
  return [...byUnit.values()];
}
