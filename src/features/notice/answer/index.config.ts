export default definePageConfig({ navigationBarTitleText: '填写回执表' });
