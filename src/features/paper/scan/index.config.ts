export default definePageConfig({ navigationBarTitleText: '收盖章材料' });
