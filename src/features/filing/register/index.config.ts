export default definePageConfig({ navigationBarTitleText: '联络员登记' });
