import { SEC_CHECK_CHARS_MAX, SEC_CHECK_VISIT_MS } from '../limits';
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import { WxError, type OpenApi } from './api';

/** Words the local check knows; whoever tests writes one of them. */
const RISKY = ['违法测试词', '色情测试词', '赌博', '代开发票', '毒品'];
const REVIEW = ['疑似测试词', '广告测试词', '加微信领取'];

/** Labels of msgSecCheck v2. */
const NORMAL = 100;
const AD = 10001;
const CRIME = 20006;

/** `security.msgSecCheck` version 2. */
export const securityMsgSecCheck: OpenApi = ({ cloud, params }) => {
  const { content, openid, scene, version } = params;
  if (Number(version) !== 2) throw new WxError(40097, 'invalid args: version must be 2');
  if (![1, 2, 3, 4].includes(Number(scene))) throw new WxError(40097, 'invalid args: scene');
  if (typeof content !== 'string' || content === '') throw new WxError(44002, 'empty content');
  if ([...content].length > SEC_CHECK_CHARS_MAX)
    throw new WxError(40097, `invalid args: content is longer than ${SEC_CHECK_CHARS_MAX}`);
  checkVisitor(cloud, openid);
  const risky = RISKY.find((word) => content.includes(word));
  const review = REVIEW.find((word) => content.includes(word));
  const suggest = risky !== undefined ? 'risky' : review !== undefined ? 'review' : 'pass';
  const label = risky !== undefined ? CRIME : review !== undefined ? AD : NORMAL;
  const keyword = risky ?? review;
  return {
    errcode: 0,
    errmsg: 'ok',
    trace_id: randomUUID(),
    result: { suggest, label },
    detail: [
      {
        strategy: 'content_model',
        errcode: 0,
        suggest,
        label,
        prob: 90,
        ...(keyword === undefined ? {} : { keyword }),
      },
    ],
  };
};

/** The openid must have called a function within two hours. */
export function checkVisitor(cloud: Cloud, openid: unknown): void {
  if (typeof openid !== 'string' || openid === '') throw new WxError(40003, 'invalid openid');
  const last = cloud.wechat.lastVisit(openid);
  if (last === undefined || cloud.clock.now() - last > SEC_CHECK_VISIT_MS)
    throw new WxError(61010, 'code is expired: openid has not visited the mini-program within 2 hours');
}
