import { Link, useLocation, useParams } from 'react-router';
import { useQuery } from 'urql';
import { nameIn, useCity, useCodeTables } from '../api/city.js';
import { useViewer } from '../api/viewer.js';
import { SealingPart } from '../bids/SealingPart.js';
import { Button } from '../design/Button.js';
import { Contents } from '../design/Contents.js';
import { DetailPage, Section, type Fact } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { Label, StatusTag } from '../design/StatusTag.js';
import { Timeline } from '../design/Timeline.js';
import { Term } from '../design/Tip.js';
import { Money } from '../design/Values.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { FileLink } from '../design/UploadList.js';
import { TextSection } from '../listings/parts.js';
import { callActs } from './actionWords.js';
import { CallActions } from './CallActions.js';
import { ArgumentPart, ExtensionsPart, IndicatorsPart, PlanPart, StandingPart } from './CallParts.js';
import { CallSteps } from './CallSteps.js';
import { Countdown } from './Countdown.js';
import { ObjectionsPart, QuestionsPart } from './VoicesParts.js';
import { CallDocument } from './documents.js';
import {
  callModes,
  callStates,
  callTones,
  callTypes,
  ipTerms,
  modeExplanations,
  type Call,
} from './terms.js';
import { callWords } from './words.js';

/** One call: what is asked, until when, by which rules, and what one may do. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: CallDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const call = result.data?.call;
  return (
    <div className={call ? undefined : 'wrap'}>
      <Loaded page result={result} value={call} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => <CallView key={found.id} call={found} />}
      </Loaded>
    </div>
  );
}

function useFacts(call: Call): Fact[] {
  const t = useWords(callWords);
  const types = useWords(callTypes);
  const city = useCity();
  const tables = useCodeTables();
  const { funding } = call;
  return [
    { label: t.owner, value: call.ownerName ?? t.hidden },
    { label: t.total, value: <Money fen={funding.total} /> },
    { label: t.ownerFunds, value: <Money fen={funding.owner} /> },
    { label: t.cityFunds, value: <Money fen={funding.city} /> },
    ...(funding.county > 0 ? [{ label: t.countyFunds, value: <Money fen={funding.county} /> }] : []),
    ...(call.months != null ? [{ label: t.months, value: t.monthsValue(call.months) }] : []),
    ...(call.type ? [{ label: t.type, value: types[call.type] }] : []),
    ...(call.cluster ? [{ label: t.cluster, value: nameIn(city?.clusters, call.cluster) }] : []),
    ...(call.techField ? [{ label: t.field, value: nameIn(tables?.techFields, call.techField) }] : []),
    ...(call.batch == null ? [] : [{ label: t.batch, value: call.batch.title }]),
    { label: t.division, value: nameIn(city?.divisions, call.divisionCode) },
    ...(call.noticeFrom && call.noticeUntil
      ? [
          {
            label: t.noticeSection,
            value: <span className="num">{t.period(call.noticeFrom, call.noticeUntil)}</span>,
          },
        ]
      : []),
    ...(call.openDataUrl == null
      ? []
      : [{ label: t.openData, value: <FileLink href={call.openDataUrl}>{t.openDataRecord}</FileLink> }]),
  ];
}

function CallView({ call }: { call: Call }) {
  const t = useWords(callWords);
  const modes = useWords(callModes);
  const explanations = useWords(modeExplanations);
  const states = useWords(callStates);
  const ip = useWords(ipTerms);
  const acts = useWords(callActs);
  const { colon } = useWords(common);
  const facts = useFacts(call);
  const { viewer } = useViewer();
  const { pathname } = useLocation();
  const signIn = `/sign-in?next=${encodeURIComponent(pathname)}`;
  return (
    <DetailPage
      title={call.title === '' ? t.untitled : call.title}
      crumbs={[{ label: t.title, to: '/calls' }]}
      eyebrow={
        <>
          <StatusTag tone={callTones[call.state]}>{states[call.state]}</StatusTag>
          {call.suspendedAt && <StatusTag tone="attention">{t.suspended}</StatusTag>}
          <Term explanation={explanations[call.mode]}>{modes[call.mode]}</Term>
          <span className="num">{call.code}</span>
          {call.round > 1 && <span>{t.round(call.round)}</span>}
          {call.bottleneck && <Label>{t.bottleneck}</Label>}
          {call.consortium && <Label>{t.consortium}</Label>}
        </>
      }
      facts={facts}
      actions={<CallActions call={call} />}
      aside={
        <>
          <Countdown call={call} />
          <Contents />
        </>
      }
    >
      <CallSteps call={call} />
      {call.note && (
        <Notice tone="amber" icon="warn">
          <strong>{t.note}</strong>
          <p className="prose">{call.note}</p>
        </Notice>
      )}
      {call.secrecy === 'PARTIAL' && !viewer && (
        <Notice>
          {t.signInForContent} <Link to={signIn}>→</Link>
        </Notice>
      )}
      <TextSection title={t.background} text={call.background} />
      <TextSection title={t.work} text={call.work} />
      <IndicatorsPart call={call} />
      <TextSection title={t.deliverables} text={call.deliverables} />
      <TextSection title={t.acceptance} text={call.acceptance} />
      {call.ipTerms && (
        <TextSection title={t.ip} text={[ip[call.ipTerms], call.ipNote].filter(Boolean).join(colon)} />
      )}
      <TextSection title={t.payment} text={call.payment} />
      <TextSection title={t.requirements} text={call.requirements} />
      <PlanPart call={call} />
      <SealingPart call={call} />
      <ExtensionsPart call={call} />
      {call.contact ? (
        <Section title={t.contact}>
          <p>{call.contact}</p>
          {call.phone && <p className="num">{call.phone}</p>}
        </Section>
      ) : (
        !viewer &&
        call.ownerName && (
          <Section title={t.contact}>
            <Button size="small" to={signIn}>
              {t.signInForContact}
            </Button>
          </Section>
        )
      )}
      <StandingPart call={call} />
      <QuestionsPart call={call} />
      <ObjectionsPart call={call} />
      {call.noticeFrom && (
        <p>
          <Link to={`/report-misconduct?call=${call.id}`}>{t.reportMisconduct}</Link>
        </p>
      )}
      <ArgumentPart call={call} />
      {call.timeline.length > 0 && (
        <Section title={t.history} id="history">
          <Timeline entries={call.timeline} nameOf={(action) => acts[action] ?? action} />
        </Section>
      )}
    </DetailPage>
  );
}
