import type { Told } from './typing';

/** The browser tells of a selection, but not that it is gone: the next press or key in the field ends it. */
export const typing = ({ onChosen, onPictures }: Told): object => ({
  nativeProps: {
    onSelect: ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      const { selectionStart: start, selectionEnd: end } = target;
      onChosen(end > start ? { start, end } : null);
    },
    onMouseDown: () => onChosen(null),
    onPaste: ({ clipboardData }: ClipboardEvent) => {
      if (!clipboardData) return;
      const inText = clipboardData.getData('text/html').match(/<img[\s>]/gi) ?? [];
      // A sheet brings a picture of its cells beside the words: that one is not missed.
      const alone = clipboardData.getData('text/plain') ? 0 : clipboardData.files.length;
      const count = inText.length || alone;
      if (count) onPictures(count);
    },
  },
});
