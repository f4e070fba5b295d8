/** What a field of several lines tells besides its text. */
export interface Told {
  /** Places of the characters that are chosen; null: none. */
  onChosen: (range: { start: number; end: number } | null) => void;
  /** Pictures came with what is pasted: a field of text drops them. */
  onPictures: (count: number) => void;
}

interface SelectionChange {
  detail: { selectionStart?: number; selectionEnd?: number };
}

/** Props of a Textarea. WeChat pastes words only and does not say what else was copied. */
export const typing = ({ onChosen }: Told): object => ({
  onSelectionChange: ({ detail: { selectionStart = 0, selectionEnd = 0 } }: SelectionChange) =>
    onChosen(selectionEnd > selectionStart ? { start: selectionStart, end: selectionEnd } : null),
});
