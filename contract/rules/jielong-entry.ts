import type { JielongEntry, JielongPart } from './jielong';
import { isDoubtful } from './jielong-doubt';
import { TIME } from './jielong-line';
import { simplified } from './simplified';

/** One entry of a 接龙, without its number: which of its words may be names. */

export type Said = Pick<JielongEntry, 'ignored' | 'parts' | 'extra' | 'remark' | 'same' | 'ticked' | 'doubt'>;

const nothing: Said = {
  ignored: false,
  parts: [],
  extra: 0,
  remark: '',
  same: false,
  ticked: false,
  doubt: false,
};
export const ignored: Said = { ...nothing, ignored: true };

const SAME = /同(?:楼)?上|同前|[〃″]/;
const ASIDE = /\(([^()]*)\)|\[([^\][]*)\]|【([^】]*)】|〔([^〕]*)〕|《([^》]*)》|「([^」]*)」/g;
/** Kinds of brackets in it. */
const BRACKETS = 6;
const EMOTICON =
  /\[(?:强|握手|抱拳|玫瑰|微笑|OK|ok|鼓掌|呲牙|胜利|愉快|合十|爱心|耶|加油|好的|得意|太阳|咖啡|庆祝|拥抱|福|發|红包|666|旺柴|机智|赞|点赞|憨笑|偷笑|可爱|嘿哈|奋斗)\]/g;
const DIGITS: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** What one entry says: the names in it, and all that is no name. `speaker` stands before what it names itself. */
export function entryOf(words: string, speaker: JielongPart[]): Said {
  const doubt = isDoubtful(simplified(words));
  const same = SAME.test(words);
  let extra = 0;
  let rest = words.replace(EMOTICON, ' ').replace(SAME, ' ');
  const blank = /_{2,}\s*$/.test(rest);
  const mentioned = /@/.test(rest);
  rest = rest
    .replace(/@[^\s@:,，、]+/g, ' ')
    .replace(/\d{3,4}-\d{7,8}|1[3-9]\d(?:[\s-]?\d{4}){2}/g, ' ')
    .replace(new RegExp(`\\s${TIME}$`), ' ')
    .replace(/\+\s*(\d{1,3})\s*[人位个名]?/g, (_all, n: string) => ((extra += Number(n)), ' '))
    .replace(
      /(?:^|[\s,，])[xX×*]\s*(\d{1,2})(?=$|[\s人,，])人?/g,
      (_all, n: string) => ((extra += Number(n) - 1), ' '),
    )
    .replace(/(?:等|共|计|一共|合计)\s*(\d{1,2}|[一二两三四五六七八九十])\s*[人位名]/g, (_all, n: string) => {
      extra += (DIGITS[n] ?? Number(n)) - 1;
      return ' ';
    })
    .replace(
      /(^|[\s,，(])(\d{1,2}|[一二两三四五六七八九十])[人位名](?=$|[\s,，。;；)])/g,
      (_all, before: string, n: string) => {
        extra += (DIGITS[n] ?? Number(n)) - 1;
        return before;
      },
    );
  const { open, asides } = outOfBrackets(rest);
  const own = open.filter(({ text, aside }) => aside || !isFiller(text));
  const parts = [...speaker, ...own];
  const empty = own.every(({ aside }) => aside) && asides.length === 0;
  const nobody =
    own.length === 0 && (mentioned || (speaker.length === 0 && !/[\u3400-\u9fffA-Za-z]/.test(rest)));
  if (!same && (blank || (nobody && empty))) return ignored;
  return {
    ignored: false,
    parts,
    extra: Math.max(extra, 0),
    remark: asides.join('；'),
    same,
    ticked: /✓\s*$/.test(words),
    doubt,
  };
}

const SEPARATOR = /([\s,，、;；:|｜/\\—–\-_~·•。.!?"'“”‘’<>=→*#&…✓✗\u0000]+)/;
const LISTED = /[,，、;；|｜/&]/;
/** Words that are no name: answers, labels, and departments. */
const FILLER =
  /^(?:已?(?:收到|知悉|阅|读|确认|接龙|报名|完成|办|看)|收|已收|好|好的|明白|了解|参加|参会|出席|准时参加|按时参加|到|谢谢|辛苦了?|ok|okay|yes|单位|姓名|名称|职务|电话|手机|联系人|联络员|公司|本人|和|及|与|等|请|人|我|我们|同意|是|已按要求\S*|马上\S*|\d{1,2}月\d{1,2}日)$/i;
const isFiller = (text: string): boolean => FILLER.test(simplified(text));
const ENDING = /(?:已经?)?(?:收到|知悉|已阅|准时参加|按时参加)了?$/;
const withoutEnding = (text: string): string =>
  text.slice(0, text.length - (ENDING.exec(simplified(text))?.[0].length ?? 0));

/** Splits words into parts; what stood in brackets is marked, it may be a remark, the unit, or belong to a name. */
function outOfBrackets(words: string): { open: JielongPart[]; asides: string[] } {
  const asides: string[] = [];
  const marked = words
    .replace(ASIDE, (_all, ...found: unknown[]) => {
      const inside = found.slice(0, BRACKETS).find((one) => typeof one === 'string');
      const text = typeof inside === 'string' ? inside.trim() : '';
      return text && ` \u0001${asides.push(text) - 1}\u0001 `;
    })
    .replace(/[()[\]【】〔〕《》「」『』]/g, ' ');
  const open: JielongPart[] = [];
  let listed = false;
  for (const piece of marked.split(SEPARATOR)) {
    const aside = /^\u0001(\d+)\u0001$/.exec(piece);
    if (aside) {
      for (const text of (asides[Number(aside[1])] ?? '').split(SEPARATOR))
        if (text && !SEPARATOR.test(text) && !isFiller(text)) open.push({ text, aside: true, listed });
    } else if (piece === '' || SEPARATOR.test(piece)) {
      if (LISTED.test(piece)) listed = true;
      continue;
    } else {
      const text = isFiller(piece) ? '' : withoutEnding(piece);
      if (text) open.push({ text, aside: false, listed });
    }
    listed = false;
  }
  return { open, asides };
}
