import { simplified } from '@contract/rules/simplified';

/** Names as they are compared: signs, case, brackets, width and common traditional characters make no difference. */

/** Letters, digits and Han characters of a name, simplified and in lower case. */
export const keyOf = (name: string): string =>
  simplified(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{Script=Han}a-z0-9]/gu, ''),
  );

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
