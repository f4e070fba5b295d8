import { errorSentences, type ErrorCode, type ErrorReply } from '@contract/errors';

/** An error the caller may see: its message is Chinese and says what to do. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = errorSentences[code],
    readonly field?: string,
  ) {
    super(message);
    this.name = 'AppError';
  }

  reply(): ErrorReply {
    return { code: this.code, message: this.message, ...(this.field && { field: this.field }) };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** CloudBase words a duplicate `_id` or unique key in several ways; see platform.md 5.3. */
export const isDuplicate = (error: unknown): boolean =>
  /E11000|DuplicateWrite|DATABASE_DUPLICATE_WRITE|duplicate key/i.test(messageOf(error));

/** Another transaction holds or has changed a document; worth another try. */
export const isTransactionConflict = (error: unknown): boolean =>
  /TransactionConflict|DATABASE_TRANSACTION_CONFLICT/.test(messageOf(error)) ||
  (error as { code?: unknown } | null)?.code === 'DATABASE_TRANSACTION_CONFLICT';

/** What may be logged of an unknown error: where it arose, never its message, which may quote a row. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { errCode } = error as { errCode?: number | string };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, errCode ?? '', ...frames.slice(0, 4)].join(' ').trim();
}
