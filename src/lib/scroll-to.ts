import Taro from '@tarojs/taro';

/** Anchor of a form field by its path, e.g. `resume.0.start`. */
export const anchorOf = (path: string): string => `f-${path.replace(/\./g, '-')}`;

/** Brings the first field at fault into view once it is drawn. */
export const scrollToField = (path: string): void =>
  void setTimeout(() => {
    Taro.pageScrollTo({ selector: `#${anchorOf(path)}`, offsetTop: -96, duration: 200 }).catch(
      () => undefined,
    );
  }, 80);

export const scrollToTop = (): void =>
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
