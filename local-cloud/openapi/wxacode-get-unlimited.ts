import { toBuffer } from 'qrcode';
import { QR_WIDTH_DEFAULT, QR_WIDTH_MAX, QR_WIDTH_MIN, SCENE } from '../limits';
import { checkPage, WxError, type OpenApi } from './api';

/** `wxacode.getUnlimited`: a QR code whose text opens the page here, instead of WeChat's round one. */
export const wxacodeGetUnlimited: OpenApi = async ({ cloud, params }) => {
  const { scene, page = '', width = QR_WIDTH_DEFAULT } = params;
  if (typeof scene !== 'string' || !SCENE.test(scene))
    throw new WxError(40169, 'invalid length for scene, or the data is not json string');
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))
    throw new WxError(41030, 'invalid page');
  if (page !== '' && params.check_path !== false) checkPage(cloud, page);
  if (typeof width !== 'number' || width < QR_WIDTH_MIN || width > QR_WIDTH_MAX)
    throw new WxError(40097, 'invalid args: width');
  const text = `${cloud.url}/#/${page}?scene=${encodeURIComponent(scene)}`;
  const buffer = await toBuffer(text, { width, margin: 2, errorCorrectionLevel: 'M' });
  return { contentType: 'image/png', buffer };
};
