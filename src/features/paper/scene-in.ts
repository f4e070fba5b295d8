/** What a printed code says: a scene alone, or an address that holds one; null for anything else. */
export function sceneIn(scanned: string): string | null {
  const text = decoded(scanned).trim();
  return /(?:[?&]scene=|^)([A-Za-z0-9_-]{4,64})(?:&|$)/.exec(text)?.[1] ?? null;
}

/** Somebody else's code may hold a lone `%`, which cannot be decoded. */
function decoded(scanned: string): string {
  try {
    return decodeURIComponent(scanned);
  } catch {
    return scanned;
  }
}
