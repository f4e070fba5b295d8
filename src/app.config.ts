import { subPackages, tabs } from './routes';

export default defineAppConfig({
  pages: Object.values(tabs).map(({ path }) => path),
  subPackages,
  window: {
    navigationBarTitleText: '联络通',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F5F6F8',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#51565D',
    selectedColor: '#1F5FBF',
    backgroundColor: '#ffffff',
    borderStyle: 'black',
    list: Object.values(tabs).map(({ path, text, icon }) => ({
      pagePath: path,
      text,
      iconPath: `assets/tab-${icon}.png`,
      selectedIconPath: `assets/tab-${icon}-on.png`,
    })),
  },
  preloadRule: { [tabs.notice.path]: { network: 'all', packages: ['notice'] } },
  lazyCodeLoading: 'requiredComponents',
  resizable: true,
  __usePrivacyCheck__: true,
});
