import type { AvailableAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import { Section } from '../design/DetailPage.js';
import type { AcceptanceConclusion, MilestoneVerdict, CallProjectChangeKind } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ActForm, type Asked, type Entered } from './ActForm.js';
import { actWords } from './actWords.js';
import * as commands from './commands.js';
import { instalmentsIn, milestonesIn, textOf } from './entered.js';
import type { Project } from './ProjectParts.js';
import { projectWords } from './words.js';

type Run = (entered: Entered) => ReturnType<Parameters<typeof ActForm>[0]['run']>;
interface Form {
  readonly asked: readonly Asked[];
  readonly run: Run;
}

/** What the reader may do to the project now, each act with its own fields. */
export function ProjectActs({ project }: { readonly project: Project }) {
  const t = useWords(actWords);
  const labels: Readonly<Record<string, string>> = t.labels;
  const forms = useForms(project);
  // 通过, 结题 and 整改 are three outcomes of one act.
  const conclusions = ['accept', 'reject', 'conclude'];
  const concluding = project.availableActions.find(({ action }) => action === 'conclude');
  const actions = project.availableActions.filter(({ action }) => !conclusions.includes(action));
  const offered = concluding ? [...actions, { ...concluding, enabled: true }] : actions;
  const draw = (action: AvailableAction) => {
    const form = forms[action.action];
    return form === undefined ? null : (
      <ActForm
        key={action.action}
        name={`${project.id}/${action.action}`}
        label={labels[action.action] ?? action.action}
        action={action}
        asked={form.asked}
        run={form.run}
      />
    );
  };
  const barred = offered.filter(({ enabled }) => !enabled);
  return (
    <AntdArea>
      <Section title={t.todo} id="acts">
        {offered.filter(({ enabled }) => enabled).map(draw)}
        {barred.length > 0 && (
          <details>
            <summary className="quiet">{t.barred(barred.length)}</summary>
            <div className="stack" style={{ gap: 8, paddingInlineStart: 16, marginBlockStart: 8 }}>
              {barred.map(draw)}
            </div>
          </details>
        )}
      </Section>
    </AntdArea>
  );
}

function useForms(project: Project): Readonly<Record<string, Form>> {
  return { ...useRunning(project), ...useMoney(project), ...useEnds(project) };
}

const targetOf = ({ id, version }: Project) => ({ id, expectedVersion: version });
const choices = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Measured values, one field an indicator. */
const measuring = (project: Project): readonly Asked[] =>
  project.indicators.map(({ indicator: { code, name, unit } }) => ({
    ...{ name: `measured.${code}`, label: `${name}（${unit}）`, kind: 'text' as const, optional: true },
  }));
const measurementsIn = (project: Project, entered: Entered) =>
  project.indicators.flatMap(({ indicator: { code } }) => {
    const value = textOf(entered, `measured.${code}`).trim();
    return value === '' ? [] : [{ code, value }];
  });

function useReason(): readonly Asked[] {
  const t = useWords(actWords);
  return [{ name: 'reason', label: t.reason, hint: t.reasonHint, kind: 'area' }];
}

