/**
 * The calculators in English. The server describes them in Chinese, which is the language of the law that they
 * come from; the working and the conditions stay in it.
 */
interface EnglishField {
  readonly label: string;
  readonly hint?: string;
  readonly choices?: Readonly<Record<string, string>>;
}
interface EnglishCalculator {
  readonly title: string;
  readonly summary: string;
  readonly fields: Readonly<Record<string, EnglishField>>;
}

const ELIGIBLE = 'Patents, software, IC layouts, plant varieties, bio-medicine varieties';

const CALCULATORS: Readonly<Record<string, EnglishCalculator>> = {
  vat: {
    title: 'VAT exemption',
    summary:
      'Transfer and development of technology, with directly related consulting and service, are exempt from VAT',
    fields: {
      contractClass: {
        label: 'Class of contract',
        choices: {
          DEVELOPMENT: 'Development',
          TRANSFER: 'Transfer',
          LICENCE: 'Licence of a patent or know-how',
          CONSULTING: 'Consulting alone',
          SERVICE: 'Service alone',
        },
      },
      technical: {
        label: 'Price of the technology (VAT included)',
        hint: 'The technical amount on the certificate',
      },
      related: { label: 'Related consulting and service (VAT included)' },
      sameInvoice: { label: 'Related consulting and service stand on the same invoice' },
      other: { label: 'The rest: equipment, material (VAT included)' },
      recognised: { label: 'The contract is registered' },
      separate: { label: 'Exempt and taxed items are accounted for apart' },
      waived: { label: 'The exemption was waived', hint: 'Then it cannot be claimed for 36 months' },
      taxpayer: { label: 'Taxpayer', choices: { GENERAL: 'General', SMALL: 'Small-scale' } },
    },
  },
  'corporate-income-tax': {
    title: 'Corporate income tax on transfers',
    summary:
      'Of a resident enterprise’s income from transfers in a year, 5 million is exempt and the rest halved',
    fields: {
      resident: { label: 'Resident enterprise' },
      transfers: {
        label: 'Transfers of the tax year',
        hint: 'All of one enterprise and year are taken together',
      },
      title: { label: 'Contract or technology' },
      technology: {
        label: 'Technology',
        choices: {
          PATENT: 'Patent',
          SOFTWARE: 'Software copyright',
          IC_LAYOUT: 'IC layout',
          PLANT_VARIETY: 'Plant variety',
          BIO_MEDICINE: 'Bio-medicine variety',
          KNOW_HOW: 'Know-how or other',
        },
      },
      mode: {
        label: 'How',
        choices: {
          OWNERSHIP: 'Ownership is transferred',
          EXCLUSIVE: 'Worldwide exclusive licence of 5 years or more',
          NON_EXCLUSIVE: 'Non-exclusive licence of 5 years or more',
          SHORT: 'Licence under 5 years',
        },
      },
      revenue: { label: 'Revenue', hint: 'Without equipment, parts and unrelated service' },
      cost: { label: 'Cost', hint: 'For a non-exclusive licence the amortisation' },
      taxes: { label: 'Related taxes' },
      expenses: { label: 'Share of period expenses' },
      recognised: { label: 'Registered (cross-border: by the commerce department)' },
      related: { label: 'The buyer is a 100 % related party' },
    },
  },
  'super-deduction': {
    title: 'R&D super-deduction',
    summary: 'Own and entrusted R&D costs are deducted once more on top of the actual amount',
    fields: {
      enterprise: {
        label: 'Enterprise',
        choices: { GENERAL: 'General', IC_MACHINE_TOOL: 'Listed IC or machine-tool enterprise' },
      },
      negativeIndustry: {
        label: 'In an excluded industry',
        hint: 'Tobacco, hotels and catering, wholesale and retail, real estate, leasing and business services, entertainment',
      },
      staff: { label: 'Staff' },
      direct: { label: 'Direct inputs' },
      depreciation: { label: 'Depreciation' },
      amortisation: { label: 'Amortisation of intangibles' },
      design: { label: 'Design of new products and the like' },
      other: { label: 'Other related costs' },
      entrusted: { label: 'Actual cost of R&D entrusted at home' },
      overseas: {
        label: 'Actual cost of R&D entrusted to institutions abroad',
        hint: 'Not to persons abroad',
      },
      registered: {
        label: 'The entrusting contract is registered',
        hint: 'For overseas R&D by the entrusting party',
      },
      capitalised: { label: 'This year’s amortisation of capitalised R&D' },
      taxRate: {
        label: 'Rate of corporate income tax',
        choices: { '25': '25 %', '15': '15 % (high-tech enterprise)', '20': '20 % (small low-profit)' },
      },
    },
  },
  'stamp-duty': {
    title: 'Stamp duty',
    summary: 'Technology contracts and deeds of transfer are stamped by their price, by each party',
    fields: {
      items: { label: 'Items of the deed' },
      title: { label: 'Item' },
      kind: {
        label: 'Tax item',
        choices: {
          TECHNOLOGY: 'Technology contract',
          TRANSFER: 'Deed of transfer (patent, copyright, know-how)',
          SALE: 'Sale (equipment, material)',
          LEASE: 'Lease',
        },
      },
      price: { label: 'Price', hint: 'Without VAT that is stated apart' },
      apart: { label: 'The prices of the items are stated apart' },
      small: { label: 'Small-scale taxpayer, small low-profit enterprise or sole trader' },
    },
  },
  deferral: {
    title: 'Technology for shares: deferral',
    summary: 'Who invests technology may defer the tax until the shares are sold',
    fields: {
      investor: { label: 'Investor', choices: { ENTERPRISE: 'Enterprise', INDIVIDUAL: 'Person' } },
      technology: { label: 'Technology', choices: { LISTED: ELIGIBLE, OTHER: 'Other' } },
      domestic: { label: 'The company is a domestic resident enterprise' },
      sharesOnly: { label: 'The price is paid in shares alone' },
      filed: {
        label: 'Filed with the tax authority',
        hint: 'The registration certificate is one of the papers',
      },
      value: { label: 'Value of the technology (of the shares)' },
      cost: { label: 'Original cost of the technology' },
      taxes: { label: 'Reasonable taxes' },
      price: { label: 'Expected price of the shares when sold' },
    },
  },
  'cash-reward': {
    title: 'Income tax on cash reward',
    summary:
      'Of a cash reward by a non-profit institute or university, half is counted into the month’s salary',
    fields: {
      reward: { label: 'Cash reward' },
      unit: {
        label: 'Paid by',
        choices: {
          STATE: 'State-established institute or university',
          PRIVATE: 'Registered private non-profit institute or university',
          OTHER: 'Another unit',
        },
      },
      ownUse: { label: 'The unit uses the result itself (no transfer, licence or investment)' },
      registered: { label: 'The contract is registered' },
      received: { label: 'Day on which the unit received the income' },
      paid: { label: 'Day on which the reward is paid' },
      disclosed: { label: 'Working days of disclosure' },
      income: {
        label: 'The person’s taxable income of the year so far',
        hint: 'To estimate the tax that the reward adds',
      },
    },
  },
  reward: {
    title: 'Reward for conversion',
    summary: 'The least that a state-established unit gives to those who made and converted a result',
    fields: {
      mode: {
        label: 'How it is converted',
        choices: {
          TRANSFER_LICENCE: 'Transfer or licence',
          INVESTMENT: 'Investment for shares',
          OWN_USE: 'Own or joint use',
        },
      },
      state: { label: 'The unit is established by the state' },
      income: { label: 'Income' },
      cost: { label: 'Direct cost' },
      taxes: { label: 'Taxes' },
      shares: { label: 'Value of the shares' },
      profits: {
        label: 'Operating profit of each year of use',
        hint: 'Three to five years in a row, each by itself',
      },
      profit: { label: 'Operating profit' },
      agreed: {
        label: 'Share set by the unit or agreed',
        hint: 'Leave empty where nothing is set: then the law’s least',
      },
      contributors: {
        label: 'Who is rewarded',
        hint: 'With weights the reward is divided and the main contributors’ share checked',
      },
      title: { label: 'Name or post' },
      main: { label: 'Main contributor' },
      weight: { label: 'Weight' },
    },
  },
};

export const englishCalculator = (id: string): EnglishCalculator | undefined => CALCULATORS[id];
export const englishField = (id: string, name: string): EnglishField | undefined =>
  CALCULATORS[id]?.fields[name];
