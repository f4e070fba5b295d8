import { toast } from '../toast';

export interface Delivery {
  url: string;
  name: string;
}

/** The address is good for a time only; a page opened anew has a new one. */
const GONE = '链接已过期，请退出本页，重新打开后再试';

/** A browser has one way to hand a file over: it downloads it under its name. */
export async function deliver({ url, name }: Delivery): Promise<void> {
  const reply = await fetch(url).catch(() => null);
  if (!reply) return toast('文件没有取到，请检查网络后重试');
  if (!reply.ok) return toast(GONE);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await reply.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
