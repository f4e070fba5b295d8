import { messageKeys, type MessageKey } from '@contract/messages';

/** Template ids of this WeChat account by our names, from the environment variable TEMPLATE_IDS (JSON). */
export function templateIds(): Partial<Record<MessageKey, string>> {
  const given: unknown = JSON.parse(process.env.TEMPLATE_IDS || '{}');
  const ids = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  return Object.fromEntries(
    messageKeys.flatMap((key) => (typeof ids[key] === 'string' && ids[key] ? [[key, ids[key]]] : [])),
  );
}
