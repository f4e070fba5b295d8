export default definePageConfig({ navigationBarTitleText: '终止席位' });
