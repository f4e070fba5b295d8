import { confirm } from '../confirm';
import { persona } from './persona';

/** The browser's stand-in for WeChat's sheet: asks 接受 or 拒绝, and tells the local cloud, which counts as WeChat does. */
export async function askToSubscribe(templateIds: string[]): Promise<string[]> {
  const words = '演示：在微信里，这里会问您是否接收“通知提醒”“待办提醒”等消息，每接受一次可以收到一条。';
  const accepted = await confirm('接收消息提醒', words, '接受');
  const answer = Object.fromEntries(templateIds.map((id) => [id, accepted ? 'accept' : 'reject']));
  const reply = await fetch('/wx/requestSubscribeMessage', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': persona.current() },
    body: JSON.stringify({ tmplIds: templateIds, answer }),
  });
  const results = (await reply.json()) as Record<string, unknown>;
  return templateIds.filter((id) => results[id] === 'accept');
}
