export default definePageConfig({ navigationBarTitleText: '文号登记簿' });
