import { cloud, makePerson, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { makeFormer } from './persons';

async function asked() {
  const { person } = await makeFormer();
  const { erasureId } = await person.change('privacy.requestErasure', { reason: '' });
  return { person, erasureId };
}

describe('privacy.withdrawErasure', () => {
  it('is for the person alone', async () => {
    const { erasureId } = await asked();
    expect(await stranger().fails('privacy.withdrawErasure', { erasureId })).toMatchObject({
      code: 'stranger',
    });
    for (const who of [await makePerson(), await makeStaff('admin')])
      expect(await who.fails('privacy.withdrawErasure', { erasureId })).toEqual({
        code: 'missing',
        message: '没有找到这份申请',
      });
    expect(await cloud.find('erasures', {})).toMatchObject([{ state: 'waiting' }]);
  });

  it.each([
    [{}, 'erasureId', '缺少申请'],
    [{ erasureId: '申请' }, 'erasureId', '申请不正确'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makePerson()).fails('privacy.withdrawErasure', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('takes it back, once, and another may be sent', async () => {
    const { person, erasureId } = await asked();
    const id = requestId();
    for (let i = 0; i < 2; i += 1)
      expect(await person.change('privacy.withdrawErasure', { erasureId }, id)).toEqual({ erasureId });
    expect((await requestsOf('privacy.withdrawErasure')).length).toBeLessThanOrEqual(6);
    expect((await person.ask('privacy.get', {})).erasure?.state).toBe('withdrawn');
    expect(await cloud.find('audits', { action: 'privacy.withdrawErasure' })).toMatchObject([
      { _id: id, collection: 'erasures', subjectId: erasureId },
    ]);
    expect(await person.fails('privacy.withdrawErasure', { erasureId })).toEqual({
      code: 'closed',
      message: '这份申请已撤回，不能再撤回',
    });
    await person.change('privacy.requestErasure', { reason: '还是要删' });
    expect(await cloud.find('erasures', { state: 'waiting' })).toHaveLength(1);
  });

  it('and the decision at the same moment: one of them wins', async () => {
    const { person, erasureId } = await asked();
    const staff = await makeStaff('secretary-general');
    const [taken, agreed] = await Promise.all([
      person.call('privacy.withdrawErasure', { erasureId }, requestId()),
      staff.call('privacy.decide', { erasureId, decision: 'agree' }, requestId()),
    ]);
    expect([taken.ok, agreed.ok].filter(Boolean)).toHaveLength(1);
    expect((await person.ask('privacy.get', {})).erasure?.state).toBe(taken.ok ? 'withdrawn' : 'agreed');
  });
});
