import { cloud, makeSeatedUnit, makeStaff, requestId, stranger } from '../../support';

const personOf = async (openid: string) => (await cloud.find('people', { _id: openid }))[0];

describe('digest.subscribe', () => {
  it('is for staff alone', async () => {
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('digest.subscribe', { on: true })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('digest.subscribe', { on: true })).toMatchObject({ code: 'forbidden' });
    expect(await personOf(liaison.openid)).not.toHaveProperty('digest');
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it.each([[{}], [{ on: 'yes' }], [{ on: null }]])('names the field that is wrong in %j', async (input) => {
    expect(await (await makeStaff()).fails('digest.subscribe', input)).toEqual({
      code: 'invalid',
      field: 'on',
      message: '是否接收应为是或否',
    });
  });

  it('is the caller’s own wish, on and off, and leaves its entry', async () => {
    const staff = await makeStaff('finance');
    const other = await makeStaff();
    expect(await staff.change('digest.subscribe', { on: true })).toEqual({ on: true });
    expect(await personOf(staff.openid)).toMatchObject({ digest: true });
    expect(await personOf(other.openid)).not.toHaveProperty('digest');
    expect(await staff.change('digest.subscribe', { on: false })).toEqual({ on: false });
    expect(await personOf(staff.openid)).toMatchObject({ digest: false });
    expect(await cloud.find('audits', { action: 'digest.subscribe' })).toMatchObject([
      { openid: staff.openid, collection: 'people', subjectId: staff.openid },
      { openid: staff.openid },
    ]);
  });

  it('twice with one request: one entry, the same answer', async () => {
    const staff = await makeStaff();
    const id = requestId();
    const first = await staff.change('digest.subscribe', { on: true }, id);
    expect(await staff.change('digest.subscribe', { on: true }, id)).toEqual(first);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });
});
