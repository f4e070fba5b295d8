export default definePageConfig({ navigationBarTitleText: '回执表汇总' });
