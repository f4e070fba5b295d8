export function onOnline(callback: () => void): void {
  window.addEventListener('online', callback);
}
