/**
 * What the steps and the outcomes of the calculators are called in English, by the name that the server gives them.
 * The formulas themselves stay in the language of the law that they come from.
 */
const LABELS: Readonly<Record<string, string>> = {
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
};

/** The English name, or the server's own where none is known. */
export const englishLabel = (label: string): string => LABELS[label] ?? label;
