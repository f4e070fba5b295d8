/**
 * Stands where a test's own process would load wx-server-sdk along with the stores whose pure parts it uses, a quarter of
 * a second for each file. Nothing can be asked of it: what a test asks goes to its cloud, whose functions run the real one.
 */

const refusing = (): object =>
  new Proxy(
    {},
    {
      get: (_target, name) => () => {
        throw new Error(`${String(name)}: a test asks its cloud, never the database itself`);
      },
    },
  );

/** Conditions some files make when they are loaded; they lead nowhere. */
const command = new Proxy({}, { get: (_target, name) => (value: unknown) => ({ [String(name)]: value }) });

export const DYNAMIC_CURRENT_ENV = '';
export const init = (): void => undefined;
export const database = (): object =>
  new Proxy(refusing(), {
    get: (target, name): unknown => (name === 'command' ? command : Reflect.get(target, name)),
  });
export const openapi = refusing();
