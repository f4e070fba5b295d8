import type { Check } from '@server/stores/checks';
import { newCheck } from '@server/stores/checks';
import type { PictureCheck, Upload } from '@server/stores/uploads';
import { cloud, makeUpload, NOW } from '../../support';
import { samples, upload } from '../file/samples';

let made = 0;

/** An entry of the queue as WeChat's doubt makes it. */
export async function makeCheck(over: Partial<Check> = {}): Promise<Check> {
  const _id = over._id ?? `text_${String((made += 1)).padStart(32, '0')}`;
  const row: Check = {
    ...newCheck({
      _id,
      kind: 'text',
      verdict: 'review',
      label: 10001,
      openid: 'openid-author',
      name: '示例作者',
      about: '通知正文',
      noticeIds: [],
      excerpt: '疑似测试词',
      fileKey: null,
      since: new Date(NOW),
    }),
    ...over,
  };
  await cloud.insert('checks', [{ ...row }]);
  return row;
}

export const pictureCheck = (over: Partial<PictureCheck> = {}): PictureCheck => ({
  state: 'asked',
  at: new Date(Date.parse(NOW) + 40 * 60_000),
  since: new Date(NOW),
  traceId: 'trace-1',
  tries: 1,
  verdict: null,
  ...over,
});

/** A picture that is really there, in any state of its check. */
export async function makePicture(
  check: Partial<PictureCheck> = {},
  over: Partial<Upload> = {},
): Promise<Upload> {
  const fileId = await upload(`kept/picture-${(made += 1)}.png`, samples.png);
  return makeUpload({ check: pictureCheck(check), fileId, ...over });
}

/** WeChat's verdict on a picture, as it is pushed. */
export const pushVerdict = (traceId: string, suggest: string, over: Record<string, unknown> = {}) =>
  cloud.push({
    MsgType: 'event',
    Event: 'wxa_media_check',
    FromUserName: '',
    trace_id: traceId,
    version: 2,
    errcode: 0,
    result: { suggest, label: suggest === 'pass' ? 100 : 20002 },
    ...over,
  });

export const stateOf = async (key: string): Promise<PictureCheck | undefined> =>
  ((await cloud.find('uploads', { _id: key }))[0] as unknown as Upload | undefined)?.check;

export const entries = async (): Promise<Check[]> => (await cloud.find('checks', {})) as unknown as Check[];
