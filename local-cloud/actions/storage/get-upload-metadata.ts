import { checkCloudPath } from '../../storage/file-store';
import type { Action } from '../context';

/** First half of `uploadFile()`: where to PUT the bytes. */
export const getUploadMetadata: Action = ({ cloud, params }) => {
  const cloudPath = checkCloudPath(params.path);
  const token = cloud.files.seal({ put: cloudPath }, 15 * 60_000);
  return {
    data: {
      url: `${cloud.url}/__upload/${token}`,
      token,
      authorization: 'local',
      fileId: cloud.files.fileID(cloudPath),
      // Goes into a header: ASCII, as COS's own opaque id is.
      cosFileId: Buffer.from(cloudPath).toString('base64url'),
    },
  };
};
