import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import type { CallReply, FunctionSpec, Invocation } from '../types';
import {
  CALL_REPLY_MAX,
  FUNCTION_MEMORY_DEFAULT_MB,
  FUNCTION_TIMEOUT_DEFAULT_MS,
  FUNCTION_TIMEOUT_MAX_MS,
} from '../limits';
import { isRecord, parseJson } from '../value/ejson';
import { readConfig, type FunctionConfig, type Timer } from './config';
import type { Outcome } from './instance';
import { Pool } from './pool';

export interface Caller {
  openid?: string;
  source: 'wx_client' | 'scf' | 'wx_trigger' | 'wx_push';
}

export type FunctionReply =
  { requestID: string; result: string } | { requestID: string; errCode: number; errMsg: string };

/** AppID the local cloud says it is. */
export const LOCAL_APPID = 'wx0000000000000000';

/** The deployed functions: finds, invokes and records. */
export class Functions {
  readonly #pools = new Map<string, { pool: Pool; config: FunctionConfig; spec: FunctionSpec }>();

  constructor(readonly cloud: Cloud) {
    for (const spec of cloud.options.functions) {
      if ((spec.timeoutMs ?? 0) > FUNCTION_TIMEOUT_MAX_MS)
        throw new Error(`function ${spec.name}: time-out above 60 s`);
      const pool = new Pool(spec, { ...cloud.options.env }, (id, line) => cloud.invocations.log(id, line));
      this.#pools.set(spec.name, { pool, config: readConfig(spec.name, spec.dir), spec });
    }
  }

  names(): string[] {
    return [...this.#pools.keys()];
  }

  timers(): Array<{ function: string; timer: Timer }> {
    return [...this.#pools].flatMap(([name, { config }]) =>
      config.timers.map((timer) => ({ function: name, timer })),
    );
  }

  /** True when the function's config.json lets it call this openapi. */
  mayCall(name: string, api: string): boolean {
    return this.#pools.get(name)?.config.openapi.has(api) === true;
  }

  /** Runs a function with an event in JSON. */
  async invoke(name: string, event: string, caller: Caller): Promise<FunctionReply> {
    const requestID = randomUUID();
    const found = this.#pools.get(name);
    if (found === undefined)
      return { requestID, errCode: -501000, errMsg: `FunctionName parameter could not be found: ${name}` };
    const parsed = parseJson(event);
    const fields = isRecord(parsed) ? parsed : {};
    const wx = caller.openid === undefined ? {} : { userInfo: { appId: LOCAL_APPID, openId: caller.openid } };
    const { cloud } = this;
    const invocation: Invocation = {
      requestID,
      function: name,
      ...(caller.openid === undefined ? {} : { openid: caller.openid }),
      ...(typeof fields.action === 'string' ? { action: fields.action } : {}),
      ms: 0,
      cold: false,
      at: new Date(cloud.clock.now()).toISOString(),
      requests: [],
      logs: [],
    };
    const running = cloud.invocations.begin(invocation);
    const timeoutMs = found.spec.timeoutMs ?? FUNCTION_TIMEOUT_DEFAULT_MS;
    const outcome = await found.pool.run({
      id: requestID,
      event: JSON.stringify({ ...fields, ...wx }),
      context: contextOf(name, requestID, found.spec, timeoutMs),
      env: this.#callEnv(running.token, caller),
      clock: cloud.clock.state(),
      timeoutMs,
      onLog: (line) => cloud.invocations.log(requestID, line),
    });
    if (!outcome.ok && outcome.reason !== 'error') cloud.transactions.abortOwned(requestID);
    invocation.ms = outcome.ms;
    invocation.cold = outcome.cold;
    const reply = replyOf(requestID, outcome);
    if ('errCode' in reply) invocation.error = outcome.ok ? reply.errMsg : (outcome.stack ?? reply.errMsg);
    return reply;
  }

  /** Ends the instance that runs this invocation. */
  kill(requestID: string, functionName: string): void {
    this.#pools.get(functionName)?.pool.kill(requestID, 'function instance was killed');
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#pools.values()].map(({ pool }) => pool.stop()));
  }

  /** What SCF puts into the environment for one call. */
  #callEnv(token: string, { openid, source }: Caller): Record<string, string> {
    const wx: Record<string, string> = { WX_APPID: LOCAL_APPID };
    if (openid !== undefined) wx.WX_OPENID = openid;
    return {
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local-secret-id',
      TENCENTCLOUD_SECRETKEY: 'local-secret-key',
      TENCENTCLOUD_SESSIONTOKEN: token,
      SCF_NAMESPACE: this.cloud.envId,
      TCB_ENV: this.cloud.envId,
      TCB_SOURCE: source,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${this.cloud.url}/admin` }),
      WX_CONTEXT_KEYS: Object.keys(wx).join(','),
      ...wx,
    };
  }
}

/** A function's reply with its result parsed. */
export function parsed(reply: FunctionReply): CallReply {
  return 'errCode' in reply ? reply : { requestID: reply.requestID, result: parseJson(reply.result) };
}

function contextOf(
  name: string,
  requestID: string,
  spec: FunctionSpec,
  timeoutMs: number,
): Record<string, unknown> {
  return {
    callbackWaitsForEmptyEventLoop: false,
    request_id: requestID,
    function_name: name,
    function_version: '$LATEST',
    memory_limit_in_mb: spec.memoryMb ?? FUNCTION_MEMORY_DEFAULT_MB,
    time_limit_in_ms: timeoutMs,
    namespace: 'local',
    environment: '{}',
  };
}

function replyOf(requestID: string, outcome: Outcome): FunctionReply {
  if (!outcome.ok) {
    const errCode = outcome.reason === 'timeout' ? -504003 : -504002;
    const words = outcome.reason === 'timeout' ? 'functions time limit exceeded' : 'functions execute fail';
    return {
      requestID,
      errCode,
      errMsg: `errCode: ${errCode} ${words} | errMsg: requestID ${requestID}, ${outcome.message}`,
    };
  }
  if (Buffer.byteLength(outcome.result) > CALL_REPLY_MAX)
    return {
      requestID,
      errCode: -604001,
      errMsg: 'errCode: -604001 cloudfunction result size exceed limit (1MB)',
    };
  return { requestID, result: outcome.result };
}
