import type { Act } from '../../../kit/act';
import { policyOf } from '../../../kit/policy';
import { offices } from '../../../stores/offices';
import { codePicture } from '../code-picture';
import { recommendationPaper } from '../document/recommendation';
import { fileName } from '../../../office/file-name';
import { findFiling, findUnit } from '../find';
import { hostsOf } from '../hosts';
import { photoOf } from '../photo';
import { handOut, produce } from '../produce';

/** 推荐表 of a filing: the unit recommends, the host confirms (rulebook E). */
export const recommendation: Act<'paper.recommendation'> = async (ctx, { filingId }) => {
  const filing = await findFiling(filingId);
  const { unitId, form, kind, openid } = filing;
  const paper = await produce(ctx, {
    kind: 'recommendation',
    subjectId: filingId,
    unitId,
    make: async () => {
      const [office, unit, photo, code] = await Promise.all([
        offices.get(),
        findUnit(unitId),
        photoOf(form.photo),
        codePicture('recommendation', filingId),
      ]);
      const seatName = policyOf(office).seats.names[kind];
      const bytes = await recommendationPaper({
        office: office?.name ?? '',
        seatName,
        filingId,
        form: { creditCode: unit.creditCode, legalRep: unit.legalRep, ...form },
        hosts: hostsOf(office, unit.hosts, filing.numbers),
        photo,
        code,
        printedAt: ctx.now,
      });
      return { bytes, name: `${fileName(filing.unitName, form.name ?? '', `${seatName}推荐表`)}.docx` };
    },
  });
  ctx.record({ collection: 'people', subjectId: openid, unitId });
  return handOut(paper);
};
