/** The browser has no scanner: the text of the code is typed or pasted. */
export function scan(): Promise<string | null> {
  return Promise.resolve(window.prompt('请粘贴登记码或扫码得到的地址'));
}
