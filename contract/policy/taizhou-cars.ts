import { chengduMachinery } from './chengdu-machinery';
import type { Policy } from './schema';

/** Rulebook C: Taizhou car dealers; structure and thresholds of B (institutions.md C). */
export const taizhouCars: Policy = {
  ...chengduMachinery,
  id: 'taizhou-cars',
  name: '联络员工作制度',
  source: '泰州市汽车流通行业协会，2013年',
  summary: [
    '整合各经销企业信息，联络员凭单位有效证明登记',
    '一般信息1周内报送，照片不低于800×600像素，单位负责人审定',
    '每年开1至2次联络员会议，可委派他人，可用通讯形式',
    '连续2次未完成报送或2次无故缺席会议的，可建议更换',
    '每年1月底前缴纳会费',
  ],
  hosts: [{ id: 'association', name: '泰州市汽车流通行业协会', short: '协会', accent: '#1F5FBF' }],
};
