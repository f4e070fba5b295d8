import { presetIds } from '@contract/policy/preset-ids';
import { presets } from '@contract/policy/presets';
import {
  cloud,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';

describe('office.get', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    await makeOffice();
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('office.get', {})).toMatchObject({ code: 'stranger' });
    expect(await former.fails('office.get', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('office.get', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('office.get', {})).toMatchObject({
      preset: 'shaanxi-coal',
    });
  });

  it('takes no other input than an object', async () => {
    await makeOffice();
    const staff = await makeStaff();
    for (const input of ['office', 7, true])
      expect(await staff.fails('office.get', input)).toEqual({ code: 'invalid', message: '这一项填写有误' });
  });

  it('says so when there is no office yet', async () => {
    expect(await (await makeStaff()).fails('office.get', {})).toEqual({
      code: 'missing',
      message: '协会还没有设立',
    });
  });

  it('shows the settings and every rulebook to choose from', async () => {
    const office = await makeOffice();
    const reply = await (await makeStaff()).ask('office.get', {});
    expect(reply).toMatchObject({ name: office.name, preset: office.preset, hosts: office.hosts });
    expect(reply.presets.map(({ id }) => id)).toEqual([...presetIds]);
    for (const preset of reply.presets) {
      expect(preset.name).toMatch(/[\u4e00-\u9fff]/);
      expect(preset.source).not.toBe('');
      expect(preset.summary.length).toBeGreaterThan(0);
      expect(preset.hosts.length).toBeGreaterThan(0);
    }
    expect(await requestsOf('office.get')).toHaveLength(2);
  });

  it('shows the rulebook in force: as shipped with the office’s own hosts, or as edited', async () => {
    const shipped = presets['shaanxi-coal'];
    const { hosts } = await makeOffice();
    const staff = await makeStaff('editor');
    expect(await staff.ask('office.get', {})).toMatchObject({
      policy: { ...shipped, hosts },
      policyAt: null,
      idNumberReady: true,
    });
    await cloud.reset();
    await cloud.clock.set(NOW);
    const policy = { ...shipped, name: '本会联络员制度' };
    await makeOffice({ policy, policyAt: new Date(NOW) });
    expect(await (await makeStaff('editor')).ask('office.get', {})).toMatchObject({
      policy: { ...policy, hosts },
      policyAt: NOW,
    });
  });

  it('shows an office that was claimed but not set up', async () => {
    await makeOffice({ name: '', preset: null, hosts: [] });
    expect(await (await makeStaff()).ask('office.get', {})).toMatchObject({
      name: '',
      preset: null,
      hosts: [],
      policy: null,
      policyAt: null,
    });
  });
});
