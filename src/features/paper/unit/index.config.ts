export default definePageConfig({ navigationBarTitleText: '打印这家单位的材料' });
