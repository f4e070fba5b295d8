export default definePageConfig({ navigationBarTitleText: '还差谁' });
