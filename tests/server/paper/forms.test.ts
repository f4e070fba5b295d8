import {
  cloud,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { bytesAt, entriesOf, makePhoto, seated, wordOf } from './papers';

const MB = 1024 * 1024;

describe('paper.forms', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for staff who review', async () => {
    const { liaison } = await seated();
    expect(await stranger().fails('paper.forms', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('paper.forms', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('meeting')).fails('paper.forms', {})).toMatchObject({ code: 'forbidden' });
    expect(await cloud.find('papers', {})).toEqual([]);
  });

  it('names the field that is wrong, and says when there is nothing to print', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('paper.forms', { search: 7 })).toMatchObject({
      code: 'invalid',
      field: 'search',
    });
    expect(await staff.fails('paper.forms', {})).toEqual({
      code: 'missing',
      message: '没有可以打印的登记表',
    });
    await makeSeatedUnit();
    expect(await staff.fails('paper.forms', {})).toMatchObject({ code: 'missing' });
  });

  it('gives a zip with a form for each, names safe and distinct, and notes whose number left', async () => {
    const staff = await makeStaff('member');
    const photo = await makePhoto();
    const odd = { name: '同名/公司:*?有限责任', sortKey: 'a|1' };
    const one = await seated({ unit: odd, form: { name: '示例甲', photo, unitName: odd.name } });
    const two = await seated({
      unit: { ...odd, name: '同名公司有限责任', sortKey: 'a|2' },
      form: { name: '示例甲', photo },
    });
    const { unit: bare } = await makeSeatedUnit({ sortKey: 'b|3' });
    const id = requestId();
    const made = await staff.change('paper.forms', {}, id);
    expect(made).toMatchObject({ forms: 2, next: null, name: '登记表_20261123_2份.zip' });
    expect(made.skipped).toEqual([{ unitName: bare.name, name: '示例联络员' }]);
    const zip = await entriesOf(await bytesAt(made.url));
    expect([...zip.keys()]).toEqual(['同名公司有限责任_示例甲.docx', '同名公司有限责任_示例甲(2).docx']);
    const word = await wordOf([...zip.values()][1] ?? Buffer.alloc(0));
    expect(word.table[0]).toEqual(['单位全称', two.unit.name]);
    expect(word.pictures).toHaveLength(2);

    const audits = await cloud.find('audits', {});
    expect(audits.filter(({ collection }) => collection === 'people')).toEqual(
      [one, two].map(({ filing, unit }) => ({
        _id: `${id}_${filing._id}`,
        at: new Date(NOW),
        openid: staff.openid,
        action: 'paper.forms',
        collection: 'people',
        subjectId: filing.openid,
        unitId: unit._id,
      })),
    );
    expect(audits.filter(({ collection }) => collection === 'papers')).toMatchObject([
      { _id: id, subjectId: id },
    ]);
    // Whatever the number of forms: caller, repeat?, seats, filings, photos, audits, office, hosts, row, old ones, audit.
    expect((await requestsOf('paper.forms')).filter((each) => each.startsWith('database'))).toHaveLength(11);
  });

  it('comes in parts of fifty that join without gap or double', async () => {
    const staff = await makeStaff();
    const names: string[] = [];
    for (let i = 0; i < 53; i += 1) {
      const place = String(i).padStart(3, '0');
      const { filing, unit } = await seated({ unit: { sortKey: `u${place}|x` } });
      names.push(`${unit.name}_${filing.form.name ?? ''}.docx`);
    }
    const first = await staff.change('paper.forms', {});
    expect(first.forms).toBe(50);
    const second = await staff.change('paper.forms', { cursor: first.next ?? '' });
    expect(second).toMatchObject({ forms: 3, next: null });
    const zips = await Promise.all([first, second].map(async ({ url }) => entriesOf(await bytesAt(url))));
    expect(zips.flatMap((zip) => [...zip.keys()])).toEqual(names);
  });

  it('leaves to the next part what would be too much for one', async () => {
    const staff = await makeStaff();
    const photo = await makePhoto(undefined, 5 * MB);
    for (let i = 0; i < 5; i += 1) await seated({ unit: { sortKey: `u${i}|x` }, form: { photo } });
    const parts: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const made: { forms: number; next: string | null } = await staff.change('paper.forms', {
        ...(cursor && { cursor }),
      });
      parts.push(made.forms);
      cursor = made.next;
    }
    expect(parts).toEqual([2, 2, 1]);
  });

  it('gives the same zip when asked twice, and repairs entries that were not written', async () => {
    const staff = await makeStaff();
    await seated();
    const id = requestId();
    await cloud.script({
      api: 'database.insertDocument',
      function: 'documents',
      times: 1,
      skip: 1,
      fault: 'kill-function',
    });
    await staff.call('paper.forms', {}, id).catch(() => undefined);
    const first = await staff.change('paper.forms', {}, id);
    const second = await staff.change('paper.forms', {}, id);
    expect({ ...second, url: '' }).toEqual({ ...first, url: '' });
    expect(await cloud.find('papers', {})).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(2);
  });
});
