import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { FormPart } from '@contract/form';
import { maskIdNumber } from '@contract/rules/mask';
import { AppError } from './errors';

/**
 * ID numbers as they are stored: AES-256-GCM under a key of the environment (ID_NUMBER_KEY), so that the database alone
 * shows none. While keys are being changed there may be several, comma between: the first seals, each opens its own.
 */

const VERSION = 'v1';
const KEY_BYTES = 32;
const IV_BYTES = 12;

interface Key {
  /** First letters of the key's own hash: says which key sealed a text. */
  id: string;
  bytes: Buffer;
}

/** `v1.<key>.<iv>.<tag>.<text>`, never the same twice. Throws `conflict` without a key. */
export function sealIdNumber(plain: string): string {
  const [key] = keys();
  if (!key) throw noKey('form.idNumber');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv);
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [VERSION, key.id, ...[iv, cipher.getAuthTag(), text].map((one) => one.toString('base64url'))].join(
    '.',
  );
}

/** The number again. Throws `conflict` when the key that sealed it is not there any more. */
export function openIdNumber(sealed: string): string {
  const [, keyId, iv = '', tag = '', text = ''] = sealed.split('.');
  const key = keys().find(({ id }) => id === keyId);
  if (!key) throw new AppError('conflict', '身份证号的加密密钥不对，暂时打不开，请联系系统管理员');
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytesOf(iv), { authTagLength: 16 });
  decipher.setAuthTag(bytesOf(tag));
  return Buffer.concat([decipher.update(bytesOf(text)), decipher.final()]).toString('utf8');
}

/** Whether ID numbers can be taken at all. */
export const hasIdNumberKey = (): boolean => keys().length > 0;

/** A rulebook that asks for the number needs the key; `field` is what the caller sent. */
export function keyMustBeThere({ fields }: { fields: readonly string[] }, field: string): void {
  if (fields.includes('idNumber') && !hasIdNumberKey()) throw noKey(field);
}

/** The form as it is stored: its ID number sealed, once. */
export const sealForm = (form: FormPart): FormPart =>
  form.idNumber && !isSealed(form.idNumber) ? { ...form, idNumber: sealIdNumber(form.idNumber) } : form;

/** The form as it is read, by whomever: its ID number masked. */
export const maskForm = (form: FormPart): FormPart =>
  form.idNumber ? { ...form, idNumber: maskOf(form.idNumber) } : form;

export const isSealed = (value: string): boolean => value.startsWith(`${VERSION}.`);

/** A number whose key is gone shows nothing: the rest of the form must stay readable. */
function maskOf(idNumber: string): string {
  if (!isSealed(idNumber)) return maskIdNumber(idNumber);
  try {
    return maskIdNumber(openIdNumber(idNumber));
  } catch {
    return maskIdNumber('');
  }
}

/** 32 bytes each, in hex or base64; anything else counts as no key. */
function keys(): Key[] {
  return (process.env.ID_NUMBER_KEY ?? '')
    .split(',')
    .map((text) => text.trim())
    .map((text) => Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64'))
    .filter(({ length }) => length === KEY_BYTES)
    .map((bytes) => ({ id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }));
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

const noKey = (field: string) =>
  new AppError('conflict', '系统还没有设置身份证号的加密密钥，不能收集身份证号，请联系系统管理员', field);
