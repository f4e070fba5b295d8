const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';

/** Id of one intention to change something: time, then chance. The phone has no crypto; uniqueness is enough here. */
export function newRequestId(): string {
  let id = Date.now().toString(36);
  while (id.length < 24) id += LETTERS[Math.floor(Math.random() * LETTERS.length)] ?? 'A';
  return id;
}
