import { useCommand } from '../api/command.js';
import type { AcceptanceConclusion, CallProjectResultKind, PerformanceCriterion } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import type { Asked } from './ActForm.js';
import { actWords } from './actWords.js';
import * as commands from './commands.js';
import { textOf } from './entered.js';
import { choices, measurementsIn, measuring, targetOf, useFiles, useReason, type Form } from './forms.js';
import type { Project } from './ProjectParts.js';
import { projectWords } from './words.js';

const CRITERIA = [
  'TARGETS',
  'MONEY',
  'BENEFIT',
  'MANAGEMENT',
] as const satisfies readonly PerformanceCriterion[];

/** Acceptance, exemption, settlement and what follows them. */
export function useEnds(project: Project): Readonly<Record<string, Form>> {
  const t = useWords(actWords);
  const p = useWords(projectWords);
  const reason = useReason();
  const target = targetOf(project);
  const apply = useCommand(commands.ApplyForAcceptanceDocument);
  const userReport = useCommand(commands.GiveUserReportDocument);
  const conclude = useCommand(commands.ConcludeAcceptanceDocument);
  const propose = useCommand(commands.ProposeExemptionDocument);
  const review = useCommand(commands.ReviewExemptionDocument);
  const decide = useCommand(commands.DecideExemptionDocument);
  const settle = useCommand(commands.SettleProjectDocument);
  const register = useCommand(commands.RegisterProjectResultDocument);
  const benefit = useCommand(commands.ReportProjectBenefitDocument);
  const material = useFiles(t.files.applyAcceptance);
  const papers = useFiles(t.files.other, true);
  const certificate = useFiles(t.files.registerResult, true);
  return {
    applyAcceptance: {
      asked: [{ name: 'summary', label: t.summary, kind: 'area' }, ...measuring(project)],
      files: material,
      run: (entered, files) =>
        apply.run({
          files,
          ...{ ...target, summary: textOf(entered, 'summary') },
          measurements: measurementsIn(project, entered),
        }),
    },
    giveUserReport: {
      asked: [
        { name: 'satisfied', label: t.satisfied, kind: 'check' },
        { name: 'text', label: t.userText, kind: 'area' },
      ],
      files: papers,
      run: (entered, files) =>
        userReport.run({
          files,
          ...target,
          satisfied: entered['satisfied'] === true,
          text: textOf(entered, 'text'),
        }),
    },
    conclude: {
      asked: [
        { name: 'conclusion', label: t.conclusion, kind: 'choice', choices: choices(t.conclusions) },
        { name: 'opinion', label: t.opinion, kind: 'area' },
      ],
      files: papers,
      run: (entered, files) =>
        conclude.run({
          files,
          ...{ ...target, opinion: textOf(entered, 'opinion') },
          conclusion: textOf(entered, 'conclusion') as AcceptanceConclusion,
        }),
    },
    proposeExemption: {
      asked: [
        { name: 'facts', label: t.facts, kind: 'area' },
        { name: 'records', label: t.records, kind: 'area' },
        { name: 'expertOpinion', label: t.expertOpinion, kind: 'area' },
      ],
      files: papers,
      run: (entered, files) =>
        propose.run({
          files,
          ...{ ...target, facts: textOf(entered, 'facts'), records: textOf(entered, 'records') },
          expertOpinion: textOf(entered, 'expertOpinion'),
        }),
    },
    reviewExemption: {
      asked: reason,
      run: (entered) => review.run({ ...target, reason: textOf(entered, 'reason') }),
    },
    decideExemption: {
      asked: [
        { name: 'exempt', label: t.exempt, kind: 'check' },
        { name: 'conclusion', label: t.conclusionText, kind: 'area' },
      ],
      run: (entered) =>
        decide.run({
          ...target,
          exempt: entered['exempt'] === true,
          conclusion: textOf(entered, 'conclusion'),
        }),
    },
    registerResult: {
      asked: [
        { name: 'name', label: t.resultName, kind: 'text' },
        { name: 'kind', label: t.resultKind, kind: 'choice', choices: choices(p.resultKinds) },
        { name: 'number', label: t.resultNumber, kind: 'text' },
        { name: 'registeredOn', label: t.registeredOn, kind: 'day' },
        { name: 'authority', label: t.authority, kind: 'text' },
      ],
      files: certificate,
      run: (entered, files) =>
        register.run({
          ...{ ...target, files, name: textOf(entered, 'name'), number: textOf(entered, 'number') },
          ...{ registeredOn: textOf(entered, 'registeredOn'), authority: textOf(entered, 'authority') },
          kind: textOf(entered, 'kind') as CallProjectResultKind,
        }),
    },
    reportBenefit: {
      asked: [
        {
          ...{ name: 'year', label: p.year, kind: 'choice' },
          choices: project.benefitsDue.map(({ year, by }) => ({
            value: String(year),
            label: p.dueBy(year, by),
          })),
        },
        { name: 'sales', label: p.sales, kind: 'money' },
        { name: 'profit', label: p.profit, kind: 'money' },
        { name: 'tax', label: p.tax, kind: 'money' },
        { name: 'jobs', label: p.jobs, kind: 'text' },
        { name: 'text', label: t.benefitText, hint: t.reasonHint, kind: 'area' },
      ],
      files: papers,
      run: (entered, files) => {
        const jobs = textOf(entered, 'jobs').trim();
        if (!/^\d{1,7}$/.test(jobs)) return null;
        const amount = (name: string): number => {
          const value = entered[name];
          return typeof value === 'number' ? value : 0;
        };
        return benefit.run({
          ...{ ...target, files, year: Number(textOf(entered, 'year')), jobs: Number(jobs) },
          ...{ sales: amount('sales'), profit: amount('profit'), tax: amount('tax') },
          text: textOf(entered, 'text'),
        });
      },
    },
    settle: {
      asked: CRITERIA.flatMap((criterion, at): Asked[] => [
        { name: `performance.${at}.points`, label: t.pointsOf(p.criteria[criterion]), kind: 'text' },
        { name: `performance.${at}.note`, label: t.groundOf(p.criteria[criterion]), kind: 'area' },
      ]),
      run: (entered) => {
        const performance = CRITERIA.map((criterion, at) => ({
          ...{ criterion, note: textOf(entered, `performance.${at}.note`) },
          points: Math.round(Number(textOf(entered, `performance.${at}.points`)) * 100),
        }));
        return performance.every(({ points }) => Number.isFinite(points))
          ? settle.run({ ...target, performance })
          : null;
      },
    },
  };
}
