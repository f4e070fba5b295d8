import type { Cloud } from '../cloud';
import type { Running } from '../functions/invocations';
import type { DatabaseRequest } from '../types';

/** One request to the admin address. */
export interface Request {
  cloud: Cloud;
  action: string;
  params: Record<string, unknown>;
  requestId: string;
  running: Running | undefined;
  /** Filled by database actions, for the counters. */
  note: Partial<DatabaseRequest>;
}

/** What is sent back beside `requestId`. */
export type Reply = Record<string, unknown>;
export type Action = (request: Request) => Reply | Promise<Reply>;
