import type { ErrorReply, Reply } from '@contract/errors';
import { presets } from '@contract/policy/presets';
import { localTemplateIds } from '../../../config/templates';
import type { LocalCloud } from '../../../local-cloud';
import { startOurs } from '../../../scripts/local';
import { makeCode, makeOffice, makeStaff, makeUnit, NOW, requestId, someForm } from '../../support';

/** A cloud whose environment holds no key for ID numbers: an office there must not begin to collect them. */
describe('without a key for ID numbers', () => {
  let bare: LocalCloud;
  beforeAll(async () => {
    const env = { TEMPLATE_IDS: JSON.stringify(localTemplateIds) };
    bare = await startOurs({ timers: false, synchronous: 'OFF', env });
  });
  afterAll(() => bare.stop());
  beforeEach(async () => {
    await bare.reset();
    await bare.clock.set(NOW);
  });

  const noKey = '系统还没有设置身份证号的加密密钥，不能收集身份证号，请联系系统管理员';
  const row = (one: object) => [one] as Parameters<LocalCloud['insert']>[1];
  const fails = async (openid: string, action: string, input: object): Promise<ErrorReply> => {
    const { result } = await bare.call('api', { action, input, requestId: requestId() }, { openid });
    const reply = result as Reply<unknown>;
    if (reply.ok) throw new Error(`${action} was answered`);
    return reply.error;
  };
  /** The rows that factories make for the other cloud, here as well. */
  const staffOf = async (preset: 'shaanxi-coal' | 'business-registry') => {
    const { hosts } = presets[preset];
    const office = await makeOffice({ preset, hosts: [...hosts] });
    const staff = await makeStaff();
    await bare.insert('offices', row(office));
    await bare.insert('people', row(staff.row));
    return { office, staff };
  };

  it('picks no rulebook that asks for them', async () => {
    const { office, staff } = await staffOf('shaanxi-coal');
    const { name, hosts } = office;
    const input = { name, hosts, preset: 'business-registry' };
    expect(await fails(staff.openid, 'office.setUp', input)).toEqual({
      code: 'conflict',
      message: noKey,
      field: 'preset',
    });
    expect(await bare.find('offices', {})).toMatchObject([{ preset: 'shaanxi-coal' }]);
  });

  it('keeps none that asks for them, neither by another setting nor by asking anew', async () => {
    const { office, staff } = await staffOf('business-registry');
    const same = { name: office.name, hosts: office.hosts, preset: 'business-registry' };
    expect(await fails(staff.openid, 'office.setUp', same)).toMatchObject({ field: 'preset' });
    const { records } = presets['business-registry'];
    expect(await fails(staff.openid, 'office.savePolicy', { changes: { records } })).toEqual({
      code: 'conflict',
      message: noKey,
      field: 'changes.filing.fields',
    });
  });

  it('may give the number up', async () => {
    const { staff } = await staffOf('business-registry');
    const { filing } = presets['business-registry'];
    const without = (keys: typeof filing.fields) => keys.filter((key) => key !== 'idNumber');
    const changes = {
      filing: { ...filing, fields: without(filing.fields), required: without(filing.required) },
    };
    const event = { action: 'office.savePolicy', input: { changes }, requestId: requestId() };
    expect((await bare.call('api', event, { openid: staff.openid })).result).toMatchObject({ ok: true });
  });

  it('takes no registration with one, and stores nothing of it', async () => {
    await staffOf('business-registry');
    const unit = await makeUnit({ hosts: ['registry'] });
    const code = await makeCode();
    await bare.insert('units', row(unit));
    await bare.insert('codes', row(code));
    const openid = 'openid-bare';
    const consents = [{ version: '2027-01', at: new Date(NOW) }];
    await bare.insert(
      'people',
      row({ _id: openid, name: '', seats: [], proxies: [], staff: null, consents }),
    );
    const form = {
      ...someForm(),
      creditCode: '91610000MA00000001',
      legalRep: '示例法人',
      idNumber: '61000019850309007X',
    };
    const answer = await fails(openid, 'filing.submit', { codeId: code._id, unitId: unit._id, form });
    expect(answer).toMatchObject({ code: 'conflict', field: 'form.idNumber', message: noKey });
    expect(await bare.find('filings', {})).toEqual([]);
  });
});
