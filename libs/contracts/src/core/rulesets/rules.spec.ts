import { completeForm } from '../../../test/contract.fixture.js';
import { completenessCases } from '../../../test/rules/completeness.cases.js';
import { moneyCases } from '../../../test/rules/money.cases.js';
import {
  attachmentCases,
  checklistCases,
  duplicateCases,
  groundsCases,
  integrityCases,
  validityCases,
} from '../../../test/rules/other.cases.js';
import { partiesCases } from '../../../test/rules/parties.cases.js';
import { registerCases } from '../../../test/rules/register.cases.js';
import { rightsCases } from '../../../test/rules/rights.cases.js';
import { statedCases } from '../../../test/rules/stated.cases.js';
import { text, textsCases } from '../../../test/rules/texts.cases.js';
import { blockingFindingsIn, findingsIn, form, type RuleCases } from '../../../test/rules/situation.js';
import { blocks } from '../findings.js';
import { RULE_SETS, RULE_SETS_IN_ORDER, ruleSetNamed, ruleSetWithCode } from './sets.js';

const CASES: RuleCases = {
  ...completenessCases,
  ...partiesCases,
  ...validityCases,
  ...moneyCases,
  ...rightsCases,
  ...registerCases,
  ...attachmentCases,
  ...groundsCases,
  ...textsCases,
  ...statedCases,
  ...duplicateCases,
  ...checklistCases,
  ...integrityCases,
};
const SETS = RULE_SETS_IN_ORDER;
const RULES = [...new Map(SETS.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])))];

describe('the rules', () => {
  it('each have a case, and each case a rule', () =>
    expect(Object.keys(CASES).sort()).toEqual(RULES.map(([id]) => id).sort()));
  it.each(SETS)('of $id have ids of their own', ({ rules }) =>
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length),
  );
  it.each(SETS)('of $id have nothing to say of a complete application', ({ id }) =>
    expect(findingsIn({ set: id })).toEqual([]),
  );

  it.each(RULES)('%s speaks where it should, with its basis', (id, rule) => {
    for (const situation of CASES[id]?.fires ?? []) {
      const spoken = findingsIn(situation).filter((finding) => finding.rule === id);
      expect(spoken).not.toEqual([]);
      for (const finding of spoken) {
        expect(finding).toMatchObject({ level: rule.level, code: rule.code });
        expect(finding.message).not.toBe('');
        expect(finding.article).toBe(rule.cite(RULE_SETS[situation.set ?? '2026'].law));
      }
      if (situation.at !== undefined) expect(spoken.map(({ path }) => path)).toContain(situation.at);
    }
  });
  it.each(RULES)('%s keeps silent in near situations', (id) => {
    for (const situation of CASES[id]?.silent ?? [])
      expect(findingsIn(situation).filter((finding) => finding.rule === id)).toEqual([]);
  });

  it.each(RULES.filter(([, { level }]) => level === 'BLOCK'))(
    '%s stops also where nothing is looked up or asked for warnings alone',
    (id) => {
      for (const { facts, ...situation } of CASES[id]?.fires ?? []) {
        const twins = facts?.twins?.filter(({ likeness }) => likeness === 'SAME_TEXT');
        const none = { siblings: [], relations: [], circle: null, firstTimeSeller: false };
        const few = { ...facts, ...(twins && { twins }), ...none };
        const found = blockingFindingsIn({ ...situation, facts: few });
        expect(found.map(({ rule }) => rule)).toContain(id);
        expect(found).toEqual(blocks(findingsIn({ ...situation, facts: few })));
      }
    },
  );

  it('say everything that is missing at once, each with its path', () => {
    const found = blocks(
      findingsIn({ change: form({ sellers: [], title: '', signedOn: null, declaration: null }) }),
    );
    expect(found.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title', 'sellers', 'signedOn', 'declaration.truthful']),
    );
  });
  it('never say two things at one place, so that each has an answer of its own', () => {
    const scan = text({ status: 'NO_TEXT', contractClass: null, subclass: null, total: null });
    const found = findingsIn({ facts: { texts: [scan, { ...scan, fileId: 'other' }, text()] } });
    expect(found.map(({ rule, path }) => [rule, path])).toEqual([
      ['texts.not-recognised', 'files.CONTRACT_TEXT'],
      ['texts.not-recognised', 'files.CONTRACT_TEXT.1'],
    ]);
  });
  it('keep what they looked at as plain JSON', () => {
    const [finding] = findingsIn({
      change: form({ money: { ...completeForm.money, technical: 75_000_001 } }),
    });
    expect(finding?.facts).toEqual({
      total: 100_000_000,
      technical: 75_000_001,
      deductions: 25_000_000,
      computed: 75_000_000,
    });
  });
});

describe('the rule sets', () => {
  it('are found by id and by the parameter’s value, and none is guessed', () => {
    for (const set of SETS) {
      expect(ruleSetNamed(set.id)).toBe(set);
      expect(ruleSetWithCode(set.code)).toBe(set);
    }
    expect(() => ruleSetNamed('1999')).toThrow('no rule set 1999');
    expect(() => ruleSetNamed('toString')).toThrow();
    expect(() => ruleSetWithCode(1999)).toThrow();
  });
  it('differ where reference A1 says so', () => {
    const table = SETS.map((set) => [
      set.id,
      set.classOf('31'),
      set.clock,
      set.correction,
      set.expertTimeLimit !== null,
      set.importApplicant,
      set.mixed,
      set.electronic,
    ]);
    expect(table).toEqual([
      ['2000/2001', '2', 'NATURAL_DAYS', 'PAUSES', false, 'SELLER', 'NEVER', false],
      ['2024-draft', '3', 'WORKING_DAYS', 'RESTARTS', true, 'DOMESTIC_BUYER', 'TECHNICAL_PART', true],
      ['2026', '3', 'WORKING_DAYS', 'RESTARTS', true, 'DOMESTIC_BUYER', 'TECHNICAL_PART', true],
    ]);
  });
  it('cite no article of the order of 2026 as if its text were verified', () => {
    for (const article of Object.values(RULE_SETS['2026'].law)) {
      expect(article).toContain('征求意见稿');
      expect(article).toContain('待核');
    }
  });
});
