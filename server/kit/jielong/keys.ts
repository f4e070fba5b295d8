/** Names as they are compared: signs, case, brackets, width and common traditional characters make no difference. */

const TRADITIONAL =
  '礦業團實廠發電機動華國東龍興聯億萬達遠運輸鋼鐵銅鋁煉藥醫學會協資訊網絡軟體設備廣長陽陳張趙劉楊黃吳孫馬許韓馮鄧鄭謝羅蘇葉盧蔣鍾歐環農產貿經濟營創報檢測車飛術積極總處區縣雲豐寶順啟勝與無錫鄉鎮島橋灣齊嶺澤慶齡麗偉傑強曉靜賢蘭嚴應寧愛書記員單聖緣線維純紅綠藍銀錦鵬鳳礎級續職專訓務數據樞紐氣熱質監獎歷歲遼濱滬蕭閻關閆鄒顧龔賈賀嵐聶灘聲壩塊爐煙燈燒峽溝礫鑽礬鹽糧種釀場廳館園圖藝師範視紙傳衛驗認證標準繪規劃計諮詢稅財審銷購採貨櫃倉儲郵遞馳駿騰躍輝燁煒燦榮貴瓊瑤璽錢呂薑竇魯韋湯畢鄔龐紀項閔婁駱鐘鞏闕';
const SIMPLIFIED =
  '矿业团实厂发电机动华国东龙兴联亿万达远运输钢铁铜铝炼药医学会协资讯网络软体设备广长阳陈张赵刘杨黄吴孙马许韩冯邓郑谢罗苏叶卢蒋钟欧环农产贸经济营创报检测车飞术积极总处区县云丰宝顺启胜与无锡乡镇岛桥湾齐岭泽庆龄丽伟杰强晓静贤兰严应宁爱书记员单圣缘线维纯红绿蓝银锦鹏凤础级续职专训务数据枢纽气热质监奖历岁辽滨沪萧阎关闫邹顾龚贾贺岚聂滩声坝块炉烟灯烧峡沟砾钻矾盐粮种酿场厅馆园图艺师范视纸传卫验认证标准绘规划计咨询税财审销购采货柜仓储邮递驰骏腾跃辉烨炜灿荣贵琼瑶玺钱吕姜窦鲁韦汤毕邬庞纪项闵娄骆钟巩阙';

const simplified = new Map([...TRADITIONAL].map((one, i) => [one, [...SIMPLIFIED][i] ?? one]));

/** Letters, digits and Han characters of a name, simplified and in lower case. */
export const keyOf = (name: string): string =>
  [
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{Script=Han}a-z0-9]/gu, ''),
  ]
    .map((one) => simplified.get(one) ?? one)
    .join('');

const LEGAL = /(?:股份有限责任公司|股份有限公司|有限责任公司|有限公司|股份公司|公司)$/;

/** The key without what only says the legal form; 集团 stays: a group and its company are two. */
export const coreOf = (key: string): string => {
  const core = key.replace(LEGAL, '');
  return core.length >= 2 ? core : key;
};

/** Ends the name of an organisation: such a word is no person. */
export const ORGANISATION =
  /(?:公司|集团|厂|矿|院|所|中心|协会|学会|商会|局|项目部|大学|学校|银行|店|站|煤业|矿业|科技|实业|股份|能源|化工|机械|电子|建设|物流|合作社)$/;

/** Departments and posts behind a name: they name neither a unit nor a person. */
export const POST =
  /^(?:.{0,6}(?:部|处|科|室)|(?:总?经理|主任|部长|科长|处长|秘书长?|主席|总监|老师|先生|女士|同志|文员|干事|会计|厂长|矿长|书记))$/;

/** What stands behind a person's name. */
export const TITLE =
  /(?:总?经理|主任|部长|科长|处长|秘书长?|主席|总监|老师|先生|女士|同志|厂长|矿长|书记|总|工)$/;
