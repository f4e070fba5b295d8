import type { Output } from '@contract/index';

type Push = Output<'notice.receipts'>['receipts'][number]['push'];

const ended: Record<string, string> = { withdrawn: '已撤回', corrected: '已更正' };

/** How a notice ended before its time; empty: it stands. */
export const endedWords = (state: string | null): string => ended[state ?? ''] ?? '';

/** What became of the push, for who chases: 43101 is WeChat's word for somebody who does not accept messages. */
export function pushWords(push: Push): string {
  if (!push) return '未推送';
  if (push.state === 'sent') return '已推送';
  if (push.state === 'trying') return '推送中（稍后自动重试）';
  if (push.code === 0) return '未推送（没有额度）';
  return push.code === 43101 ? '推送失败（对方未订阅）' : `推送失败（${push.code ?? '网络'}）`;
}
