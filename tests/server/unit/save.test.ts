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

const form = {
  name: '示例青岚矿业有限公司',
  short: '青岚矿业',
  nature: 'state' as const,
  stateLevel: 'province' as const,
  address: '示例省示例市示例路1号',
  postCode: '710000',
  hosts: ['association'],
  region: '铜川',
  industry: '煤炭',
  post: 'ordinary' as const,
};

describe('unit.save', () => {
  const rows = () => cloud.find('units', {});

  beforeEach(async () => void (await makeOffice()));

  it('turns a stranger away', async () => {
    expect(await stranger().fails('unit.save', form)).toMatchObject({ code: 'stranger' });
    expect(await rows()).toEqual([]);
  });

  it.each([
    [{ name: '' }, 'name', '请填写单位全称'],
    [{ name: '短名' }, 'name', '单位全称应与营业执照一致，至少4字'],
    [{ name: '长'.repeat(5000) }, 'name', '单位全称最多60字'],
    [{ name: { $ne: '' } }, 'name', '请填写单位全称'],
    [{ nature: 'foreign' }, 'nature', '请选择单位性质'],
    [{ stateLevel: null }, 'stateLevel', '国有企业请选择级别，其他性质不选级别'],
    [{ nature: 'private' }, 'stateLevel', '国有企业请选择级别，其他性质不选级别'],
    [{ postCode: '7100' }, 'postCode', '邮编应为6位数字'],
    [{ hosts: [] }, 'hosts', '请选择所属主办方'],
    [{ hosts: ['association', 'nobody'] }, 'hosts.1', '没有这个主办方'],
    [{ post: 'king' }, 'post', '请选择在协会的职务'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const staff = await makeStaff();
    expect(await staff.fails('unit.save', { ...form, ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await rows()).toEqual([]);
  });

  it('is for staff who may edit units', async () => {
    const { liaison, unit } = await makeSeatedUnit();
    expect(await liaison.fails('unit.save', { ...form, unitId: unit._id })).toMatchObject({
      code: 'forbidden',
    });
    expect(await (await makeStaff('editor')).fails('unit.save', form)).toMatchObject({ code: 'forbidden' });
    expect(await rows()).toHaveLength(1);
  });

  it('says so when the unit is gone', async () => {
    const staff = await makeStaff();
    const left = await makeUnit({ active: false });
    for (const unitId of ['unit-nowhere', left._id]) {
      expect(await staff.fails('unit.save', { ...form, unitId })).toEqual({
        code: 'missing',
        message: '没有找到这家单位，可能已不在册',
      });
    }
  });

  it('keeps a name to one active unit', async () => {
    const staff = await makeStaff('member');
    await makeUnit({ name: form.name, active: false });
    const first = await staff.change('unit.save', form);
    const taken = { code: 'conflict', field: 'name', message: '已有同名单位，请在单位列表里查找后修改' };
    expect(await staff.fails('unit.save', { ...form, name: ' 示例青岚矿业有限公司 ' })).toEqual(taken);
    const other = await makeUnit();
    expect(await staff.fails('unit.save', { ...form, unitId: other._id })).toEqual(taken);
    await staff.change('unit.save', { ...form, unitId: first.unitId, industry: '电力' });
    expect(await rows()).toHaveLength(3);
  });

  it('lets one win when a name is entered twice at the same moment', async () => {
    const staff = await makeStaff();
    const other = await makeUnit();
    const replies = await Promise.all([
      staff.call('unit.save', form, requestId()),
      staff.call('unit.save', form, requestId()),
      staff.call('unit.save', { ...form, unitId: other._id }, requestId()),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies)
      if (!reply.ok) expect(reply.error).toMatchObject({ code: 'conflict', field: 'name' });
    expect(await cloud.find('units', { name: form.name })).toHaveLength(1);
  });

  it('adds a unit with all it is searched and sorted by, and says its id', async () => {
    const staff = await makeStaff('member');
    const id = requestId();
    const typed = { ...form, name: '  示例青岚矿业(集团) ３Ｍ 公司 ', hosts: ['association', 'association'] };
    expect(await staff.change('unit.save', typed, id)).toEqual({ unitId: id });
    const [row] = await rows();
    expect(row).toMatchObject({
      _id: id,
      name: '示例青岚矿业（集团） 3M 公司',
      hosts: ['association'],
      sortKey: `shi li qing lan kuang ye ji tuan 3m gong si #${id}`,
      initials: 'slqlkyjt3mgs qlky',
      pinyin: 'shi li qing lan kuang ye ji tuan 3m gong si|qing lan kuang ye',
      regionKey: 'tong chuan',
      active: true,
      seated: false,
      seats: { main: null, deputy: null },
    });
    expect(row?.grams).toEqual(
      expect.arrayContaining(['青', '青岚', 'q', 'ql', 'qi', '3m', 's', 'sl', 'sh']),
    );
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'unit.save', collection: 'units', subjectId: id, unitId: id, openid: staff.openid },
    ]);
    expect(await requestsOf('unit.save')).toHaveLength(6);
  });

  it('edits a unit and leaves its seats alone; whoever sits for it carries the new name', async () => {
    const staff = await makeStaff();
    const { unit, liaison } = await makeSeatedUnit();
    expect(await staff.change('unit.save', { ...form, unitId: unit._id })).toEqual({ unitId: unit._id });
    const [row] = await rows();
    expect(row).toMatchObject({
      name: form.name,
      region: '铜川',
      seated: true,
      seats: { main: { openid: liaison.openid } },
    });
    const { person } = await liaison.ask('me.get', {});
    expect(person?.seats).toMatchObject([{ unitId: unit._id, unitName: form.name }]);
  });

  it('has one effect when sent twice, and a late repeat undoes nothing', async () => {
    const staff = await makeStaff();
    const id = requestId();
    const { unitId } = await staff.change('unit.save', form, id);
    for (let i = 0; i < 6; i += 1) await staff.change('unit.save', { ...form, unitId, industry: '电力' });
    expect(await staff.change('unit.save', form, id)).toEqual({ unitId });
    expect(await rows()).toMatchObject([{ _id: unitId, industry: '电力' }]);
    expect(await cloud.find('audits', {})).toHaveLength(7);
  });

  describe('contacts', () => {
    const contact = {
      kind: 'head' as const,
      name: '示例负责人',
      position: '总经理',
      phone: '19900007777',
      landline: '',
      email: '',
      wechat: '',
    };
    const saved = async () => {
      const staff = await makeStaff('member');
      const { unitId } = await staff.change('unit.save', { ...form, contacts: [contact] });
      return { staff, unitId, file: await staff.ask('unit.get', { unitId }) };
    };

    it.each([
      [{ name: '' }, 'contacts.0.name', '请填写联系人姓名'],
      [{ phone: '12345' }, 'contacts.0.phone', '联系人手机应为11位手机号码'],
      [{ kind: 'friend' }, 'contacts.0.kind', '请选择联系人类别'],
      [{ phone: '199****7777' }, 'contacts.0.phone', '请重新填写示例负责人的手机号码'],
    ])('names the field that is wrong in %j', async (wrong, field, message) => {
      const staff = await makeStaff();
      const contacts = [{ ...contact, ...wrong }];
      expect(await staff.fails('unit.save', { ...form, contacts })).toEqual({
        code: 'invalid',
        field,
        message,
      });
    });

    it('keeps a number left masked, whoever stands before it now; people are found by name and number', async () => {
      const { staff, unitId, file } = await saved();
      expect(file.contacts).toMatchObject([{ name: '示例负责人', phone: '199****7777' }]);
      const contacts = [
        { ...contact, name: '示例会计', phone: '' },
        ...file.contacts.map((one) => ({ ...one, position: '董事长' })),
      ];
      await staff.change('unit.save', { ...form, unitId, contacts });
      const [row] = await cloud.find('units', { _id: unitId });
      expect(row?.contacts).toEqual([
        { ...contact, name: '示例会计', phone: '' },
        { ...contact, position: '董事长' },
      ]);
      expect(row?.grams).toEqual(expect.arrayContaining(['#7777', '会计']));
      expect(row?.people).toBe('示例会计|示例负责人');
    });

    it('takes no masked number for another contact', async () => {
      const { staff, unitId, file } = await saved();
      const contacts = [{ ...file.contacts[0], name: '示例他人', phone: '188****7777' }];
      expect(await staff.fails('unit.save', { ...form, unitId, contacts })).toMatchObject({
        code: 'invalid',
        field: 'contacts.0.phone',
      });
    });
  });

  it('is stored and recorded under an id used before for another action', async () => {
    const staff = await makeStaff();
    const { unit } = await makeSeatedUnit();
    const id = requestId();
    await staff.change('directory.reveal', { unitId: unit._id, kind: 'main' }, id);
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('unit.save', { ...form, unitId: unit._id }, id)).toEqual({
        unitId: unit._id,
      });
    expect(await rows()).toMatchObject([{ _id: unit._id, name: form.name }]);
    expect((await cloud.find('audits', {})).map(({ action }) => action).sort()).toEqual([
      'directory.reveal',
      'unit.save',
    ]);
  });

  describe('begun from a file that was changed since', () => {
    const changed = {
      code: 'conflict',
      message: '这家单位刚刚被别人改过，请刷新后再改；您填写的内容已保留',
    };

    it('writes nothing and says so; begun anew it is written', async () => {
      const [a, b] = [await makeStaff(), await makeStaff('member')];
      const { _id: unitId } = await makeUnit();
      const { updatedAt: seen } = await a.ask('unit.get', { unitId });
      await a.change('unit.save', { ...form, unitId, seen, industry: '电力' });
      const late = { ...form, unitId, region: '榆林' };
      expect(await b.fails('unit.save', { ...late, seen })).toEqual(changed);
      expect(await rows()).toMatchObject([{ industry: '电力', region: '铜川' }]);
      expect(await cloud.find('audits', {})).toHaveLength(1);

      const { updatedAt } = await b.ask('unit.get', { unitId });
      await b.change('unit.save', { ...late, seen: updatedAt });
      expect(await rows()).toMatchObject([{ region: '榆林' }]);
    });

    it('lets exactly one of two editors win who save at the same moment', async () => {
      const [a, b] = [await makeStaff(), await makeStaff()];
      const { _id: unitId } = await makeUnit();
      const { updatedAt: seen } = await a.ask('unit.get', { unitId });
      const replies = await Promise.all([
        a.call('unit.save', { ...form, unitId, seen, industry: '电力' }, requestId()),
        b.call('unit.save', { ...form, unitId, seen, industry: '运输' }, requestId()),
      ]);
      expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
      expect(replies.find(({ ok }) => !ok)).toEqual({ ok: false, error: changed });
      expect(await rows()).toMatchObject([{ industry: replies[0].ok ? '电力' : '运输' }]);
      expect(await cloud.find('audits', {})).toHaveLength(1);
    });

    it('is answered the same when the same request is sent five times at once and again later', async () => {
      const staff = await makeStaff();
      const { _id: unitId } = await makeUnit();
      const { updatedAt: seen } = await staff.ask('unit.get', { unitId });
      const [id, input] = [requestId(), { ...form, unitId, seen }];
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => staff.change('unit.save', input, id)),
      );
      answers.push(await staff.change('unit.save', input, id));
      for (const answer of answers) expect(answer).toEqual({ unitId });
      expect(await rows()).toMatchObject([{ name: form.name }]);
      expect(await cloud.find('audits', {})).toHaveLength(1);
    });

    it('takes no more requests than without, and names a time that is none', async () => {
      const staff = await makeStaff();
      const { _id: unitId } = await makeUnit();
      const { updatedAt: seen } = await staff.ask('unit.get', { unitId });
      await staff.change('unit.save', { ...form, unitId });
      const before = (await requestsOf('unit.save')).length;
      expect(await staff.fails('unit.save', { ...form, unitId, seen: '昨天' })).toEqual({
        code: 'invalid',
        field: 'seen',
        message: '修改时间应为日期时间',
      });
      expect(await staff.fails('unit.save', { ...form, unitId, seen })).toEqual(changed);
      const { updatedAt } = await staff.ask('unit.get', { unitId });
      await staff.change('unit.save', { ...form, unitId, seen: updatedAt });
      expect((await requestsOf('unit.save')).length).toBe(before);
    });
  });

  it('repairs what a dying function left out', async () => {
    const staff = await makeStaff();
    const { unit, liaison } = await makeSeatedUnit();
    const id = requestId();
    const input = { ...form, unitId: unit._id };
    await cloud.script({
      api: 'database.modifyDocument',
      function: 'api',
      skip: 1,
      times: 1,
      fault: 'kill-function',
    });
    await cloud.call('api', { action: 'unit.save', input, requestId: id }, { openid: staff.openid });
    expect(await rows()).toMatchObject([{ name: form.name }]);
    expect(await cloud.find('people', { _id: liaison.openid })).toMatchObject([
      { seats: [{ unitName: unit.name }] },
    ]);

    await staff.change('unit.save', input, id);
    expect(await cloud.find('people', { _id: liaison.openid })).toMatchObject([
      { seats: [{ unitName: form.name }] },
    ]);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('logs nothing of the unit when the database fails', async () => {
    const staff = await makeStaff();
    expectLog(/unit\.save/);
    await cloud.script({
      api: 'database.insertDocument',
      times: 1,
      fault: { errCode: 'DATABASE_REQUEST_FAILED', errMsg: `failed for ${form.name}` },
    });
    expect(await staff.fails('unit.save', form)).toEqual({
      code: 'busy',
      message: '系统繁忙，请稍后再试；您填写的内容已保留',
    });
    expect((await cloud.invocations()).flatMap(({ logs }) => logs).join()).not.toContain('青岚');
  });
});
