export default definePageConfig({ navigationBarTitleText: '联系单位负责人' });
