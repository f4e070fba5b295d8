import { AppError } from '../../kit/errors';
import { files } from '../../kit/cloud';
import { sha256 } from '../../kit/hash';
import { imports, type Import } from '../../stores/imports';
import { countsOf, type Entry } from './plan/make';

/** The import, or why there is none. */
export async function importOf(importId: string): Promise<Import> {
  const row = await imports.get(importId);
  if (!row) throw new AppError('missing', '没有找到这次导入，请重新选择名册文件');
  return row;
}

/** Below `kept/` no client writes, so the file stays what it was; its name is its own digest all the same. */
export async function keepPlan(importId: string, entries: Entry[]): Promise<NonNullable<Import['plan']>> {
  const text = JSON.stringify({ importId, entries });
  const version = sha256(text).slice(0, 32);
  const fileId = await files.upload(`kept/imports/${importId}/${version}.json`, Buffer.from(text));
  return { version, fileId, counts: countsOf(entries), total: entries.filter(isWork).length };
}

/** The files of an import go when somebody's personal data is deleted: nobody can tell who stands in them. */
export function mustHaveFiles({ gone }: Pick<Import, 'gone'>): void {
  if (gone)
    throw new AppError(
      'expired',
      '这次导入的文件已随个人信息删除申请清理，不能再继续、撤销或下载；需要时请重新选择名册文件',
    );
}

/** The plan exactly as it was made and shown. */
export async function planOf(row: Import): Promise<Entry[]> {
  mustHaveFiles(row);
  const { _id, plan } = row;
  if (!plan) throw new AppError('conflict', '还没有核对名册，请先核对各列内容');
  const text = (await files.bytes(plan.fileId)).toString('utf8');
  const kept = JSON.parse(text) as { importId: string; entries: Entry[] };
  if (sha256(text).slice(0, 32) !== plan.version || kept.importId !== _id)
    throw new AppError('conflict', '导入计划已损坏，没有导入任何内容，请重新核对');
  return kept.entries;
}

/** What a commit has to do something about. */
export const isWork = ({ kind }: Entry): boolean => kind === 'new' || kind === 'changed';
