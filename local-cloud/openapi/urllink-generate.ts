import { checkPage, WxError, type OpenApi } from './api';

const QUERY_MAX = 1024;
const DAYS_MAX = 30;

/** `urllink.generate`: a link that opens the page here. */
export const urllinkGenerate: OpenApi = ({ cloud, params }) => {
  const { path = '', query = '', expire_interval: days } = params;
  if (typeof path !== 'string' || typeof query !== 'string') throw new WxError(40097, 'invalid args');
  if (query.length > QUERY_MAX) throw new WxError(40212, 'invalid query');
  if (days !== undefined && (Number(days) < 1 || Number(days) > DAYS_MAX))
    throw new WxError(85401, 'expire time is not valid');
  if (path !== '') checkPage(cloud, path);
  return {
    errcode: 0,
    errmsg: 'ok',
    url_link: `${cloud.url}/#/${path.replace(/^\//, '')}${query === '' ? '' : `?${query}`}`,
  };
};
