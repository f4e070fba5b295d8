import { storage } from './device/storage';
import { signal, useSignal } from './signal';

/** 关怀模式: everything a quarter larger. */
const KEY = 'large-text';
const large = signal<boolean | null>(null);

export const useLargeText = (): boolean => useSignal(large) ?? storage.get<boolean>(KEY) ?? false;

export function setLargeText(on: boolean): void {
  storage.set(KEY, on);
  large.set(on);
}
