import { AppError } from '../../../kit/errors';
import type { Notice } from '../../../stores/notices';
import type { Office } from '../../../stores/offices';
import { wantsReview } from '../drafts/sending';

/** Where the office wants a second pair of eyes (送审), a correction may move the deadline but not bring in other words. */
export function mustNotSlipPastReview(
  old: Notice,
  { title, body }: Pick<Notice, 'title' | 'body'>,
  office: Office | null,
): void {
  if (old.title === title && JSON.stringify(old.body) === JSON.stringify(body)) return;
  if (wantsReview(office))
    throw new AppError('forbidden', '本会要求发布前先送审：要改文字请撤回这条通知，再送审新的通知');
}
