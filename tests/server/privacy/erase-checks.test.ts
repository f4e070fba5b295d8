import { cloud, makeNotice, makeOffice, makePerson, makeStaff, requestId } from '../../support';
import { makeCheck, makePicture } from '../check/contents';
import { everything, makeFormer } from './persons';

/** What lies, or lay, in the queue of 内容审核 of somebody whose data is erased. */

async function agreedErasure() {
  await makeOffice();
  const { person } = await makeFormer();
  const other = await makePerson({ name: '示例丙' });
  const of = { openid: person.openid, name: '示例乙', excerpt: '请拨打19900005678，加微信领取' };
  const [open, decided, theirs] = [
    await makeCheck(of),
    await makeCheck({ ...of, state: 'refused', open: false, decidedAt: new Date('2026-11-20T00:00:00Z') }),
    await makeCheck({ openid: other.openid, name: '示例丙' }),
  ];
  const { erasureId } = await person.change('privacy.requestErasure', { reason: '' });
  const staff = await makeStaff('secretary-general', '示例秘书长');
  return { staff, erasureId, open, decided, theirs };
}

describe('privacy.decide: an agreed erasure and content that was checked', () => {
  it('takes the words of the person, waiting or decided, and nobody else’s', async () => {
    const { staff, erasureId, open, decided, theirs } = await agreedErasure();
    expect((await cloud.find('checks', {})).map(({ _id }) => _id)).toEqual(
      expect.arrayContaining([open._id, decided._id, theirs._id]),
    );
    await staff.change('privacy.decide', { erasureId, decision: 'agree' });
    expect(await cloud.find('checks', {})).toMatchObject([{ _id: theirs._id, name: '示例丙', open: true }]);
    expect(await everything('checks')).not.toMatch(/19900005678|示例乙/);
    const editor = await makeStaff('editor');
    expect(await editor.ask('check.list', {})).toMatchObject({
      checks: [{ checkId: theirs._id }],
      waiting: 1,
    });
  });

  it('once, however often it is sent', async () => {
    const { staff, erasureId, theirs } = await agreedErasure();
    const id = requestId();
    for (let i = 0; i < 2; i += 1) await staff.change('privacy.decide', { erasureId, decision: 'agree' }, id);
    expect(await cloud.find('checks', {})).toMatchObject([{ _id: theirs._id }]);
    expect(await cloud.find('audits', { action: 'privacy.decide' })).toHaveLength(1);
  });

  it('until then the person gets a refused picture of the own with the own data, and nobody else does', async () => {
    await makeOffice();
    const { person } = await makeFormer();
    const other = await makePerson({ name: '示例丙', verifiedMobile: '19911112222' });
    await makePicture(
      { state: 'refused', verdict: 'risky' },
      { owner: person.openid, name: '被拒的图片.png' },
    );
    const all = async (who: typeof person) => {
      let said = '';
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await who.ask('privacy.mine', cursor ? { cursor } : {});
        said += JSON.stringify(page);
        cursor = page.next;
      }
      return said;
    };
    expect(await all(person)).toMatch(/被拒的图片\.png，[^"]*http/);
    expect(await all(other)).not.toContain('被拒的图片');
  });
});

describe('privacy.decide: an agreed erasure of somebody who worked in the office', () => {
  it('leaves a picture in a notice where it can still be decided, without whose it is', async () => {
    await makeOffice();
    const former = { role: 'editor' as const, name: '示例乙', until: new Date('2026-11-01T00:00:00Z') };
    const { person } = await makeFormer({ formerStaff: former });
    const picture = await makePicture({ state: 'queued', verdict: 'review' }, { owner: person.openid });
    const body = [{ type: 'picture' as const, fileKey: picture._id, caption: '' }] as never;
    const notice = await makeNotice({ body, doubtful: [picture._id], clear: false });
    const about = { openid: person.openid, name: '示例乙' };
    const shown = { ...about, _id: `picture_${picture._id}`, kind: 'picture' as const, fileKey: picture._id };
    await makeCheck({ ...shown, excerpt: '图片.png', about: '图片' });
    const drafted = await makeCheck({ ...about, about: '通知标题' });
    const own = await makeCheck({ ...about, about: '登记表' });
    const { erasureId } = await person.change('privacy.requestErasure', { reason: '' });
    const staff = await makeStaff('secretary-general', '示例秘书长');
    await staff.change('privacy.decide', { erasureId, decision: 'agree' });
    const { checks } = await staff.ask('check.list', {});
    expect(checks.map(({ checkId, name }) => [checkId, name]).sort()).toEqual(
      [
        [shown._id, '已删除个人信息的人员'],
        [drafted._id, '已删除个人信息的人员'],
      ].sort(),
    );
    expect(await cloud.find('checks', { _id: own._id })).toEqual([]);
    expect(checks.find(({ checkId }) => checkId === shown._id)?.notices).toMatchObject([
      { noticeId: notice._id },
    ]);
    const seen = async () => (await staff.ask('notice.get', { noticeId: notice._id })) as unknown as object;
    expect(JSON.stringify(await seen())).toContain('checking');
    await staff.change('check.decide', { checkId: shown._id, pass: true, note: '' });
    expect(JSON.stringify(await seen())).not.toContain('checking');
    await staff.change('check.decide', { checkId: drafted._id, pass: false, note: '' });
    expect(await cloud.find('outbox', {})).toEqual([]);
  });
});
