import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../design/address.js';
import { Button } from '../design/Button.js';
import { DateInput } from '../design/DateInput.js';
import { Section } from '../design/DetailPage.js';
import { Field, SelectInput, TextInput } from '../design/Field.js';
import { Progress } from '../design/Progress.js';
import { Rows } from '../design/Rows.js';
import { Empty, Violations } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { SubNav } from '../design/SubNav.js';
import { Day, Money } from '../design/Values.js';
import type { CallRehearsalQuery } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { reviewWords } from '../reviews/words.js';
import css from './Rehearsal.module.css';
import type { AssumptionsForm, InstalmentLine, MilestoneLine } from './rehearsalForm.js';
import { rehearsalPlots, rehearsalSteps, rehearsalStories, rehearsalWho } from './rehearsalSteps.js';
import {
  levelTones,
  outcomeTones,
  rehearsalLevels,
  rehearsalOutcomes,
  rehearsalPlaces,
  rehearsalWords,
} from './rehearsalWords.js';
import { approvalKinds, callStates } from './terms.js';

type Report = NonNullable<CallRehearsalQuery['callRehearsal']>;
type RehearsedCall = NonNullable<CallRehearsalQuery['call']>;
type Fault = Report['faults'][number];
type Run = Report['runs'][number];

/** Everything that was found, the heaviest first, each with where it is mended. */
export function FaultsPart({ call, faults }: { call: RehearsedCall; faults: readonly Fault[] }) {
  const t = useWords(rehearsalWords);
  const levels = useWords(rehearsalLevels);
  const places = useWords(rehearsalPlaces);
  const steps = useWords(rehearsalSteps);
  const { strata } = useWords(reviewWords);
  const { colon } = useWords(common);
  if (faults.length === 0)
    return (
      <Empty icon="check" title={t.noFaults}>
        {t.noFaultsText}
      </Empty>
    );
  const many = (level: Fault['level']): number => faults.filter((fault) => fault.level === level).length;
  const stratumOf = ({ place, violation: { path } }: Fault): string | undefined =>
    place === 'POOL' ? (strata as Readonly<Record<string, string>>)[path] : undefined;
  return (
    <>
      <p role="status">{t.counts(many('BLOCKING'), many('IMPEDING'), many('ADVICE'))}</p>
      <ul className={css['faults']}>
        {faults.map((fault, index) => (
          <li key={index}>
            <div className="row">
              <StatusTag tone={levelTones[fault.level]}>{levels[fault.level]}</StatusTag>
              <span className="quiet">
                {`${places[fault.place]} · ${t.atStep}${colon}${steps[fault.step]}`}
                {stratumOf(fault) && ` · ${stratumOf(fault)}`}
              </span>
            </div>
            <div className={css['what']}>
              <Violations violations={[fault.violation]} />
            </div>
            <Mend call={call} fault={fault} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The way to the field that has to be changed; the plan's page shows there what is wrong. */
function Mend({ call, fault: { place, violation } }: { call: RehearsedCall; fault: Fault }) {
  const t = useWords(rehearsalWords);
  switch (place) {
    case 'PLAN':
      return (
        call.state === 'CANDIDATE' &&
        call.sight === 'CITY' && (
          <Link to={`/calls/${call.id}/plan`} state={{ violations: [violation] }}>
            {t.toPlan}
          </Link>
        )
      );
    case 'CONTENT':
      return <Link to={`/calls/${call.id}`}>{t.toCall}</Link>;
    case 'POOL':
      return <Link to="/experts/bank">{t.toBank}</Link>;
    case 'SCHEDULE':
      return <a href="#assuming">{t.here}</a>;
    default:
      return null;
  }
}

const isDone = ({ outcome }: Run['entries'][number]): boolean => outcome !== 'STOPPED';

/** One story at a time, chosen in the address: who does what on which day. */
export function CalendarPart({ runs }: { runs: readonly Run[] }) {
  const t = useWords(rehearsalWords);
  const stories = useWords(rehearsalStories);
  const [params] = useAddress();
  const run = runs.find(({ story }) => story === params.get('story')) ?? runs[0];
  if (run === undefined) return null;
  return (
    <Section title={t.calendar} id="calendar">
      <SubNav
        label={t.stories}
        items={runs.map(({ story, entries }) => ({
          to: `?story=${story}`,
          label: stories[story],
          current: story === run.story,
          ...(entries.every(isDone) ? {} : { count: entries.filter((entry) => !isDone(entry)).length }),
        }))}
      />
      <RunView run={run} />
    </Section>
  );
}

function RunView({ run: { story, entries, ends } }: { run: Run }) {
  const t = useWords(rehearsalWords);
  const plots = useWords(rehearsalPlots);
  const states = useWords(callStates);
  const { colon } = useWords(common);
  const done = entries.filter(isDone).length;
  const [first, last] = [entries[0], entries.at(-1)];
  const label = done === entries.length ? t.passed(done) : t.stopped(entries.length - done, entries.length);
  return (
    <>
      <p>{plots[story]}</p>
      <Progress label={label} done={done} of={entries.length} />
      <p className="quiet">
        {label}
        {first && last && ` · ${t.lasts(first.day, last.day)}`}
        {` · ${t.ends}${colon}${states[ends]}`}
      </p>
      <ol className={css['line']}>
        {entries.map((entry, index) => (
          <Line key={index} entry={entry} sameDay={entries[index - 1]?.day === entry.day} />
        ))}
      </ol>
    </>
  );
}

function Line({ entry, sameDay }: { entry: Run['entries'][number]; sameDay: boolean }) {
  const t = useWords(rehearsalWords);
  const steps = useWords(rehearsalSteps);
  const who = useWords(rehearsalWho);
  const outcomes = useWords(rehearsalOutcomes);
  const approvals = useWords(approvalKinds);
  return (
    <li data-outcome={entry.outcome}>
      <span className={css['day']}>
        {sameDay ? <span className="vh">{entry.day}</span> : <Day on={entry.day} />}
      </span>
      <span className={css['step']}>
        <strong>{steps[entry.step]}</strong>
        {entry.approval && <span>{approvals[entry.approval]}</span>}
        {entry.amount != null && <Money fen={entry.amount} />}
        {entry.until && <span className="num">{t.until(entry.until)}</span>}
        <span className="quiet">{who[entry.who]}</span>
        {entry.outcome !== 'DONE' && (
          <StatusTag tone={outcomeTones[entry.outcome]}>{outcomes[entry.outcome]}</StatusTag>
        )}
      </span>
    </li>
  );
}

/** What the call does not say yet. */
export function AssumptionsPart({
  form,
  onChange,
  busy,
  onSend,
  children,
}: {
  form: AssumptionsForm;
  onChange: (form: AssumptionsForm) => void;
  busy: boolean;
  onSend: () => void;
  children: ReactNode;
}) {
  const t = useWords(rehearsalWords);
  const patch = (change: Partial<AssumptionsForm>): void => onChange({ ...form, ...change });
  return (
    <Section title={t.assuming} id="assuming">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <p className="quiet">{t.assumingHint}</p>
        <Field label={t.noticeFrom} path="noticeFrom" optional>
          <DateInput value={form.noticeFrom} onChange={(noticeFrom) => patch({ noticeFrom })} />
        </Field>
        <Field label={t.opensOn} path="opensOn" optional>
          <DateInput value={form.opensOn} onChange={(opensOn) => patch({ opensOn })} />
        </Field>
        <MilestoneRows form={form} patch={patch} />
        <InstalmentRows form={form} patch={patch} />
        {children}
        <div className="row">
          <Button tone="primary" type="submit" busy={busy}>
            {t.again}
          </Button>
        </div>
      </form>
    </Section>
  );
}

interface PartProps {
  readonly form: AssumptionsForm;
  readonly patch: (change: Partial<AssumptionsForm>) => void;
}

function MilestoneRows({ form, patch }: PartProps) {
  const t = useWords(rehearsalWords);
  return (
    <Field label={t.milestones} path="milestones" group optional>
      <Rows<MilestoneLine>
        rows={form.milestones}
        blank={() => ({ name: '', month: '' })}
        max={20}
        addLabel={t.addMilestone}
        removeLabel={t.removeMilestone}
        onChange={(milestones) => patch({ milestones })}
        render={(row, change, index) => (
          <>
            <Field label={t.milestoneName} path={`milestones.${index}.name`} required>
              <TextInput value={row.name} onChange={(name) => change({ name })} />
            </Field>
            <Field label={t.month} path={`milestones.${index}.month`} required>
              <TextInput value={row.month} inputMode="numeric" onChange={(month) => change({ month })} />
            </Field>
          </>
        )}
      />
    </Field>
  );
}

/** Milestones that the server assumes where none are written. */
const USUAL = 2;

function InstalmentRows({ form, patch }: PartProps) {
  const t = useWords(rehearsalWords);
  const places = Array.from({ length: form.milestones.length || USUAL }, (_, at) => ({
    value: String(at + 1),
    label: form.milestones[at]?.name || t.nth(at + 1),
  }));
  return (
    <Field label={t.instalments} path="instalments" group optional>
      <Rows<InstalmentLine>
        rows={form.instalments}
        blank={() => ({ ratio: '', milestone: '' })}
        max={20}
        addLabel={t.addInstalment}
        removeLabel={t.removeInstalment}
        onChange={(instalments) => patch({ instalments })}
        render={(row, change, index) => (
          <>
            <Field label={t.ratio} path={`instalments.${index}.ratio`} required>
              <TextInput value={row.ratio} inputMode="decimal" onChange={(ratio) => change({ ratio })} />
            </Field>
            <Field label={t.milestoneOf} path={`instalments.${index}.milestone`} optional>
              <SelectInput
                value={row.milestone}
                placeholder={t.onSigning}
                choices={places}
                onChange={(milestone) => change({ milestone })}
              />
            </Field>
          </>
        )}
      />
    </Field>
  );
}
