import type { privacyContract } from '@contract/privacy';
import { AppError } from '../../kit/errors';
import { staffMay, type Policy, type Rule } from '../../kit/rules';

/** Whoever we keep anything about, whatever they agreed to or held before: it is their own. */
const known: Rule<unknown> = ({ person }) => {
  if (!person) throw new AppError('stranger', '这里还没有您的个人信息；扫登记码登记后才会有');
};

export const privacyPolicy: Policy<typeof privacyContract> = {
  'privacy.get': known,
  'privacy.views': known,
  'privacy.mine': known,
  'privacy.requestErasure': known,
  'privacy.withdrawErasure': known,
  'privacy.requests': staffMay('privacy.decide'),
  'privacy.decide': staffMay('privacy.decide'),
};
