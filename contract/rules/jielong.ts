import { listBelow } from './jielong-doubt';
import { entryOf, ignored, type Said } from './jielong-entry';
import { numbered, severalNumbers, tidy, TIME } from './jielong-line';
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
