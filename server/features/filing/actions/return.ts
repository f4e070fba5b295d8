import type { FormKey } from '@contract/form';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { offices } from '../../../stores/offices';
import type { Filing } from '../../../stores/filings';
import { findFiling } from '../find';
import { policyOf } from '../../../kit/policy';
import { moveFiling, stateAfter } from '../move';

/** Sends a registration back, naming the fields; the liaison may correct those and no others. */
export const returnBack: Act<'filing.return'> = async (ctx, { filingId, fields, note }) => {
  const { openid, person } = ctx.caller;
  const filing = await findFiling(filingId);
  if (!filing.requests.includes(ctx.requestId)) {
    stateAfter(filing, 'return');
    const { fields: asked } = policyOf(await offices.get()).filing;
    fieldsMustBeAsked(fields, asked);
    await checkText(
      openid,
      [...fields.map(({ reason }) => reason), note].join('\n'),
      'fields',
      'forum',
      '登记的审核意见',
    );
    const returned = withLevel(fields, asked);
    await moveFiling(ctx, filing, 'return', { returned, note, by: person?.staff?.name ?? '' });
  } else await moveFiling(ctx, filing, 'return', { by: '' });
  return { filingId };
};

function fieldsMustBeAsked(fields: Filing['returned'], asked: FormKey[]): void {
  fields.forEach(({ key }, i) => {
    if (!asked.includes(key)) throw new AppError('invalid', '登记表没有这个项目', `fields.${i}.key`);
    if (fields.findIndex((one) => one.key === key) !== i)
      throw new AppError('invalid', '这个项目选了两次', `fields.${i}.key`);
  });
}

/** Nature and level of a state enterprise hang together: who corrects the one may have to change the other. */
function withLevel(fields: Filing['returned'], asked: FormKey[]): Filing['returned'] {
  const nature = fields.find(({ key }) => key === 'unitNature');
  const level = fields.some(({ key }) => key === 'unitStateLevel') || !asked.includes('unitStateLevel');
  return nature && !level ? [...fields, { key: 'unitStateLevel', reason: nature.reason }] : fields;
}
