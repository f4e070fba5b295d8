import { invalidParam } from '../../errors';
import { FILES_PER_CALL_MAX } from '../../limits';
import type { Action } from '../context';

/** `deleteFile()`. */
export const batchDeleteFile: Action = ({ cloud, params }) => {
  const list = params.fileid_list;
  if (!Array.isArray(list) || list.length === 0) throw invalidParam('fileList must be a non-empty array');
  if (list.length > FILES_PER_CALL_MAX)
    throw invalidParam(`fileList must have at most ${FILES_PER_CALL_MAX} files`);
  const deleted = list.map((fileID: unknown) => {
    const cloudPath = cloud.files.pathOf(fileID);
    if (cloudPath === undefined) return { code: 'INVALID_PARAM', fileID };
    return { code: cloud.files.remove(cloudPath) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID };
  });
  return { data: { delete_list: deleted } };
};