function useRunning(project: Project): Readonly<Record<string, Form>> {
  const t = useWords(actWords);
  const p = useWords(projectWords);
  const reason = useReason();
  const target = targetOf(project);
  const sign = useCommand(commands.SignProjectDocument);
  const lapse = useCommand(commands.LapseProjectDocument);
  const link = useCommand(commands.LinkProjectContractDocument);
  const report = useCommand(commands.ReportMilestoneDocument);
  const assess = useCommand(commands.AssessMilestoneDocument);
  const change = useCommand(commands.ChangeProjectDocument);
  const inspect = useCommand(commands.InspectProjectDocument);
  const suspend = useCommand(commands.SuspendProjectDocument);
  const resume = useCommand(commands.ResumeProjectDocument);
  const terminate = useCommand(commands.TerminateProjectDocument);
  const eliminate = useCommand(commands.EliminateProjectDocument);
  const milestone: Asked = {
    ...{ name: 'milestoneId', label: t.milestone, kind: 'choice' },
    choices: project.milestones.map(({ id, name }) => ({ value: id, label: `${id} ${name}` })),
  };
  const said = (entered: Entered) => ({ ...target, reason: textOf(entered, 'reason') });
  return {
    sign: {
      asked: [
        { name: 'number', label: t.number, kind: 'text' },
        { name: 'signedOn', label: t.signedOn, kind: 'day' },
        { name: 'endsOn', label: t.endsOn, kind: 'day' },
        { name: 'milestones', label: t.milestones, hint: t.milestonesHint, kind: 'area' },
        { name: 'instalments', label: t.instalments, hint: t.instalmentsHint, kind: 'area' },
      ],
      run: (entered) => {
        const milestones = milestonesIn(textOf(entered, 'milestones'));
        const instalments = instalmentsIn(textOf(entered, 'instalments'));
        if (milestones === null || instalments === null) return null;
        const [number, signedOn, endsOn] = ['number', 'signedOn', 'endsOn'].map((name) =>
          textOf(entered, name),
        );
        return sign.run({
          ...{ ...target, number: number ?? '', signedOn: signedOn ?? '', endsOn: endsOn ?? '' },
          ...{ milestones, instalments },
        });
      },
    },
    lapse: { asked: reason, run: (entered) => lapse.run(said(entered)) },
    linkContract: {
      asked: [{ name: 'registrationNumber', label: t.registrationNumber, kind: 'text' }],
      run: (entered) => link.run({ ...target, registrationNumber: textOf(entered, 'registrationNumber') }),
    },
    report: {
      asked: [
        milestone,
        { name: 'text', label: t.text, kind: 'area' },
        { name: 'evidence', label: t.evidence, kind: 'area' },
        ...measuring(project),
      ],
      run: (entered) =>
        report.run({
          ...{ ...target, milestoneId: textOf(entered, 'milestoneId'), text: textOf(entered, 'text') },
          ...{ evidence: textOf(entered, 'evidence'), measurements: measurementsIn(project, entered) },
        }),
    },
    assess: {
      asked: [
        milestone,
        { name: 'verdict', label: t.verdict, kind: 'choice', choices: choices(p.assessed) },
        { name: 'opinion', label: t.opinion, kind: 'area' },
      ],
      run: (entered) =>
        assess.run({
          ...{ ...target, milestoneId: textOf(entered, 'milestoneId'), opinion: textOf(entered, 'opinion') },
          verdict: textOf(entered, 'verdict') as MilestoneVerdict,
        }),
    },
    change: {
      asked: [
        { name: 'kind', label: t.kind, kind: 'choice', choices: choices(p.changeKinds) },
        { name: 'endsOn', label: t.newEnd, kind: 'day', optional: true },
        ...reason,
      ],
      run: (entered) => {
        const endsOn = textOf(entered, 'endsOn');
        const kind = textOf(entered, 'kind') as CallProjectChangeKind;
        return change.run({ ...said(entered), kind, endsOn: endsOn === '' ? null : endsOn });
      },
    },
    inspect: {
      asked: [
        { name: 'day', label: t.day, kind: 'day' },
        { name: 'findings', label: t.findings, kind: 'area' },
        { name: 'rectifyBy', label: t.rectifyBy, kind: 'day', optional: true },
      ],
      run: (entered) => {
        const rectifyBy = textOf(entered, 'rectifyBy');
        return inspect.run({
          ...{ ...target, day: textOf(entered, 'day'), findings: textOf(entered, 'findings') },
          rectifyBy: rectifyBy === '' ? null : rectifyBy,
        });
      },
    },
    suspend: { asked: reason, run: (entered) => suspend.run(said(entered)) },
    resume: { asked: reason, run: (entered) => resume.run(said(entered)) },
    terminate: { asked: reason, run: (entered) => terminate.run(said(entered)) },
    eliminate: { asked: reason, run: (entered) => eliminate.run(said(entered)) },
  };
}

