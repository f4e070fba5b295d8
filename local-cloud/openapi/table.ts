import type { OpenApi } from './api';
import { phonenumberGetPhoneNumber } from './phonenumber-get-phone-number';
import { securityMediaCheckAsync } from './security-media-check-async';
import { securityMsgSecCheck } from './security-msg-sec-check';
import { shortlinkGenerate } from './shortlink-generate';
import { subscribeMessageSend } from './subscribe-message-send';
import { urllinkGenerate } from './urllink-generate';
import { wxacodeGetUnlimited } from './wxacode-get-unlimited';

/** Every openapi there is; anything else is -604100. */
export const OPENAPIS: Record<string, OpenApi> = {
  'subscribeMessage.send': subscribeMessageSend,
  'wxacode.getUnlimited': wxacodeGetUnlimited,
  'security.msgSecCheck': securityMsgSecCheck,
  'security.mediaCheckAsync': securityMediaCheckAsync,
  'phonenumber.getPhoneNumber': phonenumberGetPhoneNumber,
  'urllink.generate': urllinkGenerate,
  'shortlink.generate': shortlinkGenerate,
};
