import { toast } from '../toast';

/** Browsers give the clipboard to secure addresses only; elsewhere the text is shown to be copied by hand. */
export async function copy(text: string): Promise<boolean> {
  const done = await Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => true,
      () => false,
    );
  if (done) toast('内容已复制');
  else window.prompt('请长按或按 Ctrl+C 复制', text);
  return true;
}
