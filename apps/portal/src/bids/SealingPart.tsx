import { lazy, Suspense, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { offices, type Call } from '../calls/terms.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { InlineActions } from '../design/InlineActions.js';
import type { CallSealingQuery } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { CallSealingDocument, DeclareCustodianLostDocument } from './documents.js';
import { OpeningPart } from './OpeningPart.js';
import { bidWords } from './words.js';

const ReviewParts = lazy(() =>
  import('../reviews/ReviewParts.js').then((module) => ({ default: module.ReviewParts })),
);

/** 密封揭榜: who keeps the keys, where bids are sealed, and what became of them. */
export function SealingPart({ call }: { readonly call: Call }) {
  const t = useWords(bidWords);
  const office = useWords(offices);
  const { inBrackets } = useWords(common);
  const { viewer } = useViewer();
  const [{ data }, ask] = useQuery({
    query: CallSealingDocument,
    variables: { callId: call.id },
    requestPolicy: 'cache-and-network',
  });
  const sealing = data?.callSealing;
  if (!sealing || sealing.custodians.length === 0) return null;
  const { custodians, threshold, ready, headMinutes } = sealing;
  const isCustodian = custodians.some(({ personId }) => personId === viewer?.person?.id);
  return (
    <>
      <Section title={t.sealing} id="sealing">
        <p className="prose">{t.explanation}</p>
        <p>{t.threshold(threshold, custodians.length)}</p>
        {!ready && <p>{t.notReady}</p>}
        <DataTable
          caption={t.custodians}
          rows={custodians}
          keyOf={({ personId }) => personId}
          columns={[
            { key: 'name', title: t.custodian, render: ({ name }) => name },
            { key: 'office', title: t.office, render: (one) => office[one.office] },
            {
              key: 'key',
              title: t.key,
              render: ({ fingerprint, lost }) => (
                <span className="num">
                  {fingerprint ?? t.noKey}
                  {lost && inBrackets(t.lost)}
                </span>
              ),
            },
            ...(custodians.some(({ mayDeclareLost }) => mayDeclareLost)
              ? [
                  {
                    key: 'acts',
                    title: '',
                    render: (custodian: Custodian) => (
                      <DeclareLost
                        callId={call.id}
                        custodian={custodian}
                        onDone={() => ask({ requestPolicy: 'network-only' })}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
        {headMinutes != null && <p>{t.headEvery(headMinutes)}</p>}
        <div className="row">
          {call.biddingOpen && (
            <Button tone="primary" href={`/sealing/seal.html?call=${call.id}`}>
              {t.seal}
            </Button>
          )}
          {call.biddingOpen && (
            // What stands behind # is sent to nobody: that somebody confirms for this call is told to nobody either.
            <Button href={`/sealing/confirm.html#call=${call.id}`}>{t.confirmMember}</Button>
          )}
          {isCustodian && <Button href={`/sealing/custodian.html?call=${call.id}`}>{t.custody}</Button>}
          {headMinutes != null && (
            <Button tone="quiet" href={`/files/challenges/heads/${call.id}`}>
              {t.heads}
            </Button>
          )}
        </div>
        <PageHash />
      </Section>
      {data?.callOpening && (
        <OpeningPart
          opening={data.callOpening}
          bids={data.openedBids}
          threshold={threshold}
          onChanged={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {data?.callOpening?.openedAt != null && (
        <Suspense>
          <ReviewParts call={call} />
        </Suspense>
      )}
    </>
  );
}

type Custodian = NonNullable<CallSealingQuery['callSealing']>['custodians'][number];

/** A custodian who can release nothing any more: recorded with its reason, as long as enough others are left. */
function DeclareLost({
  callId,
  custodian: { personId, mayDeclareLost },
  onDone,
}: {
  readonly callId: string;
  readonly custodian: Custodian;
  readonly onDone: () => void;
}) {
  const t = useWords(bidWords);
  const declare = useCommand(DeclareCustodianLostDocument);
  if (!mayDeclareLost) return null;
  return (
    <InlineActions
      available={[{ action: 'lose', enabled: true, reason: null, violations: [] }]}
      specs={{
        lose: {
          label: t.declareLost,
          done: t.declaredLost,
          reason: { label: t.lostReason, hint: t.lostHint, required: true, max: 500 },
          run: async ({ reason }) => {
            const outcome = await declare.run({ callId, personId, reason: reason ?? '' });
            if (outcome.ok) onDone();
            return outcome;
          },
        },
      }}
    />
  );
}

/** What the page that seals must hash to: it names its script and style by hash itself. */
function PageHash() {
  const t = useWords(bidWords);
  const [hash, setHash] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void fetch('/sealing/hashes.json')
      .then((response) => response.json() as Promise<Readonly<Record<string, string>>>)
      .then((hashes) => {
        if (!gone) setHash(hashes['seal.html'] ?? null);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, []);
  if (hash === null) return null;
  return (
    <p>
      {t.pageHash} <code style={{ overflowWrap: 'anywhere' }}>{hash}</code>
    </p>
  );
}
