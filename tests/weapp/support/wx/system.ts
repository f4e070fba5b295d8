export interface Screen {
  width: number;
  height: number;
}

const windowOf = ({ width, height }: Screen) => ({
  pixelRatio: 3,
  screenWidth: width,
  screenHeight: height,
  windowWidth: width,
  windowHeight: height - 132,
  statusBarHeight: 44,
  safeArea: { left: 0, right: width, top: 44, bottom: height - 34, width, height: height - 78 },
  screenTop: 88,
});
const app = {
  SDKVersion: '3.9.0',
  version: '8.0.60',
  language: 'zh_CN',
  theme: 'light',
  fontSizeSetting: 16,
  enableDebug: false,
};
const device = {
  brand: 'iPhone',
  model: 'iPhone 13',
  platform: 'ios',
  system: 'iOS 16.1',
  benchmarkLevel: -1,
  abi: '',
};
const setting = {
  bluetoothEnabled: false,
  locationEnabled: false,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
};

/** What the phone says of itself. */
export const systemApis = (screen: Screen) => ({
  sync: {
    getSystemInfoSync: () => ({ ...windowOf(screen), ...app, ...device, ...setting }),
    getWindowInfo: () => windowOf(screen),
    getAppBaseInfo: () => app,
    getDeviceInfo: () => device,
    getSystemSetting: () => setting,
    getAppAuthorizeSetting: () => ({ phoneCalendarAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
    }),
    getMenuButtonBoundingClientRect: () => ({
      left: screen.width - 94,
      right: screen.width - 7,
      top: 48,
      bottom: 80,
      width: 87,
      height: 32,
    }),
    canIUse: () => true,
  },
  async: {
    getSystemInfo: () => ({ ...windowOf(screen), ...app, ...device }),
    getSetting: () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
    getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '《用户隐私保护指引》' }),
    requirePrivacyAuthorize: () => undefined,
    openPrivacyContract: () => undefined,
    login: () => ({ code: 'login-code' }),
  },
  /** Subscriptions to what this phone never does by itself. */
  listeners: [
    'onWindowResize',
    'offWindowResize',
    'onKeyboardHeightChange',
    'offKeyboardHeightChange',
    'onThemeChange',
    'offThemeChange',
    'onMemoryWarning',
    'onAppShow',
    'offAppShow',
    'onAppHide',
    'offAppHide',
    'onError',
    'offError',
    'onUnhandledRejection',
    'offUnhandledRejection',
    'onPageNotFound',
    'offPageNotFound',
    'onNeedPrivacyAuthorization',
    'onUserCaptureScreen',
  ],
});
