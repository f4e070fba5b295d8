import { cloud, makeLiaison, makeNotice, makePerson, makeReceipt, requestsOf, stranger } from '../../support';
import { asking, LONG_AGO, RECENT, world } from '../record/records';
import { makeHandover } from './handovers';

describe('home.liaison', () => {
  it('asks for the check once it fell due, and no longer after it', async () => {
    const { unit, liaison } = await world();
    const home = () => liaison.ask('home.liaison', { unitId: unit._id });
    expect(await home()).toMatchObject({
      record: { due: true, verifiedAt: LONG_AGO.toISOString(), change: null },
    });
    await liaison.change('record.check', { unitId: unit._id });
    expect(await home()).toMatchObject({ record: { due: false, change: null } });
  });

  it('asks for none while the record is fresh', async () => {
    const { unit, liaison } = await world({}, { verifiedAt: RECENT });
    expect(await liaison.ask('home.liaison', { unitId: unit._id })).toMatchObject({ record: { due: false } });
  });

  it('follows a change: waiting, refused with the reason, forgotten after a fortnight', async () => {
    const { unit, liaison, staff } = await world();
    const home = () => liaison.ask('home.liaison', { unitId: unit._id });
    const { correctionId } = await liaison.change('record.correct', asking(unit, { position: '副总经理' }));
    expect(await home()).toMatchObject({ record: { due: false, change: { state: 'open' } } });

    const decisions = [{ key: 'position' as const, agreed: false, reason: '请附任命文件' }];
    await staff.change('record.decide', { correctionId, decisions });
    expect(await home()).toMatchObject({
      record: { due: true, change: { state: 'refused', note: '不同意“职务”（请附任命文件）' } },
    });
    await cloud.clock.advance(15 * 86_400_000);
    expect(await home()).toMatchObject({ record: { due: true, change: null } });
  });

  it('says of an agreed change that it is done, of a withdrawn one nothing', async () => {
    const { unit, liaison, staff } = await world({}, { verifiedAt: RECENT });
    const home = () => liaison.ask('home.liaison', { unitId: unit._id });
    const first = await liaison.change('record.correct', asking(unit, { position: '副总经理' }));
    const decisions = [{ key: 'position' as const, agreed: true }];
    await staff.change('record.decide', { correctionId: first.correctionId, decisions });
    expect(await home()).toMatchObject({ record: { change: { state: 'agreed', note: '同意1项' } } });
    const second = await liaison.change('record.correct', asking(unit, { title: '高级工程师' }));
    await liaison.change('record.withdraw', { unitId: unit._id, correctionId: second.correctionId });
    expect(await home()).toMatchObject({ record: { change: null } });
  });

  it('shows the handover of the caller’s own seat, and whether his word is awaited', async () => {
    const { unit, liaison, filing } = await world();
    const home = () => liaison.ask('home.liaison', { unitId: unit._id });
    expect(await home()).toMatchObject({ handover: null });
    const leaver = { openid: liaison.openid, name: '示例乙', filingId: filing._id };
    await makeHandover({
      _id: 'handover-mine',
      unitId: unit._id,
      leaver,
      successor: { openid: 'openid-successor', name: '示例丙' },
      filingId: 'filing-of-successor',
    });
    expect(await home()).toMatchObject({
      handover: { handoverId: 'handover-mine', mine: true, turn: '等您：核对未办事项，确认交出' },
    });
    expect(JSON.stringify(await home())).not.toContain('openid');
  });

  it.each([
    ['the leaver agreed', { leaverAgreedAt: LONG_AGO }],
    ['a letter stands in', { letterKey: 'upload-letter' }],
    ['the secretariat decides', { state: 'ready' as const }],
  ])('awaits no word once %s', async (_why, over) => {
    const { unit, liaison, filing } = await world();
    const leaver = { openid: liaison.openid, name: '示例乙', filingId: filing._id };
    const successor = { openid: 'openid-successor', name: '示例丙' };
    await makeHandover({ unitId: unit._id, leaver, successor, filingId: 'filing-x', ...over });
    expect(await liaison.ask('home.liaison', { unitId: unit._id })).toMatchObject({
      handover: { mine: false },
    });
  });

  it('shows another seat of the unit neither the record nor the handover', async () => {
    const { unit } = await world();
    await makeHandover({ unitId: unit._id });
    const since = LONG_AGO;
    const deputy = await makeLiaison(unit, {
      seats: [{ unitId: unit._id, unitName: unit.name, kind: 'deputy', since }],
    });
    expect(await deputy.ask('home.liaison', { unitId: unit._id })).toMatchObject({
      record: null,
      handover: null,
    });
    expect(await stranger().fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
  });

  it('shows who stands in for a while the notices and nothing of the seat', async () => {
    const { unit, filing } = await world();
    await makeReceipt(await makeNotice(), unit);
    const proxy = {
      proxyId: 'proxy-1',
      filingId: filing._id,
      unitId: unit._id,
      unitName: unit.name,
      from: '2026-11-20',
      to: '2026-11-30',
    };
    const standIn = await makePerson({ proxies: [{ ...proxy, scopes: ['notice'] }] });
    expect(await standIn.ask('home.liaison', { unitId: unit._id })).toMatchObject({
      total: 1,
      record: null,
      handover: null,
    });
    const other = await makePerson({ proxies: [{ ...proxy, scopes: ['article'] }] });
    expect(await other.fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
  });

  it('costs 6 requests on an ordinary day', async () => {
    const { unit, liaison } = await world();
    for (let i = 0; i < 20; i += 1) await makeReceipt(await makeNotice(), unit);
    expect(await liaison.ask('home.liaison', { unitId: unit._id })).toMatchObject({ total: 20 });
    expect((await requestsOf('home.liaison')).length).toBeLessThanOrEqual(6);
  });
});
