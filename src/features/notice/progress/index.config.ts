export default definePageConfig({ navigationBarTitleText: '还差谁', enableShareAppMessage: true });
