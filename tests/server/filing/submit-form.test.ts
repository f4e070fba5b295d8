import { cloud, expectLog, makeCode, makeOffice, makeUnit, makeUpload, stranger } from '../../support';
import { makeApplicant } from './registration';

/** What the form must be like; bad input stores nothing. */
describe('the form of filing.submit', () => {
  async function ready(preset: 'shaanxi-coal' | 'zhengzhou-it' | null = 'shaanxi-coal') {
    await makeOffice({ preset });
    const { _id: unitId } = await makeUnit();
    const { _id: codeId } = await makeCode();
    return { applicant: await makeApplicant(), base: { codeId, unitId } };
  }

  const resume = (change: object) => [{ start: '2008-07-01', end: null, work: '示例一矿 办公室', ...change }];

  it.each([
    [{ name: undefined }, 'name', '请填写姓名'],
    [{ name: '' }, 'name', '请填写姓名'],
    [{ name: '名'.repeat(5000) }, 'name', '姓名最多20字'],
    [{ name: ['示例'] }, 'name', '请填写姓名'],
    [{ unitName: '短名' }, 'unitName', '单位全称应与营业执照一致，至少4字'],
    [{ unitNature: 'state', unitStateLevel: null }, 'unitStateLevel', '国有企业请选择级别，其他性质不选级别'],
    [{ unitNature: 'private' }, 'unitStateLevel', '国有企业请选择级别，其他性质不选级别'],
    [{ gender: '无' }, 'gender', '请选择性别'],
    [{ gender: undefined }, 'gender', '请选择性别'],
    [{ birthDate: '1985-02-30' }, 'birthDate', '出生日期应为存在的日期，如2026-11-21'],
    [{ birthDate: '2026-11-24' }, 'birthDate', '出生日期不能晚于今天'],
    [{ birthDate: '2010-11-24' }, 'birthDate', '联络员应年满16周岁，请核对出生日期'],
    [{ email: 'nobody' }, 'email', '电子邮箱格式不正确，如 name@example.com'],
    [{ landline: '12' }, 'landline', '办公电话应为区号-号码，如029-88888888'],
    [{ mobile: '12345678901' }, 'mobile', '手机应为11位手机号码'],
    [{ mobile: { $ne: null } }, 'mobile', '请填写手机'],
    [{ resume: [] }, 'resume', '请填写个人简历'],
    [{ resume: resume({ start: '2026-11-24' }) }, 'resume.0.start', '开始日期不能晚于今天'],
    [{ resume: resume({ end: '2027-01-01' }) }, 'resume.0.end', '结束日期不能晚于今天；仍在任职请选“至今”'],
    [{ resume: resume({ end: '2008-06-30' }) }, 'resume.0.end', '结束日期不能早于开始日期'],
    [{ resume: resume({ work: '' }) }, 'resume.0.work', '请填写单位和职务'],
    [{ photo: undefined }, 'photo', '缺少照片'],
    [{ photo: '../../etc' }, 'photo', '照片不正确'],
    [{ recommendation: undefined }, 'recommendation', '缺少会员单位推荐意见（盖章页）'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const { applicant, base } = await ready();
    const input = { ...base, form: { ...applicant.form, ...wrong } };
    expect(await applicant.fails('filing.submit', input)).toEqual({
      code: 'invalid',
      field: `form.${field}`,
      message,
    });
    expect(await cloud.find('filings', {})).toEqual([]);
    expect(await cloud.find('codes', {})).toMatchObject([{ uses: 0 }]);
  });

  it.each([[null], ['form'], [7]])('names a form that is none: %j', async (form) => {
    const { applicant, base } = await ready();
    expect(await applicant.fails('filing.submit', { ...base, form })).toEqual({
      code: 'invalid',
      field: 'form',
      message: '请填写登记表',
    });
  });

  it('takes sixteen years to the day, and a résumé up to today', async () => {
    const { applicant, base } = await ready();
    const form = applicant.formWith({ birthDate: '2010-11-23', resume: resume({ start: '2026-11-23' }) });
    await applicant.change('filing.submit', { ...base, form });
  });

  it('counts a field left empty as not sent', async () => {
    const { applicant, base } = await ready();
    await applicant.change('filing.submit', {
      ...base,
      form: applicant.formWith({ title: '', wechat: ' '.trim() }),
    });
    const [row] = await cloud.find('filings', {});
    expect(Object.keys((row?.form ?? {}) as object)).not.toEqual(expect.arrayContaining(['title']));
  });

  it('asks what the association’s rulebook asks and keeps no more', async () => {
    const { applicant, base } = await ready('zhengzhou-it');
    const licence = await makeUpload({ owner: applicant.openid, use: 'licence' });
    const form = applicant.formWith({
      licence: licence._id,
      unitStateLevel: 'city',
      ethnicity: undefined,
      resume: undefined,
      region: '高新区',
      industry: '信息技术',
    });
    await applicant.change('filing.submit', { ...base, form });
    const [row] = await cloud.find('filings', {});
    expect(row?.form).not.toHaveProperty('birthDate');
    expect(row?.form).toMatchObject({ name: '示例乙', unitStateLevel: 'city' });
  });

  it('says so when the association has picked no rulebook', async () => {
    const { applicant, base } = await ready(null);
    expect(await applicant.fails('filing.submit', { ...base, form: applicant.form })).toEqual({
      code: 'conflict',
      message: '协会还没有选定制度模板，请联系秘书处管理员',
    });
  });

  it('takes only pictures that are the caller’s own, looked at, and meant for it', async () => {
    const { applicant, base } = await ready();
    const foreign = await makeUpload({ owner: stranger().openid, use: 'photo' });
    const unseen = await makeUpload({ owner: applicant.openid, use: 'photo', fileId: null });
    const seal = applicant.form.recommendation;
    for (const photo of [foreign._id, unseen._id, seal, 'upload-nowhere'])
      expect(
        await applicant.fails('filing.submit', { ...base, form: applicant.formWith({ photo }) }),
      ).toEqual({
        code: 'invalid',
        field: 'form.photo',
        message: '图片没有上传成功，请重新上传',
      });
  });

  it.each([
    [{ name: '违法测试词' }, 'name'],
    [{ position: '赌博科长' }, 'position'],
    [
      {
        resume: [
          { start: '2008-07-01', end: '2010-06-30', work: '示例' },
          { start: '2010-07-01', end: null, work: '代开发票' },
        ],
      },
      'resume.1.work',
    ],
  ])('names the words WeChat calls risky in %j', async (wrong, field) => {
    const { applicant, base } = await ready();
    const form = applicant.formWith(wrong);
    expect(await applicant.fails('filing.submit', { ...base, form })).toEqual({
      code: 'risky',
      field: `form.${field}`,
      message: '内容未通过微信内容安全检查，请修改后再提交',
    });
    expect(await cloud.find('filings', {})).toEqual([]);
  });

  it('logs nothing of the form when the database fails', async () => {
    const { applicant, base } = await ready();
    expectLog(/filing\.submit/);
    const fault = {
      errCode: 'DATABASE_REQUEST_FAILED',
      errMsg: `failed for ${JSON.stringify(applicant.form)}`,
    };
    await cloud.script({ api: 'database.insertDocument', times: 1, fault });
    const answer = await applicant.fails('filing.submit', { ...base, form: applicant.form });
    expect(answer).toEqual({ code: 'busy', message: '系统繁忙，请稍后再试；您填写的内容已保留' });
    const logs = (await cloud.invocations()).flatMap((invocation) => invocation.logs).join();
    expect(logs).toContain('filing.submit');
    expect(logs).not.toMatch(/示例乙|1990000|1985-06-01|demo@example/);
  });
});
