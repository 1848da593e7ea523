/**
 * What the calculators say, in English, by the server's Chinese: names, formulas, reasons and notes. `{}` stands for a
 * part of its own, which is looked up in turn. Documents are cited by their Chinese names, as they can be found.
 */
const SAYINGS: Readonly<Record<string, string>> = {
  '不选择递延：入股时应纳税': 'Without deferral: tax when the shares are received',
  '不选择递延：转让股权时应纳税': 'Without deferral: tax when the shares are sold',
  '选择递延：入股时应纳税': 'With deferral: tax when the shares are received',
  '选择递延：转让股权时应纳税': 'With deferral: tax when the shares are sold',
  '不递延：入股时应纳税': 'Without deferral: tax when the shares are received',
  '不递延：每年至多': 'Without deferral: at most each year',
  '不递延：转让股权时应纳税': 'Without deferral: tax when the shares are sold',
  '递延：转让股权时应纳税': 'With deferral: tax when the shares are sold',
  主要贡献人员至少: 'The main contributors get at least',
  其中主要贡献人员至少: 'Of it the main contributors get at least',
  免税所得: 'Exempt income',
  免税销售额: 'Exempt turnover',
  应税销售额: 'Taxed turnover',
  '应税销售额（含税）': 'Taxed turnover (VAT included)',
  其他相关费用限额: 'Limit of other related expenses',
  净收入: 'Net income',
  减半征收的所得: 'Income taxed at half',
  减征后的税额: 'Tax after the reduction',
  前五项费用: 'The first five kinds of expenses',
  加计扣除额: 'Super deduction',
  可加计的研发费用: 'R&D expenses that count',
  境内符合条件的研发费用: 'R&D expenses in China that count',
  计入的其他相关费用: 'Other related expenses that count',
  计入的委托境内研发费用: 'R&D entrusted in China that counts',
  计入的委托境外研发费用: 'R&D entrusted abroad that counts',
  各年奖励之和: 'Rewards of all years together',
  奖励合计: 'Rewards together',
  奖励总额: 'Reward in all',
  '计入工资、薪金': 'Counted as wages',
  增加的个人所得税: 'Additional individual income tax',
  '增加的个人所得税（估算）': 'Additional individual income tax (estimate)',
  '少缴的个人所得税（估算）': 'Individual income tax saved (estimate)',
  少缴的企业所得税: 'Corporate income tax saved',
  少缴的增值税: 'VAT saved',
  '少缴的增值税（未扣减不得抵扣的进项税额）': 'VAT saved (before input tax that may not be deducted)',
  应纳企业所得税: 'Corporate income tax due',
  应纳税额: 'Tax due',
  每一方应纳印花税: 'Stamp duty of each party',
  转让所得合计: 'Income from transfers together',
  奖励总额至少: 'Reward in all, at least',
  '转让所得：{}': 'Income from the transfer: {}',
  '第{}年奖励': 'Reward of year {}',
  '第{}项': 'no. {}',
  '第{}人': 'person {}',
  '不选择递延：分{}年，每年至多': 'Without deferral: in {} years, at most each year',

  // Formulas
  '技术部分价款 + 同一发票上的相关咨询、服务价款':
    'price of the technology + related consulting and service on the same invoice',
  '价款合计 − 免税销售额': 'whole price − exempt turnover',
  '免税销售额 ÷（1 + 税率）× 税率': 'exempt turnover ÷ (1 + rate) × rate',
  '转让收入 − 无形资产摊销 − 相关税费 − 应分摊期间费用':
    'revenue − amortisation − related taxes − share of period expenses',
  '转让收入 − 转让成本 − 相关税费': 'revenue − cost − related taxes',
  各项转让所得之和: 'sum of the incomes from transfers',
  转让所得与免税限额中较小的一个: 'the lesser of the income from transfers and the exempt limit',
  '转让所得 − 免税所得': 'income from transfers − exempt income',
  '减半征收的所得 × 法定税率 × 减半': 'income taxed at half × statutory rate × half',
  '人员人工 + 直接投入 + 折旧 + 无形资产摊销 + 新产品设计费等':
    'staff + direct inputs + depreciation + amortisation + design of new products and the like',
  '前五项费用 × 10% ÷（1 − 10%）': 'first five kinds × 10% ÷ (1 − 10%)',
  实际发生额与限额中较小的一个: 'the lesser of the actual amount and the limit',
  '实际费用 × 80%': 'actual cost × 80%',
  '前五项 + 其他相关 + 委托境内': 'first five kinds + other related + entrusted in China',
  '实际费用 × 80%，不超过境内符合条件费用的三分之二':
    'actual cost × 80%, at most two thirds of the costs in China that count',
  '（境内 + 境外 + 无形资产摊销额）× 加计比例': '(in China + abroad + amortisation) × extra share',
  '加计扣除额 × 适用税率': 'super deduction × tax rate',
  '价款 × 税率': 'price × rate',
  各事项税额之和: 'sum of the duties of the items',
  '价款合计 × 各税目中最高的税率': 'whole price × the highest rate of the items',
  '应纳税额 × 减按比例': 'tax due × reduced share',
  '（股权转让收入 − 技术成果原值 − 合理税费）× 税率':
    '(price of the shares − original cost − reasonable taxes) × rate',
  '（作价 − 技术成果原值 − 合理税费）× 税率':
    '(value of the technology − original cost − reasonable taxes) × rate',
  '入股时应纳税 ÷ 分期年限': 'tax when the shares are received ÷ years of instalments',
  '（股权转让收入 − 作价）× 税率': '(price of the shares − value of the technology) × rate',
  '现金奖励 × 计入比例': 'cash reward × share that counts',
  '税额（已累计所得 + 计入部分）− 税额（已累计所得）':
    'tax (income so far + what counts) − tax (income so far)',
  '转化收入 − 直接成本 − 税费': 'income − direct cost − taxes',
  '净收入 × 奖励比例': 'net income × share of the reward',
  '股份价值 × 奖励比例': 'value of the shares × share of the reward',
  '营业利润 × 奖励比例': 'operating profit × share of the reward',
  '奖励总额 × 最低比例': 'reward in all × least share',

  // Workings that are words
  '不符合条件 = {}': 'conditions not met = {}',
  '委托合同未登记，不计入 = {}': 'the entrusting contract is not registered, not counted = {}',

  // Headlines
  '免税销售额 {} 元': 'Exempt turnover: {} yuan',
  '不符合免税条件，全部应税': 'The conditions of the exemption are not met; all is taxed',
  没有可享受优惠的技术转让: 'No transfer of technology is favoured',
  '应纳企业所得税 {} 元': 'Corporate income tax due: {} yuan',
  不能加计扣除: 'No super deduction',
  '加计扣除额 {} 元': 'Super deduction: {} yuan',
  '每一方应纳印花税 {} 元': 'Stamp duty of each party: {} yuan',
  '入股时不纳税，转让股权时纳税 {} 元':
    'No tax when the shares are received; {} yuan when the shares are sold',
  不能选择递延纳税: 'The tax cannot be deferred',
  '计入工资、薪金 {} 元': 'Counted as wages: {} yuan',
  '奖励总额至少 {} 元': 'Reward in all, at least {} yuan',
  '奖励总额 {} 元': 'Reward in all: {} yuan',
  所选日期没有生效的规定: 'No rule is in force on the chosen day',

  // What stands in the way
  '没有在这一天有效的参数：{}': 'No value holds on this day for: {}',
  所选日期没有有效的免税规定: 'No exemption is in force on the chosen day',
  '单独签订的技术咨询、技术服务合同不在免税范围':
    'Consulting or service under a contract of its own is not exempt',
  '免税须有省级科技主管部门认定的技术合同，请先办理认定登记':
    'The exemption needs a registered contract: have it registered first',
  '免税项目应当单独核算，未单独核算的不得免税（增值税法第二十六条）':
    'Exempt items must be accounted for apart (增值税法第二十六条)',
  '已放弃免税，36个月内不得再申请（增值税法第二十七条）':
    'The exemption was waived and cannot be claimed for 36 months (增值税法第二十七条)',
  只有居民企业享受: 'Resident enterprises alone are favoured',
  '{}：{}，不计入': '{}: {}; not counted',
  '不在财税〔2010〕111号所列技术范围': 'not among the technologies of 财税〔2010〕111号',
  '许可不满5年（财税〔2015〕116号）': 'a licence under 5 years (财税〔2015〕116号)',
  未经认定登记: 'not registered',
  '从100%关联方取得的转让所得不享受优惠（财税〔2010〕111号）':
    'income from a wholly related party is not favoured (财税〔2010〕111号)',
  '负面清单行业不适用加计扣除（财税〔2015〕119号第四条）':
    'The industry is excluded (财税〔2015〕119号第四条)',
  '委托研发合同未经科技主管部门登记，委托费用未计入':
    'The entrusting contract is not registered; the entrusted costs are not counted',
  所选日期没有有效的递延纳税规定: 'No deferral is in force on the chosen day',
  '不在财税〔2016〕101号所列技术成果范围': 'Not among the technologies of 财税〔2016〕101号',
  被投资企业须为境内居民企业: 'The company must be a domestic resident enterprise',
  '对价须全部为股票（权）': 'The price must be paid in shares alone',
  须向主管税务机关备案: 'It must be filed with the tax authority',
  只有非营利性科研机构和高校的科技人员享受: 'For staff of non-profit institutes and universities alone',
  '限于转让、许可或作价投资取得的转化收入': 'For income from transfer, licence or investment alone',
  '技术合同须经认定登记，并在公示中列明登记信息':
    'The contract must be registered, and its registration named in the disclosure',
  '须在取得转化收入之日起{}年内发放（至{}）':
    'It must be paid within {} years after the income was received (until {})',
  '公示不少于{}个工作日': 'The disclosure must last at least {} working days',
  '单位规定的比例 {} 低于法定最低 {}，按法定比例计算':
    'The unit’s share {} is below the law’s least {}, which is taken instead',
  '主要贡献人员合计 {} 元，低于奖励总额的 {}（{} 元）':
    'The main contributors get {} yuan together, below {} of the reward ({} yuan)',

  // Notes
  '相关咨询、服务价款没有开在同一张发票上，不能免税':
    'Related consulting and service are not on the same invoice and are not exempt',
  '免税项目对应的进项税额不得抵扣；设备、材料按各自的税率计税，本测算未计。':
    'Input tax of exempt items may not be deducted; equipment and material are taxed at their own rates and left out here.',
  '转让所得合计为负，没有应纳税额，亏损按一般规定结转':
    'The income is negative: no tax is due, and the loss is carried forward by the general rules',
  '技术开发、咨询、服务收入不享受此项优惠；应单独核算转让所得并分摊期间费用。':
    'Income from development, consulting or service is not favoured; income from transfers is accounted for apart and bears its share of period expenses.',
  '使用财政资金形成的技术向境外转让的，须经省级以上部门审批。':
    'Technology made with public funds needs approval by the province or above to be transferred abroad.',
  '费用未形成无形资产的据实扣除后加计；形成无形资产的按成本的200%（220%）摊销，等于本年摊销额另加计一次。':
    'What formed no intangible is deducted once more after the actual amount; what did is amortised at 200% (220%) of its cost, that is the year’s amortisation counted once more.',
  '同一应税凭证由两方以上当事人书立的，按照各自涉及的金额分别计算（印花税法第十条）。':
    'Where a deed has several parties, each is charged by its own amount (印花税法第十条).',
  '签订时不能确定价款的（如提成），在实际结算时按结算金额计算。':
    'A price not known at signing, such as royalties, is charged when it is settled.',
  '所得为负的按零计；企业的税额未计其他所得与亏损。':
    'Negative income counts as zero; other income and losses of the enterprise are left out.',
  '单位应在发放奖励的次月将公示结果等资料报主管税务机关。':
    'In the month after the payment the unit files the disclosure’s outcome with the tax authority.',
  '净收入为负，没有奖励': 'The net income is negative: there is no reward',
  '法律规定连续三至五年，每年不低于营业利润的百分之五；至少连续 {} 年，这里计算了 {} 年。':
    'The law asks for three to five years in a row, each at least 5 % of the operating profit: for {} years at least, and {} are reckoned here.',
  '奖励支出计入当年单位工资总额，不受工资总额限制、不纳入工资总额基数。':
    'The reward is part of the year’s payroll, but neither limited by it nor part of its base.',
  '测算，不代表税务机关认定': 'A pre-check, not a decision of the tax authority',

  // Parameters of law
  '技术转让、技术开发免征增值税（1为有效）': 'VAT exemption of transfer and development (1: in force)',
  一般纳税人技术服务增值税税率: 'VAT rate of technical service, general taxpayer',
  小规模纳税人增值税征收率: 'VAT rate of a small-scale taxpayer',
  企业所得税法定税率: 'Statutory rate of corporate income tax',
  '技术转让所得免税限额（每年）': 'Exempt limit of income from transfers, a year',
  超过限额部分减按征收的比例: 'Share charged above the limit',
  研发费用加计扣除比例: 'Extra share of R&D expenses',
  集成电路和工业母机企业加计扣除比例: 'Extra share of IC and machine-tool enterprises',
  委托研发费用计入比例: 'Share of entrusted R&D that counts',
  '委托境外研发限额的分子（境内费用的几分之几）':
    'Limit of R&D abroad as a fraction of that in China: numerator',
  委托境外研发限额的分母: 'Limit of R&D abroad: denominator',
  其他相关费用占可加计扣除研发费用的上限: 'Limit of other related expenses, of what counts',
  '技术合同印花税税率（十万分之）': 'Stamp duty of a technology contract (per 100,000)',
  '知识产权产权转移书据印花税税率（十万分之）': 'Stamp duty of a deed of transfer (per 100,000)',
  '买卖合同印花税税率（十万分之）': 'Stamp duty of a sale (per 100,000)',
  '租赁合同印花税税率（十万分之）': 'Stamp duty of a lease (per 100,000)',
  小微企业印花税减按征收的比例: 'Share of stamp duty charged to small enterprises',
  财产转让所得个人所得税税率: 'Individual income tax on the transfer of property',
  '技术入股递延纳税（1为有效）': 'Deferral for technology invested (1: in force)',
  不选择递延时的分期年限: 'Years of instalments without deferral',
  现金奖励计入工资薪金的比例: 'Share of a cash reward counted as wages',
  取得转化收入后发放奖励的年限: 'Years after the income in which a reward is paid',
  '现金奖励公示期（工作日）': 'Disclosure of a cash reward (working days)',
  '综合所得第{}级上限': 'Yearly income: upper end of bracket {}',
  '综合所得第{}级税率': 'Yearly income: rate of bracket {}',
  '转让、许可、作价投资的最低奖励比例': 'Least reward for transfer, licence or investment',
  自行实施的最低年奖励比例: 'Least yearly reward for own use',
  自行实施投产后应当连续提取奖励的年数: 'Years after the start of production for which own use is rewarded',
  主要贡献人员占奖励总额的最低比例: 'Least share of the main contributors',
};

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const PATTERNS = Object.entries(SAYINGS)
  .filter(([chinese]) => chinese.includes('{}'))
  .map(
    ([chinese, english]) =>
      [new RegExp(`^${chinese.split('{}').map(literally).join('(.+?)')}$`), english] as const,
  );

/** The English of what a calculator says; what is not known stays as the server said it, such as a name one gave. */
export function englishOf(chinese: string): string {
  const known = SAYINGS[chinese];
  if (known !== undefined) return known;
  for (const [pattern, english] of PATTERNS) {
    const found = pattern.exec(chinese);
    if (found === null) continue;
    const parts = found.slice(1).map(englishOf);
    return parts.reduce((saying, part) => saying.replace('{}', () => part), english);
  }
  return chinese.replace(/（/g, ' (').replace(/）/g, ') ').trim();
}
