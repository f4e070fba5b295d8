/** Why a file is no .docx we can read, in words that say what to do; null: it may be one. */
export function wordFault(bytes: Buffer, mayBeDocx: boolean): string | null {
  if (mayBeDocx) return null;
  const has = (words: string, encoding: BufferEncoding = 'latin1') =>
    bytes.includes(Buffer.from(words, encoding));
  if (bytes.subarray(0, 4).equals(COMPOUND)) {
    if (has('EncryptedPackage', 'utf16le'))
      return '这个文件设了打开密码，请在Word或WPS里取消密码，另存为.docx后再导入';
    return OLD_WORD;
  }
  if (has('{\\rtf1')) return '这是RTF文件，请用Word或WPS打开，另存为.docx后再导入';
  if (has('%PDF-')) return '这是PDF文件，不能导入正文；请导入Word原稿，或把PDF作为附件添加';
  if (has('xl/workbook') || has('spreadsheetml'))
    return '这是Excel表格，不能导入正文；请复制表格粘贴进来，或作为附件添加';
  if (has('ppt/presentation')) return '这是演示文稿，不能导入正文；请作为附件添加';
  if (has('vbaProject')) return '这个Word文件带有宏，请另存为不带宏的.docx后再导入';
  return '这个文件不是Word文档或已损坏，请用Word或WPS打开，另存为.docx后再导入';
}

/** By its name alone, before anything is sent. */
export const oldWordName = (name: string): string | null =>
  /\.(doc|wps|wpt|dot|rtf)$/i.test(name) ? OLD_WORD : null;

const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const OLD_WORD = '这是旧格式的文件（.doc或.wps），请用Word或WPS打开，另存为.docx后再导入';
