import { messageKeys, messages, type MessageKey } from '../contract/messages';

/** A subscription template as WeChat's console has it: slots and what each holds. Ids differ per WeChat account. */
export interface TemplateSpec {
  id: string;
  title: string;
  fields: Record<string, string>;
}

/** Ids for the local cloud; a deployment sets the environment variable TEMPLATE_IDS to its own (docs/deploying.md). */
export const localTemplateIds = Object.fromEntries(
  messageKeys.map((key) => [key, `local-template-${key}`]),
) as Record<MessageKey, string>;

export const templates: TemplateSpec[] = messageKeys.map((key) => ({
  id: localTemplateIds[key],
  title: messages[key].title,
  fields: { ...messages[key].fields },
}));
