export default definePageConfig({ navigationBarTitleText: '协会设置' });
