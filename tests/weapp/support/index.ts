import { ensureBundle } from './bundle';
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
    start: (options: PhoneOptions) => keep(new Phone(options)).start(),
    /** Swiped away and opened again: a new context over the same storage. */
    restart: (phone: Phone, over: Partial<PhoneOptions> = {}) => keep(phone.reborn(over)).start(),
  };
}
