import type { ActionName, Input, MutationName, Output, QueryName } from '@contract/index';
import type { ErrorCode, Reply } from '@contract/errors';
import { functionOf } from '@contract/functions';
import { callFunction } from './cloud';
import { newRequestId } from './request-id';

/** What went wrong with a call; `offline` means the server may or may not have seen it. */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode | 'offline',
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'CallError';
  }

  static is(error: unknown): error is CallError {
    return error instanceof CallError;
  }

  static offline(error: unknown): boolean {
    return CallError.is(error) && error.code === 'offline';
  }
}

/** Sentence for the user, whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  CallError.is(error) ? error.message : '出了点意外，请重试；您填写的内容已保留';

/** A document may take long to read or write; the function itself lives 60 s at most. */
const TIMEOUT_MS = { api: 15_000, documents: 65_000 };

/** Questions on their way: a list of twenty rows that each ask who is here is one call. */
const asking = new Map<string, Promise<unknown>>();

export function ask<K extends QueryName>(action: K, input: Input<K>): Promise<Output<K>> {
  const key = `${action}:${JSON.stringify(input)}`;
  const known = asking.get(key);
  if (known) return known as Promise<Output<K>>;
  const answer = send(action, input, '').finally(() => {
    if (asking.get(key) === answer) asking.delete(key);
  });
  asking.set(key, answer);
  return answer;
}

/** Changes something. Pass the same `requestId` again to repeat safely. */
export const change = <K extends MutationName>(
  action: K,
  input: Input<K>,
  requestId: string = newRequestId(),
): Promise<Output<K>> =>
  // What was asked before the change may not answer what is asked after it.
  send(action, input, requestId).finally(() => asking.clear());

async function send<K extends ActionName>(action: K, input: Input<K>, requestId: string): Promise<Output<K>> {
  const name = functionOf(action);
  const answer = inTime(callFunction(name, { action, input, requestId }), TIMEOUT_MS[name]);
  const reply = await answer.catch((error: unknown) => {
    if (tooLarge(error)) throw new CallError('invalid', '内容太多，请删减或改用附件');
    throw new CallError('offline', '网络不稳，请稍后重试');
  });
  const { ok, ...rest } = reply as Reply<Output<K>>;
  if (ok && 'data' in rest) return rest.data;
  const { error } = rest as Extract<Reply<never>, { ok: false }>;
  throw new CallError(error.code, error.message, error.field);
}

/** More than a call may carry: trying again does not help. WeChat uses the number of the error for others as well. */
function tooLarge(error: unknown): boolean {
  const { message = '', errMsg = '' } = (error ?? {}) as { message?: string; errMsg?: string };
  return /EXCEED_MAX_PAYLOAD_SIZE|too large|exceed max/i.test(`${message} ${errMsg}`);
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
