export default definePageConfig({ navigationBarTitleText: '资料核对情况' });
