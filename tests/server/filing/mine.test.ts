import { makeOffice, makeUnit, requestsOf, stranger } from '../../support';
import { returnedTo, submitted } from './registration';

describe('filing.mine', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is empty for who has sent nothing', async () => {
    await submitted(await makeUnit());
    expect(await stranger().ask('filing.mine', {})).toEqual({ filings: [] });
  });

  it('shows one’s own, newest first, and whose turn it is', async () => {
    const unit = await makeUnit();
    const { applicant, filing } = await returnedTo(unit, 'address');
    const second = await makeUnit();
    const over = { openid: applicant.openid, slot: `${applicant.openid}_${second._id}`, order: '2026-12' };
    const { filing: newest } = await submitted(second, over);
    await submitted(unit);
    const { filings } = await applicant.ask('filing.mine', {});
    expect(filings).toMatchObject([
      { filingId: newest._id, state: 'submitted', turn: '秘书处审核中，您无需操作', returned: [] },
      {
        filingId: filing._id,
        unitName: unit.name,
        state: 'returned',
        turn: '等您：按标出的项目补正后重新提交',
        returned: [{ key: 'address', reason: '请核对' }],
        note: '请尽快',
        numbers: [],
      },
    ]);
    expect(await requestsOf('filing.mine')).toHaveLength(3);
  });
});
