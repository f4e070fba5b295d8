import { useState } from 'react';
import * as v from 'valibot';
import type { Input } from '@contract/index';
import { unitContract, unitFields, type UnitForm } from '@contract/unit';
import { CallError, change, sentenceOf } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import { scrollToField } from '@/lib/scroll-to';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { useQuery } from '@/lib/use-query';

/** A contact in the editor; masked numbers carry the key of the one on file. */
export type EditedContact = NonNullable<Input<'unit.save'>['contacts']>[number];
type Edited = Partial<Omit<UnitForm, 'contacts'>> & { contacts?: EditedContact[] };

type Typed = Edited & {
  /** Of the last attempt with exactly this content: sent again it has one effect. */
  requestId?: string | undefined;
  /** `updatedAt` of the unit the first change was made to. */
  seen?: string | undefined;
};
type Faults = Record<string, string>;

/** A field not there at all is named in English by the schema, an undefined one by its own rule. */
const UNTOUCHED = Object.fromEntries(Object.keys(unitFields).map((key) => [key, undefined]));

/** One unit being added or edited; what is typed stays on the device until it is saved or given up. */
export function useUnitEditing(unitId: string | undefined, onSaved: (unitId: string) => void) {
  const query = useQuery('unit.get', unitId ? { unitId } : null);
  const typed = useDraft<Typed>(`unit:${unitId ?? 'new'}`, {});
  const [wrong, setWrong] = useState<Faults>({});
  /** Somebody else changed the unit since it was loaded. */
  const [stale, setStale] = useState(false);
  const [busy, setBusy] = useState(false);
  const { requestId: lastTry, seen = query.data?.updatedAt, ...changes } = typed.value;
  const value: Edited = { ...query.data, ...changes };

  const set = (change: Edited) => {
    typed.set({ ...change, requestId: undefined, seen });
    setWrong((was) => Object.fromEntries(Object.entries(was).filter(([key]) => !(topOf(key) in change))));
  };
  const fail = (faults: Faults) => {
    setWrong(faults);
    const [first] = Object.keys(faults);
    if (first) scrollToField(first);
  };

  const save = async () => {
    const stateLevel = value.nature === 'state' ? (value.stateLevel ?? null) : null;
    const sent = { ...UNTOUCHED, ...value, stateLevel, ...(unitId && { unitId, seen }) };
    const parsed = v.safeParse(unitContract['unit.save'].input, sent);
    if (!parsed.success) return fail(faultsIn(parsed.issues));
    const requestId = lastTry ?? newRequestId();
    typed.set({ requestId });
    setBusy(true);
    setWrong({});
    setStale(false);
    try {
      const saved = await change('unit.save', parsed.output, requestId);
      typed.clear();
      toast('单位资料已保存');
      await query.reload();
      onSaved(saved.unitId);
    } catch (error) {
      if (CallError.is(error) && error.code === 'conflict' && !error.field) {
        setStale(true);
        typed.set({ requestId: undefined });
      }
      const field = (CallError.is(error) && error.field && shownAt(error.field)) || '';
      fail({ [field]: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  };

  /** Takes what the other one wrote; what was typed here stays on top of it. */
  const refresh = async () => {
    setBusy(true);
    await query.reload();
    typed.set({ seen: undefined });
    setStale(false);
    setWrong({});
    setBusy(false);
  };

  const giveUp = () => {
    typed.clear();
    setStale(false);
    setWrong({});
    void query.reload();
  };

  return {
    query,
    value,
    set,
    wrong,
    busy,
    save: () => void save(),
    stale,
    refresh: () => void refresh(),
    savedAt: typed.savedAt,
    giveUp,
  };
}

export type UnitEditing = ReturnType<typeof useUnitEditing>;

/** First thing wrong with each field. */
function faultsIn(issues: v.BaseIssue<unknown>[]): Faults {
  const faults: Faults = {};
  for (const issue of issues) faults[shownAt(v.getDotPath(issue) ?? '')] ??= issue.message;
  return faults;
}

const topOf = (path: string): string => path.split('.')[0] ?? '';

/** Each field of a contact stands by itself, any other list shows its fault as a whole. */
const shownAt = (path: string): string => (topOf(path) === 'contacts' ? path : topOf(path));
