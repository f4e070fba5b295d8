import { useState } from 'react';
import type { FormDraft, FormKey } from '@contract/form';
import { shanghaiDay } from '@contract/rules/calendar';
import type { Shot } from '@/components/photo-field';
import { newRequestId } from '@/lib/request-id';
import { scrollToField } from '@/lib/scroll-to';
import { useDraft } from '@/lib/use-draft';
import { faultsOf, headOf, type Faults } from './faults';

/** What goes with a form being filled in and is not part of it; kept on the device like the form. */
export interface Side {
  step: number;
  /** Came from 核对 to change one thing: the next tap leads back there. */
  fixing: boolean;
  unit: { unitId: string; name: string } | null;
  /** Version of the consent text agreed to. */
  agreed: string;
  /** Number that WeChat's button gave. */
  verified: string;
  /** Last four digits, typed a second time. */
  tail: string;
  photo: Shot | null;
  recommendation: Shot | null;
  /** Of the last attempt to send exactly this content: sent again it has one effect. */
  requestId: string;
  done: { unitName: string; turn: string } | null;
}

const START: Side = {
  step: 0,
  fixing: false,
  unit: null,
  agreed: '',
  verified: '',
  tail: '',
  photo: null,
  recommendation: null,
  requestId: '',
  done: null,
};
const NOTHING: FormDraft = {};

/** Path of the check of a number typed by hand. */
export const TAIL = 'mobileTail';

/** A form being filled in, every change kept on the device; `given` is what it starts from. */
export function useFilling(key: string, given: FormDraft = NOTHING, codeId?: string) {
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
  const setShot = (use: 'photo' | 'recommendation', shot: Shot) => {
    side.set({ [use]: shot });
    set({ [use]: shot.fileKey });
  };

  /** Shows what is wrong and leads to the first of it. */
  const show = (faults: Faults) => {
    setWrong(faults);
    const [first] = Object.keys(faults);
    if (first) scrollToField(first);
  };
  const faults = (keys: FormKey[]): Faults => ({
    ...faultsOf(keys, form, shanghaiDay(new Date())),
    ...pictureFaults(keys, side.value),
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

const pictureFaults = (keys: FormKey[], side: Side): Faults =>
  Object.fromEntries(
    (['photo', 'recommendation'] as const).flatMap((use) => {
      if (!keys.includes(use) || side[use]?.fileKey) return [];
      return [[use, side[use] ? '图片还没有传完，请等它传完，或点“重新上传”' : '请拍照或从相册上传']];
    }),
  );

/** Digits alone, as the server keeps them. */
export const digitsOf = (mobile: string): string => mobile.replace(/[\s-]/g, '');

function tailFault(mobile: string | undefined, { verified, tail }: Side): Faults {
  const digits = digitsOf(mobile ?? '');
  if (digits.length !== 11 || digits === verified || tail === digits.slice(-4)) return {};
  return { [TAIL]: tail ? '和上面手机号的后4位不一致，请核对' : '请再填一次手机号的后4位' };
}
