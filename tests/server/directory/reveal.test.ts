import {
  cloud,
  expectLog,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

describe('directory.reveal', () => {
  const audits = () => cloud.find('audits', {});

  it('is for staff who may see numbers', async () => {
    const { unit } = await makeSeatedUnit();
    const { liaison } = await makeSeatedUnit();
    const input = { unitId: unit._id, kind: 'main' };
    expect(await stranger().fails('directory.reveal', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('directory.reveal', input)).toMatchObject({ code: 'forbidden' });
    expect(await audits()).toEqual([]);
  });

  it.each([
    [{ unitId: '' }, 'unitId', '单位不正确'],
    [{ kind: 'third' }, 'kind', '席位不正确'],
    [{ kind: undefined }, 'kind', '请选择要查看的席位或联系人'],
    [{ key: '0123456789abcdef' }, 'kind', '请选择要查看的席位或联系人'],
    [{ kind: undefined, key: 'x' }, 'key', '联系人不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const staff = await makeStaff();
    const input = { unitId: 'unit-1', kind: 'main', ...wrong };
    expect(await staff.fails('directory.reveal', input)).toEqual({ code: 'invalid', field, message });
  });

  it('says so when the seat is empty or the unit is not there', async () => {
    const staff = await makeStaff();
    const { _id: unitId } = await makeUnit();
    expect(await staff.fails('directory.reveal', { unitId, kind: 'main' })).toEqual({
      code: 'missing',
      message: '这个席位现在没有联络员，请刷新',
    });
    expect(await staff.fails('directory.reveal', { unitId: 'unit-nowhere', kind: 'deputy' })).toMatchObject({
      code: 'missing',
    });
    expect(await audits()).toEqual([]);
  });

  it('gives the number and says in the log who saw whose', async () => {
    const staff = await makeStaff('editor');
    const { unit, liaison } = await makeSeatedUnit();
    expect(await staff.change('directory.reveal', { unitId: unit._id, kind: 'main' })).toEqual({
      phone: '19900001234',
    });
    expect(await audits()).toMatchObject([
      {
        action: 'directory.reveal',
        collection: 'people',
        subjectId: liaison.openid,
        unitId: unit._id,
        openid: staff.openid,
      },
    ]);
    expect(await requestsOf('directory.reveal')).toHaveLength(3);
  });

  it('gives the number of a contact by its key, logged with the unit; a changed contact has another key', async () => {
    const staff = await makeStaff('editor');
    const contacts = [
      {
        kind: 'liaison' as const,
        name: '示例名册人',
        position: '',
        phone: '19900004321',
        landline: '',
        email: '',
        wechat: '',
      },
    ];
    const { _id: unitId } = await makeUnit({ contacts });
    await makeOffice();
    const key = (await staff.ask('unit.get', { unitId })).contacts[0]?.key ?? '';
    expect(await staff.change('directory.reveal', { unitId, key })).toEqual({ phone: '19900004321' });
    expect(await audits()).toMatchObject([
      { action: 'directory.reveal', collection: 'contacts', subjectId: key, unitId, openid: staff.openid },
    ]);
    expect(await staff.fails('directory.reveal', { unitId, key: 'f'.repeat(16) })).toMatchObject({
      code: 'missing',
    });
  });

  it('gives the same answer and one entry when sent twice', async () => {
    const staff = await makeStaff();
    const { unit } = await makeSeatedUnit();
    const id = requestId();
    const input = { unitId: unit._id, kind: 'main' as const };
    expect(await staff.change('directory.reveal', input, id)).toEqual(
      await staff.change('directory.reveal', input, id),
    );
    expect(await audits()).toHaveLength(1);
  });

  it('logs what was seen under an id used before for another unit', async () => {
    const staff = await makeStaff();
    const [one, other] = [await makeSeatedUnit(), await makeSeatedUnit()];
    const id = requestId();
    await staff.change('directory.reveal', { unitId: one.unit._id, kind: 'main' }, id);
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('directory.reveal', { unitId: other.unit._id, kind: 'main' }, id)).toEqual({
        phone: '19900001234',
      });
    const entries = await audits();
    expect(entries).toHaveLength(2);
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ _id: id, subjectId: one.liaison.openid, unitId: one.unit._id }),
        expect.objectContaining({
          _id: expect.stringMatching(new RegExp(`^${id}_[0-9a-f]{12}$`)),
          openid: staff.openid,
          action: 'directory.reveal',
          subjectId: other.liaison.openid,
          unitId: other.unit._id,
        }),
      ]),
    );
  });

  it('gives no number that could not be logged', async () => {
    const staff = await makeStaff();
    const { unit } = await makeSeatedUnit();
    expectLog(/directory\.reveal/);
    await cloud.script({
      api: 'database.insertDocument',
      times: 1,
      fault: { errCode: 'SYS_ERR', errMsg: '19900001234' },
    });
    expect(await staff.fails('directory.reveal', { unitId: unit._id, kind: 'main' })).toEqual({
      code: 'busy',
      message: '系统繁忙，请稍后再试；您填写的内容已保留',
    });
    expect((await cloud.invocations()).flatMap(({ logs }) => logs).join()).not.toContain('19900001234');
  });
});
