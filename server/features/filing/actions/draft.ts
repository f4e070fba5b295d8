import type { Act } from '../../../kit/act';
import { fileUrls } from '../../../kit/file-urls';
import { findOwn } from '../find';
import { picturesOf, presentSent } from '../present';

export const draft: Act<'filing.draft'> = async ({ caller }, { filingId }) => {
  const filing = await findOwn(filingId, caller.openid);
  return {
    ...presentSent(filing, 'liaison'),
    form: filing.form,
    urls: await fileUrls(picturesOf(filing.form)),
  };
};
