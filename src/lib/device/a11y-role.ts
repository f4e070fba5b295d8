/** Roles the pages use. */
export type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'img'
  | 'link'
  | 'navigation'
  | 'radio'
  | 'radiogroup'
  | 'status'
  | 'tab'
  | 'tablist';
