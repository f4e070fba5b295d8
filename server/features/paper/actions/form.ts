import { may } from '@contract/rules/rights';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { offices } from '../../../stores/offices';
import type { Filing } from '../../../stores/filings';
import { units } from '../../../stores/units';
import { findFiling } from '../find';
import { formOf } from '../form-of';
import { photoOf } from '../photo';
import { handOut, produce } from '../produce';
import { codePicture } from '../code-picture';
import { fileName } from '../../../office/file-name';

/** The registration form of one filing; a liaison prints the own one to get the seal. */
export const form: Act<'paper.form'> = async (ctx, { filingId }) => {
  const filing = await findFiling(filingId);
  const own = filing.openid === ctx.caller.openid;
  mustBeAllowed(ctx, filing, own);
  const paper = await produce(ctx, {
    kind: 'form',
    subjectId: filingId,
    unitId: filing.unitId,
    make: async () => {
      const [office, unit, photo, code] = await Promise.all([
        offices.get(),
        units.get(filing.unitId),
        photoOf(filing.form.photo),
        codePicture('form', filingId),
      ]);
      return {
        bytes: await formOf({ filing, office, unit, photo, code, printedAt: ctx.now }),
        name: `${fileName(filing.unitName, filing.form.name ?? '', '登记表')}.docx`,
      };
    },
  });
  ctx.record(
    own
      ? { collection: 'filings', subjectId: filingId, unitId: filing.unitId }
      : { collection: 'people', subjectId: filing.openid, unitId: filing.unitId },
  );
  return handOut(paper);
};

/** Somebody else's is as good as none; one's own only while it may still need a seal. */
function mustBeAllowed({ caller }: Context, filing: Filing, own: boolean): void {
  if (may(caller.person?.staff?.role, 'filing.review')) return;
  if (!own) throw new AppError('missing', '没有找到这份登记');
  if (filing.state === 'refused' || filing.state === 'closed')
    throw new AppError('closed', '这份登记已经办结终止，不能再打印；确有需要请联系秘书处');
}
