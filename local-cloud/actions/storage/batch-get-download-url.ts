import { invalidParam } from '../../errors';
import { FILES_PER_CALL_MAX, TEMP_URL_AGE_DEFAULT_S, TEMP_URL_AGE_MAX_S } from '../../limits';
import { isRecord } from '../../value/ejson';
import type { Action } from '../context';

/** `getTempFileURL()` and the first half of `downloadFile()`. */
export const batchGetDownloadUrl: Action = ({ cloud, params }) => {
  const list = params.file_list;
  if (!Array.isArray(list) || list.length === 0) throw invalidParam('fileList must be a non-empty array');
  if (list.length > FILES_PER_CALL_MAX)
    throw invalidParam(`fileList must have at most ${FILES_PER_CALL_MAX} files`);
  const downloads = list.map((file: unknown) => {
    const fileID = isRecord(file) ? file.fileid : undefined;
    const maxAge = Math.min(
      Number(isRecord(file) ? (file.max_age ?? TEMP_URL_AGE_DEFAULT_S) : 0),
      TEMP_URL_AGE_MAX_S,
    );
    const cloudPath = cloud.files.pathOf(fileID);
    if (cloudPath === undefined) return { code: 'INVALID_PARAM', fileID, tempFileURL: '' };
    if (cloud.files.get(cloudPath) === undefined)
      return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' };
    const name = (cloudPath.split('/').pop() ?? 'file').replace(/[#?%]/g, '_');
    const token = cloud.files.seal({ get: cloudPath }, maxAge * 1000);
    return { code: 'SUCCESS', fileID, maxAge, tempFileURL: `${cloud.url}/files/${token}/${name}` };
  });
  return { data: { download_list: downloads } };
};
