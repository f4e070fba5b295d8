export default definePageConfig({ navigationBarTitleText: '我的联络组' });
