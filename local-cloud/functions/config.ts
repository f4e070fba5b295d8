import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TIMER_NAME, TIMERS_PER_FUNCTION } from '../limits';
import { isRecord, parseJson } from '../value/ejson';
import { parseCron, type Cron } from './cron';

export interface Timer {
  name: string;
  cron: Cron;
}

export interface FunctionConfig {
  timers: Timer[];
  openapi: Set<string>;
}

/** Reads a function's config.json: its timer and the openapi it may call. */
export function readConfig(functionName: string, dir: string): FunctionConfig {
  const file = path.join(dir, 'config.json');
  if (!existsSync(file)) return { timers: [], openapi: new Set() };
  const raw = parseJson(readFileSync(file, 'utf8'));
  const config = isRecord(raw) ? raw : {};
  const permissions = isRecord(config.permissions) ? config.permissions.openapi : [];
  const triggers: unknown[] = Array.isArray(config.triggers) ? config.triggers : [];
  if (triggers.length > TIMERS_PER_FUNCTION)
    throw new Error(`function ${functionName}: only one timer per function`);
  const timers = triggers.map((trigger) => {
    const { name, type, config: cron } = isRecord(trigger) ? trigger : {};
    if (type !== 'timer' || typeof name !== 'string' || !TIMER_NAME.test(name) || typeof cron !== 'string')
      throw new Error(`function ${functionName}: invalid trigger ${JSON.stringify(trigger)}`);
    return { name, cron: parseCron(cron) };
  });
  return { timers, openapi: new Set(Array.isArray(permissions) ? permissions.map(String) : []) };
}
