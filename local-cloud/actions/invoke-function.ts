import { CloudError } from '../errors';
import { INVOKE_REQUEST_MAX } from '../limits';
import type { Action } from './context';

/** `callFunction()` made by a function. The called one has no OPENID (community: it is not passed on). */
export const invokeFunction: Action = async ({ cloud, params }) => {
  const text =
    typeof params.request_data === 'string' && params.request_data !== '' ? params.request_data : '{}';
  const size = Buffer.byteLength(text);
  if (size > INVOKE_REQUEST_MAX)
    throw new CloudError(
      'EXCEED_MAX_PAYLOAD_SIZE',
      `request of ${size} bytes, limit ${INVOKE_REQUEST_MAX} (EXCEED_MAX_PAYLOAD_SIZE)`,
    );
  const reply = await cloud.functions.invoke(String(params.function_name), text, { source: 'scf' });
  if ('errCode' in reply) {
    const code =
      reply.errCode === -504002
        ? 'FUNCTIONS_EXECUTE_FAIL'
        : reply.errCode === -504003
          ? 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
          : 'FUNCTIONS_REQUEST_FAIL';
    throw new CloudError(code, reply.errMsg);
  }
  return { data: { response_data: reply.result } };
};
