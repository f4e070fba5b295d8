/** Half-width letters and digits, single spaces: how a cell is read. */
export const tidyText = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();

/** Two spellings of the same words have one key. */
export const keyOf = (text: string): string => tidyText(text).replace(/ /g, '').toLowerCase();

/** A cell that stands for nothing: 无, 暂无, /, —, 空. */
export const isBlank = (text: string): boolean =>
  /^([/\\—–\-_.·、]+|无|暂无|空|没有|未知|不详|n\/?a)$/i.test(tidyText(text));
