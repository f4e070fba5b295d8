export default definePageConfig({ navigationBarTitleText: '办理交接' });
