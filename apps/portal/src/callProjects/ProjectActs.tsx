import type { AvailableAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import { Section } from '../design/DetailPage.js';
import type { CallProjectChangeKind, MilestoneVerdict } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ActForm, type Asked, type Entered } from './ActForm.js';
import { actWords } from './actWords.js';
import * as commands from './commands.js';
import { useEnds } from './endForms.js';
import { instalmentsIn, milestonesIn, textOf } from './entered.js';
import { choices, measurementsIn, measuring, targetOf, useFiles, useReason, type Form } from './forms.js';
import type { Project } from './ProjectParts.js';
import { projectWords } from './words.js';

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
  // Who undertakes it is changed by a form of its own.
  const formsOf = ({ action }: AvailableAction): readonly string[] =>
    action === 'change' ? ['change', 'replaceUndertaker'] : [action];
  const draw = (action: AvailableAction) => formsOf(action).map((name) => drawAs(name, action));
  const drawAs = (name: string, action: AvailableAction) => {
    const form = forms[name];
    return form === undefined ? null : (
      <ActForm
        key={name}
        name={`${project.id}/${name}`}
        subject={{ projectId: project.id, action: action.action }}
        label={labels[name] ?? name}
        action={action}
        asked={form.asked}
        files={form.files}
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
  const replace = useCommand(commands.ReplaceProjectUndertakerDocument);
  const inspect = useCommand(commands.InspectProjectDocument);
  const suspend = useCommand(commands.SuspendProjectDocument);
  const resume = useCommand(commands.ResumeProjectDocument);
  const terminate = useCommand(commands.TerminateProjectDocument);
  const eliminate = useCommand(commands.EliminateProjectDocument);
  const book = useFiles(t.files.sign);
  const proof = useFiles(t.files.report);
  const papers = useFiles(t.files.other, true);
  const milestone: Asked = {
    ...{ name: 'milestoneId', label: t.milestone, kind: 'choice' },
    choices: project.milestones.map(({ id, name }) => ({ value: id, label: `${id} ${name}` })),
  };
  const { UNDERTAKER: _, ...recorded } = p.changeKinds;
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
      files: book,
      run: (entered, files) => {
        const milestones = milestonesIn(textOf(entered, 'milestones'));
        const instalments = instalmentsIn(textOf(entered, 'instalments'));
        if (milestones === null || instalments === null) return null;
        const [number, signedOn, endsOn] = ['number', 'signedOn', 'endsOn'].map((name) =>
          textOf(entered, name),
        );
        return sign.run({
          ...{ ...target, number: number ?? '', signedOn: signedOn ?? '', endsOn: endsOn ?? '' },
          ...{ milestones, instalments, files },
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
      files: proof,
      run: (entered, files) =>
        report.run({
          files,
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
        { name: 'kind', label: t.kind, kind: 'choice', choices: choices(recorded) },
        { name: 'endsOn', label: t.newEnd, kind: 'day', optional: true },
        ...reason,
      ],
      files: papers,
      run: (entered, files) => {
        const endsOn = textOf(entered, 'endsOn');
        const kind = textOf(entered, 'kind') as CallProjectChangeKind;
        return change.run({ ...said(entered), kind, endsOn: endsOn === '' ? null : endsOn, files });
      },
    },
    replaceUndertaker: {
      asked: [{ name: 'organisationId', label: t.successor, kind: 'organisation' }, ...reason],
      files: papers,
      run: (entered, files) =>
        replace.run({ ...said(entered), organisationId: textOf(entered, 'organisationId'), files }),
    },
    inspect: {
      asked: [
        { name: 'day', label: t.day, kind: 'day' },
        { name: 'findings', label: t.findings, kind: 'area' },
        { name: 'rectifyBy', label: t.rectifyBy, kind: 'day', optional: true },
      ],
      files: papers,
      run: (entered, files) => {
        const rectifyBy = textOf(entered, 'rectifyBy');
        return inspect.run({
          ...{ ...target, day: textOf(entered, 'day'), findings: textOf(entered, 'findings') },
          rectifyBy: rectifyBy === '' ? null : rectifyBy,
          files,
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
  const voucher = useFiles(t.files.voucher, true);
  const receipt = useFiles(t.files.provePayment);
  const row: readonly Asked[] = [
    { name: 'day', label: t.day, kind: 'day' },
    { name: 'amount', label: t.amount, kind: 'money' },
    { name: 'voucher', label: t.voucher, kind: 'text' },
  ];
  const instalment: Asked = {
    ...{ name: 'instalment', label: t.instalment, kind: 'choice' },
    choices: (project.money?.instalments ?? []).map(({ id }) => ({ value: id, label: id })),
  };
  const entry = (entered: Entered, files: string[]) => ({
    ...{ ...target, files, day: textOf(entered, 'day'), voucher: textOf(entered, 'voucher') },
    amount: typeof entered['amount'] === 'number' ? entered['amount'] : 0,
  });
  return {
    appropriate: {
      ...{ asked: row, files: voucher },
      run: (entered, files) => appropriate.run(entry(entered, files)),
    },
    provePayment: {
      ...{ asked: row, files: receipt },
      run: (entered, files) => prove.run(entry(entered, files)),
    },
    giveBack: {
      ...{ asked: row, files: voucher },
      run: (entered, files) => giveBack.run(entry(entered, files)),
    },
    recover: {
      ...{ asked: [...row, instalment], files: voucher },
      run: (entered, files) =>
        recover.run({ ...entry(entered, files), instalment: textOf(entered, 'instalment') }),
    },
    requestPayment: {
      asked: [instalment, { name: 'voucher', label: t.voucher, kind: 'text' }],
      files: voucher,
      run: (entered, files) =>
        request.run({
          files,
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
