import { cloud, makeOffice, makeStaff, makeUpload, requestId, requestsOf, stranger } from '../../support';
import { begun, letterOf, ready, seated } from './parties';

describe('handover.letter', () => {
  const row = async (_id: string) => (await cloud.find('handovers', { _id }))[0];
  beforeEach(async () => void (await makeOffice()));

  it('is for the successor and staff who review', async () => {
    const { handoverId, leaver } = await begun();
    const other = await seated();
    const input = { handoverId, letterKey: 'some-letter' };
    expect(await stranger().fails('handover.letter', input)).toMatchObject({ code: 'stranger' });
    expect(await other.leaver.fails('handover.letter', input)).toMatchObject({ code: 'missing' });
    expect(await leaver.fails('handover.letter', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('handover.letter', input)).toMatchObject({
      code: 'forbidden',
    });
    expect(await row(handoverId)).toMatchObject({ letterKey: null });
  });

  it('names the field: only a letter of the caller’s own the server has looked at', async () => {
    const { handoverId, successor } = await begun();
    const photo = await makeUpload({ owner: successor.openid, use: 'photo' });
    const foreign = await letterOf('openid-of-another');
    const unseen = await makeUpload({ owner: successor.openid, use: 'letter', fileId: null });
    for (const { _id: letterKey } of [photo, foreign, unseen])
      expect(await successor.fails('handover.letter', { handoverId, letterKey })).toEqual({
        code: 'invalid',
        field: 'letterKey',
        message: '单位来函没有上传成功，请重新上传',
      });
    expect(await successor.fails('handover.letter', { handoverId })).toMatchObject({ field: 'letterKey' });
  });

  it('stands in for the leaver’s word and is shown to the reviewer', async () => {
    const { handoverId, filingId, successor } = await begun();
    const staff = await makeStaff('member');
    await successor.change('handover.agree', { handoverId });
    const letterKey = (await letterOf(staff.openid))._id;
    expect(await staff.change('handover.letter', { handoverId, letterKey })).toMatchObject({
      state: 'ready',
      turn: '等您：审核接任人的登记',
    });
    expect(await row(handoverId)).toMatchObject({ letterKey, leaverAgreedAt: null });
    expect(await staff.ask('filing.get', { filingId })).toMatchObject({
      blocked: null,
      handed: { leaverAgreedAt: null },
    });
    expect(await cloud.find('audits', { action: 'handover.letter' })).toMatchObject([
      { subjectId: handoverId },
    ]);
  });

  it('is closed when both have said their word', async () => {
    const { handoverId, successor } = await ready();
    const letterKey = (await letterOf(successor.openid))._id;
    expect(await successor.fails('handover.letter', { handoverId, letterKey })).toMatchObject({
      code: 'closed',
    });
  });

  it('is one letter however often it is sent', async () => {
    const { handoverId, successor } = await begun();
    const input = { handoverId, letterKey: (await letterOf(successor.openid))._id };
    const id = requestId();
    const first = await successor.change('handover.letter', input, id);
    expect((await requestsOf('handover.letter')).length).toBeLessThanOrEqual(8);
    expect(await successor.change('handover.letter', input, id)).toEqual(first);
    expect(await cloud.find('audits', { _id: id })).toHaveLength(1);
  });
});
