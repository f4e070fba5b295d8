import {
  cloud,
  later,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

describe('code.issue', () => {
  const rows = () => cloud.find('codes', {});

  it('turns a stranger away', async () => {
    expect(await stranger().fails('code.issue', {})).toMatchObject({ code: 'stranger' });
    expect(await rows()).toEqual([]);
  });

  it.each([
    [{ unitId: 7 }, 'unitId', '缺少单位'],
    [{ unitId: 'a b' }, 'unitId', '单位不正确'],
    [{ days: 0 }, 'days', '有效期至少1天'],
    [{ days: 366 }, 'days', '有效期最多365天'],
    [{ days: 1.5 }, 'days', '有效天数应为整数'],
    [{ days: '30' }, 'days', '有效天数应为数字'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    expect(await (await makeStaff()).fails('code.issue', wrong)).toEqual({ code: 'invalid', field, message });
    expect(await rows()).toEqual([]);
  });

  it('is for staff who may issue codes', async () => {
    const { liaison, unit } = await makeSeatedUnit();
    expect(await liaison.fails('code.issue', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('code.issue', {})).toMatchObject({ code: 'forbidden' });
    expect(await rows()).toEqual([]);
  });

  it('says so when the unit is gone', async () => {
    const staff = await makeStaff();
    const left = await makeUnit({ active: false });
    for (const unitId of ['unit-nowhere', left._id])
      expect(await staff.fails('code.issue', { unitId })).toMatchObject({ code: 'missing', field: 'unitId' });
    expect(await rows()).toEqual([]);
  });

  it('makes a code for a unit with a random id that fits a scene', async () => {
    const staff = await makeStaff('member');
    const unit = await makeUnit();
    const id = requestId();
    const { codeId } = await staff.change('code.issue', { unitId: unit._id, days: 7 }, id);
    expect(codeId).toMatch(/^[A-Za-z0-9]{18}$/);
    expect(await rows()).toMatchObject([
      {
        _id: codeId,
        unitId: unit._id,
        unitName: unit.name,
        issuedBy: staff.openid,
        expiresAt: later(7),
        revokedAt: null,
        uses: 0,
        requestId: id,
      },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'code.issue', subjectId: codeId, unitId: unit._id },
    ]);
    expect(await requestsOf('code.issue')).toHaveLength(5);
  });

  it('makes an open code for thirty days when nothing is said', async () => {
    const { codeId } = await (await makeStaff()).change('code.issue', {});
    expect(await rows()).toMatchObject([{ _id: codeId, unitId: null, unitName: null, expiresAt: later(30) }]);
  });

  it('makes one code when sent five times at once and again later', async () => {
    const staff = await makeStaff();
    const id = requestId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => staff.change('code.issue', {}, id)));
    answers.push(await staff.change('code.issue', {}, id));
    expect(new Set(answers.map(({ codeId }) => codeId)).size).toBe(1);
    expect(await rows()).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('finds its code again when the function died before it answered', async () => {
    const staff = await makeStaff();
    const id = requestId();
    await cloud.script({
      api: 'database.insertDocument',
      function: 'api',
      skip: 1,
      times: 1,
      fault: 'kill-function',
    });
    await cloud.call('api', { action: 'code.issue', input: {}, requestId: id }, { openid: staff.openid });
    expect(await rows()).toHaveLength(1);
    const { codeId } = await staff.change('code.issue', {}, id);
    expect(await rows()).toMatchObject([{ _id: codeId }]);
    expect(await cloud.find('audits', {})).toMatchObject([{ subjectId: codeId }]);
  });
});
