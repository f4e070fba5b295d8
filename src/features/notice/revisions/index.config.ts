export default definePageConfig({ navigationBarTitleText: '更正前的文字' });
