import { codes, type Code } from '../stores/codes';
import { AppError } from './errors';

export const codeState = ({ revokedAt, expiresAt }: Code, now: Date): 'valid' | 'expired' | 'revoked' =>
  revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'valid';

/** The code if it may be used now. An unknown one is told no more than that: nobody learns how near a guess was. */
export async function validCode(codeId: string, now: Date): Promise<Code> {
  const code = await codes.get(codeId);
  if (!code)
    throw new AppError('missing', '没有找到这张登记码，请重新扫码，或向秘书处索取新的登记码', 'codeId');
  const state = codeState(code, now);
  if (state === 'expired') throw new AppError('expired', undefined, 'codeId');
  if (state === 'revoked') throw new AppError('expired', '登记码已停用，请向秘书处索取新的登记码', 'codeId');
  return code;
}
