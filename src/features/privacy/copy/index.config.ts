export default definePageConfig({ navigationBarTitleText: '我的全部资料' });
