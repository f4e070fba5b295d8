import * as v from 'valibot';
import { mutation, query } from './action';
import { count, cursor, id, instant, next, optionalText } from './fields';
import { filingStates } from './rules/filing';

/** Papers that are printed (打印): each bears a code that leads back to its record. */
export const paperKinds = {
  form: '登记表',
  recommendation: '推荐表',
  change: '变更申报表',
  handover: '变更申报表',
  letter: '变更函',
} as const;
export type PaperKind = keyof typeof paperKinds;

const kind = v.picklist(Object.keys(paperKinds) as PaperKind[]);

/** A Word document or a zip of them; `url` is temporary. */
const produced = { url: v.string(), name: v.string(), size: v.number() };

const hostIds = v.pipe(
  v.array(id('主办方'), '请选择发文的主办方'),
  v.minLength(1, '请选择发文的主办方'),
  v.maxLength(4, '主办方过多'),
);

const listed = v.object({
  filingId: v.string(),
  unitName: v.string(),
  name: v.string(),
  position: v.string(),
  numbers: v.array(v.string()),
});

export const paperContract = {
  /** 会员单位联络员登记表 (rulebook A) of one filing: for staff who review, and for the person it is of. */
  'paper.form': mutation(v.object({ filingId: id('登记') }), v.object(produced)),

  /** Forms of everybody on a seat, by unit in pinyin order; `search` as in unit.list. `total`: of all, null for a search. */
  'paper.list': query(
    v.object({ search: optionalText('搜索', 30), cursor }),
    v.object({ forms: v.array(v.omit(listed, ['position'])), next, total: v.nullable(count) }),
  ),

  /** The same as a zip, in parts of at most 50 forms; `next` is where the following part starts. */
  'paper.forms': mutation(
    v.object({ search: optionalText('搜索', 30), cursor }),
    v.object({
      ...produced,
      forms: count,
      /** On a seat, but without a form to print. */
      skipped: v.array(v.object({ unitName: v.string(), name: v.string() })),
      next,
    }),
  ),

  /** What can be printed of one unit, the newest first. */
  'paper.ofUnit': query(
    v.object({ unitId: id('单位') }),
    v.object({
      unitName: v.string(),
      filings: v.array(
        v.object({
          filingId: v.string(),
          name: v.string(),
          state: v.picklist(filingStates),
          numbers: v.array(v.string()),
          submittedAt: v.string(),
        }),
      ),
      corrections: v.array(
        v.object({ correctionId: v.string(), name: v.string(), fields: v.string(), submittedAt: v.string() }),
      ),
      handovers: v.array(
        v.object({
          handoverId: v.string(),
          leaver: v.string(),
          successor: v.nullable(v.string()),
          changedOn: v.string(),
        }),
      ),
    }),
  ),

  /** 变更申报表 (rulebook E) of a correction or of a handover. */
  'paper.change': mutation(
    v.pipe(
      v.object({ correctionId: v.optional(id('变更申请')), handoverId: v.optional(id('交接')) }),
      v.forward(
        v.partialCheck(
          [['correctionId'], ['handoverId']],
          (given) => !given.correctionId !== !given.handoverId,
          '请选择一份变更申请或一次交接',
        ),
        ['correctionId'],
      ),
    ),
    v.object(produced),
  ),

  /** 联络员推荐表 (rulebook E). */
  'paper.recommendation': mutation(v.object({ filingId: id('登记') }), v.object(produced)),

  /** 联络员变更函: from the unit, once the successor is known. */
  'paper.letter': mutation(v.object({ handoverId: id('交接') }), v.object(produced)),

  /** Who would stand on the next published list of these hosts (发文公布), in pinyin order of the units. */
  'paper.unannounced': query(
    v.object({ hostIds }),
    v.object({
      /** At most 200 of them. */
      rows: v.array(listed),
      total: count,
      /** The list as it is now; `announce` takes nobody filed later. */
      until: v.string(),
      /** Number the document would get if none is given. */
      number: v.string(),
    }),
  ),

  /** Publishes that list as a red-head document and marks who is on it, so that the next one holds only the new. */
  'paper.announce': mutation(
    v.object({
      hostIds,
      until: instant('名单时间'),
      /** Left out this time. */
      except: v.optional(
        v.pipe(v.array(id('登记'), '名单不正确'), v.maxLength(200, '一次最多去掉200人')),
        [],
      ),
      title: optionalText('标题', 60),
      /** Empty: counted per host and year. */
      number: optionalText('发文字号', 40),
    }),
    v.object({ ...produced, paperId: v.string(), number: v.string(), people: count }),
  ),

  /** Lists published earlier, the newest first, to print again; one that was interrupted has no address yet. */
  'paper.announcements': query(
    v.object({ cursor }),
    v.object({
      announcements: v.array(
        v.object({
          paperId: v.string(),
          title: v.string(),
          number: v.string(),
          people: count,
          at: v.string(),
          hostIds: v.array(v.string()),
          until: v.string(),
          url: v.nullable(v.string()),
          name: v.string(),
        }),
      ),
      next,
    }),
  ),

  /** Which record a scanned code, or the number at the foot of a paper, belongs to. */
  'paper.open': query(
    v.object({
      scene: v.pipe(
        v.string('请扫描纸上的小程序码'),
        v.trim(),
        v.regex(/^[A-Za-z0-9_-]{4,64}$/, '这不是本系统打印的材料，请核对'),
      ),
    }),
    v.object({
      kind,
      unitId: v.string(),
      unitName: v.string(),
      /** Filing, correction or handover. */
      subjectId: v.string(),
      names: v.array(v.string()),
      numbers: v.array(v.string()),
    }),
  ),
};
