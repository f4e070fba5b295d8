import { useState } from 'react';
import { CallError, change, sentenceOf } from '@/lib/call';
import { deliver } from '@/lib/device/deliver';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';

/** One zip of many; its request id fetches it again. */
export interface Pack {
  requestId: string;
  cursor: string | null;
  name: string;
  forms: number;
  skipped: { unitName: string; name: string }[];
  next: string | null;
}

interface Kept {
  search: string;
  packs: Pack[];
  /** Sent for and not answered yet. */
  asked: { requestId: string; cursor: string | null } | null;
}

const NONE: Kept = { search: '', packs: [], asked: null };

/** Makes the zips one after the other; what is made is kept on the device, so that a break goes on where it was. */
export function usePacking(search: string) {
  const draft = useDraft<Kept>('paper-packs', NONE);
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const mine = draft.value.search === search ? draft.value : { ...NONE, search };
  const last = mine.packs[mine.packs.length - 1];
  const done = !!last && last.next === null;

  const run = async (begin: Kept) => {
    setBusy('all');
    setFault(null);
    let kept = begin;
    const keep = (next: Kept) => {
      kept = next;
      draft.set(next);
    };
    try {
      for (let cursor = cursorOf(kept); cursor !== undefined; cursor = cursorOf(kept)) {
        const asked = kept.asked?.cursor === cursor ? kept.asked : { requestId: newRequestId(), cursor };
        keep({ ...kept, asked });
        const { name, forms, skipped, next } = await packed(search, asked);
        keep({ ...kept, packs: [...kept.packs, { ...asked, name, forms, skipped, next }], asked: null });
      }
    } catch (error) {
      if (!CallError.offline(error)) keep({ ...kept, asked: null });
      setFault(sentenceOf(error));
    } finally {
      setBusy(null);
    }
  };

  const fetch = async (pack: Pack) => {
    setBusy(pack.requestId);
    try {
      await deliver(await packed(search, pack));
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(null);
    }
  };

  return {
    packs: mine.packs,
    done,
    busy,
    fault,
    fetch,
    go: () => run(mine),
    again: () => run({ ...NONE, search }),
  };
}

const packed = (search: string, { requestId, cursor }: Pick<Pack, 'requestId' | 'cursor'>) =>
  change('paper.forms', { search, ...(cursor && { cursor }) }, requestId);

/** Where the following zip starts; undefined when all are made. */
function cursorOf({ packs }: Kept): string | null | undefined {
  const last = packs[packs.length - 1];
  if (!last) return null;
  return last.next ?? undefined;
}
