import { cloud, makeOffice, makeStaff } from '../../support';
import { bookOf, committed, HEADERS, planned, rowOf } from './books';

const hosts = [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }];
const ROWS = 230;
const SLOW = { function: 'documents', delayMs: 6_100 };

/** On a slow cloud no call takes more than a slice of time and a step: the next one goes on from the row it came to. */
it('import and undo end a call after some 12 seconds, and go on where they stopped', async () => {
  await makeOffice({ hosts });
  const staff = await makeStaff();
  const rows = Array.from({ length: ROWS }, (_, i) => rowOf(`示例青岚煤业${i}号井`));
  const { importId, version } = await planned(staff, bookOf({ 名册: [HEADERS, ...rows] }));

  // The units of the first step and their audit entries.
  await cloud.script({ ...SLOW, api: 'database.insertDocument', times: 2 });
  const first = await staff.change('roster.commit', { importId, version });
  expect(first).toMatchObject({ state: 'committing', done: 100, added: 100, total: ROWS });
  expect(await cloud.find('units', {})).toHaveLength(100);
  const whole = await committed(staff, importId, version);
  expect(whole).toMatchObject({ state: 'done', done: ROWS, added: ROWS, leftCount: 0 });

  // Ten units at once, twice.
  await cloud.script({ ...SLOW, api: 'database.modifyDocument', skip: 1, times: 20 });
  const begun = await staff.change('roster.undo', { importId });
  expect(begun).toMatchObject({ state: 'undoing', done: 100, removed: 100 });
  expect(await cloud.find('units', {})).toHaveLength(ROWS - 100);
  let back = begun;
  while (back.state === 'undoing') back = await staff.change('roster.undo', { importId });
  expect(back).toMatchObject({ state: 'undone', removed: ROWS, leftCount: 0 });
  expect(await cloud.find('units', {})).toEqual([]);
}, 120_000);
