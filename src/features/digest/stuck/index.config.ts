export default definePageConfig({ navigationBarTitleText: '卡住的单位' });
