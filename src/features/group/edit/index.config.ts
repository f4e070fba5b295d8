export default definePageConfig({ navigationBarTitleText: '编辑联络组' });
