import { persona } from './persona';

/** As on the phone, but apart for each person chosen in the bar. */
const prefix = () => `${persona.current()}|`;

export const storage = {
  get<T>(key: string): T | null {
    const value = localStorage.getItem(prefix() + key);
    return value === null ? null : (JSON.parse(value) as T);
  },
  set(key: string, value: unknown): boolean {
    try {
      localStorage.setItem(prefix() + key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  remove(key: string): void {
    localStorage.removeItem(prefix() + key);
  },
  keys(): string[] {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(prefix()) ? [key.slice(prefix().length)] : [],
    );
  },
};
