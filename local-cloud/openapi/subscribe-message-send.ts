import { isRecord } from '../value/ejson';
import { checkPage, WxError, type OpenApi } from './api';
import { fitsField } from './template-values';

/** `subscribeMessage.send`. Order of the checks: openid, template, page, values, credit. */
export const subscribeMessageSend: OpenApi = ({ cloud, params }) => {
  const { touser, template_id: templateId, page, data } = params;
  if (typeof touser !== 'string' || touser === '') throw new WxError(40003, 'invalid openid');
  const template = cloud.options.templates?.find((t) => t.id === templateId);
  if (template === undefined) throw new WxError(40037, 'template_id is invalid');
  if (typeof page === 'string' && page !== '') checkPage(cloud, page);
  const given = isRecord(data) ? data : {};
  const values: Record<string, { value: string }> = {};
  for (const field of Object.keys(template.fields)) {
    const entry = given[field];
    const value = isRecord(entry) ? entry.value : undefined;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text.trim() === '' || !fitsField(field, text))
      throw new WxError(47003, `argument invalid! data.${field}.value invalid`);
    values[field] = { value: text };
  }
  const unknown = Object.keys(given).find((field) => !(field in template.fields));
  if (unknown !== undefined)
    throw new WxError(47003, `argument invalid! data.${unknown} is not in the template`);
  if (cloud.wechat.credit(touser, template.id) < 1) throw new WxError(43101, 'user refuse to accept the msg');
  cloud.wechat.deliver({
    touser,
    templateId: template.id,
    ...(typeof page === 'string' ? { page } : {}),
    data: values,
    at: new Date(cloud.clock.now()).toISOString(),
  });
  return { errcode: 0, errmsg: 'ok', msgid: Date.now() };
};
