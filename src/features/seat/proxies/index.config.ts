export default definePageConfig({ navigationBarTitleText: '临时代理' });
