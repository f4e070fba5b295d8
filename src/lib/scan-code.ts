import { pagePaths } from '../routes';
import { scan } from './device/scan';
import { go } from './go';
import { toast } from './toast';

/** Registration code id in what was scanned: a scene, an address that holds one, or the bare id. */
export function codeIdIn(scanned: string): string | null {
  return /(?:scene=|^)([A-Za-z0-9]{16,20})(?:&|$)/.exec(decoded(scanned))?.[1] ?? null;
}

/** Somebody else's code may hold a lone `%`, which cannot be decoded. */
function decoded(scanned: string): string {
  try {
    return decodeURIComponent(scanned);
  } catch {
    return scanned;
  }
}

export async function scanCode(): Promise<void> {
  const scanned = await scan();
  if (scanned === null) return;
  const codeId = codeIdIn(scanned);
  if (codeId && scanned.includes(pagePaths['seat.proxy'])) go('seat.proxy', { scene: codeId });
  else if (codeId) go('filing.register', { scene: codeId });
  else toast('这不是登记码，请扫描协会发给您单位的登记码');
}
