import { cloud } from '../../../support/cloud';
import { WxFailure, type Options } from './answer';
import type { Files } from './files';
import type { Network } from './network';

export interface CloudApis {
  apis: Record<string, (options: Options) => Promise<unknown>>;
  /** Names of the actions called, oldest first, whether answered or not. */
  calls: string[];
  inFlight(): number;
}

/** `wx.cloud` of somebody: goes to the local cloud of this run with their openid, as WeChat would add it. */
export function cloudApis(openid: string, network: Network, files: Files): CloudApis {
  const calls: string[] = [];
  let flying = 0;
  const post = async (
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    type = 'application/json',
  ): Promise<unknown> => {
    if (!network.on)
      throw new WxFailure('cloud.callFunction', 'errCode: -1 | errMsg: request:fail', { errCode: -1 });
    flying += 1;
    try {
      const headers = { 'content-type': type, 'x-wx-openid': openid };
      const response = await fetch(`${cloud.url}${path}`, { method: 'POST', body, headers });
      return (await response.json()) as unknown;
    } finally {
      flying -= 1;
    }
  };
  const failed = (api: string, reply: unknown) => {
    const { errCode, errMsg } = reply as { errCode?: number; errMsg?: string };
    return errCode === undefined || errCode === 0
      ? undefined
      : new WxFailure(api, String(errMsg), { errCode });
  };
  /** WeChat gives a promise only when no callback is given. */
  const either = (run: (options: Options) => Promise<unknown>) => (options: Options) => {
    const answer = run(options);
    if (options.success === undefined && options.fail === undefined) return answer;
    void answer.then(options.success, options.fail).finally(() => options.complete?.(undefined));
    return Promise.resolve();
  };
  const callFunction = async ({ name, data }: Options) => {
    calls.push(String((data as { action?: unknown } | undefined)?.action ?? name));
    const reply = await post(`/functions/${String(name)}`, JSON.stringify({ data }));
    const failure = failed('cloud.callFunction', reply);
    if (failure) throw failure;
    return reply;
  };
  const uploadFile = async ({ cloudPath, filePath }: Options) => {
    const bytes = files.read(String(filePath));
    const reply = await post(
      `/storage/upload?cloudPath=${encodeURIComponent(String(cloudPath))}`,
      bytes,
      'application/octet-stream',
    );
    const failure = failed('cloud.uploadFile', reply);
    if (failure) throw failure;
    return { ...(reply as object), statusCode: 200 };
  };
  const getTempFileURL = async ({ fileList }: Options) =>
    post('/storage/getTempFileURL', JSON.stringify({ fileList }));
  return {
    apis: {
      callFunction: either(callFunction),
      uploadFile: either(uploadFile),
      getTempFileURL: either(getTempFileURL),
    },
    calls,
    inFlight: () => flying,
  };
}
