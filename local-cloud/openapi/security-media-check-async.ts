import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import { WxError, type OpenApi } from './api';
import { checkVisitor } from './security-msg-sec-check';

const PUSH_DELAY_MS = 300;

/**
 * `security.mediaCheckAsync` version 2: the verdict is pushed to `dispatch` later (within 30 minutes, says WeChat).
 * A media name containing `risky` or `review` gets that verdict; with `timers: false` the push is left to the test.
 */
export const securityMediaCheckAsync: OpenApi = ({ cloud, params }) => {
  const { media_url: url, media_type: type, openid, scene, version } = params;
  if (typeof url !== 'string' || !/^https?:\/\//.test(url))
    throw new WxError(40097, 'invalid args: media_url');
  if (![1, 2].includes(Number(type))) throw new WxError(40097, 'invalid args: media_type');
  if (Number(version) !== 2 || ![1, 2, 3, 4].includes(Number(scene)))
    throw new WxError(40097, 'invalid args: version or scene');
  checkVisitor(cloud, openid);
  const traceId = randomUUID();
  if (cloud.options.timers !== false) setTimeout(() => void push(cloud, traceId, url), PUSH_DELAY_MS).unref();
  return { errcode: 0, errmsg: 'ok', trace_id: traceId };
};

async function push(cloud: Cloud, traceId: string, url: string): Promise<void> {
  const suggest = url.includes('risky') ? 'risky' : url.includes('review') ? 'review' : 'pass';
  const label = suggest === 'pass' ? 100 : 20002;
  await cloud.push({
    ToUserName: 'gh_local',
    FromUserName: '',
    CreateTime: Math.floor(cloud.clock.now() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: 'wx0000000000000000',
    trace_id: traceId,
    version: 2,
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    errcode: 0,
    errmsg: 'ok',
    result: { suggest, label },
  });
}
