import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidHide, useUnload } from '@tarojs/taro';
import { filesOf, plainText } from '@contract/body';
import type { Output } from '@contract/index';
import { ask, CallError, change, sentenceOf } from '@/lib/call';
import { storage } from '@/lib/device/storage';
import { replace } from '@/lib/go';
import { freshened } from '@/lib/queue';
import { newRequestId } from '@/lib/request-id';
import { dropKept, keepDraft, keptDraft, type Draft } from '@/lib/use-draft';
import type { Writing } from './publishing';

type Theirs = Output<'notice.getDraft'>;

/** Whether the words are on the server, or why not. */
export type Keeping =
  | { how: 'device' | 'saved' | 'offline' }
  | { how: 'refused'; message: string }
  /** Changed elsewhere since: one of the two is to be chosen. */
  | { how: 'conflict'; theirs: Theirs }
  /** Sent on elsewhere, or no more: nothing can be kept under this id. */
  | { how: 'moved'; theirs: Theirs | null };

/** What the server has of a draft, as this device knows: its version, and a print of its words. */
interface Known {
  version: number;
  print: string;
  /** Words that were sent and whose answer may have been lost. */
  sent?: string;
}

/** Typing has paused, ms. */
const PAUSE = 2500;
const keyOf = (draftId: string): string => `draft-known:${draftId}`;

export interface Kept {
  keeping: Keeping;
  /** The version the server has of these very words; null when it does not have them. */
  flush: () => Promise<number | null>;
  useMine: () => void;
  useTheirs: () => void;
  /** Goes on under an id of its own. */
  branch: () => void;
  forget: () => void;
  /** As the server told it when the page was opened: the note of whoever returned it. */
  note: { words: string; by: string } | null;
}

/**
 * Keeps what is written on the server too, quietly, when typing pauses and when the page is left. `opened`: from the list
 * of drafts, so the server has it.
 */
export function useKept({ value, set, clear }: Draft<Writing>, opened: boolean): Kept {
  const { requestId: draftId } = value;
  const [keeping, setKeeping] = useState<Keeping>({ how: 'device' });
  const [note, setNote] = useState<Kept['note']>(null);
  const latest = useRef(value);
  latest.current = value;
  const running = useRef<Promise<number | null> | null>(null);
  /** Sent on from here: nothing of it is kept any more. */
  const over = useRef(false);
  const print = printOf(value);

  const save = useCallback(async (): Promise<number | null> => {
    const now = latest.current;
    if (over.current) return null;
    const known = knownOf(now.requestId);
    if (known?.print === printOf(now)) return known.version;
    if (!isWorthKeeping(now)) return null;
    try {
      const before = known ?? { version: 0, print: '' };
      storage.set(keyOf(now.requestId), { ...before, sent: printOf(now) });
      const { version } = await send(now, before.version);
      storage.set(keyOf(now.requestId), { version, print: printOf(now) });
      setKeeping({ how: 'saved' });
      return version;
    } catch (error) {
      setKeeping(await whyNot(error, now));
      return null;
    }
  }, []);

  const flush = useCallback(async (): Promise<number | null> => {
    await running.current;
    running.current = save().finally(() => (running.current = null));
    return running.current;
  }, [save]);

  useEffect(() => {
    let left = false;
    setKeeping({ how: knownOf(draftId)?.print === printOf(latest.current) ? 'saved' : 'device' });
    setNote(null);
    const look = async () => {
      if (!opened && !knownOf(draftId)) return;
      const theirs = await ask('notice.getDraft', { draftId }).catch(() => null);
      if (left || !theirs) return;
      if (theirs.state === 'returned') setNote({ words: theirs.note, by: theirs.noteBy });
      const told = compare(theirs, latest.current);
      if (told === 'take') take(theirs);
      else if (told) setKeeping(told);
      else if (theirs.writing)
        storage.set(keyOf(draftId), { version: theirs.version, print: printOf(theirs.writing) });
    };
    void look();
    return () => void (left = true);
    // Looked at once for each draft.
  }, [draftId]);

  const stuck = keeping.how === 'conflict' || keeping.how === 'moved';
  useEffect(() => {
    if (stuck) return;
    const timer = setTimeout(() => void flush(), PAUSE);
    return () => clearTimeout(timer);
  }, [print, stuck, flush]);
  useEffect(() => freshened.subscribe(() => void (stuck || flush())), [stuck, flush]);
  useDidHide(() => void (stuck || flush()));
  useUnload(() => void (stuck || flush()));

  const take = (theirs: Theirs) => {
    if (!theirs.writing) return;
    const taken = { ...latest.current, ...theirs.writing };
    set(taken);
    storage.set(keyOf(draftId), { version: theirs.version, print: printOf(taken) });
    setKeeping({ how: 'saved' });
  };

  return {
    keeping,
    note,
    flush,
    useMine: () => {
      if (keeping.how !== 'conflict') return;
      storage.set(keyOf(draftId), { version: keeping.theirs.version, print: '' });
      setKeeping({ how: 'device' });
      void flush();
    },
    useTheirs: () => keeping.how === 'conflict' && take(keeping.theirs),
    branch: () => {
      const requestId = newRequestId();
      keepDraft(`compose:${requestId}`, { ...latest.current, requestId });
      clear();
      storage.remove(keyOf(draftId));
      replace('notice.compose', { draftId: requestId });
    },
    forget: () => {
      over.current = true;
      storage.remove(keyOf(draftId));
    },
  };
}

