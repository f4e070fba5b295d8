export default definePageConfig({ navigationBarTitleText: '以前的早报' });
