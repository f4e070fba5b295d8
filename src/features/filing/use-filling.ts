import { useState } from 'react';
import { isPictureKey, type Asked, type FormDraft, type FormKey, type PictureKey } from '@contract/form';
import type { SeatKind } from '@contract/me';
import { shanghaiDay } from '@contract/rules/calendar';
import type { Shot } from '@/components/photo-field';
import { newRequestId } from '@/lib/request-id';
import { scrollToField } from '@/lib/scroll-to';
import { useDraft } from '@/lib/use-draft';
import type { Faults } from '@/lib/form-faults';
import { faultsOf, headOf, isRequired } from './faults';

/** A unit one registers for, and who sits there by masked names. */
export interface ChosenUnit {
  unitId: string;
  name: string;
  holders?: { kind: SeatKind; name: string }[];
}

/** What is told of a change when somebody sits there already (变更). */
export interface Handing {
  changedOn: string;
  reason: string;
}

/** What goes with a form being filled in and is not part of it; kept on the device like the form. */
export interface Side extends Record<PictureKey, Shot | null> {
  step: number;
  /** Came from 核对 to change one thing: the next tap leads back there. */
  fixing: boolean;
  unit: ChosenUnit | null;
  /** The seat one registers for. */
  kind: SeatKind;
  handing: Handing;
  /** The unit's sealed letter, where the one who leaves cannot confirm. */
  letter: Shot | null;
  /** Version of the consent text agreed to. */
  agreed: string;
  /** Number that WeChat's button gave. */
  verified: string;
  /** Last four digits, typed a second time. */
  tail: string;
  /** Of the last attempt to send exactly this content: sent again it has one effect. */
  requestId: string;
  done: { unitName: string; turn: string; handed?: { handoverId: string; letter: boolean } } | null;
}

const START: Side = {
  step: 0,
  fixing: false,
  unit: null,
  kind: 'main',
  handing: { changedOn: '', reason: '' },
  letter: null,
  agreed: '',
  verified: '',
  tail: '',
  photo: null,
  recommendation: null,
  proofLetter: null,
  licence: null,
  requestId: '',
  done: null,
};
const NOTHING: FormDraft = {};

/** Path of the check of a number typed by hand. */
export const TAIL = 'mobileTail';

/** A form being filled in, every change kept on the device; `given` is what it starts from. */
export function useFilling(key: string, asked: Asked, given: FormDraft = NOTHING, codeId?: string) {
  const typed = useDraft<FormDraft>(key, NOTHING);
  const side = useDraft<Side>(`${key}:side`, START);
  const [wrong, setWrong] = useState<Faults>({});
  const form: FormDraft = { ...given, ...typed.value };

  const forgive = (...heads: string[]) =>
    setWrong((was) =>
      Object.fromEntries(Object.entries(was).filter(([path]) => !heads.includes(headOf(path)))),
    );
  const set = (change: FormDraft) => {
    typed.set(change);
    if (side.value.requestId) side.set({ requestId: '' });
    forgive('', ...Object.keys(change));
  };
  const setSide = (change: Partial<Side>, ...heads: string[]) => {
    side.set(change);
    forgive(...heads);
  };
  const setShot = (use: PictureKey, shot: Shot) => {
    side.set({ [use]: shot });
    set({ [use]: shot.fileKey });
  };

  /** Shows what is wrong and leads to the first of it. */
  const show = (faults: Faults) => {
    setWrong(faults);
    const [first] = Object.keys(faults);
    if (first) scrollToField(first);
  };
  const faults = (keys: readonly FormKey[]): Faults => ({
    ...faultsOf(keys, form, asked, shanghaiDay(new Date())),
    ...pictureFaults(keys, side.value, asked),
    ...(keys.includes('mobile') && tailFault(form.mobile, side.value)),
  });
  /** The request's id: the same as last time while the content is. */
  const attempt = (): string => {
    const requestId = side.value.requestId || newRequestId();
    side.set({ requestId });
    return requestId;
  };
  const clear = () => {
    typed.clear();
    side.clear();
  };

  return {
    form,
    side: side.value,
    wrong,
    codeId,
    asked,
    savedAt: typed.savedAt,
    set,
    setSide,
    setShot,
    faults,
    show,
    attempt,
    clear,
    typed,
  };
}

export type Filling = ReturnType<typeof useFilling>;

/** A picture begun must be finished; one the rulebook asks for must be there. */
const pictureFaults = (keys: readonly FormKey[], side: Side, asked: Asked): Faults =>
  Object.fromEntries(
    keys.filter(isPictureKey).flatMap((use) => {
      if (side[use]?.fileKey || (!side[use] && !isRequired(use, asked))) return [];
      return [[use, side[use] ? UNFINISHED : '请拍照或从相册上传']];
    }),
  );

/** A picture picked and not uploaded. */
export const UNFINISHED = '图片还没有传完，请等它传完，或点“重新上传”';

/** Digits alone, as the server keeps them. */
export const digitsOf = (mobile: string): string => mobile.replace(/[\s-]/g, '');

function tailFault(mobile: string | undefined, { verified, tail }: Side): Faults {
  const digits = digitsOf(mobile ?? '');
  if (digits.length !== 11 || digits === verified || tail === digits.slice(-4)) return {};
  return { [TAIL]: tail ? '和上面手机号的后4位不一致，请核对' : '请再填一次手机号的后4位' };
}
