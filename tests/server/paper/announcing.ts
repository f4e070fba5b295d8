import { makeOffice, makeStaff } from '../../support';

/** An office whose rulebook publishes names (B art. 3). */
export async function chamber() {
  await makeOffice({
    preset: 'chengdu-machinery',
    hosts: [{ id: 'chamber', name: '示例市机械制造业商会', short: '商会', accent: '#A8321E' }],
  });
  return makeStaff('member');
}

export const OURS = { unit: { hosts: ['chamber'] }, filing: { hosts: ['chamber'] } };
