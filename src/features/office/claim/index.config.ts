export default definePageConfig({ navigationBarTitleText: '秘书处人员认领' });
