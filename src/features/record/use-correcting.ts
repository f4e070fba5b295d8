import { useState } from 'react';
import type { FormDraft, FormKey } from '@contract/form';
import { shanghaiDay } from '@contract/rules/calendar';
import type { Shot } from '@/components/photo-field';
import { CallError, change } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import { scrollToField } from '@/lib/scroll-to';
import { useDraft } from '@/lib/use-draft';
import type { Faults } from '@/lib/form-faults';
import { faultsOf, isLevelOf } from './faults';
import { unsentWords, type OwnRecord } from './words';

interface Draft {
  /** Fields opened to be changed, in the order they were opened. */
  keys: FormKey[];
  typed: FormDraft;
  /** Pictures on their way, by field; `proof` the sealed licence. */
  shots: { [use: string]: Shot };
  changedOn: string;
  /** Absent in drafts kept before it was asked. */
  reason?: string;
  restChecked: boolean;
  /** Of the last attempt to send exactly this content: sent again it has one effect. */
  requestId: string;
}

const EMPTY: Draft = { keys: [], typed: {}, shots: {}, changedOn: '', restChecked: false, requestId: '' };

/** A request for changes being written; every change of it is kept on the device. */
export function useCorrecting(unitId: string, record: OwnRecord) {
  // A record changed since is another draft: what was typed against the old one must not overwrite the new.
  const draft = useDraft<Draft>(`correct:${record.filingId}:${record.verifiedAt}`, EMPTY);
  const [wrong, setWrong] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const { keys, typed, shots, changedOn, reason = '', restChecked } = draft.value;
  const form: FormDraft = { ...record.form, idNumber: undefined, ...typed };

  const write = (next: Partial<Draft>, ...heads: string[]) => {
    draft.set({ requestId: '', ...next });
    setWrong((was) =>
      Object.fromEntries(
        Object.entries(was).filter(([path]) => path !== '' && !heads.includes(path.split('.')[0] ?? '')),
      ),
    );
  };
  const put = (key: FormKey, value: FormDraft[FormKey]) => {
    const next = { ...typed, [key]: value };
    // Nature and level of a state enterprise hang together.
    const level = isLevelOf(key, value) && !keys.includes('unitStateLevel');
    write({ typed: next, ...(level && { keys: [...keys, 'unitStateLevel'] }) }, key);
  };
  const open = (key: FormKey) => write({ keys: [...keys, key] });
  const close = (key: FormKey) => {
    const kept = <T extends object>(from: T) =>
      Object.fromEntries(Object.entries(from).filter(([one]) => one !== key)) as T;
    write({ keys: keys.filter((one) => one !== key), typed: kept(typed), shots: kept(shots) }, key);
  };
  const setShot = (use: string, shot: Shot, key?: FormKey) =>
    write(
      {
        shots: { ...shots, [use]: shot },
        ...(key && { typed: { ...typed, [key]: shot.fileKey } }),
      },
      key ?? use,
    );

  const show = (faults: Faults) => {
    setWrong(faults);
    const [top] = Object.keys(faults);
    if (top) scrollToField(top);
  };
  const asksProof = record.fields.some(({ key, proof }) => proof && keys.includes(key));

  /** Sends it; true when the server has it. */
  const send = async (): Promise<boolean> => {
    const faults = faultsOf(record, draft.value, asksProof, shanghaiDay(new Date()));
    if (Object.keys(faults).length > 0) {
      show(faults);
      return false;
    }
    const requestId = draft.value.requestId || newRequestId();
    draft.set({ requestId });
    setBusy(true);
    try {
      const { changes, emptied } = sendable(keys, form);
      const proofKey = asksProof ? shots.proof?.fileKey : undefined;
      await change(
        'record.correct',
        { unitId, changes, emptied, changedOn, reason, restChecked, ...(proofKey && { proofKey }) },
        requestId,
      );
      draft.clear();
      return true;
    } catch (error) {
      const path = (CallError.is(error) && error.field?.replace(/^changes\.?/, '')) || '';
      // A fault in a field that was not opened: it must be opened to be mended.
      const known = record.fields.find(({ key }) => key === path.split('.')[0]);
      if (known && !keys.includes(known.key)) draft.set({ keys: [...keys, known.key] });
      const here = known ?? ['changedOn', 'reason', 'proofKey'].includes(path);
      show({ [here ? (path === 'proofKey' ? 'proof' : path) : '']: unsentWords(error) });
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    ...draft.value,
    form,
    wrong,
    busy,
    asksProof,
    savedAt: draft.savedAt,
    put,
    open,
    close,
    setShot,
    write,
    send,
  };
}

export type Correcting = ReturnType<typeof useCorrecting>;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Opened fields as they are sent: what holds something, and what shall be empty. */
function sendable(keys: FormKey[], form: FormDraft): { changes: FormDraft; emptied: FormKey[] } {
  const full = keys.filter((key) => !isEmpty(form[key]));
  return {
    changes: Object.fromEntries(full.map((key) => [key, form[key]])),
    emptied: keys.filter((key) => !full.includes(key)),
  };
}
