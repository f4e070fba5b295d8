export default definePageConfig({ navigationBarTitleText: '撤回通知' });
