import type { Contact } from '@contract/unit';
import {
  later,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';

const contact = (over: Partial<Contact> = {}): Contact => ({
  kind: 'head',
  name: '示例负责人',
  position: '总经理',
  phone: '19900007777',
  landline: '',
  email: '',
  wechat: '',
  ...over,
});

describe('unit.get', () => {
  beforeEach(async () => void (await makeOffice({ preset: 'zhengzhou-it' })));

  it('is for staff', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    expect(await stranger().fails('unit.get', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('unit.get', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
  });

  it('names a unit id that is none', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('unit.get', { unitId: { $ne: null } })).toMatchObject({
      code: 'invalid',
      field: 'unitId',
    });
  });

  it('says so when the unit is not there', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('unit.get', { unitId: 'unit-nowhere' })).toMatchObject({ code: 'missing' });
  });

  it('shows the file, seats and contacts, every number masked', async () => {
    const { unit } = await makeSeatedUnit({
      legalRep: '示例法人',
      tags: ['重点联系'],
      joinedOn: '2019-05-01',
      contacts: [contact(), contact({ kind: 'finance', name: '示例会计', phone: '' })],
    });
    const shown = await (await makeStaff('finance')).ask('unit.get', { unitId: unit._id });
    expect(shown).toEqual({
      unitId: unit._id,
      name: unit.name,
      short: '',
      nature: 'state',
      stateLevel: 'province',
      address: unit.address,
      postCode: '710000',
      hosts: ['association'],
      region: '西安',
      industry: '煤炭',
      post: 'ordinary',
      creditCode: '',
      legalRep: '示例法人',
      landline: '',
      fax: '',
      email: '',
      website: '',
      tags: ['重点联系'],
      joinedOn: '2019-05-01',
      contacts: [
        { ...contact(), phone: '199****7777', key: expect.stringMatching(/^[0-9a-f]{16}$/) },
        { ...contact({ kind: 'finance', name: '示例会计', phone: '' }), key: expect.any(String) },
      ],
      active: true,
      left: null,
      departures: [],
      seatNames: { main: '主代表', deputy: '副代表' },
      classifications: ['post', 'type', 'region', 'industry'],
      vacantDays: null,
      updatedAt: NOW,
      seats: [
        {
          kind: 'main',
          name: '示例联络员',
          position: '办公室主任',
          phone: '199****1234',
          landline: '029-88880000',
          filingId: unit.seats.main?.filingId,
          numbers: ['协会联备〔2026〕1号'],
          since: NOW,
        },
      ],
    });
    expect(JSON.stringify(shown)).not.toMatch(/1990000\d{4}/);
    expect(await requestsOf('unit.get')).toHaveLength(3);
  });

  it('keeps the file of a unit that left readable, and counts the days without liaison of one that did not', async () => {
    const staff = await makeStaff();
    const left = { at: later(-2), on: '2026-11-20', reason: '企业注销', by: '示例秘书' };
    const gone = await makeUnit({
      active: false,
      left,
      departures: [{ ...left, backAt: later(-1), backBy: '' }],
    });
    const shown = await staff.ask('unit.get', { unitId: gone._id });
    expect(shown).toMatchObject({ active: false, vacantDays: null, departures: [{ reason: '企业注销' }] });
    expect(shown.left).toEqual({ ...left, at: left.at.toISOString() });
    const vacant = await makeUnit({ vacantSince: later(-12) });
    expect(await staff.ask('unit.get', { unitId: vacant._id })).toMatchObject({
      active: true,
      vacantDays: 12,
    });
  });
});
