import { presets } from '@contract/policy/presets';
import type { Policy } from '@contract/policy/schema';
import {
  cloud,
  makeOffice,
  makePerson,
  makeSeatedUnit,
  makeStaff,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { makeFormer } from './persons';

const rows = () => cloud.find('erasures', {});

describe('privacy.requestErasure', () => {
  it('has nothing to delete of a stranger', async () => {
    expect(await stranger().fails('privacy.requestErasure', {})).toMatchObject({ code: 'stranger' });
    expect(await rows()).toEqual([]);
  });

  it('names the field that is wrong', async () => {
    const { person } = await makeFormer();
    expect(await person.fails('privacy.requestErasure', { reason: '长'.repeat(201) })).toEqual({
      code: 'invalid',
      field: 'reason',
      message: '原因最多200字',
    });
    expect(await person.fails('privacy.requestErasure', { reason: '违法测试词' })).toMatchObject({
      code: 'risky',
      field: 'reason',
    });
    expect(await rows()).toEqual([]);
  });

  it('tells a liaison to hand over first, and staff to leave first', async () => {
    const { liaison, unit } = await makeSeatedUnit();
    expect(await liaison.fails('privacy.requestErasure', {})).toEqual({
      code: 'conflict',
      message: `您现在是“${unit.name}”的联络员，请先在“交接”里把席位交给接任者，秘书处办结后再申请删除`,
    });
    expect(await (await makeStaff()).fails('privacy.requestErasure', {})).toMatchObject({ code: 'conflict' });
    expect(await rows()).toEqual([]);
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('names the last day by the rulebook, also one saved before it said any, and the page says how long', async () => {
    const { privacy, ...older } = presets['shaanxi-coal'];
    expect(privacy).toEqual({ erasureWorkdays: 15 });
    const due = async (policy: unknown) => {
      await cloud.reset();
      await cloud.clock.set(NOW);
      await makeOffice({ policy: policy as Policy });
      const { person } = await makeFormer();
      const { dueOn } = await person.change('privacy.requestErasure', {});
      return [dueOn, (await person.ask('privacy.get', {})).workdays];
    };
    expect(await due({ ...older, privacy: { erasureWorkdays: 5 } })).toEqual(['2026-11-30', 5]);
    expect(await due(older)).toEqual(['2026-12-14', 15]);
    const admin = await makeStaff();
    await admin.change('office.savePolicy', { changes: { privacy: { erasureWorkdays: 3 } } });
    const { person } = await makeFormer();
    expect(await person.change('privacy.requestErasure', {})).toMatchObject({ dueOn: '2026-11-26' });
    expect(await admin.fails('office.savePolicy', { changes: { privacy: { erasureWorkdays: 16 } } })).toEqual(
      {
        code: 'invalid',
        field: 'changes.privacy.erasureWorkdays',
        message: '删除申请答复期限（工作日）不能大于15',
      },
    );
  });

  it('is kept with what was agreed to, the units and the last day, and recorded', async () => {
    const { person, unit } = await makeFormer();
    const id = requestId();
    const reply = await person.change('privacy.requestErasure', { reason: ' 已离职 ' }, id);
    // 15 working days from Monday 23 November 2026, where no rulebook says less.
    expect(reply).toEqual({ erasureId: id, dueOn: '2026-12-14' });
    expect(await rows()).toMatchObject([
      {
        _id: id,
        openid: person.openid,
        name: '示例乙',
        units: [unit.name],
        reason: '已离职',
        state: 'waiting',
        submittedAt: new Date(NOW),
        consents: [{ version: '2026-11' }],
      },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        _id: id,
        action: 'privacy.requestErasure',
        collection: 'erasures',
        subjectId: id,
        openid: person.openid,
      },
    ]);
    expect((await person.ask('privacy.get', {})).erasure).toMatchObject({
      state: 'waiting',
      dueOn: '2026-12-14',
    });
    expect((await requestsOf('privacy.requestErasure')).length).toBeLessThanOrEqual(8);
  });

  it('is one however often it is sent, and one open at a time', async () => {
    const { person } = await makeFormer();
    const id = requestId();
    const input = { reason: '' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => person.change('privacy.requestErasure', input, id)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await rows()).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
    expect(await person.fails('privacy.requestErasure', input)).toEqual({
      code: 'conflict',
      message: '您已经提交过删除申请，请等秘书处办理，或先撤回那一份',
    });
    const thief = await makePerson();
    expect(await thief.fails('privacy.requestErasure', input, id)).toMatchObject({ code: 'conflict' });
  });

  it('of two at one moment one is kept', async () => {
    const { person } = await makeFormer();
    const replies = await Promise.all(
      [1, 2].map(() => person.call('privacy.requestErasure', { reason: '' }, requestId())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });
});
