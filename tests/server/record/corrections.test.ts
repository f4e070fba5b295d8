import { cloud, makeLiaison, makeUnit, requestsOf, stranger } from '../../support';
import { asking, seatedRecord, world } from './records';

describe('record.corrections', () => {
  it('is for staff, not for strangers or liaisons; names a wrong field', async () => {
    const { liaison, staff } = await world();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('record.corrections', {})).toMatchObject({ code: 'stranger' });
    expect(await former.fails('record.corrections', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('record.corrections', {})).toMatchObject({ code: 'forbidden' });
    expect(await staff.fails('record.corrections', { state: 'lost' })).toMatchObject({
      code: 'invalid',
      field: 'state',
    });
    expect(await staff.fails('record.corrections', { cursor: 7 })).toMatchObject({ field: 'cursor' });
  });

  it('is empty when nothing waits', async () => {
    const { staff } = await world();
    expect(await staff.ask('record.corrections', {})).toEqual({ corrections: [], next: null });
  });

  it('shows the longest waiting first, page by page, decided ones apart', async () => {
    const { staff } = await world();
    const ids: string[] = [];
    for (let i = 0; i < 22; i += 1) {
      const { unit, liaison } = await seatedRecord();
      const sent = await liaison.change('record.correct', asking(unit, { position: `副总经理${i}` }));
      ids.push(sent.correctionId);
      await cloud.clock.advance(1000);
    }
    const [first = ''] = ids;
    const decisions = [{ key: 'position' as const, agreed: false, reason: '请附任命文件' }];
    await staff.change('record.decide', { correctionId: first, decisions });

    const page = await staff.ask('record.corrections', {});
    expect((await requestsOf('record.corrections')).length).toBeLessThanOrEqual(2);
    expect(page.corrections.map(({ correctionId }) => correctionId)).toEqual(ids.slice(1, 21));
    expect(page.corrections[0]).toMatchObject({
      name: '示例乙',
      keys: ['position'],
      refused: 0,
      late: false,
    });
    const rest = await staff.ask('record.corrections', { cursor: page.next ?? '' });
    expect(rest.corrections.map(({ correctionId }) => correctionId)).toEqual(ids.slice(21));
    expect(rest.next).toBeNull();
    expect(await staff.ask('record.corrections', { state: 'decided' })).toMatchObject({
      corrections: [{ correctionId: first, refused: 1, state: 'decided' }],
    });
    expect(JSON.stringify(page)).not.toContain('openid');
  });
});
