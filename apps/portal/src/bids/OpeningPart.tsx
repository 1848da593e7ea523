import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Refusal } from '../design/States.js';
import { At, When } from '../design/Values.js';
import type { CallSealingQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { BeginBidOpeningDocument } from './documents.js';
import { bidFaults, bidWords } from './words.js';

type Opening = NonNullable<CallSealingQuery['callOpening']>;
type OpenedBid = CallSealingQuery['openedBids'][number];

/** 开标: from its beginning to the bids, each checked against its commitment. */
export function OpeningPart({
  opening,
  bids,
  threshold,
  onChanged,
}: {
  readonly opening: Opening;
  readonly bids: readonly OpenedBid[];
  readonly threshold: number;
  readonly onChanged: () => void;
}) {
  const t = useWords(bidWords);
  const { begunAt, openedAt, mayBegin } = opening;
  if (begunAt == null && !mayBegin) return null;
  return (
    <Section title={t.opening} id="opening">
      {mayBegin && <Begin callId={opening.callId} onChanged={onChanged} />}
      {begunAt != null && openedAt == null && (
        <p>
          {t.begun} <When at={begunAt} /> · {t.waiting(opening.released.length, threshold)}
        </p>
      )}
      {openedAt != null && (
        <p>
          {t.opened} <At at={openedAt} />
        </p>
      )}
      {opening.bids && <Results opening={opening} />}
      {bids.length > 0 && (
        <>
          <h3>{t.contents}</h3>
          {bids.map((bid) => (
            <Contents key={bid.id} bid={bid} />
          ))}
        </>
      )}
    </Section>
  );
}

function Begin({ callId, onChanged }: { readonly callId: string; readonly onChanged: () => void }) {
  const t = useWords(bidWords);
  const begin = useCommand(BeginBidOpeningDocument);
  const run = async () => {
    if ((await begin.run({ callId })).ok) onChanged();
  };
  return (
    <>
      <p>{t.beginHint}</p>
      <Button tone="primary" busy={begin.busy} onClick={() => void run()}>
        {t.begin}
      </Button>
      <Refusal failure={begin.failure} />
    </>
  );
}

function Results({ opening }: { readonly opening: Opening }) {
  const t = useWords(bidWords);
  const faults = useWords(bidFaults);
  const rows = opening.bids ?? [];
  if (rows.length === 0) return <p>{t.none}</p>;
  return (
    <>
      <DataTable
        caption={t.opening}
        rows={rows}
        keyOf={({ bidId }) => bidId}
        columns={[
          { key: 'bidder', title: t.bidder, render: ({ organisationName }) => organisationName },
          {
            key: 'commitment',
            title: t.commitment,
            render: ({ commitment }) => <code>{commitment.slice(0, 16)}…</code>,
          },
          {
            key: 'result',
            title: t.result,
            render: ({ fault }) =>
              fault == null ? t.valid : (faults[fault as keyof typeof faults] ?? fault),
          },
        ]}
      />
      {opening.recordUrl != null && (
        <p>
          <a href={opening.recordUrl}>{t.record}</a>
        </p>
      )}
    </>
  );
}

/** As the sealing page writes a form; another program may have written another. */
interface BidForm {
  readonly answers?: readonly { readonly indicator?: string; readonly promised?: string }[];
  readonly route?: string;
}

function Contents({ bid }: { readonly bid: OpenedBid }) {
  const t = useWords(bidWords);
  const form = (bid.form ?? {}) as BidForm;
  const answers = Array.isArray(form.answers)
    ? form.answers.filter((one) => typeof one === 'object' && one !== null)
    : [];
  return (
    <details>
      <summary>{bid.organisationName}</summary>
      {answers.map(({ indicator, promised }) => (
        <p key={String(indicator)}>
          {String(indicator)} · {t.promised} <strong className="num">{String(promised)}</strong>
        </p>
      ))}
      {typeof form.route === 'string' && (
        <>
          <h4>{t.route}</h4>
          <p className="prose">{form.route}</p>
        </>
      )}
      {bid.files.length > 0 && <h4>{t.files}</h4>}
      {bid.files.map(({ name, url }) => (
        <p key={url}>
          <a href={url}>{name}</a>
        </p>
      ))}
      <p>
        <a href={bid.sealedUrl}>{t.sealedFile}</a>
      </p>
    </details>
  );
}
