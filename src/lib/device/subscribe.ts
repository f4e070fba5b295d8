import Taro from '@tarojs/taro';

/** WeChat's sheet for one-time messages; gives the template ids that were accepted. Must be called in the tap itself. */
export async function askToSubscribe(templateIds: string[]): Promise<string[]> {
  const answer = await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] }).catch(
    () => null,
  );
  const results = (answer ?? {}) as unknown as Record<string, unknown>;
  // acceptWithAlert, acceptWithAudio … are accepts as well (platform.md §2).
  return templateIds.filter((id) => /^accept/.test(String(results[id])));
}
