import { cloud, makeOffice, makeUpload, requestId, requestsOf } from '../../support';
import { begun, CHANGED, codeOf, letterOf, officeWith, seated, successorOf } from '../handover/parties';

/** Registering for a seat somebody holds, and for the deputy's. */
describe('filing.submit for a seat that is held', () => {
  const handovers = () => cloud.find('handovers', {});

  it('names the field when nothing is said of the change', async () => {
    await makeOffice();
    const { unit } = await seated();
    const { who, input } = await successorOf(unit);
    expect(await who.fails('filing.submit', input)).toEqual({
      code: 'invalid',
      field: 'handover.changedOn',
      message: '联络员现在由别人担任，请填写变更日期和原因，办理交接',
    });
    const far = { ...CHANGED, changedOn: '2027-09-01' };
    expect(await who.fails('filing.submit', { ...input, handover: far })).toMatchObject({
      field: 'handover.changedOn',
    });
    expect(
      await who.fails('filing.submit', { ...input, handover: { ...CHANGED, reason: '' } }),
    ).toMatchObject({
      field: 'handover.reason',
    });
    const letterKey = (await makeUpload({ owner: who.openid, use: 'photo' }))._id;
    expect(await who.fails('filing.submit', { ...input, handover: { ...CHANGED, letterKey } })).toMatchObject(
      {
        field: 'handover.letterKey',
      },
    );
    expect(await cloud.find('filings', { openid: who.openid })).toEqual([]);
    expect(await handovers()).toEqual([]);
  });

  it('sends registration and handover in together', async () => {
    await makeOffice();
    const { unit, leaver } = await seated();
    const { who, input } = await successorOf(unit);
    const letterKey = (await letterOf(who.openid))._id;
    const id = requestId();
    const sent = { ...input, handover: { ...CHANGED, letterKey } };
    expect(await who.change('filing.submit', sent, id)).toMatchObject({ filingId: id, handoverId: id });
    const requests = await requestsOf('filing.submit');
    expect(await handovers()).toMatchObject([
      {
        kind: 'main',
        leaver: { openid: leaver.openid },
        successor: { openid: who.openid, name: '示例接任' },
        startedBy: 'successor',
        filingId: id,
        letterKey,
        ...CHANGED,
      },
    ]);
    expect(await cloud.find('filings', { _id: id })).toMatchObject([{ handoverId: id, kind: 'main' }]);
    expect((await who.ask('filing.mine', {})).filings).toMatchObject([
      {
        seatName: '联络员',
        handover: { turn: '等您：核对未办事项，确认接手', mine: true, leaverName: '示例离任' },
      },
    ]);
    expect(requests.length).toBeLessThanOrEqual(15);
    expect(await cloud.find('audits', { action: 'filing.submit' })).toHaveLength(1);
  });

  it('is one registration and one handover however often it is sent', async () => {
    await makeOffice();
    const { unit } = await seated();
    const { who, input } = await successorOf(unit);
    const id = requestId();
    const sent = { ...input, handover: CHANGED };
    const answers = await Promise.all([1, 2, 3].map(() => who.change('filing.submit', sent, id)));
    expect(answers.map(({ handoverId }) => handoverId)).toEqual([id, id, id]);
    expect(await handovers()).toHaveLength(1);
  });

  it('lets one of two successors win', async () => {
    await makeOffice();
    const { unit } = await seated();
    const both = [await successorOf(unit), await successorOf(unit, '示例另一位')];
    const replies = await Promise.all(
      both.map(({ who, input }) => who.call('filing.submit', { ...input, handover: CHANGED }, requestId())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies)
      if (!reply.ok) expect(reply.error).toMatchObject({ code: 'conflict', field: 'handover.changedOn' });
    expect(await handovers()).toHaveLength(1);
    expect(await cloud.find('filings', { state: 'submitted' })).toHaveLength(1);
  });

  it('lets one of two who scanned the leaver’s code win', async () => {
    await makeOffice();
    const { unit, leaver } = await seated();
    await leaver.change('handover.start', { unitId: unit._id, kind: 'main', ...CHANGED });
    const code = await codeOf();
    const both = [await successorOf(unit), await successorOf(unit, '示例另一位')];
    const replies = await Promise.all(
      both.map(({ who, input }) => who.call('filing.submit', { ...input, codeId: code }, requestId())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await cloud.find('filings', { state: 'submitted' })).toHaveLength(1);
  });

  it('refuses a deputy where the rulebook has none, and another seat than the code is for', async () => {
    await officeWith({ deputy: 0 });
    const { unit } = await seated();
    const { who, input } = await successorOf(unit);
    expect(await who.fails('filing.submit', { ...input, kind: 'deputy' })).toEqual({
      code: 'invalid',
      field: 'kind',
      message: '本会制度每家单位只设一名联络员，没有副职',
    });
  });

  it('takes the seat of the leaver’s code, and no other', async () => {
    await officeWith({ deputy: 1 });
    const { unit, deputy } = await seated({ deputy: '示例副手' });
    await deputy.change('handover.start', { unitId: unit._id, kind: 'deputy', ...CHANGED });
    const code = await codeOf();
    const { who, input } = await successorOf(unit);
    expect(await who.fails('filing.submit', { ...input, codeId: code, kind: 'main' })).toMatchObject({
      field: 'kind',
      message: '这张交接码是交接副联络员的，请按此登记',
    });
    const { filingId } = await who.change('filing.submit', { ...input, codeId: code });
    expect(await cloud.find('filings', { _id: filingId })).toMatchObject([{ kind: 'deputy' }]);
  });

  it('files a deputy beside the main liaison without any handover', async () => {
    await officeWith({ deputy: 1 });
    const { unit } = await seated();
    const { who, input } = await successorOf(unit);
    expect(await who.change('filing.submit', { ...input, kind: 'deputy' })).toMatchObject({
      handoverId: null,
    });
  });

  it('begins anew when the open handover was of somebody who sits there no more', async () => {
    await makeOffice();
    const { unit, handoverId } = await begun();
    const [row] = await cloud.find('units', { _id: unit._id });
    await cloud.insert('units', [{ ...row, _id: 'other-unit', name: '示例二矿有限公司' }] as never);
    const [open] = await cloud.find('handovers', { _id: handoverId });
    await cloud.insert('handovers', [
      {
        ...open,
        _id: 'stale',
        unitId: 'other-unit',
        slot: 'other-unit_main',
        code: 'stale',
        leaver: { ...(open?.leaver as object), filingId: 'older' },
      },
    ] as never);
    const { who, input } = await successorOf({ ...unit, _id: 'other-unit' });
    const sent = await who.change('filing.submit', { ...input, handover: CHANGED });
    expect(sent.handoverId).not.toBe('stale');
    expect(await cloud.find('handovers', { _id: 'stale' })).toMatchObject([
      { state: 'cancelled', slot: 'stale' },
    ]);
  });
});
