/** An error the wire carries: `code` is CloudBase's own word, which wx-server-sdk maps to a number. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}

const ADVICE = 'Please check your request, but if the problem cannot be solved, contact us.';

/** Code words of CloudBase with the numbers wx-server-sdk 4.0.2 gives them (its error.config). */
const NUMBERS: Record<string, number> = {
  SYS_ERR: -501001,
  SERVER_TIMEOUT: -501002,
  EXCEED_REQUEST_LIMIT: -501003,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  INVALIID_ENV: -501005,
  INVALID_COMMON_PARAM: -501006,
  INVALID_PARAM: -501007,
  INVALID_REQUEST_SOURCE: -501008,
  RESOURCE_NOT_INITIAL: -501009,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_INVALID_OPERRATOR: -502002,
  DATABASE_PERMISSION_DENIED: -502003,
  DATABASE_COLLECTION_EXCEED_LIMIT: -502004,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
};

/** The code word for a scripted `errCode`, which may be CloudBase's word or the SDK's number. */
export function codeWord(errCode: number | string): string {
  if (typeof errCode === 'string') return errCode;
  return Object.entries(NUMBERS).find(([, number]) => number === errCode)?.[0] ?? 'SYS_ERR';
}

/** The number wx-server-sdk shows for a code word; unknown words become -501001, as there. */
export function codeNumber(code: string): number {
  return NUMBERS[code] ?? -501001;
}

export const invalidParam = (message: string) => new CloudError('INVALID_PARAM', message);

export const requestFailed = (message: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}. ${ADVICE}`);

export const unsupported = (what: string) =>
  new CloudError('DATABASE_INVALID_OPERRATOR', `${what} is not supported by the local cloud`);

export const collectionMissing = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${ADVICE}`,
  );

export const duplicateKey = (collection: string, index: string, key: string) =>
  new CloudError(
    'DATABASE_DUPLICATE_WRITE',
    `[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]. ${ADVICE}`,
  );

export const transactionConflict = (what: string) =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others: ${what}. ${ADVICE}`,
  );

export const transactionMissing = (id: string) =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds: ${id}. ${ADVICE}`,
  );
