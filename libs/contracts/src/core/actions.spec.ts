import { actors, aCase, completeFacts, completeForm, parameters } from '../../test/contract.fixture.js';
import type { ContractForm, Money } from './contract.js';
import { contractMachine } from './perform.js';

const now = new Date('2026-11-23T02:00:00Z');
const money =
  (change: Partial<Money>) =>
  (form: ContractForm): ContractForm => ({ ...form, money: { ...form.money, ...change } });

describe('rules of actions', () => {
  const registrar = actors.cityRegistrar;
  const second = { state: 'SECOND_REVIEW', firstReviewerId: 'somebody' } as const;
  const stops = (
    action: Parameters<typeof contractMachine.perform>[1],
    subject: ReturnType<typeof aCase>,
    actor = registrar,
  ): string => {
    try {
      return contractMachine.perform(subject, action, actor, now);
    } catch (error) {
      return (
        (error as { violations: readonly { code: string }[] }).violations[0]?.code ??
        (error as { code: string }).code
      );
    }
  };
  it('refuses to submit what is blocked, with every violation', () =>
    expect(() =>
      contractMachine.perform(
        aCase({ form: { ...completeForm, title: '', signedAt: null } }),
        'submit',
        actors.applicantOfficer,
        now,
      ),
    ).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        violations: [
          expect.objectContaining({ path: 'title' }),
          expect.objectContaining({ path: 'signedAt' }),
        ],
      }),
    ));
  it('refuses to submit where no bureau registers', () =>
    expect(stops('submit', aCase({ registry: null }), actors.applicantOfficer)).toBe('CONTRACT.NO_REGISTRY'));
  it('asks for experts from the threshold on, and not below', () => {
    const technical = parameters.expertThreshold;
    const at = (amount: number) =>
      aCase({
        ...second,
        form: money({ total: amount, technical: amount, deductions: [], carriers: [] })(completeForm),
      });
    expect(stops('passSecond', at(technical))).toBe('CONTRACT.EXPERT_OPINION_NEEDED');
    expect(stops('passSecond', at(technical - 1))).toBe('REGISTERED');
    const heard = at(technical);
    expect(stops('passSecond', { ...heard, contract: { ...heard.contract, expertFavourable: true } })).toBe(
      'REGISTERED',
    );
    expect(stops('passSecond', { ...heard, contract: { ...heard.contract, expertFavourable: false } })).toBe(
      'CONTRACT.EXPERT_OPINION_UNFAVOURABLE',
    );
  });
  it('does not register against a proposed rejection, but may reject', () => {
    expect(stops('passSecond', aCase({ ...second, rejectionProposed: true }))).toBe(
      'CONTRACT.REJECTION_PROPOSED',
    );
    expect(stops('reject', aCase({ ...second, rejectionProposed: true }))).toBe('REJECTED');
  });
  it('records the experts’ word only with their paper', () =>
    expect(stops('recordOpinion', aCase({ state: 'EXPERT_REVIEW' }))).toBe('REQUIRED'));
  it('does not register what became a duplicate meanwhile', () =>
    expect(
      stops(
        'passSecond',
        aCase(second, {
          ...completeFacts,
          twins: [{ likeness: 'SAME_TEXT', registered: true, contractId: 'other', similarity: 10_000 }],
        }),
      ),
    ).toBe('CONTRACT.DUPLICATE'));
  it('leaves a claimed second review to its holder', () => {
    expect(stops('passSecond', aCase({ ...second, secondReviewerId: 'another' }))).toBe(
      'CONTRACT.CLAIMED_BY_OTHER',
    );
    const mine = aCase({
      ...second,
      secondReviewerId: registrar.kind === 'person' ? registrar.personId : null,
    });
    expect(stops('claim', mine)).toBe('CONTRACT.CLAIMED_BY_OTHER');
    expect(stops('release', mine)).toBe('SECOND_REVIEW');
    expect(stops('passSecond', mine)).toBe('REGISTERED');
  });
  it('lets the bureau’s administrator free an absent colleague’s review', () =>
    expect(
      stops('release', aCase({ state: 'FIRST_REVIEW', firstReviewerId: 'absent' }), actors.bureauAdmin),
    ).toBe('ACCEPTED'));
});
