import * as v from 'valibot';
import type { Action, Contract, OutputOf, ParsedOf } from '@contract/action';
import type { Reply } from '@contract/errors';
import { audits, type Audit } from '../stores/audits';
import { personOf } from './caller';
import { callerOpenid } from './cloud';
import { makeContext, type Context } from './context';
import { AppError, traceOf } from './errors';
import { sha256 } from './hash';
import type { Policy, Rule } from './rules';

export type Act<A extends Action> = (ctx: Context, input: ParsedOf<A>) => Promise<OutputOf<A>>;

/** One feature: its contract, its policy and a handler for every action. A missing one does not compile. */
export interface Feature<C extends Contract = Contract> {
  contract: C;
  policy: Policy<C>;
  acts: { [K in keyof C]: Act<C[K]> };
}

export interface Served {
  action: Action;
  rule: Rule<unknown>;
  act: Act<Action>;
}

export const feature = <C extends Contract>(f: Feature<C>): Feature => f as unknown as Feature;

/** Action name → what serves it. */
export function served(features: Feature[]): Map<string, Served> {
  const table = new Map<string, Served>();
  for (const { contract, policy, acts } of features)
    for (const [name, action] of Object.entries(contract)) {
      const [rule, act] = [policy[name], acts[name]];
      if (!rule || !act) throw new Error(`${name} has no policy or no handler`);
      table.set(name, { action, rule, act });
    }
  return table;
}

interface Event {
  action?: unknown;
  input?: unknown;
  requestId?: unknown;
}

/** The pipeline of every action (decision D4): identify → parse → authorize → act → present. The only catch. */
export function serve(features: Feature[]) {
  const actions = served(features);
  return async (event: Event): Promise<Reply<unknown>> => {
    const name = typeof event.action === 'string' ? event.action : '';
    const id = typeof event.requestId === 'string' ? event.requestId : '';
    try {
      const found = actions.get(name);
      if (!found) throw new AppError('invalid', '小程序版本过旧，请退出后重新打开', 'action');
      return { ok: true, data: await run(name, found, event.input, id) };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.reply() };
      console.error(JSON.stringify({ action: name, requestId: id, error: traceOf(error) }));
      return { ok: false, error: new AppError('busy').reply() };
    }
  };
}

async function run(
  name: string,
  { action, rule, act }: Served,
  raw: unknown,
  requestId: string,
): Promise<unknown> {
  const openid = callerOpenid();
  if (!openid) throw new AppError('stranger');
  const input = parse(action, raw, requestId);
  const ctx = makeContext({ openid, person: await personOf(openid, new Date()) }, name, requestId);
  rule(ctx.caller, input);
  const data = await act(ctx, input);
  if (ctx.subject)
    await writeEntry(ctx, { _id: requestId, at: ctx.now, openid, action: name, ...ctx.subject });
  return v.parse(action.output, data);
}

/** A request id used before for another change must not hide this one from the log: it gets an entry of its own. */
async function writeEntry(ctx: Context, entry: Audit): Promise<void> {
  if ((await audits.add(entry)) || ctx.repeated) return;
  const first = await audits.get(entry._id);
  const same = (['openid', 'action', 'collection', 'subjectId'] as const).every(
    (key) => first?.[key] === entry[key],
  );
  if (same) return;
  const { _id, openid, action, subjectId } = entry;
  await audits.add({ ...entry, _id: `${_id}_${sha256(openid + action + subjectId).slice(0, 12)}` });
}

const REQUEST_ID = /^[A-Za-z0-9_-]{16,40}$/;

function parse(action: Action, raw: unknown, requestId: string): unknown {
  if (action.kind === 'mutation' && !REQUEST_ID.test(requestId)) {
    throw new AppError('invalid', '缺少请求编号，请退出后重新打开', 'requestId');
  }
  const parsed = v.safeParse(action.input, withAllFields(action, raw), { abortPipeEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue) ?? undefined;
  throw new AppError(
    'invalid',
    // The library's own sentences are English and quote what was typed, which may be Chinese.
    /[\u4e00-\u9fff]/.test(issue.message) && !/^Invalid /.test(issue.message)
      ? issue.message
      : '这一项填写有误',
    field,
  );
}

/** A field left out is named by its own sentence ("请填写标题") instead of the schema's general one. */
function withAllFields({ input }: Action, raw: unknown): unknown {
  if (raw === undefined || raw === null) return withAllFieldsOf(input, {});
  return typeof raw === 'object' && !Array.isArray(raw) ? withAllFieldsOf(input, raw) : raw;
}

function withAllFieldsOf(schema: object, raw: object): object {
  const { entries = {} } = schema as { entries?: object };
  return { ...Object.fromEntries(Object.keys(entries).map((key) => [key, undefined])), ...raw };
}
