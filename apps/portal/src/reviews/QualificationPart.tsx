import { useCommand } from '../api/command.js';
import { indicatorOperators, type Call } from '../calls/terms.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { InlineActions } from '../design/InlineActions.js';
import { Label, StatusTag } from '../design/StatusTag.js';
import type { BidCheckFieldsFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { useSay } from '../i18n/say.js';
import { DecideBidQualificationDocument } from './documents.js';
import { RecusalsForm } from './RecusalsForm.js';
import { reviewWords } from './words.js';

type Check = BidCheckFieldsFragment;

/** 资格审查: what each opened bid promises, what was found, what was decided. */
export function QualificationPart({
  call,
  checks,
  drawn,
}: {
  readonly call: Call;
  readonly checks: readonly Check[];
  readonly drawn: boolean;
}) {
  const t = useWords(reviewWords);
  if (checks.length === 0) return null;
  const own = checks.find(({ mine }) => mine);
  const open = call.state === 'BIDS_OPENED' || call.state === 'QUALIFIED';
  return (
    <Section title={t.qualification} id="qualification">
      <p className="quiet">{t.qualificationIntro}</p>
      {call.state === 'QUALIFIED' && call.stageUntil && <p>{t.objections(call.stageUntil)}</p>}
      {checks.map((check) => (
        <OneCheck key={check.bidId} check={check} />
      ))}
      {own && open && !drawn && <RecusalsForm callId={call.id} organisationId={own.organisationId} />}
    </Section>
  );
}

const TONES = { QUALIFIED: 'good', DISQUALIFIED: 'refused' } as const;

function OneCheck({ check }: { readonly check: Check }) {
  const t = useWords(reviewWords);
  return (
    <article className="stack" style={{ gap: 8, marginBlockEnd: 16 }}>
      <h3 className="row" style={{ gap: 8 }}>
        {check.organisationName}
        {check.mine && <Label>{t.mine}</Label>}
        <StatusTag tone={check.verdict ? TONES[check.verdict] : 'moving'}>
          {check.verdict ? t.verdicts[check.verdict] : t.undecided}
        </StatusTag>
      </h3>
      <Answers answers={check.answers} />
      <Members members={check.members} />
      <Findings check={check} />
      {check.reason !== '' && (
        <p className="prose">
          {t.reason} · {check.reason}
        </p>
      )}
      {check.mayDecide && <Decide check={check} />}
    </article>
  );
}

/** What is promised beside what is asked. */
export function Answers({ answers }: { readonly answers: Check['answers'] }) {
  const t = useWords(reviewWords);
  const operators = useWords(indicatorOperators);
  if (answers.length === 0) return null;
  return (
    <DataTable
      caption={t.answers}
      rows={answers}
      keyOf={({ indicator }) => indicator.code}
      columns={[
        {
          key: 'asked',
          title: t.answers,
          render: ({ indicator }) => (
            <>
              {indicator.core && '★ '}
              {indicator.name} · {operators[indicator.operator]}{' '}
              <span className="num">
                {indicator.target}
                {indicator.upper != null && `–${indicator.upper}`} {indicator.unit}
              </span>
            </>
          ),
        },
        {
          key: 'promised',
          title: t.promised,
          render: ({ promised }) => <span className="num">{promised === '' ? t.notAnswered : promised}</span>,
        },
        {
          key: 'meets',
          title: t.verdict,
          render: ({ meets }) => (
            <StatusTag tone={meets ? 'good' : 'attention'}>{meets ? t.meets : t.short}</StatusTag>
          ),
        },
      ]}
    />
  );
}

/** 联合体成员: shares of each, and whether it confirmed; why not is among the findings. */
function Members({ members }: { readonly members: Check['members'] }) {
  const t = useWords(reviewWords);
  const { inBrackets } = useWords(common);
  if (members.length === 0) return null;
  return (
    <DataTable
      caption={t.consortium}
      rows={members}
      keyOf={({ name }, index) => `${name}.${index}`}
      columns={[
        {
          key: 'name',
          title: t.consortiumMember,
          render: ({ name, lead }) => (
            <>
              {name} {lead && <Label>{t.leading}</Label>}
            </>
          ),
        },
        ...(['work', 'money', 'ip'] as const).map((share) => ({
          key: share,
          title: t.shares[share],
          render: (member: Check['members'][number]) => (
            <span className="num">{member[share] == null ? '–' : `${member[share] / 100}%`}</span>
          ),
        })),
        {
          key: 'confirmed',
          title: t.confirmation,
          render: ({ lead, confirmedOn, confirmedBy }) =>
            lead ? null : confirmedOn == null ? (
              <StatusTag tone="attention">{t.notConfirmed}</StatusTag>
            ) : (
              <>
                <StatusTag tone="good">{t.confirmed}</StatusTag> <span className="num">{confirmedOn}</span>
                {confirmedBy != null && inBrackets(confirmedBy)}
              </>
            ),
        },
      ]}
    />
  );
}

function Findings({ check }: { readonly check: Check }) {
  const t = useWords(reviewWords);
  const say = useSay();
  if (check.findings.length === 0)
    return check.answers.length > 0 ? <p className="quiet">{t.noFindings}</p> : null;
  return (
    <ul className="stack" style={{ gap: 4 }}>
      {check.findings.map((finding, at) => (
        <li key={`${finding.code}.${at}`}>
          <StatusTag tone={finding.level === 'BLOCK' ? 'refused' : 'attention'}>
            {finding.level === 'BLOCK' ? t.block : t.warning}
          </StatusTag>{' '}
          {say(finding)}
        </li>
      ))}
    </ul>
  );
}

const CAN = { enabled: true, reason: null, violations: [] };

function Decide({ check }: { readonly check: Check }) {
  const t = useWords(reviewWords);
  const decide = useCommand(DecideBidQualificationDocument);
  const blocked = check.findings.some(({ level }) => level === 'BLOCK');
  const target = { bidId: check.bidId, expectedVersion: check.version };
  return (
    <InlineActions
      available={[
        { ...CAN, action: 'qualify' },
        { ...CAN, action: 'disqualify' },
      ]}
      specs={{
        qualify: {
          label: t.qualify,
          tone: 'primary',
          done: t.decided,
          ...(blocked
            ? { reason: { label: t.reason, hint: t.qualifyHint, required: true, max: 2_000 } }
            : {}),
          run: ({ reason }) => decide.run({ ...target, verdict: 'QUALIFIED', reason }),
        },
        disqualify: {
          label: t.disqualify,
          done: t.decided,
          reason: { label: t.reason, hint: t.disqualifyHint, required: true, max: 2_000 },
          run: ({ reason }) => decide.run({ ...target, verdict: 'DISQUALIFIED', reason }),
        },
      }}
    />
  );
}
