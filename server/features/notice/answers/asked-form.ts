import type { Question } from '@contract/asking';
import { AppError } from '../../../kit/errors';
import { notices, type Notice } from '../../../stores/notices';
import { mustStand } from '../closed';

export interface AskedForm {
  notice: Notice;
  questions: Question[];
}

/** A notice that asks a form, with its questions. */
export async function askedForm(noticeId: string): Promise<AskedForm> {
  const notice = await notices.get(noticeId);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  if (notice.asking.kind !== 'form') throw new AppError('conflict', '这条通知没有回执表，不用填写');
  return { notice, questions: notice.asking.questions };
}

/** The same, of a notice that still wants it. */
export async function openForm(noticeId: string): Promise<AskedForm> {
  const asked = await askedForm(noticeId);
  mustStand(asked.notice.state);
  return asked;
}
