import type { ContractForm } from '../src/core/contract.js';
import { EMPTY_DRAFT, type Proceeding, type ProceedingKind } from '../src/core/proceedings/proceeding.js';
import { completeForm, SELLER } from './contract.fixture.js';

/** The complete form with 100,000 元 more, all of it technical. */
export const changedForm: ContractForm = {
  ...completeForm,
  money: { ...completeForm.money, total: 110_000_000, technical: 85_000_000 },
};

const proposes = (kind: ProceedingKind): boolean =>
  kind === 'CHANGE' || kind === 'SUPPLEMENT' || kind === 'OBJECTION';

/** An open proceeding, examined (a revocation: opened) by that person. */
export const aProceeding = (
  kind: ProceedingKind,
  firstPerson: string,
  change: Partial<Proceeding> = {},
): Proceeding => ({
  ...EMPTY_DRAFT,
  id: '00000000-0000-7000-8000-0000000000b7',
  version: 2,
  contractId: '00000000-0000-7000-8000-000000000001',
  kind,
  state: 'OPEN',
  openedBy: kind === 'REVOCATION' ? 'REGISTRY' : 'APPLICANT',
  organisationId: SELLER,
  personId: firstPerson,
  against: { registered: true, certificateVersion: 1 },
  reason: '双方签订补充协议，增加技术服务内容。',
  grounds: kind === 'REVOCATION' ? ['FALSE_CONTRACT'] : kind === 'CANCELLATION' ? ['RESCISSION'] : [],
  groundOn: kind === 'CANCELLATION' ? '2026-11-20' : null,
  noBenefits: true,
  objector: kind === 'OBJECTION' ? 'APPLICANT' : null,
  base: proposes(kind) ? completeForm : null,
  proposal: proposes(kind) ? changedForm : null,
  openedOn: '2026-11-20',
  dueOn: '2026-12-11',
  defendUntil: kind === 'REVOCATION' ? '2026-12-04' : null,
  deficiencies: [],
  examination:
    kind === 'REVOCATION'
      ? null
      : {
          examinerId: firstPerson,
          favourable: true,
          opinion: '材料齐全。',
          approved: null,
          at: new Date('2026-11-21T01:00:00Z'),
        },
  defences:
    kind === 'REVOCATION'
      ? [
          {
            statement: '我方没有异议。',
            final: true,
            personId: 'seller',
            at: new Date('2026-11-22T01:00:00Z'),
          },
        ]
      : [],
  decision: null,
  decidedOn: null,
  createdAt: new Date('2026-11-20T01:00:00Z'),
  updatedAt: new Date('2026-11-20T01:00:00Z'),
  ...change,
});
