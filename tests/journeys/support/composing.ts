import type { Body } from '@contract/body';
import { cloud, makeOffice, makeSeatedUnit, makeStaff } from '../../support';
import { visit, type Visitor } from './browser';

/** Words in the empty field of a paragraph. */
export const BODY = '正文，可直接粘贴，分段和编号会保留';

/** An editor at a new notice, one unit there to get it. */
export async function writing(): Promise<Visitor> {
  await makeOffice();
  await makeSeatedUnit({ name: '示例一矿有限公司' });
  const { openid } = await makeStaff('editor', '示例编辑');
  return visit(openid, 'features/notice/compose/index');
}

/** The text as the draft has it. */
export async function bodyKept(): Promise<Body> {
  const [draft] = await cloud.find('drafts', {});
  return (draft as { writing: { body: Body } }).writing.body;
}
