import { WxError, type OpenApi } from './api';

/** `phonenumber.getPhoneNumber`: a dynamic code is good once and for five minutes. */
export const phonenumberGetPhoneNumber: OpenApi = ({ cloud, params }) => {
  const phone = typeof params.code === 'string' ? cloud.wechat.usePhoneCode(params.code) : undefined;
  if (phone === undefined) throw new WxError(40029, 'invalid code');
  const watermark = { timestamp: Math.floor(cloud.clock.now() / 1000), appid: 'wx0000000000000000' };
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark },
  };
};
