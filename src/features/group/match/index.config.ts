export default definePageConfig({ navigationBarTitleText: '核对群成员' });