/** Deleted on another page of this device: nothing of it is kept here. */
export function forgetDraft(draftId: string): void {
  if (keptDraft<Writing>('compose')?.requestId === draftId) dropKept('compose');
  dropKept(`compose:${draftId}`);
  storage.remove(keyOf(draftId));
}

const knownOf = (draftId: string): Known | null => storage.get<Known>(keyOf(draftId));

const send = ({ requestId, ...writing }: Writing, version: number) =>
  change('notice.saveDraft', { draftId: requestId, version, writing });

async function whyNot(error: unknown, mine: Writing): Promise<Keeping> {
  if (CallError.offline(error)) return { how: 'offline' };
  const code = CallError.is(error) ? error.code : null;
  if (code !== 'conflict' && code !== 'closed' && code !== 'missing')
    return { how: 'refused', message: sentenceOf(error) };
  try {
    const theirs = await ask('notice.getDraft', { draftId: mine.requestId });
    const told = compare(theirs, mine);
    if (told && told !== 'take') return told;
    // An answer was lost: what was sent is there, and what was typed since goes on from it.
    const print = theirs.writing ? printOf(theirs.writing) : '';
    storage.set(keyOf(mine.requestId), { version: theirs.version, print });
    return { how: print === printOf(mine) ? 'saved' : 'device' };
  } catch (again) {
    return CallError.offline(again) ? { how: 'offline' } : { how: 'moved', theirs: null };
  }
}

/** `take`: the other device went on and nothing here is newer; null: nothing to do. */
function compare(theirs: Theirs, mine: Writing): Keeping | 'take' | null {
  if (!theirs.writing || (theirs.state !== 'writing' && theirs.state !== 'returned')) {
    // An approved one goes back to being written once it is changed; that is asked on its own page.
    return { how: 'moved', theirs };
  }
  const known = knownOf(mine.requestId);
  const print = printOf(theirs.writing);
  if (theirs.version === known?.version || print === known?.sent || print === printOf(mine)) return null;
  const untouched = known ? known.print === printOf(mine) : !isWorthKeeping(mine);
  return untouched ? 'take' : { how: 'conflict', theirs };
}

const isWorthKeeping = ({ title, body }: Pick<Writing, 'title' | 'body'>): boolean =>
  title.trim() !== '' || plainText(body).trim() !== '' || filesOf(body).length > 0;

/** Short enough to be kept, and the same for the same words whatever the order of fields. */
function printOf(writing: object): string {
  const text = JSON.stringify({ ...writing, requestId: '' }, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  let hash = 5381;
  for (let i = 0; i < text.length; i += 1) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0;
  return `${text.length}.${hash.toString(36)}`;
}
