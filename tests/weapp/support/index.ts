import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleDir, ensureBundle } from './bundle';
import { Phone, type PhoneOptions } from './phone';

export { bundleDir } from './bundle';
export type { Phone } from './phone';

/** Builds the bundle before the tests of a file, and fails each test in whose phones something went wrong. */
export function usePhones() {
  const phones: Phone[] = [];
  beforeAll(async () => void (await ensureBundle()), 240_000);
  afterEach(() => {
    const errors = phones.splice(0).flatMap((phone) => {
      phone.kill();
      return phone.errors;
    });
    expect(errors).toEqual([]);
  });
  const keep = (phone: Phone): Phone => {
    phones.push(phone);
    return phone;
  };
  return {
    /** What the bar above a page says. */
    titleOf: (page: string): string => {
      const json = JSON.parse(readFileSync(path.join(bundleDir, `${page}.json`), 'utf8')) as {
        navigationBarTitleText?: string;
      };
      return json.navigationBarTitleText ?? '';
    },
    start: (options: PhoneOptions) => keep(new Phone(options)).start(),
    /** Swiped away and opened again: a new context over the same storage. */
    restart: (phone: Phone, over: Partial<PhoneOptions> = {}) => keep(phone.reborn(over)).start(),
  };
}
