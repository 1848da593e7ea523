import { completeForm } from '../../../test/contract.fixture.js';
import { changedSubjects, sameForm } from './changes.js';

describe('what a change changes', () => {
  it('is told by subject, and what merely reads the same is no change', () => {
    const { flags, sellers, money } = completeForm;
    const again = {
      ...completeForm,
      flags: { ...flags, translationFaithful: flags.translationFaithful ?? false },
      sellers: sellers.map((seller) => ({ ...seller, highTech: seller.highTech ?? false })),
    };
    expect(sameForm(completeForm, again)).toBe(true);
    expect(changedSubjects(completeForm, { ...completeForm, contractNumber: 'HT-9' })).toEqual(['OTHER']);
    expect(
      changedSubjects(completeForm, { ...again, money: { ...money, total: (money.total ?? 0) + 1 } }),
    ).toEqual(['AMOUNT']);
    expect(
      changedSubjects(completeForm, {
        ...completeForm,
        content: { ...completeForm.content, summary: '":false,"' },
      }),
    ).toEqual(['SUBJECT']);
  });
});
