import { isDoubtful, listBelow } from './jielong-doubt';
import { simplified } from './simplified';

/**
 * 群接龙: the text of a WeChat group's sign-up list, read line by line. Nothing is guessed about units here: it only says
 * which words of a line may be names (field-notes, idea 5).
 */
export interface JielongPart {
  text: string;
  /** Stood in brackets: a remark, or the unit behind a name. */
  aside: boolean;
  /** After `、`, `，` or another sign that divides what is listed. */
  listed: boolean;
}

export interface JielongEntry {
  /** Line of the text, the first is 1; a line may hold several entries. */
  line: number;
  raw: string;
  /** Titles, examples, mentions, quoted words, places nobody has filled in yet. */
  ignored: boolean;
  /** Words that may be names of units or people, in their order. */
  parts: JielongPart[];
  /** People besides the named one: "+1", "等3人". */
  extra: number;
  remark: string;
  /** 同上 */
  same: boolean;
  /** Ends with a tick, as the lists written here do: 单位 姓名 ✓. */
  ticked: boolean;
  /** 请假, 待定, a question: said something else than yes. */
  doubt: boolean;
}

/** Entries of a pasted text, lines that are none marked `ignored`; blank lines are left out. */
export function parseJielong(text: string): JielongEntry[] {
  const lines = text.split(/\r\n|\r|\n/).flatMap((raw, i) => {
    const pieces = severalNumbers(tidy(raw));
    return pieces.map((words) => ({ line: i + 1, raw: pieces.length > 1 ? words : raw.trim(), words }));
  });
  const said = lines.filter(({ raw }) => raw !== '');
  const state: State = { number: 0, speaker: [], quoted: false, head: 'none', no: false };
  return said.map(({ line, raw, words }, i) => ({
    line,
    raw,
    ...read(words, state, () => firstNumber(said, i + 1)),
  }));
}

type Said = Pick<JielongEntry, 'ignored' | 'parts' | 'extra' | 'remark' | 'same' | 'ticked' | 'doubt'>;

const nothing: Said = {
  ignored: false,
  parts: [],
  extra: 0,
  remark: '',
  same: false,
  ticked: false,
  doubt: false,
};
const ignored: Said = { ...nothing, ignored: true };

interface State {
  /** The last number in front of an entry. */
  number: number;
  /** Who speaks, in a chat that was copied. */
  speaker: JielongPart[];
  quoted: boolean;
  /** Under `#接龙`: the title comes, then either the list or entries without numbers. */
  head: 'none' | 'title' | 'whole';
  /** Under 未回复单位： or the like. */
  no: boolean;
}

const HEAD = /^#\s*群?接[龙龍]/;
/** What somebody else said, before the answer or behind the name of who answers. */
const QUOTE_FIRST = /^[「『][^「」『』]*[」』](?=\s*[\u3400-\u9fffA-Za-z0-9])/;
const QUOTE_WITHIN = /(\S)\s*[「『][^「」『』]*:[^「」『』]*[」』]/g;
const HEADER = /接龙|通知|请各|请大家|各位|各单位|截止|请于|请在|请回复|请尽快|^《.*》/;
/** Ends what somebody says, whatever it speaks of. */
const ANSWER = /(?:收到|知悉|已阅|✓)了?[。!~\s]*$/;
const EXAMPLE = /^(例|例如|格式|模板|(示例|样例)[:：])/;
const SYSTEM =
  /撤回了一条消息|加入了?群聊|拍了拍|以下为新消息|以上是打招呼|^\[(图片|文件|语音|视频|链接|聊天记录|位置)\]/;
const TIME =
  '(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s*)?(?:\\d{1,2}月\\d{1,2}日\\s*)?' +
  '(?:(?:今天|昨天|前天|上午|下午|晚上|凌晨|中午|早上|星期.|周.)\\s*)*\\d{1,2}:\\d{2}(?::\\d{2})?';
const SPEAKER_LINE = new RegExp(`^(\\S.{0,29}?)[\\s@]+${TIME}:?$`);
const SPEAKER_FIRST = new RegExp(`^(\\S.{0,29}?)[\\s@]+${TIME}[:\\s]\\s*(\\S.*)$`);
const TIME_FIRST = new RegExp(`^\\[?${TIME}\\]?\\s+([^:]{1,30}):\\s*(\\S.*)$`);

function read(words: string, state: State, coming: () => number | null): Said {
  const quoteMark = /^>+\s*/;
  const line = words.replace(quoteMark, '').replace(QUOTE_FIRST, '').replace(QUOTE_WITHIN, '$1 ').trim();
  if (HEAD.test(line)) {
    state.head = coming() === 1 ? 'whole' : 'title';
    state.number = 0;
    state.no = false;
    return ignored;
  }
  const opens = /^[「『]/.test(line);
  const inQuote = state.quoted || opens;
  if (inQuote) state.quoted = !/[」』]/.test(line);
  const { n, rest } = numbered(line, state.number);
  const below = inQuote ? null : listBelow(simplified(rest));
  if (below) {
    if (state.head === 'title') state.head = 'none';
    [state.no, state.speaker] = [below === 'no', []];
    return ignored;
  }
  if (n === null && (inQuote || isHead(line, state))) return ignored;
  if (n !== null) [state.number, state.head] = [n, 'none'];
  const said = n === null ? spoken(rest, state) : entryOf(rest, []);
  return state.no && !said.ignored ? { ...said, doubt: true } : said;
}

