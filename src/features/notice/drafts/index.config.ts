export default definePageConfig({ navigationBarTitleText: '草稿与送审' });
