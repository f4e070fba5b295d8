import type { Act } from '../../../kit/act';
import { fileUrls } from '../../../kit/file-urls';
import { maskForm } from '../../../kit/id-number';
import { policyOf } from '../../../kit/policy';
import { offices } from '../../../stores/offices';
import { findOwn, handoversOf } from '../find';
import { picturesOf, presentSent } from '../present';

export const draft: Act<'filing.draft'> = async ({ caller }, { filingId }) => {
  const filing = await findOwn(filingId, caller.openid);
  const [office, handoverOf] = await Promise.all([offices.get(), handoversOf([filing])]);
  const { seats, filing: wanted } = policyOf(office);
  return {
    ...presentSent(filing, 'liaison', seats.names, handoverOf(filing)),
    asked: { fields: wanted.fields, required: wanted.required },
    form: maskForm(filing.form),
    urls: await fileUrls(picturesOf(filing.form)),
  };
};
