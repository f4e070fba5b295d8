export function previewPictures(urls: string[]): void {
  const [url] = urls;
  if (url) window.open(url, '_blank', 'noopener');
}
