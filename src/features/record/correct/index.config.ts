export default definePageConfig({ navigationBarTitleText: '变更资料' });
