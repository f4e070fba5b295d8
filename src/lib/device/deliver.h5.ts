import { toast } from '../toast';

export interface Delivery {
  url: string;
  name: string;
}

/** A browser has one way to hand a file over: it downloads it under its name. */
export async function deliver({ url, name }: Delivery): Promise<void> {
  const reply = await fetch(url).catch(() => null);
  if (!reply?.ok) return toast('文件没有取到，请检查网络后重试');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await reply.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
