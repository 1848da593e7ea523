import { useQuery } from 'urql';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Figure, Figures } from '../design/Figure.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { GivenUp } from './GivenUp.js';
import { OperationDocument, type Operation } from './operation.js';
import { operationWords } from './operationWords.js';
import { Parts } from './Parts.js';
import { RetentionRules } from './RetentionRules.js';
import { SearchIndexState } from './SearchIndexState.js';

const MB = 1024 ** 2;
const GB = 1024 ** 3;
const size = (bytes: number): string =>
  bytes < GB ? `${Math.ceil(bytes / MB)} MB` : `${(bytes / GB).toFixed(bytes < 10 * GB ? 1 : 0)} GB`;

const Count = ({ value }: { value: number | undefined }) =>
  value === undefined ? '—' : <span className="num">{value}</span>;

function Work({ work }: { work: Operation['work'] }) {
  const t = useWords(operationWords);
  return (
    <>
      <p className="quiet">{work.every(({ queue }) => queue === null) ? t.queueAway : t.workNote}</p>
      <DataTable
        caption={t.work}
        rows={work}
        keyOf={({ domain }) => domain}
        columns={[
          { key: 'domain', title: t.domain, render: ({ domain }) => t.domains[domain] ?? domain },
          { key: 'outbox', title: t.outbox, right: true, render: ({ outbox }) => <Count value={outbox} /> },
          {
            key: 'oldest',
            title: t.oldest,
            right: true,
            render: ({ oldestSeconds }) =>
              oldestSeconds === null || oldestSeconds === undefined ? (
                '—'
              ) : (
                <span className="num">{Math.round(oldestSeconds)} s</span>
              ),
          },
          ...(['waiting', 'active', 'delayed', 'failed'] as const).map((state) => ({
            key: state,
            title: t[state],
            right: true,
            render: ({ queue }: Operation['work'][number]) => <Count value={queue?.[state]} />,
          })),
        ]}
      />
    </>
  );
}

/** 运行状况: the platform's own work, and what an administrator sets off again. */
export function Component() {
  const t = useWords(operationWords);
  const [result, ask] = useQuery({ query: OperationDocument, requestPolicy: 'cache-and-network' });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} />
      <div className="stack" style={{ paddingTop: 20 }}>
        <Loaded result={result} value={result.data?.operation} onRetry={again} page>
          {({ work, givenUp, mail, storage, searchIndex, retention, availableActions }) => (
            <>
              <Section title={t.parts} id="parts">
                <Parts />
              </Section>
              <Section title={t.work} id="work">
                <Work work={work} />
              </Section>
              <Section title={t.givenUp} id="given-up">
                <GivenUp rows={givenUp} available={availableActions} onDone={again} />
              </Section>
              <Section title={t.mail} id="mail">
                <Figures>
                  <Figure label={t.mailServer} value={mail.server ?? t.mailFiles} />
                  <Figure
                    label={t.mailWaiting}
                    value={mail.waiting}
                    unit={t.pieces}
                    note={
                      mail.waitingSince && (
                        <>
                          {t.since} <When at={mail.waitingSince} />
                        </>
                      )
                    }
                  />
                  <Figure label={t.mailSent} value={mail.sentLastDay} unit={t.pieces} />
                </Figures>
              </Section>
              <Section title={t.storage} id="storage">
                <Figures>
                  <Figure label={t.free} value={size(storage.free)} note={t.ofTotal(size(storage.total))} />
                  <Figure label={t.database} value={size(storage.database)} />
                </Figures>
              </Section>
              <Section title={t.retention} id="retention">
                <RetentionRules rules={retention} />
              </Section>
              <Section title={t.index} id="search-index">
                <SearchIndexState index={searchIndex} available={availableActions} onDone={again} />
              </Section>
            </>
          )}
        </Loaded>
      </div>
    </div>
  );
}
