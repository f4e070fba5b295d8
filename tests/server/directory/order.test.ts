import { searchFields } from '@server/kit/search';
import { makeLiaison, makeOffice, makeStaff, makeUnit } from '../../support';

/** Names of places and people that are read otherwise than their characters alone. */

async function named(name: string, contacts: { name: string; phone: string }[] = []) {
  const _id = `unit-${name}`.slice(0, 24);
  const people = contacts.map((one) => ({
    kind: 'liaison' as const,
    position: '',
    landline: '',
    email: '',
    wechat: '',
    ...one,
  }));
  const fields = { name, short: '', region: '', industry: '', contacts: people };
  return makeUnit({ ...fields, ...searchFields({ ...fields, post: 'ordinary' }, _id) });
}

const names = async (input: object) => {
  const staff = await makeStaff();
  return (await staff.ask('directory.list', input)).units.map(({ name }) => name);
};

describe('the contact directory', () => {
  beforeEach(async () => void (await makeOffice()));

  it('stands in the order a reader says the names', async () => {
    const said = [
      '蚌埠示例有限公司', // beng bu
      '长治示例有限公司', // chang zhi
      '重庆示例有限公司', // chong qing
      '大厂示例有限公司', // da chang
      '会计示例学会', // kuai ji
      '乐山示例有限公司', // le shan
      '六安示例有限公司', // lu an
      '厦门示例有限公司', // xia men
      '银行示例协会', // yin hang
    ];
    for (const name of [...said].reverse()) await named(name);
    expect(await names({})).toEqual(said);
  });

  it.each([
    ['cqsl', '重庆示例有限公司'],
    ['chongqing', '重庆示例有限公司'],
    ['czsl', '长治示例有限公司'],
    ['changzhi', '长治示例有限公司'],
    ['xmsl', '厦门示例有限公司'],
    ['xiamen', '厦门示例有限公司'],
    ['厦门', '厦门示例有限公司'],
    ['4321', '厦门示例有限公司'],
    ['zxx', '长治示例有限公司'],
    ['曾小', '长治示例有限公司'],
  ])('%s finds %s alone', async (search, name) => {
    await named('重庆示例有限公司');
    await named('长治示例有限公司', [{ name: '曾小小', phone: '13900001234' }]);
    await named('厦门示例有限公司', [{ name: '单某', phone: '13900004321' }]);
    expect(await names({ search })).toEqual([name]);
  });

  it('another liaison sees the numbers masked', async () => {
    await named('厦门示例有限公司', [{ name: '单某', phone: '13900004321' }]);
    const liaison = await makeLiaison(await makeUnit({ name: '示例丁矿业有限公司' }));
    const phones = async () =>
      (await liaison.ask('directory.list', { search: '厦门' })).units.flatMap(({ unregistered }) =>
        unregistered.map(({ phone }) => phone),
      );
    expect(await phones()).toEqual(['139****4321']);
  });
});
