import { cloud, makeOffice, makeStaff, requestsOf, stranger } from '../../support';
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
        items: [{ id: notice._id, title: notice.title, dueText: '剩3个工作日', overdue: false }],
      },
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
    expect((await requestsOf('handover.get')).length).toBeLessThanOrEqual(6);
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