function isHead(typed: string, state: State): boolean {
  const line = simplified(typed);
  if (!/[\u3400-\u9fffA-Za-z0-9]/.test(line) && !/[+✓]/.test(line)) return true;
  if (EXAMPLE.test(line) || SYSTEM.test(line)) return true;
  if (new RegExp(`^[\\s—–-]*(?:${TIME}|\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?)[\\s—–-]*$`).test(line))
    return true;
  if (state.head === 'whole') return true;
  if (state.head === 'title') {
    state.head = 'none';
    return true;
  }
  return HEADER.test(line) && !ANSWER.test(line) && !SPEAKER_FIRST.test(line) && !TIME_FIRST.test(line);
}

/** A line of a copied chat: who speaks stands in front of it, or in a line of its own above. */
function spoken(line: string, state: State): Said {
  const named = (name: string) => (state.speaker = entryOf(name, []).parts.map((part) => ({ ...part })));
  const alone = SPEAKER_LINE.exec(line) ?? /^([^:]{2,30}):$/.exec(line);
  if (alone) {
    named(alone[1] ?? '');
    state.no = false;
    return ignored;
  }
  const inline = TIME_FIRST.exec(line) ?? SPEAKER_FIRST.exec(line);
  if (inline) {
    state.speaker = [];
    return entryOf(inline[2] ?? '', entryOf(inline[1] ?? '', []).parts);
  }
  return entryOf(line, state.speaker);
}

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

function entryOf(words: string, speaker: JielongPart[]): Said {
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

const NUMBERS = [
  /^(?:第\s*)?[([【]\s*(\d{1,4})\s*[)\]】]\s*[.、:,]?\s*/,
  /^第?\s*(\d{1,4})\s*(?:家|位|个|号|名)?\s*[.、:,，。·;；)\]\-~—]+\s*(?!\d)/,
  /^no\.?\s*(\d{1,4})\s*[.、:\s]\s*/i,
  /^(\d{1,3})\s+(?=\S)/,
];
const CHINESE_NUMBER = /^([一二三四五六七八九十]{1,3})[、.]\s*/;

/** The number in front, and the rest. Digits that touch a word are a number only where the next one was due: 101煤矿 is a name. */
function numbered(line: string, last: number): { n: number | null; rest: string } {
  for (const pattern of NUMBERS) {
    const found = pattern.exec(line);
    if (found && !new RegExp(`^${TIME}`).test(line))
      return { n: Number(found[1]), rest: line.slice(found[0].length) };
  }
  const chinese = CHINESE_NUMBER.exec(line);
  if (chinese) return { n: last + 1, rest: line.slice(chinese[0].length) };
  const touching = /^(\d{1,3})(?=[^\d\s:])/.exec(line);
  if (touching && Number(touching[1]) === last + 1)
    return { n: last + 1, rest: line.slice(touching[0].length) };
  return { n: null, rest: line };
}

/** The first number in front of a line from there on, null when another list begins before. */
function firstNumber(lines: { words: string }[], from: number): number | null {
  for (let i = from; i < lines.length; i += 1) {
    const words = lines[i]?.words ?? '';
    if (HEAD.test(words)) return null;
    const { n } = numbered(words, 0);
    if (n !== null) return n;
  }
  return null;
}

/** Line breaks got lost: "1. 张三 2. 李四". */
const severalNumbers = (line: string): string[] =>
  numbered(line, 0).n === null
    ? [line]
    : line
        .replace(/([\s,，;；。])(?=\d{1,3}[.、)]\s*[^\d\s.、)])/g, '$1\u0002')
        .split('\u0002')
        .map((piece) => piece.trim());

const CIRCLED: [first: number, last: number, number: number][] = [
  [0x2460, 0x2473, 1],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x3251, 0x325f, 21],
];

/** Half-width signs, numbers in circles and on keys as numbers, ticks as one sign, pictures as spaces. */
function tidy(line: string): string {
  return line
    .replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u3000\t]/g, ' ')
    .replace(/(?:\d\ufe0f?\u20e3)+/g, (keys) => `${keys.replace(/[^\d]/g, '')}. `)
    .replace(/\ud83d\udd1f/g, '10. ')
    .replace(/[\u2460-\u249b\u2776-\u2793\u3251-\u325f]/g, circled)
    .replace(/[✓✔✅√☑]/g, ' ✓ ')
    .replace(/[✖✗✘❌❎]|\ud83d[\udeab\udc4e\ude45]/g, ' ✗ ')
    .replace(/[❓❔]/g, '?')
    .replace(
      /[\ud83c-\ud83e][\udc00-\udfff]|[\u2600-\u2712\u2715\u2716\u2718-\u2775\u2794-\u27bf\u2b00-\u2bff]/g,
      ' ',
    )
    .replace(/[\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff]/g, '')
    .replace(/﹣|－/g, '-')
    .trim();
}

function circled(one: string): string {
  const code = one.charCodeAt(0);
  const range = CIRCLED.find(([first, last]) => code >= first && code <= last);
  return range ? `${code - range[0] + range[2]}. ` : ' ';
}
