import { checkPage, WxError, type OpenApi } from './api';

const PAGE_URL_MAX = 1024;
const TITLE_MAX = 20;

/** `shortlink.generate`: text that only opens inside WeChat; here it carries the address in clear. */
export const shortlinkGenerate: OpenApi = ({ cloud, params }) => {
  const { page_url: page, page_title: title = '' } = params;
  if (typeof page !== 'string' || page === '' || page.length > PAGE_URL_MAX)
    throw new WxError(40066, 'invalid url');
  if (typeof title !== 'string' || [...title].length > TITLE_MAX)
    throw new WxError(40225, 'invalid page title');
  checkPage(cloud, page);
  return {
    errcode: 0,
    errmsg: 'ok',
    link: `#小程序://联络通/${title}/${cloud.url}/#/${page.replace(/^\//, '')}`,
  };
};
