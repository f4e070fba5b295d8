import { makeLiaison, makeOffice, makeStaff, makeUnit, stranger } from '../../support';
import type { ActionName } from '@contract/index';

/** Who may not, and an import that is not there: the same for every action on one. */
export async function closed(action: ActionName, input: object): Promise<void> {
  await makeOffice();
  const importId = 'import-nowhere-0001';
  expect(await stranger().fails(action, { importId, ...input })).toMatchObject({ code: 'stranger' });
  const liaison = await makeLiaison(await makeUnit());
  expect(await liaison.fails(action, { importId, ...input })).toMatchObject({ code: 'forbidden' });
  expect(await (await makeStaff('editor')).fails(action, { importId, ...input })).toMatchObject({
    code: 'forbidden',
  });
  const staff = await makeStaff();
  expect(await staff.fails(action, { importId, ...input })).toMatchObject({ code: 'missing' });
  expect(await staff.fails(action, { ...input, importId: '?' })).toMatchObject({
    code: 'invalid',
    field: 'importId',
  });
}