function useMoney(project: Project): Readonly<Record<string, Form>> {
  const t = useWords(actWords);
  const reason = useReason();
  const target = targetOf(project);
  const appropriate = useCommand(commands.AppropriateProjectMoneyDocument);
  const request = useCommand(commands.RequestProjectPaymentDocument);
  const refuse = useCommand(commands.RefuseProjectPaymentDocument);
  const pay = useCommand(commands.PayProjectDocument);
  const prove = useCommand(commands.ProveOwnerPaymentDocument);
  const recover = useCommand(commands.RecoverProjectMoneyDocument);
  const giveBack = useCommand(commands.ReturnProjectMoneyDocument);
  const row: readonly Asked[] = [
    { name: 'day', label: t.day, kind: 'day' },
    { name: 'amount', label: t.amount, kind: 'money' },
    { name: 'voucher', label: t.voucher, kind: 'text' },
  ];
  const instalment: Asked = {
    ...{ name: 'instalment', label: t.instalment, kind: 'choice' },
    choices: (project.money?.instalments ?? []).map(({ id }) => ({ value: id, label: id })),
  };
  const entry = (entered: Entered) => ({
    ...{ ...target, day: textOf(entered, 'day'), voucher: textOf(entered, 'voucher') },
    amount: typeof entered['amount'] === 'number' ? entered['amount'] : 0,
  });
  return {
    appropriate: { asked: row, run: (entered) => appropriate.run(entry(entered)) },
    provePayment: { asked: row, run: (entered) => prove.run(entry(entered)) },
    giveBack: { asked: row, run: (entered) => giveBack.run(entry(entered)) },
    recover: {
      asked: [...row, instalment],
      run: (entered) => recover.run({ ...entry(entered), instalment: textOf(entered, 'instalment') }),
    },
    requestPayment: {
      asked: [instalment, { name: 'voucher', label: t.voucher, kind: 'text' }],
      run: (entered) =>
        request.run({
          ...{ ...target, instalment: textOf(entered, 'instalment'), voucher: textOf(entered, 'voucher') },
        }),
    },
    pay: { asked: [], run: () => pay.run(target) },
    refusePayment: {
      asked: reason,
      run: (entered) => refuse.run({ ...target, reason: textOf(entered, 'reason') }),
    },
  };
}

function useEnds(project: Project): Readonly<Record<string, Form>> {
  const t = useWords(actWords);
  const reason = useReason();
  const target = targetOf(project);
  const apply = useCommand(commands.ApplyForAcceptanceDocument);
  const userReport = useCommand(commands.GiveUserReportDocument);
  const conclude = useCommand(commands.ConcludeAcceptanceDocument);
  const propose = useCommand(commands.ProposeExemptionDocument);
  const review = useCommand(commands.ReviewExemptionDocument);
  const decide = useCommand(commands.DecideExemptionDocument);
  const settle = useCommand(commands.SettleProjectDocument);
  return {
    applyAcceptance: {
      asked: [{ name: 'summary', label: t.summary, kind: 'area' }, ...measuring(project)],
      run: (entered) =>
        apply.run({
          ...{ ...target, summary: textOf(entered, 'summary') },
          measurements: measurementsIn(project, entered),
        }),
    },
    giveUserReport: {
      asked: [
        { name: 'satisfied', label: t.satisfied, kind: 'check' },
        { name: 'text', label: t.userText, kind: 'area' },
      ],
      run: (entered) =>
        userReport.run({
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
      run: (entered) =>
        conclude.run({
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
      run: (entered) =>
        propose.run({
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
    settle: {
      asked: [{ name: 'performance', label: t.performance, kind: 'text' }],
      run: (entered) => {
        const points = Number(textOf(entered, 'performance'));
        return Number.isFinite(points)
          ? settle.run({ ...target, performance: Math.round(points * 100) })
          : null;
      },
    },
  };
}
