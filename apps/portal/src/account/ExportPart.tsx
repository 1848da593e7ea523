import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { saveFile } from '../data/save.js';
import { fileSize } from '../design/amounts.js';
import { Button } from '../design/Button.js';
import { Section } from '../design/DetailPage.js';
import { Progress } from '../design/Progress.js';
import { Notice, Refusal } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { useToast } from '../design/Toast.js';
import { useUntilDone } from '../design/useUntilDone.js';
import { When } from '../design/Values.js';
import type { ExportFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Pairs } from '../listings/parts.js';
import {
  ExportOrganisationDocument,
  FetchOrganisationExportDocument,
  OrganisationExportDocument,
} from './exportDocuments.js';
import { exportWords } from './exportWords.js';
import type { Organisation } from './types.js';

type Export = ExportFieldsFragment;

const TONES = {
  WAITING: 'rest',
  RUNNING: 'moving',
  READY: 'good',
  FAILED: 'refused',
  EXPIRED: 'ended',
} as const;

const isUnderWay = (one: Export | null | undefined): boolean =>
  one?.state === 'WAITING' || one?.state === 'RUNNING';

/** 导出单位资料: for the organisation's administrators. */
export function ExportPart({ organisation }: { organisation: Organisation }) {
  const t = useWords(exportWords);
  const toast = useToast();
  const [result, ask] = useQuery({
    query: OrganisationExportDocument,
    variables: { organisationId: organisation.id },
    requestPolicy: 'cache-and-network',
  });
  const one = result.data?.organisationExport;
  const underWay = isUnderWay(one);
  useUntilDone(underWay, ask, (one?.rows ?? 0) + (one?.filesDone ?? 0) + (one?.version ?? 0));
  const start = useCommand(ExportOrganisationDocument);
  const begin = async (): Promise<void> => {
    const outcome = await start.run({ organisationId: organisation.id });
    if (!outcome.ok) return;
    toast(t.started);
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <Section
      title={t.title}
      extra={
        !underWay && (
          <Button size="small" icon="download" busy={start.busy} onClick={() => void begin()}>
            {one ? t.again : t.start}
          </Button>
        )
      }
    >
      <p className="quiet">{t.intro}</p>
      <Refusal failure={start.failure} />
      {one && <Standing one={one} />}
    </Section>
  );
}

function Standing({ one }: { one: Export }) {
  const t = useWords(exportWords);
  return (
    <>
      <p>
        <StatusTag tone={TONES[one.state]}>{t.state[one.state]}</StatusTag>{' '}
        {one.state === 'READY' && one.bytes !== null && t.ready(one.rows, one.filesDone, fileSize(one.bytes))}
      </p>
      <Pairs
        pairs={[
          [
            t.asked,
            <span key="asked">
              {one.requestedBy?.displayName} <When at={one.createdAt} />
            </span>,
          ],
          one.state === 'READY' && [t.until, <When key="until" at={one.expiresAt} />],
        ]}
      />
      {isUnderWay(one) && <UnderWay one={one} />}
      {one.failure && (
        <Notice tone="amber" icon="warn">
          <strong>{t.failed}</strong>
          <p>{t.failure[one.failure]}</p>
        </Notice>
      )}
      {one.state === 'READY' && <Fetch one={one} />}
    </>
  );
}

function UnderWay({ one }: { one: Export }) {
  const t = useWords(exportWords);
  const known = one.listsInAll > 0;
  return (
    <>
      <Progress
        label={t.progress}
        done={one.listsDone + one.filesDone}
        of={known ? one.listsInAll + one.filesInAll : null}
      />
      <p className="quiet">
        {one.state === 'WAITING' ? t.waiting : t.counts(one.rows, one.filesDone, one.filesInAll)}
      </p>
    </>
  );
}

/** The address is given anew each time: it is good for minutes, and whoever has been away proves who they are. */
function Fetch({ one }: { one: Export }) {
  const t = useWords(exportWords);
  const fetch = useCommand(FetchOrganisationExportDocument);
  const save = async (): Promise<void> => {
    const outcome = await fetch.run({ exportId: one.id });
    if (outcome.ok) saveFile(outcome.data.fetchOrganisationExport.url, '');
  };
  return (
    <>
      <div>
        <Button tone="primary" icon="download" busy={fetch.busy} onClick={() => void save()}>
          {t.fetch}
        </Button>
      </div>
      <Refusal failure={fetch.failure} />
    </>
  );
}
