import { makeSeatedUnit, makeStaff, makeUnit, requestsOf, stranger } from '../../support';

describe('notice.classes', () => {
  it('turns a stranger and a liaison away, and staff who do not publish', async () => {
    expect(await stranger().fails('notice.classes', {})).toMatchObject({ code: 'stranger' });
    const { liaison } = await makeSeatedUnit();
    expect(await liaison.fails('notice.classes', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('notice.classes', {})).toMatchObject({
      code: 'forbidden',
    });
  });

  it('gives what active units are, the most frequent first, each once', async () => {
    await makeUnit({ region: '西安', industry: '煤炭', tags: ['重点', '上市'] });
    await makeUnit({ region: '榆林', industry: '煤炭', tags: ['上市'] });
    await makeUnit({ region: '榆林', industry: '化工' });
    await makeUnit({ region: '延安', industry: '', active: false });
    const staff = await makeStaff('editor');
    expect(await staff.ask('notice.classes', {})).toEqual({
      regions: ['榆林', '西安'],
      industries: ['煤炭', '化工'],
      tags: ['上市', '重点'],
    });
    expect((await requestsOf('notice.classes')).length).toBe(2);
  });
});
