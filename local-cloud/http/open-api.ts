import type { ServerResponse } from 'node:http';
import type { Cloud } from '../cloud';
import { isError, type Chosen } from '../faults';
import type { Running } from '../functions/invocations';
import { WxError } from '../openapi/api';
import { decodeApiData, encodeApiReply } from '../openapi/codec';
import { OPENAPIS } from '../openapi/table';
import { parseJson } from '../value/ejson';
import { sendBytes } from './body';

interface Call {
  cloud: Cloud;
  running: Running | undefined;
  api: string;
  bytes: Buffer;
  chosen: Chosen | undefined;
}

/** Answers `cloud.openapi.…`; the reply is protobuf, errors of WeChat inside it as JSON. */
export async function openApi(call: Call): Promise<(response: ServerResponse) => void> {
  const reply = await answer(call).catch((error: unknown) => {
    if (error instanceof WxError) return jsonReply({ errcode: error.errcode, errmsg: error.errmsg });
    throw error;
  });
  return (response) => sendBytes(response, encodeApiReply(reply), 'application/octet-stream');
}

const jsonReply = (value: unknown) => ({
  data: Buffer.from(JSON.stringify(value)),
  contentType: 'application/json; charset=utf-8',
});

async function answer({
  cloud,
  running,
  api,
  bytes,
  chosen,
}: Call): Promise<Parameters<typeof encodeApiReply>[0]> {
  const fault = chosen?.fault;
  if (fault === 'timeout') return { errorCode: -604102 };
  if (isError(fault)) {
    const code = Number(fault.errCode);
    if (code <= -600000) return { errorCode: code };
    throw new WxError(Number.isNaN(code) ? -1 : code, fault.errMsg);
  }
  const work = OPENAPIS[api];
  if (work === undefined) {
    cloud.invocations.log(running?.requestID, `[error] the local cloud has no openapi ${api}`);
    return { errorCode: -604100 };
  }
  if (running === undefined) return { errorCode: -604104 };
  if (!cloud.functions.mayCall(running.invocation.function, api)) {
    cloud.invocations.log(
      running.requestID,
      `[warn] config.json of ${running.invocation.function} does not allow openapi ${api}`,
    );
    return { errorCode: -604101 };
  }
  const params = Object.fromEntries(
    [...decodeApiData(bytes).pairs].map(([key, value]) => [key, jsonOr(value)]),
  );
  const reply = await work({ cloud, params });
  return Buffer.isBuffer(reply.buffer)
    ? { data: reply.buffer, contentType: String(reply.contentType) }
    : jsonReply(reply);
}

function jsonOr(value: Buffer): unknown {
  try {
    return parseJson(value.toString('utf8'));
  } catch {
    return value;
  }
}
