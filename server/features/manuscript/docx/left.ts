/** What of a paper cannot be taken over: named for the writer, who adds or checks it by hand. */
const sentences = {
  revisions: () => '文件里有修订痕迹，已按接受全部修订后的样子导入，请核对',
  toc: () => '目录没有导入',
  textBox: (n: number, what: string) => `${n}个文本框没有导入${what}，需要的话请复制进来`,
  footnote: (n: number, what: string) => `${n}条脚注或尾注没有导入${what}`,
  comment: (n: number) => `${n}条批注没有导入`,
  header: (_n: number, what: string) => `页眉、页脚没有导入${what}`,
  chart: (n: number) => `${n}个图表没有导入，请截图后作为图片添加`,
  shape: (n: number) => `${n}个图形（线条、印章、艺术字等）没有导入`,
  object: (n: number) => `${n}个嵌入的文件没有导入，请作为附件添加`,
  formula: (n: number) => `${n}处公式只导入了其中的文字，请核对`,
  hidden: (n: number) => `${n}处隐藏文字没有导入`,
  symbol: (n: number) => `${n}处特殊符号没有导入，请核对`,
  pictureKind: (n: number, what: string) => `${n}张图片的格式不能显示${what}，请截图后作为图片添加`,
  pictureLarge: (n: number) => `${n}张图片超过5MB没有导入，请压缩后添加`,
  pictureElsewhere: (n: number) => `${n}张图片不在文件里（只是链接），没有导入`,
  pictureMany: (n: number) => `图片太多，后面的${n}张没有导入；一篇最多9张，其余请另存为附件`,
  merged: (n: number) => `${n}个表格有合并的格子，已拆开，请核对`,
  longCell: (n: number) => `${n}个表格的格子里文字太长，已改为逐段文字`,
  table: (_n: number, what: string) => `表格太大没有导入${what}，请把表格作为附件添加`,
  nested: (n: number) => `${n}个表格里套着的表格，文字已并入格子，请核对`,
  blocks: (n: number, what: string) => `内容太长，后面的${n}段没有导入${what}，请作为附件添加`,
} as const;

type Kind = keyof typeof sentences;

const EXCERPT = 30;
const EXCERPTS = 3;

/** Collects by kind; `told` says each kind in one sentence. */
export class Left {
  readonly #found = new Map<Kind, { n: number; excerpts: string[] }>();

  /** `excerpt`: words the writer finds it by. */
  add(kind: Kind, excerpt = '', n = 1): void {
    const found = this.#found.get(kind) ?? { n: 0, excerpts: [] };
    this.#found.set(kind, found);
    found.n += n;
    const words = excerpt.replace(/\s+/g, ' ').trim();
    const short = words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words;
    if (short && !found.excerpts.includes(short)) found.excerpts.push(short);
  }

  told(): string[] {
    return (Object.keys(sentences) as Kind[]).flatMap((kind) => {
      const found = this.#found.get(kind);
      if (!found) return [];
      const shown = found.excerpts.slice(0, EXCERPTS).map((words) => `“${words}”`);
      const rest = found.excerpts.length > EXCERPTS ? '等' : '';
      return [sentences[kind](found.n, shown.length ? `（${shown.join('')}${rest}）` : '')];
    });
  }
}
