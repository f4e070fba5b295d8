import { messageKeys } from '@contract/messages';
import { creditLeft } from '@contract/rules/outbox';
import type { Act } from '../../../kit/act';
import { templateIds } from '../../../kit/templates';

export const mine: Act<'outbox.mine'> = async ({ caller: { person } }) => {
  const ids = templateIds();
  return {
    messages: messageKeys.flatMap((message) => {
      const templateId = ids[message];
      return templateId ? [{ message, templateId, left: creditLeft(person?.credits?.[message]) }] : [];
    }),
  };
};
