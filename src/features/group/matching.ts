import { useState } from 'react';
import { MARK_MAX } from '@contract/group';
import type { Output } from '@contract/index';
import { ask, change } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import { useBusy } from '@/lib/use-busy';
import { useDraft } from '@/lib/use-draft';

export type Line = Output<'group.match'>['lines'][number];
export type Candidate = Line['candidates'][number];

interface Pasted {
  text: string;
  /** Unit decided for a line, or none; kept with the text, so a crash loses none of it. */
  picks: Record<string, string>;
  requestId: string;
}

export type Result = Pick<Output<'group.mark'>, 'marked' | 'already' | 'nobody' | 'outside'>;

const NONE = 'none';
const keyOf = ({ raw }: Line, i: number): string => `${i} ${raw.slice(0, 40)}`;

/** Can be marked from here: a member whose liaison of today is not in yet. */
export const markable = ({ standing }: Candidate): boolean => standing === 'missing' || standing === 'other';

/** The pasted member list, what it says, and which units are marked for it. */
export function useMatching(groupId: string) {
  const draft = useDraft<Pasted>(`group-match:${groupId}`, {
    text: '',
    picks: {},
    requestId: newRequestId(),
  });
  const { text, picks, requestId } = draft.value;
  const [lines, setLines] = useState<Line[] | null>(null);
  const { busy, fault, setFault, during } = useBusy('text');
  const [result, setResult] = useState<Result | null>(null);

  /** What is certain is picked until somebody says otherwise; what is not waits for a human. */
  const pickOf = (line: Line, i: number): string | null => {
    const decided = picks[keyOf(line, i)];
    if (decided) return decided === NONE ? null : decided;
    const [only] = line.candidates;
    return line.result === 'matched' && only?.standing === 'missing' ? only.unitId : null;
  };
  const chosen = [...new Set((lines ?? []).flatMap((line, i) => pickOf(line, i) ?? []))];

  return {
    text,
    savedAt: draft.savedAt,
    lines,
    busy,
    fault,
    result,
    chosen,
    pickOf,
    write: (words: string) => {
      setLines(null);
      draft.set({ text: words, picks: {}, requestId: newRequestId() });
    },
    read: () =>
      void during(async () => {
        if (!text.trim()) return setFault('请先粘贴群成员名单');
        setLines((await ask('group.match', { groupId, text })).lines);
      }),
    back: () => setLines(null),
    pick: (line: Line, i: number, unitId: string | null) =>
      draft.set({ picks: { ...picks, [keyOf(line, i)]: unitId ?? NONE }, requestId: newRequestId() }),
    mark: () =>
      void during(async () => {
        const sum = { marked: 0, already: 0, nobody: 0, outside: 0 };
        for (let i = 0; i < chosen.length; i += MARK_MAX) {
          const part = { groupId, unitIds: chosen.slice(i, i + MARK_MAX), joined: true };
          const told = await change('group.mark', part, `${requestId}-${i / MARK_MAX}`);
          for (const key of ['marked', 'already', 'nobody', 'outside'] as const) sum[key] += told[key];
        }
        draft.clear();
        setLines(null);
        setResult(sum);
      }),
  };
}

export type Matching = ReturnType<typeof useMatching>;
