import { persona } from './persona.h5';

/**
 * The browser's stand-in for WeChat's sheet: asks 接受 or 拒绝 in the bar above the app, where it takes no tap meant for the
 * page, and tells the local cloud, which counts as WeChat does.
 */
export async function askToSubscribe(templateIds: string[]): Promise<string[]> {
  const answered = await persona.ask('演示：微信会在这里问您是否接收提醒', ['接受', '拒绝']);
  const answer = Object.fromEntries(templateIds.map((id) => [id, answered === '接受' ? 'accept' : 'reject']));
  const reply = await fetch('/wx/requestSubscribeMessage', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': persona.current() },
    body: JSON.stringify({ tmplIds: templateIds, answer }),
  });
  const results = (await reply.json()) as Record<string, unknown>;
  return templateIds.filter((id) => results[id] === 'accept');
}
