import type { ActionName, Input, MutationName, Output, QueryName } from '@contract/index';
import type { ErrorReply, Reply } from '@contract/errors';
import { functionOf } from '@contract/functions';
import { cloud } from './cloud';

let made = 0;

/** As the client makes it: long enough, never the same twice. */
export const requestId = (): string => `test-request-${String((made += 1)).padStart(8, '0')}`;

type Answer<K extends ActionName> = Reply<Output<K>>;

/** Somebody calling: `ask` and `change` give the data and fail the test on an error; `fails` is the other way round. */
export function as(openid: string) {
  const call = async <K extends ActionName>(action: K, input: unknown, id = ''): Promise<Answer<K>> => {
    const { result, errMsg } = await cloud.call(
      functionOf(action),
      { action, input, requestId: id },
      { openid },
    );
    if (result === undefined) throw new Error(errMsg);
    return result as Answer<K>;
  };
  const data = <K extends ActionName>(action: K, reply: Answer<K>): Output<K> => {
    if (reply.ok) return reply.data;
    throw new Error(`${action}: ${JSON.stringify(reply.error)}`);
  };
  return {
    openid,
    /** The raw answer, whatever was sent. */
    call,
    ask: async <K extends QueryName>(action: K, input: Input<K>) => data(action, await call(action, input)),
    change: async <K extends MutationName>(action: K, input: Input<K>, id = requestId()) =>
      data(action, await call(action, input, id)),
    /** The error it is answered with. */
    fails: async (action: ActionName, input: unknown, id = requestId()): Promise<ErrorReply> => {
      const reply = await call(action, input, id);
      if (reply.ok) throw new Error(`${action} was answered: ${JSON.stringify(reply.data)}`);
      return reply.error;
    },
  };
}

/** Database requests of the last call of `action`, by wire action. */
export async function requestsOf(action: string): Promise<string[]> {
  const last = (await cloud.invocations()).filter((invocation) => invocation.action === action).pop();
  return (last?.requests ?? []).map((request) => `${request.action} ${request.collection}`.trim());
}
