import { classOf, type Contract } from '../contract.js';

/** What a registered contract says to a calculator; what it does not say is left for the person to fill in. */
type Prefill = Readonly<Record<string, unknown>>;

const CLASSES: Readonly<Record<string, string>> = {
  '1': 'DEVELOPMENT',
  '2': 'TRANSFER',
  '3': 'LICENCE',
  '4': 'CONSULTING',
  '5': 'SERVICE',
};
const TECHNOLOGIES: Readonly<Record<string, string>> = {
  INVENTION_PATENT: 'PATENT',
  UTILITY_MODEL: 'PATENT',
  DESIGN_PATENT: 'PATENT',
  SOFTWARE_COPYRIGHT: 'SOFTWARE',
  IC_LAYOUT: 'IC_LAYOUT',
  PLANT_VARIETY: 'PLANT_VARIETY',
  BIO_MEDICINE_VARIETY: 'BIO_MEDICINE',
};
/** 转让, and 许可 where the licence is exclusive; otherwise the person says how long it runs. */
const MODES: Readonly<Record<string, string>> = { EXCLUSIVE: 'EXCLUSIVE', ORDINARY: 'NON_EXCLUSIVE' };

const isRegistered = ({ registrationNumber }: Contract): boolean => registrationNumber !== null;
const isTransfer = ({ form }: Contract): boolean => ['2', '3'].includes(classOf(form.subclass) ?? '');
const technical = ({ form }: Contract): number => form.money.technical ?? 0;

const transferOf = (contract: Contract): Prefill => ({
  title: contract.form.title,
  technology: TECHNOLOGIES[contract.form.content.ipKind ?? ''] ?? 'KNOW_HOW',
  mode:
    classOf(contract.form.subclass) === '2'
      ? 'OWNERSHIP'
      : (MODES[contract.form.licenceMode ?? 'ORDINARY'] ?? 'SHORT'),
  revenue: technical(contract),
  recognised: isRegistered(contract),
  related: contract.form.flags.relatedParties ?? false,
});

const PREFILLS: Readonly<Record<string, (contract: Contract, ofTheYear: readonly Contract[]) => Prefill>> = {
  vat: (contract) => ({
    contractClass: CLASSES[classOf(contract.form.subclass) ?? ''],
    technical: technical(contract),
    other: (contract.form.money.total ?? 0) - technical(contract),
    recognised: isRegistered(contract),
  }),
  // 一个企业一个年度: with this one, every transfer of the same seller that was registered in its year.
  'corporate-income-tax': (contract, ofTheYear) => ({
    resident: true,
    transfers: [contract, ...ofTheYear.filter((other) => other.id !== contract.id)]
      .filter(isTransfer)
      .slice(0, 50)
      .map(transferOf),
  }),
  'super-deduction': (contract) => ({
    entrusted: classOf(contract.form.subclass) === '1' ? technical(contract) : 0,
    registered: isRegistered(contract),
  }),
  'stamp-duty': (contract) => ({
    items: [
      {
        title: contract.form.title,
        kind:
          contract.form.subclass?.startsWith('2') && contract.form.subclass !== '22'
            ? 'TRANSFER'
            : 'TECHNOLOGY',
        price: technical(contract),
      },
      ...contract.form.money.deductions.map(({ name, amount }) => ({
        title: name,
        kind: 'SALE',
        price: amount,
      })),
    ],
    apart: true,
  }),
  deferral: (contract) => ({
    technology: TECHNOLOGIES[contract.form.content.ipKind ?? ''] === undefined ? 'OTHER' : 'LISTED',
    value: technical(contract),
    sharesOnly: contract.form.subclass === '28',
  }),
  'cash-reward': (contract) => ({ registered: isRegistered(contract), ownUse: false }),
  reward: (contract) => ({
    mode: contract.form.subclass === '28' ? 'INVESTMENT' : 'TRANSFER_LICENCE',
    income: technical(contract),
    shares: technical(contract),
  }),
};

/** The inputs that the contract gives, named as the calculator's fields. */
export const prefillOf = (calculator: string, contract: Contract, ofTheYear: readonly Contract[]): Prefill =>
  PREFILLS[calculator]?.(contract, ofTheYear) ?? {};
