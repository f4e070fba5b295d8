import { toast } from '../toast';

/** The browser's album is its download folder. */
export async function savePicture(url: string): Promise<void> {
  const reply = await fetch(url).catch(() => null);
  if (!reply?.ok) return toast('图片没有取到，请检查网络后重试');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await reply.blob());
  link.download = '登记码.png';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
