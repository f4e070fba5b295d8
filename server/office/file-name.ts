/** Names of produced files: what Windows, WeChat and zip tools all take. */

const LONGEST = 80;

export function fileName(...parts: string[]): string {
  const name = parts
    .map((part) => part.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, '').replace(/^\.+|\.+$/g, ''))
    .filter(Boolean)
    .join('_');
  return [...name].slice(0, LONGEST).join('') || '未命名';
}

/** The name, or with (2), (3) … behind it when it is taken; remembers it in `taken`. */
export function distinct(name: string, taken: Set<string>): string {
  const key = (one: string) => one.toLowerCase();
  let found = name;
  for (let n = 2; taken.has(key(found)); n += 1) found = `${name}(${n})`;
  taken.add(key(found));
  return found;
}
