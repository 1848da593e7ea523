import { useState } from 'react';
import { useQuery } from 'urql';
import { DealBrokersDocument } from '../brokers/ledgerDocuments.js';
import { RateBrokerDialog } from '../brokers/RateBrokerDialog.js';
import { Button } from '../design/Button.js';
import type { DealBrokersQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ratingWords } from '../register/performanceWords.js';

type Registered = NonNullable<DealBrokersQuery['deal']>['registeredBrokers'][number];

/** Brokers of the deal who are in the register, by their agency. */
export function useRegisteredBrokers(dealId: string): ReadonlyMap<string, Registered> {
  const [result] = useQuery({
    query: DealBrokersDocument,
    variables: { id: dealId },
    requestPolicy: 'cache-and-network',
  });
  return new Map((result.data?.deal?.registeredBrokers ?? []).map((one) => [one.organisation.id, one]));
}

/** What the own side may say, or has said, of a broker of the register. */
export function BrokerRate({ dealId, found }: { readonly dealId: string; readonly found: Registered }) {
  const t = useWords(ratingWords);
  const [open, setOpen] = useState(false);
  if (found.rating)
    return (
      <p className="quiet">
        {t.rated}：{found.rating.scores.map(({ score }) => t.score(score)).join(' · ')}
      </p>
    );
  if (!found.mayRate) return null;
  return (
    <div>
      <Button size="small" icon="check" onClick={() => setOpen(true)}>
        {t.rate}
      </Button>
      {open && <RateBrokerDialog dealId={dealId} broker={found.broker} onClose={() => setOpen(false)} />}
    </div>
  );
}
