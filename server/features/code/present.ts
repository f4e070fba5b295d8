import type { Output } from '@contract/index';
import { codeState } from '../../kit/registration-code';
import type { Code } from '../../stores/codes';

export const presentCode = (code: Code, now: Date): Output<'code.list'>['codes'][number] => ({
  codeId: code._id,
  unitId: code.unitId,
  unitName: code.unitName,
  expiresAt: code.expiresAt.toISOString(),
  state: codeState(code, now),
  uses: code.uses,
});
