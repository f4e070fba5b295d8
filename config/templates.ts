/** Subscription messages: our names, their slots and types. Ids differ per WeChat account and come with deployment. */
export interface TemplateSpec {
  id: string;
  title: string;
  fields: Record<string, string>;
}

export const templates: TemplateSpec[] = [];
