import type { Role } from './a11y-role';

export const alt = (words: string): object => ({ nativeProps: { alt: words } });

export const role = (name: Role): object => ({ role: name });

export const focusable: object = { tabindex: '0' };

export const buttonRole: object = { role: 'button', ...focusable };

const ACTS = ['button', 'link', 'radio', 'checkbox', 'tab'];

/** Enter and space press what has the focus; / goes to the search, j and k through the list (face.md, Wide). */
export function startKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || /^(input|textarea|select)$/i.test(target.tagName)) return;
    if ((key === 'Enter' || key === ' ') && ACTS.includes(target.getAttribute('role') ?? '')) target.click();
    else if (key === '/') topPage()?.querySelector<HTMLElement>('.search-input input')?.focus();
    else if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1);
    else return;
    event.preventDefault();
  });
}

function step(by: 1 | -1): void {
  const page = topPage();
  const rows = Array.from(
    (page?.querySelector('.panes-list') ?? page)?.querySelectorAll<HTMLElement>('.card.press') ?? [],
  );
  const at = rows.findIndex((row) => row === document.activeElement);
  (rows[at < 0 ? 0 : at + by] ?? rows[at])?.focus();
}

const topPage = (): HTMLElement | undefined =>
  Array.from(document.querySelectorAll<HTMLElement>('.taro_page'))
    .filter((page) => page.offsetParent !== null)
    .pop();
