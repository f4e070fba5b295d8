import { cloud, makeFiling, makeOffice, makeStaff, requestsOf, stranger } from '../../support';
import { begun, CHANGED, letterOf, owed, ready, seated } from './parties';

describe('handover.get', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for the two sides and staff', async () => {
    const { handoverId } = await begun();
    const other = await seated();
    expect(await stranger().fails('handover.get', { handoverId })).toMatchObject({ code: 'stranger' });
    expect(await other.leaver.fails('handover.get', { handoverId })).toMatchObject({ code: 'missing' });
    expect(await other.leaver.fails('handover.get', { handoverId: '?' })).toMatchObject({
      field: 'handoverId',
    });
    expect(await other.leaver.fails('handover.get', { handoverId: 'nowhere' })).toMatchObject({
      code: 'missing',
    });
  });

  it('shows both sides and staff what is open, and whose turn it is', async () => {
    const { handoverId, unit, leaver, successor, filingId } = await begun();
    const notice = await owed(unit);
    const open = {
      notice: {
        total: 1,
        items: [
          { id: notice._id, title: notice.title, asked: '确认收到', dueText: '剩3个工作日', overdue: false },
        ],
      },
      // The leaver's record was last looked at in March.
      matters: [{ kind: 'check', title: '7月1日（周三）起的资料核对还没有做' }],
    };
    const staff = await makeStaff();
    const common = {
      handoverId,
      state: 'open',
      unitName: unit.name,
      kind: 'main',
      seatName: '联络员',
      leaverName: '示例离任',
      successorName: '示例接任',
      ...CHANGED,
      lateBy: 0,
      filingId,
      open,
      code: null,
    };
    expect(await leaver.ask('handover.get', { handoverId })).toMatchObject({
      ...common,
      reader: 'leaver',
      mine: true,
      turn: '等您：核对未办事项，确认交出',
      canCancel: false,
      canLetter: false,
    });
    expect((await requestsOf('handover.get')).length).toBeLessThanOrEqual(12);
    expect(await successor.ask('handover.get', { handoverId })).toMatchObject({
      ...common,
      reader: 'successor',
      mine: true,
      turn: '等您：核对未办事项，确认接手',
      canCancel: true,
      canLetter: true,
    });
    expect(await staff.ask('handover.get', { handoverId })).toMatchObject({
      ...common,
      reader: 'staff',
      mine: false,
      turn: '等原联络员确认或单位来函、接任人确认，您无需操作',
      canLetter: true,
    });
  });

  it('shows what else hangs on the seat or the unit: groups it leads, changes, proxies, another registration', async () => {
    const { handoverId, unit, leaver, successor, deputy } = await begun({ deputy: '示例副手' });
    const staff = await makeStaff();
    const { groupId } = await staff.change('group.save', {
      name: '示例协作组',
      purpose: '',
      leaderId: unit._id,
      members: { unitIds: [unit._id] },
    });
    const asked = { unitId: unit._id, changes: { position: '副总经理' }, changedOn: '2026-11-20' };
    const { correctionId } = await leaver.change('record.correct', asked);
    const lent = { unitId: unit._id, from: '2026-11-23', to: '2026-11-30', scopes: ['notice' as const] };
    const { proxyId } = await leaver.change('seat.lend', lent);
    // The deputy's own proxy does not end with this handover.
    await deputy.change('seat.lend', lent);
    const other = await makeFiling(unit, { kind: 'deputy', openid: 'openid-other' });
    const { open } = await successor.ask('handover.get', { handoverId });
    expect(open?.matters).toMatchObject([
      {
        kind: 'group',
        id: groupId,
        title: '本单位是“示例协作组”的组长单位',
        note: '交接后由接任人作组长联系人',
      },
      { kind: 'correction', id: correctionId, title: '登记资料的变更申请正在审核：职务' },
      { kind: 'check' },
      { kind: 'proxy', id: proxyId, title: '还没有接受的同事临时代理通知，到11月30日（周一）止' },
      { kind: 'filing', id: other._id, title: '副联络员的另一份登记正在办理' },
    ]);
    expect((await staff.ask('handover.get', { handoverId })).open?.matters).toHaveLength(5);
    expect((await requestsOf('handover.get')).length).toBeLessThanOrEqual(12);
  });

  it('shows the leaver a code until somebody has scanned it', async () => {
    const { unit, leaver } = await seated();
    const { handoverId } = await leaver.change('handover.start', {
      unitId: unit._id,
      kind: 'main',
      ...CHANGED,
    });
    const shown = await leaver.ask('handover.get', { handoverId });
    expect(shown).toMatchObject({
      turn: '等您：把交接码给接任人，请对方扫码登记',
      code: { codeId: expect.stringMatching(/^\w{18}$/), pictureUrl: expect.stringMatching(/^http/) },
      successorName: null,
    });
    expect(await leaver.ask('handover.get', { handoverId })).toMatchObject({ code: shown.code });
    expect(await (await makeStaff()).ask('handover.get', { handoverId })).toMatchObject({ code: null });
  });

  it('shows the letter', async () => {
    const { handoverId, successor, leaver } = await begun();
    await successor.change('handover.letter', {
      handoverId,
      letterKey: (await letterOf(successor.openid))._id,
    });
    // The bytes are not there in this test, so that there is no address; what was attached is known all the same.
    expect(await leaver.ask('handover.get', { handoverId })).toMatchObject({ mine: false, letterUrl: null });
    expect(await cloud.find('handovers', {})).toMatchObject([{ letterKey: expect.any(String) }]);
  });

  it('shows nothing open once it is decided, to neither side', async () => {
    const { handoverId, filingId, unit, leaver, successor } = await ready();
    await owed(unit);
    await (await makeStaff()).change('filing.approve', { filingId });
    for (const one of [leaver, successor])
      expect(await one.ask('handover.get', { handoverId })).toMatchObject({
        state: 'approved',
        turn: '已交接，办结',
        open: null,
        mine: false,
        canCancel: false,
      });
  });
});
