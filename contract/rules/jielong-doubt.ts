/** Words of a 接龙 that may say something else than yes; what they mean is for a human (field-notes, idea 5). */
const NO = [
  /不(?:能|会|来|去|到|参加|参会|出席|报名|确定|行|方便|了解|清楚|知道|在|同意|派|一定)/,
  /(?:来|去|到|走|参加|出席|派|赶|抽|安排|完成|报)不(?:了|成|开|上|过来|及|出)/,
  /未(?:收|参|回|报|确|接|到|读|阅|定|填|交|打|办|看|签|能|必|完|派)|尚[未无在缺]|暂[未不时缺无定]|还[差缺没]|至今/,
  /没(?:空|时间|法|人|收|看|报|回|到|接|填|交|来|参|办|去|有(?!问题|意见|异议|疑问))/,
  /无(?:法|人|暇)|缺席|缺勤|漏报|遗漏|放弃|弃权|作废|取消|退出|重复|删|划掉|更正|改(?:天|期|为|成|派|由)|换(?:成|为|人)/,
  /请假|[病事产婚丧年休探补]假|出差|外出|住院|离职|调离|走不开|冲突|有事(?![项业宜务情])|撤回/,
  /待(?:定|回|确认|报|通知)|稍后|晚点|转[达给告]|代(?:报|填)错|^引用|[?✗]|吗[。!~\s]*$/,
  /(?:^|[\s\u3400-\u9fff])-\s*1(?=$|[\s,，])/,
];

/** In simplified characters; also 请 假, set apart. */
export const isDoubtful = (words: string): boolean =>
  NO.some((one) => one.test(words) || one.test(words.replace(/\s+/g, '')));

const LISTED_BELOW =
  /(?:的|名单|单位|人员|如下|以下|情况|回复|参加|请假|确认|收到|接龙|报名|参会|出席|缺席|待定|填报|上报|报送|已阅|未阅)(?:有|为)?(?:[(共]?\d{1,4}[家个位人]?\)?)?$/;

/** A line over a list, such as 未回复单位： or 【已接龙】; null: no such line. */
export function listBelow(line: string): 'yes' | 'no' | null {
  const colon = /^(.{2,30}):$/.exec(line) ?? /^[【[〔]([^【】[\]〔〕]{2,20})[】\]〕]$/.exec(line);
  const words = colon?.[1] ?? (/^\S{2,20}(?:名单|单位|如下)$/.test(line) ? line : '');
  if (!LISTED_BELOW.test(words)) return null;
  return isDoubtful(words) ? 'no' : 'yes';
}
