import type { ActionName } from '@contract/index';
import { cloud, makeOffice, makeStaff, NOW, requestId, requestsOf } from '../../support';
import { begun, CHANGED, letterOf, officeWith, owed, ready, seated, successorOf } from '../handover/parties';

/** A registration that takes a seat over from somebody. */
describe('filing.approve with a handover', () => {
  const one = async (collection: string, _id: string) => (await cloud.find(collection, { _id }))[0];

  it('waits until both sides have said so, naming whose word is missing', async () => {
    await makeOffice();
    const { filingId, handoverId, leaver, successor } = await begun();
    const staff = await makeStaff();
    const refused = (words: string) => ({
      code: 'conflict',
      message: `交接还没有办完：等${words}，办完才能备案`,
    });
    expect(await staff.fails('filing.approve', { filingId })).toEqual(
      refused('原联络员确认或单位来函、接任人确认'),
    );
    await leaver.change('handover.agree', { handoverId });
    expect(await staff.fails('filing.approve', { filingId })).toEqual(refused('接任人确认'));
    expect(await staff.ask('filing.get', { filingId })).toMatchObject({
      holder: '示例离任',
      blocked: '交接还没有办完：等接任人确认，办完才能备案',
      handover: { leaverName: '示例离任', state: 'open', ...CHANGED, lateBy: 0 },
    });
    await successor.change('handover.agree', { handoverId });
    expect((await staff.change('filing.approve', { filingId })).numbers).toHaveLength(1);
  });

  it('moves seat, record and rights in one transaction of twelve requests', async () => {
    await makeOffice();
    const { unit, filingId, handoverId, leaver, successor } = await ready();
    const staff = await makeStaff('member', '示例审核');
    const id = requestId();
    const { numbers } = await staff.change('filing.approve', { filingId }, id);
    const requests = await requestsOf('filing.approve');

    const now = new Date(NOW);
    expect(await one('filings', filingId)).toMatchObject({
      state: 'approved',
      inForce: true,
      since: now,
      numbers,
    });
    expect(await one('filings', `${unit._id}-main`)).toMatchObject({
      state: 'closed',
      inForce: false,
      until: now,
      ended: '交接',
      numbers: ['协会联备〔2026〕1号'],
    });
    expect(await one('units', unit._id)).toMatchObject({
      seated: true,
      vacantSince: null,
      people: '示例接任',
      seats: { main: { openid: successor.openid, filingId, numbers } },
    });
    expect(await one('people', leaver.openid)).toMatchObject({ seats: [] });
    expect(await one('people', successor.openid)).toMatchObject({
      seats: [{ unitId: unit._id, kind: 'main' }],
    });
    expect(await one('handovers', handoverId)).toMatchObject({ state: 'approved', slot: handoverId });
    expect(await cloud.find('audits', { action: 'filing.approve' })).toMatchObject([
      { _id: id, unitId: unit._id },
    ]);

    const from = requests.indexOf('database.startTransaction');
    const to = requests.indexOf('database.commitTransaction');
    const inside = requests.slice(from, to + 1).filter((request) => !request.endsWith('counters'));
    expect(inside).toHaveLength(12);
    expect(requests).toHaveLength(19);
  });

  it('ends the changes the leaver had under review, with the reason to read; the successor asks anew', async () => {
    await makeOffice();
    const { unit, filingId, leaver, successor } = await ready();
    const asked = { unitId: unit._id, changes: { position: '副总经理' }, changedOn: '2026-11-20' };
    const { correctionId } = await leaver.change('record.correct', asked);
    const staff = await makeStaff();
    const event = { action: 'filing.approve', input: { filingId }, requestId: requestId() };
    await cloud.call('api', event, { openid: staff.openid });
    const lapsed = '联络员已交接，这份变更申请终止办理；仍需变更的，由接任人另行申报';
    expect(await staff.ask('record.correction', { correctionId })).toMatchObject({ state: 'lapsed', lapsed });
    expect((await staff.ask('record.corrections', {})).corrections).toEqual([]);
    expect(await leaver.fails('record.withdraw', { unitId: unit._id, correctionId })).toMatchObject({
      code: 'stranger',
    });
    expect(await successor.ask('record.mine', { unitId: unit._id })).toMatchObject({
      open: null,
      last: null,
    });
    expect(await successor.change('record.correct', asked)).toMatchObject({ late: false });
  });

  it('refuses the leaver everywhere the second after', async () => {
    await makeOffice();
    const { unit, filingId, leaver, successor } = await ready();
    const notice = await owed(unit);
    await (await makeStaff()).change('filing.approve', { filingId });
    const { unitId, noticeId } = { unitId: unit._id, noticeId: notice._id };
    const acts: [ActionName, object][] = [
      ['home.liaison', { unitId }],
      ['notice.inbox', { unitId }],
      ['notice.open', { unitId, noticeId }],
      ['notice.confirm', { unitId, noticeId }],
      ['directory.list', {}],
      ['handover.start', { unitId, kind: 'main', ...CHANGED }],
      ['seat.lend', { unitId, from: '2026-11-23', to: '2026-11-24', scopes: ['notice'] }],
      ['seat.proxies', { unitId }],
    ];
    for (const [action, input] of acts)
      expect([action, (await leaver.fails(action, input)).code]).toEqual([action, 'stranger']);
    expect(await leaver.ask('notice.get', { noticeId, unitId })).toMatchObject({ view: 'card' });
    expect((await leaver.ask('me.get', {})).person).toMatchObject({ seats: [], proxies: [] });
    expect(await successor.change('notice.confirm', { unitId, noticeId })).toMatchObject({
      state: 'confirmed',
    });
  });

  it('needs no leaver when the unit’s letter is there', async () => {
    await makeOffice();
    const { unit } = await seated();
    const { who, input } = await successorOf(unit);
    const letterKey = (await letterOf(who.openid))._id;
    const { filingId, handoverId } = await who.change('filing.submit', {
      ...input,
      handover: { ...CHANGED, letterKey },
    });
    await who.change('handover.agree', { handoverId: handoverId ?? '' });
    await (await makeStaff()).change('filing.approve', { filingId });
    expect(await one('units', unit._id)).toMatchObject({ seats: { main: { openid: who.openid } } });
  });

  it('ends what the leaver had lent, and drops what waited to be told', async () => {
    await makeOffice();
    const { unit, filingId, leaver } = await ready();
    const proxy = await successorOf(unit);
    const lent = { unitId: unit._id, from: '2026-11-23', to: '2026-11-30', scopes: ['notice' as const] };
    const { proxyId } = await leaver.change('seat.lend', lent);
    const { code } = await leaver.ask('seat.proxyCode', { unitId: unit._id, proxyId });
    await proxy.who.change('seat.accept', { code, name: '示例代理', version: '2027-01' });
    expect(await proxy.who.ask('home.liaison', { unitId: unit._id })).toMatchObject({ total: 0 });
    await (await makeStaff()).change('filing.approve', { filingId });
    expect(await proxy.who.fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect(await one('people', proxy.who.openid)).toMatchObject({ proxies: [] });
  });

  it('is void without a tidy-up too: what was lent hangs on the record that is closed', async () => {
    await makeOffice();
    const { unit, filingId } = await ready();
    const proxy = await successorOf(unit);
    const lent = { unitId: unit._id, unitName: unit.name, filingId: `${unit._id}-main` };
    await cloud.insert('people', [
      {
        ...proxy.who.row,
        _id: 'openid-proxy',
        proxies: [{ ...lent, proxyId: 'p', from: '2026-11-01', to: '2026-12-01', scopes: ['notice'] }],
      },
    ] as never);
    const staff = await makeStaff();
    await cloud.script({ api: 'database.commitTransaction', function: 'api', times: 1, fault: 'kill-after' });
    const event = { action: 'filing.approve', input: { filingId }, requestId: requestId() };
    await cloud.call('api', event, { openid: staff.openid });
    const reply = await cloud.call(
      'api',
      { action: 'home.liaison', input: { unitId: unit._id } },
      { openid: 'openid-proxy' },
    );
    expect(reply.result).toMatchObject({ ok: false, error: { code: 'stranger' } });
  });

  it('treats a seat that fell empty meanwhile as empty, whoever had not agreed yet', async () => {
    await makeOffice();
    const { unit, filingId, handoverId } = await begun();
    const staff = await makeStaff();
    await staff.change('seat.vacate', { unitId: unit._id, kind: 'main', on: '2026-11-22', reason: '离职' });
    expect(await staff.ask('filing.get', { filingId })).toMatchObject({ blocked: null, holder: null });
    await staff.change('filing.approve', { filingId });
    expect(await one('handovers', handoverId)).toMatchObject({ state: 'approved' });
    expect(await one('filings', `${unit._id}-main`)).toMatchObject({ ended: '离职' });
  });

  it('says so when the unit left', async () => {
    await makeOffice();
    const { unit, filingId } = await ready();
    const staff = await makeStaff();
    await staff.change('unit.leave', { unitId: unit._id, on: '2026-11-23', reason: '注销' });
    expect((await staff.fails('filing.approve', { filingId })).code).toMatch(/closed|conflict/);
    expect(await one('units', unit._id)).toMatchObject({ active: false, seats: { main: null } });
  });

  it('lets a deputy take the main seat, giving the deputy’s up', async () => {
    await officeWith({ deputy: 1 });
    const { unit, leaver, deputy } = await seated({ deputy: '示例副手' });
    const staff = await makeStaff();
    const { who, input } = await successorOf(unit);
    const sent = await who.change('filing.submit', { ...input, kind: 'deputy', handover: CHANGED });
    for (const side of [deputy, who])
      await side.change('handover.agree', { handoverId: sent.handoverId ?? '' });
    await staff.change('filing.approve', { filingId: sent.filingId });
    expect(await one('units', unit._id)).toMatchObject({ seats: { deputy: { openid: who.openid } } });

    const up = await who.change('filing.submit', { ...input, kind: 'main', handover: CHANGED });
    for (const side of [leaver, who])
      await side.change('handover.agree', { handoverId: up.handoverId ?? '' });
    await staff.change('filing.approve', { filingId: up.filingId });
    expect(await one('units', unit._id)).toMatchObject({
      seated: true,
      seats: { main: { openid: who.openid, kind: 'main' }, deputy: null },
    });
    expect(await one('people', who.openid)).toMatchObject({ seats: [{ unitId: unit._id, kind: 'main' }] });
    expect(await one('filings', sent.filingId)).toMatchObject({
      state: 'closed',
      inForce: false,
      ended: '转任',
    });
  });

  it('asks for the council’s word on a post that is not inherited', async () => {
    await officeWith({ councilApprovesSuccessor: true });
    const staff = await makeStaff();
    const [kept, lapsed] = [
      await ready({ unit: { post: 'council' } }),
      await ready({ unit: { post: 'standing' } }),
    ];
    expect(await staff.ask('filing.get', { filingId: kept.filingId })).toMatchObject({
      council: { post: '理事单位' },
    });
    expect(await staff.fails('filing.approve', { filingId: kept.filingId })).toEqual({
      code: 'invalid',
      field: 'council',
      message: `${kept.unit.name}是理事单位，接任人是否继任要经理事会同意，请选择理事会意见`,
    });
    await staff.change('filing.approve', { filingId: kept.filingId, council: 'approved' });
    await staff.change('filing.approve', { filingId: lapsed.filingId, council: 'lapsed' });
    expect(await one('units', kept.unit._id)).toMatchObject({ post: 'council' });
    const row = await one('units', lapsed.unit._id);
    expect(row).toMatchObject({ post: 'ordinary' });
    expect(row?.postPlace).toMatch(/^4 /);
    const plain = await ready();
    await staff.change('filing.approve', { filingId: plain.filingId });
  });

  it('asks the council also when the seat stood empty in between, and not for a first liaison', async () => {
    await officeWith({ councilApprovesSuccessor: true });
    const staff = await makeStaff();
    const { unit } = await seated({ unit: { post: 'council' } });
    await staff.change('seat.vacate', { unitId: unit._id, kind: 'main', on: '2026-11-22', reason: '离职' });
    const { who, input } = await successorOf(unit);
    const { filingId } = await who.change('filing.submit', input);
    expect(await staff.fails('filing.approve', { filingId })).toMatchObject({ field: 'council' });
    await staff.change('filing.approve', { filingId, council: 'lapsed' });
    expect(await one('units', unit._id)).toMatchObject({ post: 'ordinary', seated: true });
  });

  it('lets a leaver who is staff stay staff, and register again later under a new number', async () => {
    await makeOffice();
    const { unit, leaver, successor, filingId } = await ready();
    const staff = await makeStaff();
    const first = await staff.change('filing.approve', { filingId });
    const back = await successorOf(unit, '示例离任');
    const again = await back.who.change('filing.submit', { ...back.input, handover: CHANGED });
    for (const side of [successor, back.who])
      await side.change('handover.agree', { handoverId: again.handoverId ?? '' });
    const second = await staff.change('filing.approve', { filingId: again.filingId });
    expect(second.numbers).not.toEqual(first.numbers);
    expect(await one('people', leaver.openid)).toMatchObject({ seats: [] });
    expect(await cloud.find('filings', { unitId: unit._id, inForce: true })).toHaveLength(1);
    expect(await cloud.find('filings', { unitId: unit._id, state: 'closed' })).toHaveLength(2);
  });

  it.each([
    ['database.modifyDocument', 0],
    ['database.modifyDocument', 1],
    ['database.modifyDocument', 2],
    ['database.modifyDocument', 4],
    ['database.modifyDocument', 5],
    ['database.insertDocument', 1],
    ['database.commitTransaction', 0],
  ])('changes nothing when it dies at %s (after %i), and the repeat finishes', async (api, skip) => {
    await makeOffice();
    const { unit, filingId, leaver, successor } = await ready();
    const staff = await makeStaff();
    const id = requestId();
    await cloud.script({ api, function: 'api', skip, times: 1, fault: 'kill-function' });
    const event = { action: 'filing.approve', input: { filingId }, requestId: id };
    await cloud.call('api', event, { openid: staff.openid });
    expect(await one('units', unit._id)).toMatchObject({ seats: { main: { openid: leaver.openid } } });
    expect(await one('people', leaver.openid)).toMatchObject({ seats: [{ unitId: unit._id }] });
    expect(await one('people', successor.openid)).toMatchObject({ seats: [] });
    expect(await one('filings', filingId)).toMatchObject({ state: 'submitted', inForce: false });
    expect(await one('filings', `${unit._id}-main`)).toMatchObject({ inForce: true });
    expect(await cloud.find('handovers', {})).toMatchObject([{ state: 'ready' }]);

    await cloud.clock.advance(31_000);
    expect((await staff.change('filing.approve', { filingId }, id)).numbers).toHaveLength(1);
    expect(await one('units', unit._id)).toMatchObject({ seats: { main: { openid: successor.openid } } });
  });
});
