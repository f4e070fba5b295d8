export default definePageConfig({ navigationBarTitleText: '接受代理' });
