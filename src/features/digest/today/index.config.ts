export default definePageConfig({ navigationBarTitleText: '早报' });
