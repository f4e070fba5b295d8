import { randomBytes } from 'node:crypto';
import type { Cloud } from '../cloud';
import { PHONE_CODE_MS } from '../limits';
import type { SentMessage } from '../types';
import { isRecord, parseJson } from '../value/ejson';

/** What WeChat itself remembers: subscription credits, messages sent, who visited when, dynamic phone codes. */
export class Wechat {
  readonly #visits = new Map<string, number>();
  readonly #codes = new Map<string, { phone: string; until: number }>();

  constructor(readonly cloud: Cloud) {
    this.#sql.exec('CREATE TABLE IF NOT EXISTS credit (who TEXT PRIMARY KEY, n INTEGER NOT NULL)');
    this.#sql.exec('CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  }

  get #sql() {
    return this.cloud.store.sql;
  }

  visited(openid: string): void {
    this.#visits.set(openid, this.cloud.clock.now());
  }

  lastVisit(openid: string): number | undefined {
    return this.#visits.get(openid);
  }

  /** One-time subscription: each accept is one message more. */
  addCredit(openid: string, templateId: string): void {
    this.#sql.run('INSERT INTO credit (who, n) VALUES (?, 1) ON CONFLICT (who) DO UPDATE SET n=n+1', [
      `${openid}/${templateId}`,
    ]);
  }

  credit(openid: string, templateId: string): number {
    return Number(this.#sql.get('SELECT n FROM credit WHERE who=?', [`${openid}/${templateId}`])?.n ?? 0);
  }

  /** Uses one credit for a message. */
  deliver(message: SentMessage): void {
    this.cloud.store.write(() => {
      this.#sql.run('UPDATE credit SET n=n-1 WHERE who=?', [`${message.touser}/${message.templateId}`]);
      this.#sql.run('INSERT INTO message (body) VALUES (?)', [JSON.stringify(message)]);
    });
  }

  messages(): SentMessage[] {
    return this.#sql
      .all('SELECT body FROM message ORDER BY id')
      .map((row) => parseJson(String(row.body)))
      .filter((v): v is SentMessage & Record<string, unknown> => isRecord(v));
  }

  /** The dynamic code a phone-number button gives. */
  phoneCode(phone: string): string {
    const code = randomBytes(16).toString('hex');
    this.#codes.set(code, { phone, until: this.cloud.clock.now() + PHONE_CODE_MS });
    return code;
  }

  /** The phone number of a code, once. */
  usePhoneCode(code: string): string | undefined {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    return found !== undefined && found.until >= this.cloud.clock.now() ? found.phone : undefined;
  }

  clear(): void {
    this.#visits.clear();
    this.#codes.clear();
    this.#sql.run('DELETE FROM credit');
    this.#sql.run('DELETE FROM message');
  }
}
