/** Limits of CloudBase and WeChat, each with the place it comes from. Sizes in bytes unless the name says otherwise. */

/** @cloudbase/database query.js: `get` without `limit`. */
export const GET_LIMIT_DEFAULT = 100;
/** @cloudbase/database query.js clamps to it; the server does the same. */
export const GET_LIMIT_MAX = 1000;
/** Observed (community): an aggregation without `$limit` returns 20 documents. */
export const AGGREGATE_LIMIT_DEFAULT = 20;
/** MongoDB: BSON document size. */
export const DOCUMENT_SIZE_MAX = 16 * 1024 * 1024;
/** Tencent Cloud 876/19371: a field name has at most 32 characters (index fields). MongoDB itself has no such limit. */
export const INDEX_FIELD_NAME_MAX = 32;
/** MongoDB: nesting of a document. */
export const NESTING_MAX = 100;
/** Tencent Cloud 876/32310: indexes of one collection, fields of one index, bytes of one key. */
export const INDEXES_PER_COLLECTION_MAX = 100;
export const INDEX_FIELDS_MAX = 31;
export const INDEX_KEY_BYTES_MAX = 1024;
/** @cloudbase/database validate.js: letters, digits, `-`, `_`, at most 33 characters. */
export const COLLECTION_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,32}$/;
/** CloudBase error EXCEED_MAX_PAYLOAD_SIZE: a client's function request. */
export const CALL_REQUEST_MAX = 100 * 1024;
/** SCF: payload of a synchronous invocation made by another function. */
export const INVOKE_REQUEST_MAX = 6 * 1024 * 1024;
/** wx-server-sdk error -604001: reply of a function. */
export const CALL_REPLY_MAX = 1024 * 1024;
/** Local: body of a request to the admin address (a document of 16 MB in extended JSON, and some). */
export const ADMIN_REQUEST_MAX = 48 * 1024 * 1024;
/** WeChat console: time-out of a function, default and maximum. */
export const FUNCTION_TIMEOUT_DEFAULT_MS = 3000;
export const FUNCTION_TIMEOUT_MAX_MS = 60_000;
/** Tencent Cloud 583/11637: memory of a function. */
export const FUNCTION_MEMORY_DEFAULT_MB = 256;
/** Local: instances of one function (CloudBase: 1000). */
export const FUNCTION_INSTANCES_DEFAULT = 2;
/** WeChat, database transactions: must end within. */
export const TRANSACTION_MS_MAX = 30_000;
/** Local: how long a plain write waits for a document locked by a transaction. */
export const LOCK_WAIT_MS_MAX = 10_000;
/** WeChat getTempFileURL and deleteFile: files of one call. */
export const FILES_PER_CALL_MAX = 50;
/** Local: size of one uploaded file; no official figure was found. */
export const FILE_SIZE_MAX = 20 * 1024 * 1024;
/** CloudBase: life of a temporary address of a private file, default and maximum, seconds. */
export const TEMP_URL_AGE_DEFAULT_S = 86_400;
export const TEMP_URL_AGE_MAX_S = 86_400;
/** WeChat triggers: one timer per function, length of its name. */
export const TIMERS_PER_FUNCTION = 1;
export const TIMER_NAME = /^[a-zA-Z][a-zA-Z0-9_-]{0,59}$/;
/** WeChat requestSubscribeMessage: templates of one call (older clients: 3). */
export const SUBSCRIBE_TEMPLATES_MAX = 5;
/** WeChat getPhoneNumber: life of the dynamic code. */
export const PHONE_CODE_MS = 5 * 60_000;
/** WeChat msgSecCheck v2: characters, and how recently the openid must have used the mini-program. */
export const SEC_CHECK_CHARS_MAX = 2500;
export const SEC_CHECK_VISIT_MS = 2 * 3600_000;
/** WeChat getUnlimited: scene, width. */
export const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
export const QR_WIDTH_MIN = 280;
export const QR_WIDTH_MAX = 1280;
export const QR_WIDTH_DEFAULT = 430;
/** Liaison design D2: collections with fewer documents are exempt from the index report outside tests. */
export const UNSERVED_EXEMPT_DOCUMENTS = 200;
/** Local: invocations and log lines kept for the watch page. */
export const INVOCATIONS_KEPT = 500;
export const LOG_LINES_KEPT = 500;
