import { useRef, useState } from 'react';
import { MAX_BLOCKS, MAX_TEXT, plainText, type Block, type Body } from '@contract/body';

/** What just happened to the text, said where it happened. */
interface Happened {
  at: number;
  words: string;
  /** Takes it back. */
  back?: (body: Body) => Body;
  /** It can be taken back as long as nothing else was changed. */
  after?: Body;
}

/** Changes of a body block by block; what is taken away or pasted can be taken back once. */
export function useEditing(body: Body, onChange: (body: Body) => void) {
  const [happened, setHappened] = useState<Happened | null>(null);
  /** The block the tools are shown for. */
  const [active, setActive] = useState(0);
  /** The block to be typed into next. */
  const [focus, setFocus] = useState<number | null>(null);
  const pictures = useRef(0);

  const change = (after: Body, what?: Omit<Happened, 'after' | 'back'>) => {
    if (what) setHappened({ ...what, after, back: () => body });
    onChange(after);
  };
  const put = (i: number, ...blocks: Block[]) => {
    const after = [...body.slice(0, i), ...blocks, ...body.slice(i + 1)];
    const tooMuch = excess(body, after);
    const dropped = pictures.current;
    pictures.current = 0;
    setActive(i);
    if (tooMuch) return setHappened({ at: i + 1, words: tooMuch });
    if (blocks.length === 2 && blocks.every(({ type }) => type === 'paragraph')) {
      setActive(i + 1);
      setFocus(i + 1);
    }
    const pasted = blocks.length > 2 || blocks.some(({ type }) => type !== body[i]?.type);
    change(after, pasted ? { at: i, words: pastedWords(blocks.length, dropped) } : undefined);
  };
  const add = (at: number, block: Block) => {
    setActive(at);
    onChange([...body.slice(0, at), block, ...body.slice(at)]);
  };
  const drop = (i: number) => {
    const block = body[i];
    if (!block) return;
    const back = (now: Body) => [...now.slice(0, i), block, ...now.slice(i)];
    setHappened({ at: i, words: `已删除${nameOf(block)}`, back });
    onChange(body.filter((_, j) => j !== i));
  };
  const move = (i: number, by: -1 | 1) => {
    const [a, b] = [body[i], body[i + by]];
    if (!a || !b) return;
    setActive(i + by);
    onChange(body.map((block, j) => (j === i ? b : j === i + by ? a : block)));
  };
  return {
    put,
    add,
    drop,
    move,
    change,
    active: Math.min(active, body.length - 1),
    setActive,
    focus,
    /** Left again. The field left for it says so too, and must not take the keyboard away. */
    endFocus: (i: number) => setFocus((now) => (now === i ? null : now)),
    happened: happened?.after && happened.after !== body ? null : happened,
    takeBack: () => {
      if (happened?.back) onChange(happened.back(body));
      setHappened(null);
    },
    done: () => setHappened(null),
    /** Pictures came with what is being pasted. */
    pictured: (at: number, count: number) => {
      pictures.current = count;
      setHappened({ at: at + 1, words: lostWords(count) });
    },
  };
}

/** Nothing may be cut off silently: what makes it too long is not taken at all. */
function excess(before: Body, after: Body): string | null {
  const size = plainText(after).length;
  if (size > MAX_TEXT && size > plainText(before).length)
    return `正文最多${MAX_TEXT}字，加上这些有${size}字，没有加进来。较长的内容请作为附件加入`;
  if (after.length > MAX_BLOCKS && after.length > before.length)
    return `正文最多${MAX_BLOCKS}段，加上这些有${after.length}段，没有加进来。较长的内容请作为附件加入`;
  return null;
}

const lostWords = (count: number): string =>
  `粘贴的内容里有${count}张图片，图片不会带过来：请点“＋ 图片”加入，或用“导入Word文档”`;

const pastedWords = (count: number, pictures: number): string =>
  `已粘贴为${count}段，请核对。${pictures ? lostWords(pictures) : '图片不会随粘贴带过来，请点“＋ 图片”加入'}`;

const names: Record<Block['type'], string> = {
  paragraph: '一段',
  heading: '小标题',
  list: '列表',
  table: '表格',
  picture: '图片',
  file: '附件',
};

function nameOf(block: Block): string {
  const words = plainText([block]).trim();
  return `${names[block.type]}${words ? `“${words.length > 12 ? `${words.slice(0, 12)}…` : words}”` : ''}`;
}
