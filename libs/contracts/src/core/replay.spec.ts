import fc from 'fast-check';
import { checklistFor, completeFacts, completeForm } from '../../test/contract.fixture.js';
import { flags, form, money, type Change } from '../../test/rules/situation.js';
import { differences, type Judged } from './replay.js';
import { judge, type RuleSetId } from './rulesets/rule.js';
import { RULE_SETS, RULE_SETS_IN_ORDER } from './rulesets/sets.js';

const judged = (change: Change, by: RuleSetId = '2026'): Judged => {
  const ruleSet = RULE_SETS[by];
  const subject = { form: change(completeForm), facts: completeFacts, set: ruleSet };
  return { form: subject.form, facts: subject.facts, ruleSet, findings: judge(subject, ruleSet.rules) };
};
const told = (change: Change, by: RuleSetId, set: RuleSetId) =>
  differences(judged(change, by), RULE_SETS[set]).map(({ rule, what }) => `${rule} ${what}`);
const mixed = flags({ mixed: true });
const large = money({ total: 500_000_000, technical: 500_000_000, deductions: [], carriers: [] });

describe('a replay under another rule set', () => {
  it('says nothing where the outcome is the same', () => {
    expect(told((same) => same, '2026', '2000/2001')).toEqual([]);
    expect(told(large, '2026', '2024-draft')).toEqual([]);
    // A warning more or less changes no outcome.
    expect(told(form({ electronic: true }), '2026', '2000/2001')).toEqual([]);
  });
  it('names the rule that would have stopped the registration, with its basis in that set', () => {
    const [found] = differences(judged(mixed), RULE_SETS['2000/2001']);
    expect(found).toMatchObject({ rule: 'grounds.mixed-never', what: 'WOULD_STOP' });
    expect(found?.article).toContain('国科发政字〔2001〕253号');
    expect(found?.why).not.toBe('');
  });
  it('names what would not have stopped it any more', () =>
    expect(told(mixed, '2000/2001', '2026')).toEqual(['grounds.mixed-never WOULD_NOT_STOP']));
  it('tells of experts and of the class', () => {
    expect(told(large, '2026', '2000/2001')).toEqual(['set.experts NO_EXPERTS']);
    expect(told(large, '2000/2001', '2026')).toEqual(['set.experts EXPERTS']);
    const licence = form({ subclass: '31', licenceMode: 'SOLE', checklist: checklistFor('31') });
    expect(told(licence, '2026', '2000/2001')).toContain('set.class OTHER_CLASS');
  });
  it('takes the facts of the decision, not those of today', () => {
    const then = judged((same) => same);
    const stricter = { ...then.facts, parameters: { ...then.facts.parameters, summaryMinChars: 2_000 } };
    expect(differences(then, RULE_SETS['2024-draft'])).toEqual([]);
    expect(
      differences({ ...then, facts: stricter }, RULE_SETS['2024-draft']).map(({ rule }) => rule),
    ).toEqual(['complete.summary-length']);
  });
  it('differs from itself in nothing', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...RULE_SETS_IN_ORDER),
        fc.boolean(),
        fc.integer({ min: 0, max: 1_000_000_000 }),
        (set, both, technical) => {
          const one = judged(
            (old) => flags({ mixed: both })(money({ technical, total: technical, deductions: [] })(old)),
            set.id,
          );
          expect(differences(one, set)).toEqual([]);
        },
      ),
    ));
});
