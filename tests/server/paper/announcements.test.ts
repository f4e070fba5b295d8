import { makeStaff, NOW, requestId, stranger } from '../../support';
import { chamber, OURS } from './announcing';
import { bytesAt, seated } from './papers';

const input = { hostIds: ['chamber'], until: NOW };

describe('paper.announcements', () => {
  it('is for staff who review', async () => {
    await chamber();
    const { liaison } = await seated(OURS);
    expect(await stranger().fails('paper.announcements', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('paper.announcements', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('paper.announcements', {})).toMatchObject({
      code: 'forbidden',
    });
  });

  it('names the field that is wrong', async () => {
    expect(await (await chamber()).fails('paper.announcements', { cursor: 7 })).toMatchObject({
      field: 'cursor',
    });
  });

  it('gives the very file again, the newest list first, by pages, and no other paper', async () => {
    const staff = await chamber();
    const ids: string[] = [];
    for (let i = 0; i < 22; i += 1) {
      const { filing } = await seated(OURS);
      if (i === 0) await staff.change('paper.form', { filingId: filing._id });
      const id = requestId();
      await staff.change('paper.announce', input, id);
      ids.unshift(id);
    }
    const first = await staff.ask('paper.announcements', {});
    const rest = await staff.ask('paper.announcements', { cursor: first.next ?? '' });
    const all = [...first.announcements, ...rest.announcements];
    expect(rest.next).toBeNull();
    expect(all.map(({ paperId }) => paperId)).toEqual(ids);
    expect(all[21]).toMatchObject({
      title: '关于公布会员单位联络员名单的通知',
      number: '商会发〔2026〕1号',
      people: 1,
      at: NOW,
      until: NOW,
      hostIds: ['chamber'],
    });
    expect((await bytesAt(all[21]?.url ?? '')).subarray(0, 2).toString()).toBe('PK');
  });
});
